"""`manage.py discard_files`: names the files past their term of retention, or deletes them."""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from motcua.language import Words, say
from motcua.law import law
from motcua.office.dossiers.acts.retention import discard_files
from motcua.office.dossiers.retention import past_term, terms

TERM = Words(vi="{label}: {years} năm – {source}{remark}", en="{label}: {years} years – {source}{remark}")
NOT_VERIFIED = Words(
    vi="Chưa xóa gì: có thời hạn lưu trữ chưa được kiểm chứng (xem --dry-run); tra cứu xong thì thêm --terms-verified.",
    en="Nothing was deleted: terms of retention are unverified (--dry-run); look them up, then add --terms-verified.",
)
UNVERIFIED = Words(vi=" (CHƯA KIỂM CHỨNG)", en=" (UNVERIFIED)")
FOUND = Words(
    vi="{file}: hồ sơ {code}, kết thúc {ended}, giữ {years} năm đến {until}",
    en="{file}: dossier {code}, ended {ended}, kept {years} years until {until}",
)
TOLD = Words(vi="{count} tệp đã hết hạn giữ; chưa xóa tệp nào.", en="{count} files are past their term; none deleted.")
DONE = Words(vi="Đã xóa {count} tệp hết hạn giữ.", en="{count} files past their term are deleted.")


class Command(BaseCommand):
    help = "Name or delete the scans of papers that are past their term of retention."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--dry-run", action="store_true", help="name them, delete nothing")
        which.add_argument("--apply", action="store_true", help="delete them")
        parser.add_argument("--terms-verified", action="store_true", help="somebody looked the terms up in the law")

    def handle(self, *_: Any, apply: bool, terms_verified: bool, **__: Any) -> None:
        at = timezone.now()
        on = timezone.localdate(at)
        if apply and not terms_verified and any(setting.unverified for setting in terms(on).values()):
            raise CommandError(say(NOT_VERIFIED))
        for line in _terms(on):
            self.stdout.write(line)
        count = 0
        for found in discard_files(at) if apply else past_term(on):
            count += 1
            told = {"ended": found.ended_on.strftime("%d/%m/%Y"), "until": found.until.strftime("%d/%m/%Y")}
            self.stdout.write(say(FOUND, file=found.file.sha256, code=found.dossier.code, years=found.years, **told))
        self.stdout.write(say(DONE if apply else TOLD, count=count))


def _terms(on: date) -> Iterator[str]:
    """By which terms it is done, and which of them nobody has verified."""
    for name, setting in terms(on).items():
        remark = say(UNVERIFIED) if setting.unverified else ""
        label = say(Words(vi=law().values[name].label_vi, en=law().values[name].label_en))
        source = say(Words(vi=setting.vi, en=setting.source))
        yield say(TERM, label=label, years=int(setting.value), source=source, remark=remark)
