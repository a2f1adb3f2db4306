"""`manage.py load_catalogue`: the published procedures of both eras."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.procedures.loading import load_catalogue

HELP = Words(vi="Nạp danh mục thủ tục hành chính.", en="Load the catalogue of administrative procedures.")
DONE = Words(
    vi="Đã nạp thêm {count} phiên bản thủ tục. Thời hạn nào nguồn không ghi rõ đơn vị thì để trống.",
    en="{count} versions of procedures added. A term whose unit the source does not give is left empty.",
)


class Command(BaseCommand):
    help = HELP.vi

    def handle(self, *_: Any, **__: Any) -> None:
        self.stdout.write(say(DONE, count=load_catalogue(at=timezone.now())))
