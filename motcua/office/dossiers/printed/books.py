"""Books and the stock-flow report of a unit over a period, out of its dossiers."""

from datetime import date, datetime, timedelta
from datetime import timezone as zones
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from motcua.office.dossiers.lifecycle import ENDED
from motcua.office.dossiers.models import BookEntry, BookKind, Certification, Channel, Dossier, Status
from motcua.office.dossiers.printed.slips import letterhead, party
from motcua.office.people.models import Unit
from motcua.printing.forms import (
    BookLine,
    CertificationBook,
    CertificationLine,
    StockFlow,
    StockFlowRow,
    TrackingBook,
)

VIETNAM = zones(timedelta(hours=7))
SETTLED = Q(finished_at__isnull=False)


def tracking_book(unit: Unit, since: date, until: date) -> TrackingBook:
    """The lines of the tracking book entered between two days of one year, both included."""
    entries = _entries(unit, BookKind.TRACKING, since, until)
    lines = [_tracked(entry) for entry in entries]
    return TrackingBook(letterhead=letterhead(unit), year=since.year, opened_on=since, lines=lines)


def certification_book(unit: Unit, since: date, until: date) -> CertificationBook:
    """The lines of the certification book entered between two days of one year, both included."""
    entries = _entries(unit, BookKind.CERTIFICATION, since, until)
    certified = {one.dossier_id: one for one in Certification.objects.filter(dossier__book_entries__in=entries)
                 .select_related("certified_by")}  # fmt: skip
    lines = [_certified(entry, certified.get(entry.dossier_id)) for entry in entries]
    return CertificationBook(letterhead=letterhead(unit), year=since.year, opened_on=since, lines=lines)


def stock_flow(unit: Unit, since: date, until: date) -> StockFlow:
    """What was carried over, came in, was settled and stays open, by domain; both days included.

    Raises Refusal where the figures do not add up.
    """
    rows = tuple(_flow(unit, since, until).values_list(*StockFlowRow.__dataclass_fields__))
    report = StockFlow(
        letterhead=letterhead(unit), since=since, until=until, rows=tuple(StockFlowRow(*row) for row in rows)
    )
    report.check()
    return report


def _flow(unit: Unit, since: date, until: date) -> "QuerySet[Dossier, Any]":
    """Settled is closed in the period; late is closed, or still open at its end, after the due moment."""
    begin, end = _start(since), _start(until + timedelta(days=1))
    came, settled = Q(received_at__gte=begin), Q(finished_at__lt=end)
    still = Q(finished_at=None) | Q(finished_at__gte=end)
    due_day = Q(finished_at__lt=F("due_at"), finished_at__date__lt=F("due_at__date"))
    late = Q(finished_at__gt=F("due_at"))
    overdue = Q(due_at__lt=end)
    counted = {
        "carried_over": ~came,
        "online": came & Q(channel=Channel.ONLINE),
        "direct": came & ~Q(channel=Channel.ONLINE),
        "early": settled & due_day,
        "on_time": settled & ~due_day & ~late | settled & Q(due_at=None),
        "late": settled & late,
        "open_in_time": still & ~overdue | still & Q(due_at=None),
        "open_late": still & overdue,
    }
    at_hand = (
        Dossier.objects.filter(unit=unit, received_at__lt=end)
        .filter(Q(finished_at=None) | Q(finished_at__gte=begin))
        .exclude(status=Status.NOT_RECEIVED)
        .exclude(register_no="")
    )  # fmt: skip  what was filed and not accepted
    return (
        at_hand.values(field=F("domain"))
        .annotate(**{name: Count("pk", filter=condition) for name, condition in counted.items()})
        .order_by("field")
    )


def _start(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=VIETNAM)


def _entries(unit: Unit, kind: BookKind, since: date, until: date) -> list[BookEntry]:
    found = BookEntry.objects.filter(
        unit=unit,
        kind=kind,
        year=since.year,
        entered_at__gte=_start(since),
        entered_at__lt=_start(until + timedelta(1)),
    )
    related = ("dossier__applicant", "dossier__version", "dossier__competent_unit")
    return list(found.select_related(*related).order_by("serial"))


def _tracked(entry: BookEntry) -> BookLine:
    dossier = entry.dossier
    return BookLine(
        serial=entry.serial,
        code=dossier.code,
        procedure=dossier.version.name,
        sets=dossier.sets,
        party=party(dossier.applicant),
        settling=dossier.competent_unit.name,
        received_on=timezone.localdate(dossier.received_at),
        due_on=_day(dossier.due_at),
        returned_on=_day(dossier.returned_at),
        way=dossier.get_return_way_display(),
        note="" if dossier.status not in ENDED or dossier.returned_at else dossier.get_status_display(),
    )


def _certified(entry: BookEntry, certified: Certification | None) -> CertificationLine:
    dossier = entry.dossier
    return CertificationLine(
        serial=entry.serial,
        on=timezone.localdate(entry.entered_at),
        requester=dossier.applicant.name,
        kind=dossier.version.name,
        document="" if certified is None else certified.document,
        copies=0 if certified is None else certified.copies,
        signer="" if certified is None else certified.certified_by.full_name,
        fee=dossier.fee_paid,
    )


def _day(at: datetime | None) -> date | None:
    return None if at is None else timezone.localdate(at)
