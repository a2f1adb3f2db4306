"""The outbox: a message is put in inside the act's transaction, and leaves the office once."""

import re
from datetime import datetime

from django.db import connection, transaction

from motcua.office.exchange.models import Channel, Message

NUMBER = re.compile(r"(?<![\d.-])\d{9}(?:\d{3})?(?![\d.-])")  # of a citizen or an old identity card; no dossier's code


def put(key: str, channel: Channel, to: str, subject: str, body: str, at: datetime) -> None:
    """Leave a message to be sent once the act is committed. A key that was put in before adds nothing.

    Raises ValueError for a text with a citizen's number: messages pass through the hands of others.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a message is put in inside the act's transaction")
    if NUMBER.search(subject) or NUMBER.search(body):
        raise ValueError(f"message {key} holds what looks like a citizen's number")
    message = Message(key=key, channel=channel, to=to, subject=subject, body=body, created_at=at, try_after=at)
    Message.objects.bulk_create([message], ignore_conflicts=True)


def delivered(key: str, at: datetime) -> bool:
    """The other side reports that the message reached the person. False where it was not sent, or told before."""
    told = Message.objects.filter(key=key, sent_at__lte=at, delivered_at=None)
    return told.update(delivered_at=at) == 1
