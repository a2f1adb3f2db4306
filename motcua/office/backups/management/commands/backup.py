"""`manage.py backup --to FOLDER`: the whole office, saved while it is at work."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from motcua.language import Refusal, Words, grouped, say
from motcua.office.backups.saving import save

SAVED = Words(
    vi="{folder}: đã sao lưu {files} tệp, {size} byte. Trong đó có dữ liệu cá nhân và khóa của mã một lần: hãy cất kỹ.",
    en="{folder}: saved, {files} files, {size} bytes. Personal data and keys of one-time codes are in it: guard it.",
)


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, required=True, help="a folder that is not there yet")

    def handle(self, *, to: Path, **_: object) -> None:
        try:
            told = save(to, at=timezone.now())
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(say(SAVED, folder=to, files=grouped(len(told.files)), size=grouped(told.bytes)))
