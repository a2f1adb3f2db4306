"""One act as the page offers it, and what is known of the dossier when it decides whether to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django import forms

from motcua.language import Words
from motcua.office.dossiers.digitisation import copy_of, papers_not_digitised, scans_of
from motcua.office.dossiers.guards.handover import open_step_of
from motcua.office.dossiers.lifecycle import ENDED, OPEN
from motcua.office.dossiers.models import (
    DigitalCopy,
    Dossier,
    DossierComponent,
    Leg,
    Opinion,
    PaperForm,
    Result,
    Slip,
    SlipKind,
    Status,
    Step,
)
from motcua.office.dossiers.reuse import Offer, in_store
from motcua.office.people.models import Officer, Unit


@dataclass(frozen=True)
class Situation:
    """The dossier as it is now, seen by an officer; what an act does not ask for is not read."""

    dossier: Dossier
    officer: Officer
    on: date

    @cached_property
    def step(self) -> Step | None:
        """The open step."""
        return open_step_of(self.dossier)

    @cached_property
    def result(self) -> Result | None:
        return Result.objects.filter(dossier=self.dossier).select_related("proposed_by", "approved_by").first()

    @cached_property
    def copy(self) -> DigitalCopy | None:
        """The copy by which the result is digitised."""
        return copy_of(self.dossier)

    @cached_property
    def to_scan(self) -> list[DossierComponent]:
        """Papers of which there is something to scan."""
        return list(self.dossier.components.exclude(form=PaperForm.DATA))

    @cached_property
    def declared(self) -> list[DossierComponent]:
        """Papers whose pages were declared."""
        return list(self.dossier.components.filter(declared_pages__isnull=False))

    @cached_property
    def papers_digitised(self) -> bool:
        """At least one of its papers, as the inspection counts."""
        return not papers_not_digitised().filter(pk=self.dossier.pk).exists()

    @cached_property
    def to_compare(self) -> list[DigitalCopy]:
        """Copies in use that nobody compared with the paper."""
        return [copy for copy in scans_of(self.dossier) if copy.certified_at is None and copy.source_id is None]

    @cached_property
    def in_store(self) -> list[Offer]:
        """What the applicant's store holds for papers that are not digitised."""
        return in_store(self.dossier, self.on)

    @cached_property
    def apology(self) -> Slip | None:
        """A draft that waits for its signature."""
        return Slip.objects.filter(dossier=self.dossier, kind=SlipKind.APOLOGY, issued_at=None).first()

    @cached_property
    def opinion(self) -> Opinion | None:
        """Asked of a unit, not answered."""
        return self.dossier.opinions.filter(answered_at=None).select_related("unit").order_by("pk").first()

    @cached_property
    def leg(self) -> Leg | None:
        """Asked of a unit, not taken in there."""
        return self.dossier.asked_legs.filter(taken_in=None).select_related("unit").order_by("pk").first()

    @property
    def at_hand(self) -> Unit:
        return self.dossier.unit if self.step is None else self.step.unit

    @property
    def open(self) -> bool:
        return self.dossier.status in OPEN

    @property
    def ended(self) -> bool:
        return self.dossier.status in ENDED

    @property
    def mine(self) -> bool:
        """In the officer's hand: the open step was taken over by them."""
        return self.step is not None and self.step.received_at is not None and self.step.officer_id == self.officer.pk

    @property
    def waits_for_hand(self) -> bool:
        return self.step is not None and self.step.received_at is None

    def status(self, *any_of: Status) -> bool:
        return self.dossier.status in any_of

    @property
    def proposed(self) -> bool:
        """A proposal of another waits for the head."""
        found = self.result
        return (
            found is not None
            and found.approved_at is None
            and found.sent_back_at is None
            and found.proposed_by_id != self.officer.pk
        )


class ActForm(forms.Form):
    """The fields of an act; those that depend on the dossier are filled in `prepare`.

    `warning` is said before the act is done, and stops nobody.
    """

    warning: str = ""

    def __init__(self, *args: Any, now: Situation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.prepare()

    def prepare(self) -> None:
        """Choices that depend on the dossier."""


Said = Mapping[str, Any]
Place = Callable[[Situation], Unit]


def at_hand(now: Situation) -> Unit:
    return now.at_hand


def desk(now: Situation) -> Unit:
    return now.dossier.received_by_unit


def competent(now: Situation) -> Unit:
    return now.dossier.competent_unit


def asked(now: Situation) -> Unit:
    return now.at_hand if now.opinion is None else now.opinion.unit


def leg_unit(now: Situation) -> Unit:
    return now.at_hand if now.leg is None else now.leg.unit


@dataclass(frozen=True)
class DeskAct:
    """`act` is what the policy calls it; `fits` spares officers what the office would refuse anyway."""

    name: str
    act: str
    title: Words
    form: type[ActForm]
    fits: Callable[[Situation], bool]
    call: Callable[[Situation, Said, Officer, datetime], object]
    place: Place = at_hand
    grave: bool = False
