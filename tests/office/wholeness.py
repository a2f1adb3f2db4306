"""Whether the office's database is whole: what every dossier must have, whatever happened to who worked on it."""

import json
from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterator

from django.db import connection, transaction

from motcua.office.dossiers import lifecycle
from motcua.office.dossiers.models import (
    BookEntry,
    Counter,
    Dossier,
    DueLineKind,
    Result,
    Slip,
    SlipKind,
    Status,
)
from motcua.office.journal.models import Entry
from motcua.office.journal.verifying import verify

PARTS = (
    "steps", "slips", "book_entries", "components", "version__components", "due_lines", "charges", "payments",
)  # fmt: skip
Series = tuple[str, str, str]  # unit, what is numbered, period


def faults() -> list[str]:
    """What is half done, of one moment. Knows the acts of a straight life; empty where all is whole."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        lines: dict[str, list[Entry]] = defaultdict(list)
        for line in Entry.objects.order_by("pk"):
            lines[line.subject].append(line)
        kept = Dossier.objects.select_related("version", "result", "certification").prefetch_related(*PARTS)
        found = [f"{one.code}: {fault}" for one in kept for fault in _of(one, lines[one.code])]
        return [*found, *_numbers(), *(str(fault) for fault in verify())]


def _of(one: Dossier, lines: list[Entry]) -> Iterator[str]:
    said = [new["status"] for new in (json.loads(line.new) for line in lines) if "status" in new]
    if said[-1:] != [one.status]:
        yield f"it is {one.status}, the journal tells {said}"
    yield from _given_at_reception(one)
    acts = Tally(line.act for line in lines)
    acts["dossier.proposed"] = min(acts["dossier.proposed"], 1)  # a proposal may be replaced
    if acts["dossier.work_handed_over"]:
        acts["dossier.passed_on"] = len(one.steps.all()) - 1  # some steps were begun by that act
    differing = {act: (acts[act], rows) for act, rows in _rows(one) if acts[act] != rows}
    if differing:
        yield f"lines in the journal and rows differ: {differing}"
    if (one.finished_at is not None) != (one.status in lifecycle.ENDED):
        yield "its end and its status differ"
    if sum(step.finished_at is None for step in one.steps.all()) != (one.holder_id is not None):
        yield "open steps and who answers differ"


def _given_at_reception(one: Dossier) -> Iterator[str]:
    at_once = one.version.immediate
    slips = Tally(slip.kind for slip in one.slips.all())
    books = {line.kind for line in one.book_entries.all()}
    if (slips[SlipKind.RECEIPT], slips[SlipKind.CONTROL]) != ((0, 0) if at_once else (1, 1)):
        yield f"its slips are {dict(slips)}"
    if books != ({"tracking", "certification"} if at_once else {"tracking"}) or not one.register_no:
        yield f"it stands in the books {books} as {one.register_no!r}"
    if len(one.components.all()) < len(one.version.components.all()):
        yield "papers are missing"
    if not any(step.no == 1 for step in one.steps.all()):
        yield "the first step is missing"


def _rows(one: Dossier) -> Iterator[tuple[str, int]]:
    """How many lines of each act the journal must have, by what the act leaves elsewhere."""
    result = getattr(one, "result", None)
    if one.version.immediate:
        yield "dossier.certified_at_once", int(result is not None and hasattr(one, "certification"))
        yield "dossier.certified_at_once", len(one.payments.all())
        return
    due = Tally(line.kind for line in one.due_lines.all())
    slips = Tally(slip.kind for slip in one.slips.all())
    yield "dossier.received", due[DueLineKind.BASE]
    yield "dossier.passed_on", len(one.steps.all()) - 1
    yield "dossier.taken_over", sum(step.received_at is not None for step in one.steps.all()) - 1
    yield "dossier.supplement_asked", one.supplement_requests
    yield "dossier.supplement_asked", due[DueLineKind.PAUSE]
    yield "dossier.supplement_asked", slips[SlipKind.SUPPLEMENT]
    yield "dossier.resubmitted", due[DueLineKind.RESTART]
    yield "dossier.resubmitted", len(one.components.all()) - len(one.version.components.all())
    yield "dossier.apology_drafted", slips[SlipKind.APOLOGY]
    yield "dossier.apologised", sum(slip.kind == SlipKind.APOLOGY and bool(slip.number) for slip in one.slips.all())
    yield "dossier.apologised", due[DueLineKind.EXTENSION]
    yield "dossier.charged", len(one.charges.all())
    yield "dossier.paid", len(one.payments.all())
    yield "dossier.paid", slips[SlipKind.FEE]
    yield "dossier.proposed", int(result is not None)
    yield "dossier.approved", int(result is not None and result.approved_at is not None)
    yield "dossier.settled", int(result is not None and result.issued_at is not None)
    yield "dossier.settled", int(one.status in (Status.SETTLED, Status.RETURNED))
    yield "dossier.returned", int(one.returned_at is not None)


def _numbers() -> Iterator[str]:
    """Series that have a double or a gap, or are not what their counter says."""
    drawn = _drawn()
    counted = {(one.unit.unit_id, one.what, one.period): one.last for one in Counter.objects.select_related("unit")}
    for series in sorted({*drawn, *counted}):
        if sorted(drawn[series]) != list(range(1, counted.get(series, 0) + 1)):
            yield f"{series}: {sorted(drawn[series])}, its counter says {counted.get(series)}"


def _drawn() -> dict[Series, list[int]]:
    drawn: dict[Series, list[int]] = defaultdict(list)
    for code, unit in Dossier.objects.values_list("code", "unit__unit_id"):
        _, day, number = code.split("-")
        drawn[unit, "dossier", day].append(int(number))
    for line in BookEntry.objects.select_related("unit"):
        drawn[line.unit.unit_id, line.kind, str(line.year)].append(line.serial)
    for slip in Slip.objects.exclude(number="").select_related("unit"):
        drawn[slip.unit.unit_id, slip.kind, str(slip.year)].append(int(slip.number.split("/")[0]))
    for result in Result.objects.filter(number__endswith="/KQ").select_related("dossier__unit"):
        year = str(result.issued_at and result.issued_at.year)
        drawn[result.dossier.unit.unit_id, "result", year].append(int(result.number.split("/")[0]))
    return drawn
