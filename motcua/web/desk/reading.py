"""Which dossiers an officer may read, and one of them or a 404."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.db.models import Exists, F, FilteredRelation, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404

from motcua.office.dossiers.acts.frame import acquaint
from motcua.office.dossiers.lifecycle import OPEN, WAITING
from motcua.office.dossiers.models import Dossier, Leg, Opinion, Step
from motcua.office.people.models import Officer
from motcua.office.people.policy import may, narrowed

READ = "dossier.read"
BESIDE = ("applicant", "submitter", "holder", "parent__unit")
ROW = ("version", "applicant", "holder", "unit")


def within(rows: Any, officer: Officer, act: str, on: date, **columns: str) -> Any:
    """`policy.narrowed`, its rows of the kind that came in."""
    return narrowed(cast("QuerySet[Model]", rows), officer, act, on, **columns)


def readable(officer: Officer, on: date) -> "QuerySet[Dossier]":
    """Kept by the officer's units, decided there, at hand there once, or asked of them for an opinion."""
    rows = Dossier.objects.all()
    place = {"unit": "unit", "domain": "dossier__domain"}
    steps = within(Step.objects.filter(dossier=OuterRef("pk")), officer, READ, on, **place)
    asked = within(Opinion.objects.filter(dossier=OuterRef("pk")), officer, READ, on, **place)
    leg = within(
        Leg.objects.filter(parent=OuterRef("pk"), taken_in=None),
        officer,
        READ,
        on,
        unit="unit",
        domain="parent__domain",
    )
    own = within(rows, officer, READ, on)
    competent = within(rows, officer, READ, on, unit="competent_unit")
    return cast(
        "QuerySet[Dossier]",
        own | competent | rows.filter(Exists(steps)) | rows.filter(Exists(asked)) | rows.filter(Exists(leg)),
    )


def one(officer: Officer, on: date, dossier: int, beside: Sequence[str] = BESIDE) -> Dossier:
    """The dossier with what is read `beside` it, to whom may read it; to others it is not there."""
    found = (Dossier.objects.select_related(*beside) if beside else Dossier.objects).filter(pk=dossier).first()
    if found is not None:
        acquaint(found, officer)
    if found is None or not reads(officer, found, on):
        raise Http404
    return found


def reads(officer: Officer, dossier: Dossier, on: date) -> bool:
    """What `readable` says of one dossier; of those kept by the officer's units without asking the database."""
    own = any(may(officer, READ, unit, dossier.domain, on) for unit in (dossier.unit, dossier.competent_unit))
    return own or readable(officer, on).filter(pk=dossier.pk).exists()


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
