"""Who may sign a document, in whose name, by what: asked before a signature is asked for and before it is taken."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from motcua.language import Refusal, Words
from motcua.office.documents.kinds import kind
from motcua.office.documents.letterheads import named
from motcua.office.documents.models import Delegation, Mode
from motcua.office.people.models import Officer, Position, Role, Unit
from motcua.office.people.policy import NotAllowed, Term, authority, holders, lasting, works_in

ACTING = (Mode.FOR, Mode.BY_ORDER, Mode.BY_AUTHORITY)
NOT_COMPETENT = Words(
    vi="{officer} không có thẩm quyền ký “{kind}” của {unit} theo hình thức {mode} vào ngày này; "
    "phải là người đứng đầu hoặc người được giao bằng quyết định còn hiệu lực.",
    en="{officer} may not sign “{kind}” of {unit} as {mode} that day; only the head, or an officer charged by a "
    "decision in force, may sign.",
)


@dataclass(frozen=True)
class Competence:
    """By what an officer signs: their term as head, or a delegation."""

    term: Term | None = None
    delegation: Delegation | None = None

    def __str__(self) -> str:
        """As the journal writes it."""
        return str(self.term) if self.delegation is None else f"delegation {self.delegation.pk}"


class NotCompetent(NotAllowed):
    """The officer may not sign this. The message is fit to show."""


def competence(unit: Unit, kind_code: str, officer: Officer, mode: str, on: date) -> Competence:
    """By what the officer may sign. Raises NotCompetent where they may not.

    The head signs in their own name or for the body (TM.); whoever substitutes the head signs for them (KT.); all
    others need a decision of that mode which names the kind, and must still be working in the unit.
    """
    term = authority(officer, "document.sign", unit, None, on)
    if term is not None and (term.substitution is None) == (mode in (Mode.OWN, Mode.BODY)) and mode not in ACTING[1:]:
        return Competence(term=term)
    if mode in ACTING and works_in(officer, unit, on):
        for given in in_force(unit, officer, mode, kind_code, on):
            return Competence(delegation=given)
    raise NotCompetent(NOT_COMPETENT, officer=officer, kind=kind(kind_code).name, unit=unit.name, mode=Mode(mode).label)


def competent(unit: Unit, kind_code: str, officer: Officer, mode: str, on: date) -> bool:
    """Whether the officer may sign it so."""
    try:
        competence(unit, kind_code, officer, mode, on)
    except Refusal:
        return False
    return True


def in_force(unit: Unit, officer: Officer, mode: str, kind_code: str, on: date) -> list[Delegation]:
    """The decisions by which the officer signs this kind so that day."""
    that_day = Q(from_on__lte=on) & (Q(to_on=None) | Q(to_on__gte=on))
    given = Delegation.objects.filter(that_day, unit=unit, officer=officer, mode=mode).order_by("pk")
    return [one for one in given if not one.kinds or kind_code in one.kinds]


def title_of(unit: Unit, kind_code: str, officer: Officer, mode: str, on: date) -> str:
    """The signer's title where none is told: by the decision in force, by their position, else what the head is called.

    Whoever acts for the head never bears the head's title: empty where neither decision nor position names another.
    """
    if mode in ACTING:
        for given in in_force(unit, officer, mode, kind_code, on):
            return given.title
    there = Position.objects.filter(lasting(on), officer=officer, unit=unit).exclude(title="").order_by("-from_on")
    if mode in ACTING:
        return there.exclude(role=Role.HEAD).values_list("title", flat=True).first() or ""
    return there.filter(role=Role.HEAD).values_list("title", flat=True).first() or named(unit).head_title


def signers(unit: Unit, kind_code: str, on: date) -> list[tuple[Officer, Mode, str]]:
    """Who may be named as the signer of such a document: officer, mode, title; the title empty where none is told."""
    from_decisions = [
        (one.officer, Mode(one.mode), one.title)
        for one in Delegation.objects.filter(unit=unit, from_on__lte=on).select_related("officer").order_by("pk")
        if (one.to_on is None or one.to_on >= on) and (not one.kinds or kind_code in one.kinds)
    ]
    return [found for found in (*_heads(unit, on), *from_decisions) if competent(unit, kind_code, *found[:2], on)]


def _heads(unit: Unit, on: date) -> list[tuple[Officer, Mode, str]]:
    heads = holders(unit, Role.HEAD, None, on)
    return [(officer, mode, "") for officer in heads for mode in (Mode.OWN, Mode.BODY, Mode.FOR)]
