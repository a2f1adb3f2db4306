"""Procedures that a counter may take in today: found without diacritics, with the due date each would have."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from motcua.language import Words, plain
from motcua.office.dossiers.deadlines import schedule_of
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import terms
from motcua.office.procedures.models import Service, Version
from motcua.worktime.ledger import Line, explain, read
from motcua.worktime.term import Term

SHOWN = 20
RECEIVE = "dossier.receive"
AT_ONCE = Words(
    vi="Thủ tục trả kết quả ngay; không có ngày hẹn.", en="The result is given at once; there is no appointment."
)
NO_TERM = Words(vi="Thủ tục chưa công bố thời hạn.", en="No term was published for this procedure.")


def offered(officer: Officer, unit: Unit, on: date, act: str = RECEIVE) -> "QuerySet[Version]":
    """Versions in force that the unit takes in and whose domain is the officer's."""
    served = Service.objects.filter(unit=unit, valid_from__lte=on).exclude(valid_to__lt=on)
    rows = Version.objects.filter(
        procedure__in=served.values("procedure"), released_at__isnull=False, in_force_from__lte=on
    ).exclude(in_force_to__lt=on)
    held = [term for term in terms(officer, act, on) if term.unit == unit.pk]
    if not any(not term.domains for term in held):
        rows = rows.filter(domain__in={domain for term in held for domain in term.domains})
    return rows.select_related("procedure").order_by("domain", "name", "pk")


def found(rows: "QuerySet[Version]", words: str) -> list[Version]:
    """The first of those that the words name."""
    return list(rows.filter(matching(words))[:SHOWN])


def matching(words: str) -> Q:
    """Versions whose name has every word, or whose code begins with it. Without words all of them."""
    said = plain(words)
    named = Q()
    for word in said.split():
        named &= Q(search_name__contains=word)
    return named | Q(procedure__code__startswith=words.strip()) if said else Q()


def due(version: Version, unit: Unit, at: datetime, by: str) -> tuple[datetime | None, Words]:
    """When the result would be due if it were received now, and why."""
    if version.immediate:
        return None, AT_ONCE
    if (term := Term.told(version.term_value, version.term_unit)) is None:
        return None, NO_TERM
    schedule = schedule_of(unit)
    lines = [Line("base", at, by, "", f"{version.procedure.code} {version.version}", term)]
    return read(lines, schedule).current_due, explain(lines, schedule)
