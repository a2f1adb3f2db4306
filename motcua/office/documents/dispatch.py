"""By when a signed document goes out: that day, the next working day at the latest; urgent ones at once."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from motcua.language import Refusal
from motcua.office.documents.models import OutgoingDocument, Urgency
from motcua.worktime import national_calendar


def issue_by(document: OutgoingDocument) -> date | None:
    """The last day to issue it, None while it is not signed. By the national calendar, else by weekdays."""
    if document.signed_at is None:
        return None
    signed_on = timezone.localdate(document.signed_at)
    return signed_on if document.urgency != Urgency.NORMAL else _next_worked(signed_on)


def late(document: OutgoingDocument, at: datetime) -> bool:
    """Whether it goes out, or went out, after its last day."""
    last = issue_by(document)
    return last is not None and timezone.localdate(document.issued_at or at) > last


def _next_worked(day: date) -> date:
    following = day + timedelta(days=1)
    while not _worked(following):
        following += timedelta(days=1)
    return following


def _worked(day: date) -> bool:
    try:
        return national_calendar().works(day)
    except Refusal:  # a year whose days off nobody published yet
        return day.weekday() < 5
