"""`manage.py restore --from FOLDER`: the office as `manage.py backup` saved it."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from motcua.language import Refusal, Words, grouped, say
from motcua.office.backups.restoring import restore

RESTORED = Words(
    vi="Đã khôi phục bản sao lưu lúc {at}: {files} tệp; nhật ký nguyên vẹn.",
    en="Restored as of {at}: {files} files; the journal is whole.",
)


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="source", type=Path, required=True, help="a folder that backup wrote")
        parser.add_argument("--over", action="store_true", help="write over the data that are there")

    def handle(self, *, source: Path, over: bool, **_: object) -> None:
        try:
            told = restore(source, over=over)
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(say(RESTORED, at=told.at, files=grouped(len(told.files))))
