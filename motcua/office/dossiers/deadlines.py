"""The due date of a dossier: its ledger kept as rows, read by the working time of its unit."""

import time
from datetime import datetime
from functools import lru_cache

from django.db.models import Q
from django.utils import timezone

from motcua.law import law
from motcua.office.dossiers.models import Channel, Dossier, DueLine, DueLineKind
from motcua.office.people.models import Officer, Role, Unit
from motcua.office.procedures.editions import edition
from motcua.office.procedures.models import Process, ProcessStep
from motcua.worktime.layers import layered
from motcua.worktime.ledger import Due, Line, read
from motcua.worktime.lines import KINDS
from motcua.worktime.office_hours import changes_in, national_schedule
from motcua.worktime.schedule import Schedule
from motcua.worktime.term import Term

SEEN_WITHIN = 60  # seconds until a process sees a decision on working time that another wrote


def schedule_of(unit: Unit) -> Schedule:
    """The working time of a unit: the nation's, changed by what the units above it and it itself decided."""
    return _schedule(unit.pk, int(time.monotonic()) // SEEN_WITHIN)


@lru_cache(maxsize=512)
def _schedule(unit: int, since: int) -> Schedule:  # noqa: ARG001  `since` lets what was kept grow old
    line: list[Unit] = []
    above: Unit | None = Unit.objects.get(pk=unit)
    while above is not None:
        line.append(above)
        above = above.parent
    decided = [one for place in reversed(line) for one in place.working_time_decisions.order_by("pk")]
    changes = [change for one in decided for change in changes_in(one.changes, one.decision)]
    return layered(national_schedule(), *changes) if changes else national_schedule()


def term_of(dossier: Dossier) -> Term | None:
    """The legal term of the dossier's version, None where it has none or gives its result at once."""
    version = dossier.version
    return None if version.immediate else Term.told(version.term_value, version.term_unit)


def answer_by(submitted: Dossier) -> datetime | None:
    """Until when the citizen hears of what was filed; None for the post and where no law of that day says so.

    What comes online outside office hours counts from the next session.
    """
    if submitted.channel != Channel.ONLINE:
        return None
    hours = law().values["submission_answer_hours"].on(timezone.localdate(submitted.received_at))
    if hours is None:
        return None
    schedule = schedule_of(submitted.received_by_unit)
    return schedule.due(schedule.next_open(submitted.received_at), Term(int(hours.value), "hour"))


def base_line(dossier: Dossier, *, by: Officer, within: datetime | None = None) -> DueLine | None:
    """The first line of the ledger; sets both due dates of the dossier, saves neither. None without a term.

    `within`: of a linked leg, which is due at that very moment where its own term would end later, so that the legs of
    a whole add up to it; at once where that moment has passed.
    """
    if (term := term_of(dossier)) is None:
        return None
    due_at = schedule_of(dossier.competent_unit).due(dossier.received_at, term)
    set_to = max(within, dossier.received_at) if within is not None and due_at > within else None
    dossier.first_due_at = dossier.due_at = set_to or due_at
    return DueLine(
        dossier=dossier,
        no=1,
        kind=DueLineKind.BASE,
        at=dossier.received_at,
        by=by,
        rule=f"{dossier.version.procedure.code}, {edition(dossier.version, 'vi')}",
        term_value=term.value,
        term_unit=term.unit,
        new_due_at=set_to,
    )


def add(
    dossier: Dossier,
    kind: DueLineKind,
    *,
    by: Officer,
    at: datetime,
    document: str = "",
    new_due_at: datetime | None = None,
) -> Due | None:
    """One more line; the dossier's due date and waiting follow from the whole ledger, the dossier is not saved.

    None, and no line, where the dossier has no term. Raises Refusal where the line cannot follow those before it.
    """
    if not (lines := list(dossier.due_lines.select_related("by"))):
        return None
    line = DueLine(
        dossier=dossier, no=len(lines) + 1, kind=kind, at=at, by=by, document=document, new_due_at=new_due_at
    )
    due = _read([*lines, line], dossier.competent_unit)
    line.save(force_insert=True)
    dossier.due_at, dossier.waiting_minutes = due.current_due, due.waiting_minutes
    return due


def standing(dossier: Dossier) -> Due | None:
    """What the ledger says now, None for a dossier without a term."""
    lines = ledger(dossier)
    return read(lines, schedule_of(dossier.competent_unit)) if lines else None


def step_due(dossier: Dossier, name: str, unit: Unit, role: Role, at: datetime) -> datetime | None:
    """When a step sent now is due by the newest released process; None where that gives the step no term.

    Of several steps of the role in the unit the one of that name counts, else the first.
    """
    process = Process.objects.filter(
        unit=dossier.competent_unit, version=dossier.version, released_at__lte=at
    ).order_by("-number")
    found = ProcessStep.objects.filter(process=process.values("pk")[:1], role=role).filter(
        Q(unit=unit) | Q(unit=None, process__unit=unit)
    )
    steps = list(found)
    step = next((one for one in steps if one.name == name), steps[0] if steps else None)
    term = None if step is None else Term.told(step.term_value, step.term_unit)
    return None if term is None else schedule_of(unit).due(at, term)


def ledger(dossier: Dossier) -> list[Line]:
    """The lines as working time reads them."""
    return [_line(line) for line in dossier.due_lines.select_related("by")]


def _read(lines: list[DueLine], unit: Unit) -> Due:
    return read([_line(line) for line in lines], schedule_of(unit))


def _line(line: DueLine) -> Line:
    return Line(
        kind=KINDS[line.kind],
        at=line.at,
        by=line.by.full_name,
        document=line.document,
        rule=line.rule,
        term=Term.told(line.term_value, line.term_unit),
        new_due=line.new_due_at,
    )
