"""The one-stop's forms as slips: numbered, with the values they are printed from, so that they print again alike."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import prefetch_related_objects
from django.utils import timezone

from motcua.office.dossiers import numbering, printed
from motcua.office.dossiers.models import Dossier, Slip, SlipKind
from motcua.office.people.models import Officer

SIGNS = {
    SlipKind.RECEIPT: "TNHS",
    SlipKind.SUPPLEMENT: "HDHS",
    SlipKind.REFUSAL: "TNHS",
    SlipKind.APOLOGY: "PXL",
    SlipKind.TERMINATION: "TBDGQ",
    SlipKind.CONTROL: "PKS",
    SlipKind.FEE: "PT",
}


def receipt(dossier: Dossier, *, by: Officer, at: datetime) -> Slip:
    """The receipt with its list of papers and the appointment."""
    prefetch_related_objects([dossier], "components")  # counted here, named on the receipt
    return issued(dossier, SlipKind.RECEIPT, by=by, at=at, component_rows=dossier.components.count())


def control_slip(dossier: Dossier, *, by: Officer, at: datetime) -> Slip:
    """The control slip; its rows are the hand-overs, which are kept as steps."""
    return issued(dossier, SlipKind.CONTROL, by=by, at=at)


def supplement(dossier: Dossier, wanted: Sequence[str], reason: str, *, by: Officer, at: datetime) -> Slip:
    """What is missing and why: `said` holds `wanted` and `reason`."""
    said = {"wanted": list(wanted), "reason": reason}
    return issued(dossier, SlipKind.SUPPLEMENT, by=by, at=at, component_rows=len(wanted), said=said)


def refusal(dossier: Dossier, reason: str, *, by: Officer, at: datetime, signed_by: Officer | None = None) -> Slip:
    """Why nothing is granted: of the desk, or signed by the head after assessment. `said` holds `reason`."""
    return issued(dossier, SlipKind.REFUSAL, by=by, at=at, signed_by=signed_by, said={"reason": reason})


def termination(dossier: Dossier, reason: str, *, by: Officer, at: datetime) -> Slip:
    """Why work on the dossier ends, signed by the head. `said` holds `reason`."""
    return issued(dossier, SlipKind.TERMINATION, by=by, at=at, signed_by=by, said={"reason": reason})


def apology(
    dossier: Dossier, reason: str, fault: str, new_due_at: datetime | None, *, by: Officer, at: datetime
) -> Slip:
    """A draft, without number and day until the head signs it."""
    return Slip.objects.create(
        unit=dossier.unit,
        dossier=dossier,
        kind=SlipKind.APOLOGY,
        drafted_at=at,
        by=by,
        reason=reason,
        fault=fault,
        due_at=dossier.due_at,
        new_due_at=new_due_at,
    )


def issued(  # noqa: PLR0913  what every form says
    dossier: Dossier,
    kind: SlipKind,
    *,
    by: Officer,
    at: datetime,
    signed_by: Officer | None = None,
    component_rows: int = 0,
    said: Mapping[str, object] | None = None,
) -> Slip:
    """A form given out now, with the next number of its kind and year."""
    slip = Slip(
        unit=dossier.unit,
        dossier=dossier,
        kind=kind,
        drafted_at=at,
        by=by,
        signed_by=signed_by,
        due_at=dossier.due_at,
        component_rows=component_rows,
        said=dict(said or {}),
    )
    number(slip, at)
    slip.save(force_insert=True)
    return slip


def number(slip: Slip, at: datetime) -> None:
    """Give the slip its number and day; what it says from then on is frozen in `said`. The slip is not saved."""
    on = timezone.localdate(at)
    kind = SlipKind(slip.kind)
    slip.number, slip.year, slip.issued_at = numbering.slip_number(slip.unit, kind, on, SIGNS[kind]), on.year, at
    if (values := printed.values(slip)) is not None:
        slip.said |= {"printed": printed.frozen(values)}
