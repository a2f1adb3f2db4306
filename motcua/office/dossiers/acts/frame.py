"""What every act has in common: the dossier locked, the officer allowed, one line in the journal."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from motcua.office.dossiers.guards.handover import open_step_of
from motcua.office.dossiers.models import Dossier
from motcua.office.journal.writing import write
from motcua.office.people.directory import unit as unit_of
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import Term, authorise
from motcua.office.procedures.in_use import version_in_use


def at_hand(dossier: Dossier) -> Unit:
    """The unit whose officers have the dossier at hand: that of its open step, else its own."""
    step = open_step_of(dossier)
    return dossier.unit if step is None else step.unit


def desk(dossier: Dossier) -> Unit:
    """Where the citizen came: papers are brought there, the result is returned there."""
    return dossier.received_by_unit


def competent(dossier: Dossier) -> Unit:
    """Whose head decides."""
    return dossier.competent_unit


def locked(
    dossier: int, act: str, *, by: Officer, at: datetime, place: Callable[[Dossier], Unit] = at_hand
) -> tuple[Dossier, Term]:
    """The dossier, locked until the transaction ends, and the term by which the officer may do the act.

    `place` says of which unit that is asked. Raises NotAllowed where they may not, Dossier.DoesNotExist where there is
    none.
    """
    found = Dossier.objects.select_for_update().get(pk=dossier)
    acquaint(found, by)
    return found, authorise(by, act, place(found), found.domain, timezone.localdate(at))


def acquaint(dossier: Dossier, by: Officer) -> None:
    """Units and version, as they were read before: every act asks for them, they hardly ever change, joins cost."""
    dossier.unit = unit_of(dossier.unit_id)
    dossier.received_by_unit = unit_of(dossier.received_by_unit_id)
    dossier.competent_unit = unit_of(dossier.competent_unit_id)
    dossier.version = version_in_use(dossier.version_id)
    if dossier.holder_id == by.pk:
        dossier.holder = by


def journal(  # noqa: PLR0913  what every line says
    act: str,
    dossier: Dossier,
    *,
    by: Officer,
    term: Term,
    at: datetime,
    unit: Unit | None = None,
    old: Mapping[str, Any] | None = None,
    new: Mapping[str, Any] | None = None,
) -> None:
    """The act's line, in the chain of the dossier's unit or of `unit`. The values name no person but officers."""
    chain = (unit or dossier.unit).unit_id
    write(act, dossier.code, unit=chain, by=by.username, authority=str(term), at=at, old=old, new=new)
