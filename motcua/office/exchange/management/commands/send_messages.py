"""`manage.py send_messages`: sends what waits in the outbox; meant for every minute, also twice at once."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.exchange.senders import senders
from motcua.office.exchange.sending import send_due

DONE = Words(vi="Đã gửi {sent} tin, {failed} tin chưa gửi được.", en="{sent} messages sent, {failed} not sent.")


class Command(BaseCommand):
    help = "Send the messages that wait in the outbox."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  Django's own signature
        sent, failed = send_due(senders(), timezone.now)
        self.stdout.write(say(DONE, sent=sent, failed=failed))
