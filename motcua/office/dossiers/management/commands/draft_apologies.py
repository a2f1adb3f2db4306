"""`manage.py draft_apologies`: each day, drafts the apologies of dossiers due in two working days for their heads."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.dossiers.acts.lateness import draft_apologies

DRAFTED = Words(vi="Đã dự thảo {count} phiếu xin lỗi chờ ký.", en="{count} apologies drafted, waiting to be signed.")


class Command(BaseCommand):
    help = "Draft the apologies of dossiers that are due in two working days or late and not settled."

    def handle(self, *_args: object, **_options: object) -> None:
        self.stdout.write(say(DRAFTED, count=len(draft_apologies(timezone.now()))))
