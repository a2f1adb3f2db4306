"""`manage.py verify_journal`: reads the journal again; exit 1 and a sentence for each fault."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from motcua.language import Words, say
from motcua.office.journal.models import Entry, Seal
from motcua.office.journal.verifying import verify

WHOLE = Words(
    vi="Nhật ký nguyên vẹn: {lines} dòng, {seals} dấu niêm.",
    en="The journal is whole: {lines} lines, {seals} seals.",
)
BROKEN = Words(
    vi="Nhật ký có {faults} chỗ không đúng như đã ghi.",
    en="The journal is not as it was written in {faults} places.",
)


class Command(BaseCommand):
    help = "Find every changed or missing line and seal of the journal."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  Django's own signature
        faults = 0
        for faults, fault in enumerate(verify(), start=1):  # noqa: B007  counted to the end
            self.stdout.write(str(fault))
        if faults:
            raise CommandError(say(BROKEN, faults=faults))
        self.stdout.write(say(WHOLE, lines=Entry.objects.count(), seals=Seal.objects.count()))
