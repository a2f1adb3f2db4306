"""`manage.py load_units`: the published units of both eras."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from motcua.language import Refusal, Words, say
from motcua.office.people.loading import load_units, name_successor

HELP = Words(
    vi="Nạp danh mục đơn vị hành chính trước và sau 01/7/2025.",
    en="Load the administrative units before and since 1 July 2025.",
)
DONE = Words(
    vi="Đã nạp thêm {new} đơn vị; {open} đơn vị đã kết thúc chưa rõ đơn vị kế tục (khai bằng --successor CŨ=MỚI).",
    en="{new} units added; of {open} units that ended no successor is known (name one with --successor OLD=NEW).",
)
NOT_A_PAIR = Words(
    vi="--successor {pair}: phải ghi mã cũ = mã mới, ví dụ 873=82-2025.",
    en="--successor {pair}: it must be old code = new code, for example 873=82-2025.",
)


class Command(BaseCommand):
    help = HELP.vi

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--province", action="append", default=[], metavar="82")
        parser.add_argument("--successor", action="append", default=[], metavar="873=82-2025")

    def handle(self, *_: Any, province: list[str], successor: list[str], **__: Any) -> None:
        try:
            loaded = load_units(province)
            for pair in successor:
                old, equals, new = pair.partition("=")
                if not equals:
                    raise Refusal(NOT_A_PAIR, pair=pair)
                name_successor(old, new)
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(say(DONE, new=loaded.new, open=loaded.without_successor - len(successor)))
