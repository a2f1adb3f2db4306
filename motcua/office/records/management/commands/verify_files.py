"""`manage.py verify_files`: reads every kept file again; exit 1 and a sentence for each fault."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.records.models import File
from motcua.office.records.verifying import strays, verify

WHOLE = Words(
    vi="Kho tệp nguyên vẹn: {files} tệp; {strays} tệp không thuộc giấy tờ nào.",
    en="The files are whole: {files} of them; {strays} belong to no paper.",
)
BROKEN = Words(vi="Kho tệp có {faults} tệp mất hoặc bị sửa.", en="{faults} files are lost or changed.")


class Command(BaseCommand):
    help = "Find every lost or changed file of the store."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  Django's own signature
        faults = 0
        for faults, fault in enumerate(verify(timezone.now()), start=1):  # noqa: B007  counted to the end
            self.stdout.write(str(fault))
        if faults:
            raise CommandError(say(BROKEN, faults=faults))
        self.stdout.write(say(WHOLE, files=File.objects.count(), strays=strays()))
