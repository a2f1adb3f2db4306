"""`manage.py seal_journal`: seals the heads of all chains; meant for every minute."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.journal.sealing import seal

SEALED = Words(vi="Đã niêm nhật ký: {hash}", en="Journal sealed: {hash}")
NOTHING_NEW = Words(vi="Không có dòng mới từ lần niêm trước.", en="Nothing was written since the last seal.")


class Command(BaseCommand):
    help = "Seal the heads of all chains of the journal together."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  Django's own signature
        made = seal(timezone.now())
        self.stdout.write(say(NOTHING_NEW) if made is None else say(SEALED, hash=made.hash))
