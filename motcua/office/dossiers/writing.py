"""The one-stop's forms as slips: numbered, with the values they are printed from, so that they print again alike."""

from datetime import datetime

from django.utils import timezone

from motcua.office.dossiers import numbering
from motcua.office.dossiers.models import Dossier, Slip, SlipKind
from motcua.office.people.models import Officer


def receipt(dossier: Dossier, *, by: Officer, at: datetime) -> Slip:
    """The receipt with its list of papers and the appointment."""
    rows = dossier.components.count()
    return _slip(dossier, SlipKind.RECEIPT, "TNHS", by=by, at=at, component_rows=rows)


def control_slip(dossier: Dossier, *, by: Officer, at: datetime) -> Slip:
    """The control slip; its rows are the hand-overs, which are kept as steps."""
    return _slip(dossier, SlipKind.CONTROL, "PKS", by=by, at=at)


def _slip(dossier: Dossier, kind: SlipKind, sign: str, *, by: Officer, at: datetime, component_rows: int = 0) -> Slip:
    number = numbering.slip_number(dossier.unit, kind, timezone.localdate(at), sign)
    return Slip.objects.create(
        unit=dossier.unit,
        dossier=dossier,
        kind=kind,
        number=number,
        drafted_at=at,
        issued_at=at,
        by=by,
        due_at=dossier.due_at,
        component_rows=component_rows,
    )
