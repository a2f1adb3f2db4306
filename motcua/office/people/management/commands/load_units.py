"""`manage.py load_units`: the published units of both eras."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from motcua.language import Refusal, Words, say
from motcua.office.people.loading import load_units, name_agency_code, name_successor

HELP = Words(
    vi="Nạp danh mục đơn vị hành chính trước và sau 01/7/2025.",
    en="Load the administrative units before and since 1 July 2025.",
)
DONE = Words(
    vi="Đã nạp thêm {new} đơn vị; {open} đơn vị đã kết thúc chưa rõ đơn vị kế tục (khai bằng --successor CŨ=MỚI).",
    en="{new} units added; of {open} units that ended no successor is known (name one with --successor OLD=NEW).",
)
NOT_A_PAIR = Words(
    vi="--{option} {pair}: phải ghi hai mã cách nhau bằng dấu =, ví dụ {example}.",
    en="--{option} {pair}: it must be two codes parted by =, for example {example}.",
)
SUCCESSOR, AGENCY_CODE = "873=82-2025", "30112-2025=H20.23"


class Command(BaseCommand):
    help = HELP.vi

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--province", action="append", default=[], metavar="82")
        parser.add_argument("--successor", action="append", default=[], metavar=SUCCESSOR)
        parser.add_argument("--agency-code", action="append", default=[], metavar=AGENCY_CODE)

    def handle(self, *_: Any, province: list[str], successor: list[str], agency_code: list[str], **__: Any) -> None:
        try:
            loaded = load_units(province)
            for pair in successor:
                name_successor(*_pair("successor", pair, SUCCESSOR))
            for pair in agency_code:
                name_agency_code(*_pair("agency-code", pair, AGENCY_CODE))
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(say(DONE, new=loaded.new, open=loaded.without_successor - len(successor)))


def _pair(option: str, pair: str, example: str) -> tuple[str, str]:
    first, equals, second = pair.partition("=")
    if not equals:
        raise Refusal(NOT_A_PAIR, option=option, pair=pair, example=example)
    return first, second
