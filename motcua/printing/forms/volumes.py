"""What the books of a one-stop desk hold, as values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from motcua.printing.document import Signer
from motcua.printing.forms.checks import consecutive
from motcua.printing.forms.values import Letterhead, Party


@dataclass(frozen=True)
class BookLine:
    """One dossier in the tracking book; `returned_on` None while the result has not been handed out."""

    serial: int
    code: str
    procedure: str
    sets: int
    party: Party
    settling: str
    received_on: date
    due_on: date | None
    returned_on: date | None = None
    way: str = ""
    note: str = ""


@dataclass(frozen=True)
class CertificationLine:
    """One certification. `kind` is `Bản sao từ bản chính`, `Chữ ký`, `Hợp đồng, giao dịch`."""

    serial: int
    on: date
    requester: str
    kind: str
    document: str
    copies: int
    signer: str
    fee: int = 0
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Book:
    """A volume: its first line continues the serials of the volume before, so that they run through the year."""

    letterhead: Letterhead
    year: int
    opened_on: date
    volume: int = 1
    closed_on: date | None = None
    closed_by: Signer | None = None
    lines: Sequence[BookLine] | Sequence[CertificationLine] = field(default=())

    def __post_init__(self) -> None:
        consecutive([line.serial for line in self.lines], self.volume, self.year)


@dataclass(frozen=True, kw_only=True)
class TrackingBook(Book):
    """Form 06, since July 2025 form 07; the day it was opened chooses which."""

    lines: Sequence[BookLine] = ()


@dataclass(frozen=True, kw_only=True)
class CertificationBook(Book):
    """The book of certifications of an office. Its columns are our own: no text of the form was read."""

    lines: Sequence[CertificationLine] = ()
