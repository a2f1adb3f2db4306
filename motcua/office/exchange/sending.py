"""Sends what waits in the outbox: each message claimed by one sender, tried again after growing pauses."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db import transaction

from motcua.office.exchange.models import Message
from motcua.office.exchange.senders import Sender

# after each failed attempt; a message that fails once more is given up
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))


def send_due(
    senders: Mapping[str, Sender], now: Callable[[], datetime], stop: Callable[[], bool] = lambda: False
) -> tuple[int, int]:
    """Send every message that is due, until told to stop. How many went out, and how many did not.

    The clock is read for each message anew: a claim that counted from the first would be over while many are sent.
    """
    sent = failed = 0
    while not stop() and (message := _claimed(now())) is not None:
        if _carried(message, senders[message.channel], now()):
            sent += 1
        else:
            failed += 1
    return sent, failed


@transaction.atomic
def _claimed(at: datetime) -> Message | None:
    """The next message, and nobody else's before its pause is over: another sender passes over it meanwhile.

    Committed before it is sent: no row stays locked while a mail server is slow.
    """
    waiting = Message.objects.select_for_update(skip_locked=True).filter(
        sent_at=None, given_up_at=None, try_after__lte=at
    )
    if (message := waiting.order_by("try_after", "pk").first()) is None:
        return None
    message.try_after = at + PAUSES[min(message.attempts, len(PAUSES) - 1)]
    message.attempts += 1
    message.save(update_fields=["try_after", "attempts"])
    return message


def _carried(message: Message, sender: Sender, at: datetime) -> bool:
    """An error of SMTP is an OSError too, an address that is none a ValueError; whatever else goes wrong is ours."""
    try:
        sender.send(message)
    except (OSError, ValueError) as error:
        message.last_error = str(error)[:300] or type(error).__name__
        message.given_up_at = at if message.attempts > len(PAUSES) else None
    else:
        message.sent_at, message.last_error = at, ""
    message.save(update_fields=["sent_at", "given_up_at", "last_error"])
    return message.sent_at is not None
