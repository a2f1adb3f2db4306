"""Which dossiers an officer may read, and one of them or a 404."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404

from motcua.office.dossiers.acts.frame import acquaint
from motcua.office.dossiers.lifecycle import OPEN, WAITING
from motcua.office.dossiers.models import Dossier
from motcua.office.dossiers.reading import READ, readable, reads, within
from motcua.office.people.models import Officer

__all__ = ["READ", "Line", "one", "readable", "reads", "tone", "with_open_step", "within"]

BESIDE = ("applicant", "submitter", "holder", "parent__unit")
ROW = ("version", "applicant", "holder", "unit")


def one(officer: Officer, on: date, dossier: int, beside: Sequence[str] = BESIDE) -> Dossier:
    """The dossier with what is read `beside` it, to whom may read it; to others it is not there."""
    found = (Dossier.objects.select_related(*beside) if beside else Dossier.objects).filter(pk=dossier).first()
    if found is not None:
        acquaint(found, officer)
    if found is None or not reads(officer, found, on):
        raise Http404
    return found


def with_open_step(rows: "QuerySet[Dossier]") -> Any:
    """Each with its open step beside it, by a join: `at_unit`, `at_role`, `taken_at`, `step_due_at`."""
    joined = rows.annotate(open_step=FilteredRelation("steps", condition=Q(steps__finished_at=None)))
    return joined.annotate(
        at_unit=F("open_step__unit__name"),
        at_role=F("open_step__role"),
        at_name=F("open_step__name"),
        taken_at=F("open_step__received_at"),
        step_due_at=F("open_step__due_at"),
        sorted_by=Coalesce("due_at", "received_at"),
    )


@dataclass(frozen=True)
class Line:
    """A dossier as a list shows it: marked late, soon, waiting or ended; with the day that counts there, if any.

    `single`: it is not done together with others.
    """

    dossier: Dossier
    tone: str
    single: bool = False
    by_day: date | None = None
    by_tone: str = ""


def tone(dossier: Dossier, now: datetime, soon: datetime) -> str:
    """late, soon, waiting, ended or nothing: how a row is marked."""
    if dossier.status in WAITING:
        return "waiting"
    if dossier.status not in OPEN:
        return "ended"
    if dossier.due_at is None:
        return ""
    return "late" if dossier.due_at < now else "soon" if dossier.due_at < soon else ""
