"""What each paper of a one-stop desk says, as values.

The fields stand in the order in which offices print them. The annexes of circulars 01/2018 and 03/2025 themselves
were not available: every sentence around the fields is our own wording, not that of the law.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from motcua.printing.document import Signer
from motcua.printing.forms.checks import (
    aware,
    continued,
    in_order,
    later,
    listed,
    worded,
)


@dataclass(frozen=True)
class Letterhead:
    """Who prints: the agency over it (or empty), the agency, its one-stop desk, the place for the date line."""

    agency_above: str
    agency: str
    desk: str
    place: str


@dataclass(frozen=True)
class Party:
    """A citizen or an organisation as addressed on paper. What is empty is left as a dotted line to fill by hand."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Paper:
    """A component handed in; `form` is `Bản chính`, `Bản sao` and the like."""

    no: int
    name: str
    form: str
    quantity: int


@dataclass(frozen=True)
class Dossier:
    """What every slip names of its dossier. The day of `received_at` chooses the set of forms."""

    code: str
    procedure_code: str
    procedure: str
    party: Party
    received_at: datetime

    def __post_init__(self) -> None:
        aware(self.received_at)


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What all slips share. `number` None leaves the number blank; an empty `notation` prints no number line."""

    letterhead: Letterhead
    dossier: Dossier
    on: date
    number: int | None = None
    notation: str = ""


@dataclass(frozen=True, kw_only=True)
class Receipt(Slip):
    """Form 01. `term` as the procedure says (`03 ngày làm việc`); `fee` None is left blank, 0 is none.

    No `due_at`: no appointment is made, `no_date` says what is instead of one.
    """

    papers: tuple[Paper, ...]
    sets: int
    term: str
    due_at: datetime | None
    collect_at: str
    receiver: str
    submitter: str = ""  # who brought it, where the name is to be printed under the signature
    fee: int | None = None
    volume: str = ""
    serial: int | None = None
    settling: str = ""  # named where another agency than the receiving one decides
    lookup: str = ""
    hotline: str = ""
    no_date: str = ""
    notation: str = "BPTNTKQ"

    def __post_init__(self) -> None:
        if self.due_at is not None:
            aware(self.due_at)
        listed(self.papers, self.dossier.code)


@dataclass(frozen=True, kw_only=True)
class SupplementRequest(Slip):
    """Form 02: everything that is missing, at once, and why."""

    wanted: tuple[str, ...]
    reason: str
    officer: str
    contact: str = ""
    notation: str = "HDHS"

    def __post_init__(self) -> None:
        listed(self.wanted, self.dossier.code)
        worded(self.reason, self.dossier.code)


@dataclass(frozen=True, kw_only=True)
class Refusal(Slip):
    """Form 03. Refused at the desk, the officer signs; after assessment, `signer` of the agency in the officer's stead.

    Who signs after assessment is from memory: whoever calls decides by giving `signer` or not.
    """

    reason: str
    officer: str = ""
    submitter: str = ""
    signer: Signer | None = None
    contact: str = ""
    notation: str = "TNHS"

    def __post_init__(self) -> None:
        worded(self.reason, self.dossier.code)


@dataclass(frozen=True, kw_only=True)
class Apology(Slip):
    """Form 04: the promised moment, the reason, the one new moment; signed by the head of the agency at fault.

    `late` False: for a mistake or lost papers. No `new_due_at`: none is promised, as where the dossier is settled.
    """

    due_at: datetime | None
    reason: str
    new_due_at: datetime | None
    signer: Signer
    late: bool = True
    recipients: tuple[str, ...] = ("Như trên", "Bộ phận Một cửa", "Lưu: VT")
    notation: str = "PXL"

    def __post_init__(self) -> None:
        for moment in (self.due_at, self.new_due_at):
            if moment is not None:
                aware(moment)
        worded(self.reason, self.dossier.code)
        if self.due_at is not None and self.new_due_at is not None:
            later(self.due_at, self.new_due_at, self.dossier.code)


@dataclass(frozen=True, kw_only=True)
class Termination(Slip):
    """Form 05 since 1 July 2025: settlement stops without a result, and why."""

    stopped_at: datetime
    reason: str
    signer: Signer
    basis: str = ""
    contact: str = ""
    recipients: tuple[str, ...] = ("Như trên", "Bộ phận Một cửa", "Lưu: VT")
    notation: str = "TB"

    def __post_init__(self) -> None:
        aware(self.stopped_at)
        worded(self.reason, self.dossier.code)


class Verdict(StrEnum):
    """How a stage ended beside its deadline."""

    EARLY = "early"
    ON_TIME = "on time"
    LATE = "late"


@dataclass(frozen=True)
class HandOver:
    """One row of a control slip. What is not known yet (`received_at`, `verdict`) stays blank on paper."""

    from_unit: str
    to_unit: str
    sent_at: datetime
    received_at: datetime | None
    giver: str
    receiver: str
    verdict: Verdict | None = None
    note: str = ""

    def __post_init__(self) -> None:
        aware(self.sent_at)
        if self.received_at is not None:
            aware(self.received_at)


@dataclass(frozen=True, kw_only=True)
class ControlSlip(Slip):
    """Form 05, since July 2025 form 06: one row a hand-over, in order of time; rows are added and never changed."""

    settling: str
    cooperating: tuple[str, ...] = ()
    rows: tuple[HandOver, ...] = ()

    def __post_init__(self) -> None:
        in_order([row.sent_at for row in self.rows], self.dossier.code)

    def handed_over(self, row: HandOver) -> ControlSlip:
        """The slip with one more row; refused where the row is earlier than the last."""
        return replace(self, rows=(*self.rows, row))

    def check_continues(self, earlier: ControlSlip) -> None:
        """Refuses a slip that does not begin with every row of the one printed before."""
        continued(self.rows, earlier.rows, self.dossier.code)


@dataclass(frozen=True)
class Charge:
    """One fee or charge in whole đồng."""

    name: str
    amount: int


@dataclass(frozen=True, kw_only=True)
class FeeSlip(Slip):
    """What is to be paid or was paid for a dossier. In no circular's set, and never a receipt of the treasury."""

    charges: tuple[Charge, ...]
    collector: str
    paid_at: datetime | None = None
    method: str = ""

    def __post_init__(self) -> None:
        listed(self.charges, self.dossier.code)
        if self.paid_at is not None:
            aware(self.paid_at)

    @property
    def total(self) -> int:
        return sum(charge.amount for charge in self.charges)
