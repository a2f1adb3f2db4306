"""`manage.py snapshot --to FOLDER`: the office's records as evidence that `motcua inspect` reads."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from motcua.evidence.pseudonyms import key_file, read_or_create_key
from motcua.language import Refusal, Words, grouped, say
from motcua.office.dossiers.snapshot import write

WRITTEN = Words("{folder}: {rows} dòng trong {tables} bảng.", "{folder}: {rows} rows in {tables} tables.")


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, required=True)
        parser.add_argument("--key", type=Path)

    def handle(self, *, to: Path, key: Path | None, **_: object) -> None:
        try:
            secret, _made = read_or_create_key(key_file(to, key))
            written = write(to, key=secret, at=timezone.now())
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        total = sum(written.values())
        self.stdout.write(say(WRITTEN, folder=to, rows=grouped(total), tables=sum(map(bool, written.values()))))
