"""What an officer tells of a document to be drafted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from motcua.office.documents.models import Mode, Secrecy, Urgency
from motcua.office.people.models import Officer, Unit


@dataclass(frozen=True)
class OfHouse:
    """Set from a form of the house, its places filled with these values."""

    form: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class OfTemplate:
    """Merged from a Word template that the office edits, by its key."""

    template: int
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Uploaded:
    """A PDF or Word document (.docx) that was written elsewhere."""

    content: BinaryIO


Content = OfHouse | OfTemplate | Uploaded


@dataclass(frozen=True)
class Draft:
    """One document as its drafter wants it. `recipients` are the lines under `Nơi nhận`."""

    unit: Unit
    kind: str
    subject: str
    recipients: Sequence[str]
    signer: Officer
    content: Content
    mode: Mode = Mode.OWN
    signer_title: str = ""
    drafting_sign: str = ""
    secrecy: Secrecy = Secrecy.OPEN
    urgency: Urgency = Urgency.NORMAL
    dossier_code: str = ""
    copies: int = 1
