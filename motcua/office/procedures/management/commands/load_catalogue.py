"""`manage.py load_catalogue`: the published procedures of both eras."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.people.models import Unit
from motcua.office.procedures.loading import load_catalogue
from motcua.office.procedures.loading import offer as offered

HELP = Words(vi="Nạp danh mục thủ tục hành chính.", en="Load the catalogue of administrative procedures.")
DONE = Words(
    vi="Đã nạp thêm {count} phiên bản thủ tục. Thời hạn nào nguồn không ghi rõ đơn vị thì để trống.",
    en="{count} versions of procedures added. A term whose unit the source does not give is left empty.",
)
OFFERED = Words(
    vi="{units} đơn vị tiếp nhận thêm {count} thủ tục đúng cấp của mình.",
    en="{units} units take in {count} more procedures of their level.",
)
NO_UNIT = Words(
    vi="Không có đơn vị {unit}; hãy nạp đơn vị bằng load_units rồi ghi đúng mã, ví dụ 30112-2025.",
    en="There is no unit {unit}; load units with load_units and give its code, for example 30112-2025.",
)


class Command(BaseCommand):
    help = HELP.vi

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--offer", action="append", default=[], metavar="30112-2025", help="a unit that takes in")

    def handle(self, *_: Any, offer: list[str], **__: Any) -> None:
        units = Unit.objects.in_bulk(offer, field_name="unit_id")
        for unit in set(offer) - set(units):
            raise CommandError(say(NO_UNIT, unit=unit))
        self.stdout.write(say(DONE, count=load_catalogue(at=timezone.now())))
        if units:
            count = offered(units.values(), timezone.localdate())
            self.stdout.write(say(OFFERED, units=len(units), count=count))
