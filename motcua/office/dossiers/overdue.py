"""Whether a dossier is late, whose the late minutes are, and whether its file may be closed: computed, never typed."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from motcua.office.dossiers import deadlines
from motcua.office.dossiers.models import Dossier, SlipKind
from motcua.worktime import overdue as worktime
from motcua.worktime.overdue import Held, Holder


def overdue(dossier: Dossier, at: datetime) -> bool:
    """Whether the date that stands had passed when the dossier was settled, or by now. Never without a term."""
    due = deadlines.standing(dossier)
    return due is not None and worktime.overdue_at(due, dossier.finished_at or at)


def minutes(dossier: Dossier, at: datetime) -> dict[Holder, int]:
    """The late working minutes by whose they are: of the unit that keeps the dossier, or of another that had it.

    A step counts for its sender until it is taken over; an opinion for the asked unit from its day to its answer.
    """
    due = deadlines.standing(dossier)
    if due is None:
        return {}
    until = dossier.finished_at or at
    stays = [Held("other_unit", since, end) for since, end in _merged(_elsewhere(dossier, until))]
    return worktime.cause(due, until, stays, deadlines.schedule_of(dossier.competent_unit))


def cause(dossier: Dossier, at: datetime) -> Holder | None:
    """Who had most of the late minutes, ours where it is even; None where there are none. A person confirms it."""
    split = minutes(dossier, at)
    most = max(split, key=lambda holder: split[holder], default=None)
    return most if most is not None and split[most] else None


def file_may_close(dossier: Dossier, at: datetime) -> bool:
    """A late dossier's file closes with the letter of apology or with the cause that a person confirmed."""
    if not overdue(dossier, at) or dossier.late_cause:
        return True
    return dossier.slips.filter(kind=SlipKind.APOLOGY, issued_at__isnull=False).exists()


def _elsewhere(dossier: Dossier, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    """When another unit had the dossier in hand, or owed an opinion after its day."""
    taken = [(step.unit_id, step.received_at) for step in dossier.steps.exclude(received_at=None)]
    for (unit, since), (_, end) in pairwise([*taken, (None, until)]):
        if unit != dossier.unit_id and since is not None and end is not None:
            yield since, min(end, until)
    for opinion in dossier.opinions.filter(due_at__lt=until):
        yield opinion.due_at, min(opinion.answered_at or until, until)


def _merged(stretches: Iterator[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """The same stretches in order, those that touch as one."""
    merged: list[tuple[datetime, datetime]] = []
    for since, end in sorted(stretch for stretch in stretches if stretch[0] < stretch[1]):
        if merged and since <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((since, end))
    return merged
