"""The PDF of a draft: set from a form of the house, merged from a template, or as it was uploaded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from motcua.office.documents import house
from motcua.office.documents.kinds import Kind
from motcua.office.documents.letterheads import acting, named
from motcua.office.documents.told import Content, Draft, OfHouse, Uploaded
from motcua.printing import OfficialDocument, Paragraph, Signer, to_pdf


@dataclass(frozen=True)
class Made:
    """A PDF, the Word document it came from where there is one, and where on it things are to be written."""

    pdf: bytes
    word: bytes = b""
    places: Mapping[str, list[float]] = field(default_factory=dict)


def made(draft: Draft, kind: Kind, notation: str, lines: list[str], at: datetime) -> Made:
    """The draft as PDF. Raises Refusal where its content cannot be made into one."""
    content: Content = draft.content
    if isinstance(content, OfHouse):
        return Made(to_pdf(printed(draft, content, kind, notation, lines), at))
    if isinstance(content, Uploaded):
        return Made(_read(content.content))
    raise NotImplementedError


def printed(draft: Draft, content: OfHouse, kind: Kind, notation: str, lines: list[str]) -> OfficialDocument:
    """The values that printing lays out; number and day stay blank."""
    text = house.filled(house.form(content.form), content.values)
    called = named(draft.unit)
    addressed = (Paragraph(f"Kính gửi: {text.addressed}"),) if text.addressed else ()
    return OfficialDocument(
        agency=called.agency,
        agency_above=called.above,
        place=called.place,
        kind=kind.name,
        summary=draft.subject,
        notation=notation,
        bases=text.bases,
        body=(*addressed, *text.body),
        signers=(Signer(draft.signer_title, draft.signer.full_name, acting(draft.unit, draft.mode)),),
        recipients=tuple(lines),
    )


def _read(content: BinaryIO) -> bytes:
    content.seek(0)
    return content.read()
