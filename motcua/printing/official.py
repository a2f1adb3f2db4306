"""Makes the PDF of an official document: its values as the data of the template."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from motcua.printing import lines
from motcua.printing.document import Annex, Block, Heading, Item, OfficialDocument, Paragraph, Signer, Table
from motcua.printing.forms.qr import picture
from motcua.printing.places import Place, places
from motcua.printing.typst import pdf

TEMPLATE = Path(__file__).parent / "templates" / "official.typ"
_POINTS_PER_MM = 72 / 25.4
_CELL_PADDING_MM = 3
_BREAK = "\u200b"


def to_pdf(document: OfficialDocument, at: datetime) -> bytes:
    """The document as PDF/A-2a and PDF/UA-1. `at` must be aware; raises PrintingFailed."""
    return pdf(TEMPLATE, _data(document), at=at)


@dataclass(frozen=True)
class Form:
    """A PDF on which number, date and signature stay blank, and where they go: `number`, `day`, `month`, `year`,
    `signature`, `seal`.
    """

    pdf: bytes
    places: Mapping[str, Place]


def to_form(document: OfficialDocument, at: datetime, *, about: str = "", code: str = "", check: str = "") -> Form:
    """The document to be signed, numbered and dated afterwards, by one signer. `at` must be aware.

    `about` stands under the number of a letter, `code` at the foot of the first page, beside it a QR code of the
    address `check`. Raises PrintingFailed.
    """
    data = _data(document) | {"form": True, "about": about, "code": code, "qr": picture(check) if check else ""}
    data["title"] = data["title"] or about
    return Form(pdf(TEMPLATE, data, at=at), places(TEMPLATE, data))


def _data(document: OfficialDocument) -> dict[str, object]:
    return {
        **_page(),
        "title": " ".join(part for part in (document.kind, document.summary) if part),
        "agency": document.agency,
        "agency-above": document.agency_above.upper(),
        "agency-caps": document.agency.upper(),
        "nation": lines.NATION,
        "motto": lines.MOTTO,
        "form": False,
        "about": "",
        "code": "",
        "qr": "",
        "place": document.place,
        "notation": document.notation,
        "number": lines.number_line(document),
        "date": lines.date_line(document),
        "kind": document.kind.upper(),
        "summary": document.summary,
        "bases": [_wrapped(basis, _line_mm(False), lines.BODY_POINTS) for basis in document.bases],
        "body": _blocks(document.body, under=0, landscape=False),
        "closing": document.closing,
        "recipients": lines.recipient_lines(document),
        "recipients-word": lines.RECIPIENTS,
        "signers": [_signer(signer) for signer in document.signers],
        "annexes": [_annex(annex, document) for annex in document.annexes],
    }


def _page() -> dict[str, object]:
    return {"indent": lines.INDENT_MM, "points": lines.BODY_POINTS, "margins": lines.MARGINS_MM}


def _signer(signer: Signer) -> dict[str, str]:
    return {
        "mode": signer.mode.upper(),
        "title": signer.title.upper(),
        "note": signer.note,
        "name": signer.name,
    }


def _annex(annex: Annex, document: OfficialDocument) -> dict[str, object]:
    return {
        "title": annex.title.upper(),
        "summary": annex.summary,
        "attached": lines.attached_line(document),
        "landscape": annex.landscape,
        "body": _blocks(annex.body, under=1, landscape=annex.landscape),
    }


def _blocks(blocks: tuple[Block, ...], *, under: int, landscape: bool) -> list[dict[str, object]]:
    """The blocks as data. A heading's tag never skips a level, as an accessible PDF requires."""
    made: list[dict[str, object]] = []
    above = under
    for block in blocks:
        if isinstance(block, Heading):
            above = min(block.level + under, above + 1)
            made.append({**_text(block, landscape), "tag": above})
        else:
            made.append(_table(block, landscape) if isinstance(block, Table) else _text(block, landscape))
    return made


def _text(block: Heading | Paragraph | Item, landscape: bool) -> dict[str, object]:
    return {
        "what": type(block).__name__.lower(),
        "text": _wrapped(block.text, _line_mm(landscape), lines.BODY_POINTS),
        "level": getattr(block, "level", 0),
        "ref": getattr(block, "ref", ""),
    }


def _table(table: Table, landscape: bool) -> dict[str, object]:
    room = [share * _line_mm(landscape) - _CELL_PADDING_MM for share in table.shares]

    def fitted(row: tuple[str, ...]) -> list[str]:
        return [_wrapped(cell, mm, table.points) for cell, mm in zip(row, room, strict=True)]

    return {
        "what": "table",
        "header": fitted(table.header),
        "rows": [fitted(row) for row in table.rows],
        "shares": table.shares,
        "alignments": table.alignments,
        "points": table.points,
        "caption": table.caption,
    }


def _line_mm(landscape: bool) -> float:
    return lines.PAGE_MM[landscape] - lines.MARGINS_MM["left"] - lines.MARGINS_MM["right"]


def _wrapped(text: str, room_mm: float, points: int) -> str:
    """The text, with break points inside those words that alone are wider than the room."""
    room = room_mm * _POINTS_PER_MM / points
    if len(text) <= room:  # no letter is wider than its height
        return text
    return " ".join(word if _ems(word) <= room else _BREAK.join(word) for word in text.split(" "))


def _ems(word: str) -> float:
    """About how wide a word is, in heights of its letters; rather too much than too little."""
    return sum(0.8 if letter.isupper() else 0.52 for letter in word)
