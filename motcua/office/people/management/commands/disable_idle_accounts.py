"""`manage.py disable_idle_accounts`: run once a day."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.people.accounts import disable_idle

HELP = Words(
    vi="Khóa tài khoản lâu ngày không đăng nhập.",
    en="Disable accounts that nobody signed in with for long.",
)
DONE = Words(vi="Đã khóa {count} tài khoản.", en="{count} accounts disabled.")


class Command(BaseCommand):
    help = HELP.vi

    def handle(self, *_: Any, **__: Any) -> None:
        self.stdout.write(say(DONE, count=len(disable_idle(at=timezone.now()))))
