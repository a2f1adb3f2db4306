"""`manage.py one_time_code USER`: the code of now, of officers of the demonstration alone."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from motcua.language import Refusal, Words, say
from motcua.office.people.accounts import shown_code

HELP = Words(
    vi="Hiện mã dùng một lần của cán bộ trong bản trình diễn.",
    en="Show the one-time code of an officer of the demonstration.",
)
CODE = Words(vi="{code} (còn {left} giây)", en="{code} (for {left} seconds)")


class Command(BaseCommand):
    help = HELP.vi

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *_: Any, username: str, **__: Any) -> None:
        try:
            code = shown_code(username)
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(say(CODE, code=code, left=30 - int(time.time()) % 30))
