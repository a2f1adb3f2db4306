"""Which dossiers an officer may read."""

from datetime import date
from typing import Any, cast

from django.db.models import Exists, Model, OuterRef, QuerySet

from motcua.office.dossiers.models import Dossier, Leg, Opinion, Step
from motcua.office.people.models import Officer
from motcua.office.people.policy import may, narrowed

READ = "dossier.read"


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


def reads(officer: Officer, dossier: Dossier, on: date) -> bool:
    """What `readable` says of one dossier; of those kept by the officer's units without asking the database."""
    own = any(may(officer, READ, unit, dossier.domain, on) for unit in (dossier.unit, dossier.competent_unit))
    return own or readable(officer, on).filter(pk=dossier.pk).exists()
