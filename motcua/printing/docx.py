"""Makes the Word document of an official document, in styles that officers can go on editing with."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE

from motcua.printing import lines
from motcua.printing.document import Annex, Block, Heading, Item, OfficialDocument, Paragraph, Signer, Table
from motcua.printing.styles import REF_MARK, dress, lay_page, number_pages
from motcua.printing.tables import add_bare, add_ruled, element, paragraph

_LEFT_MM, _RIGHT_MM = 67, 93
_MOTTO_MM = 56
_SIGNATURE_LINES = 4


def to_docx(document: OfficialDocument, at: datetime) -> bytes:
    """The document as .docx; the same document and moment give the same bytes. `at` must be aware."""
    if at.utcoffset() is None:
        raise ValueError("the moment of printing names no zone")
    word = docx.Document()
    dress(word)
    _describe(word, document, at)
    lay_page(word.sections[0], landscape=False, first=True)
    number_pages(word.sections[0])
    _letterhead(word, document)
    _content(word, document)
    _signatures(word, document)
    for annex in document.annexes:
        _annex(word, annex, document)
    return _fixed(word, at)


def _describe(word: Document, document: OfficialDocument, at: datetime) -> None:
    moment = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    agency = lines.legible(document.agency)[:255]
    about = word.core_properties
    about.title = lines.legible(f"{document.kind} {document.summary}".strip())[:255]
    about.author = about.last_modified_by = agency
    about.created = about.modified = moment
    about.comments, about.language, about.revision = "", "vi-VN", 1


def _letterhead(word: Document, document: OfficialDocument) -> None:
    agency = [paragraph(document.agency.upper(), "Agency"), _line(_LEFT_MM, _LEFT_MM / 3)]
    if document.agency_above:
        agency.insert(0, paragraph(document.agency_above.upper(), "AgencyAbove"))
    nation = [paragraph(lines.NATION, "Nation"), paragraph(lines.MOTTO, "Motto"), _line(_RIGHT_MM, _MOTTO_MM)]
    dated = [paragraph(lines.date_line(document), "PlaceAndDate")]
    numbered = [paragraph(lines.number_line(document), "Number")]
    add_bare(word, [[agency, nation], [numbered, dated]], (_LEFT_MM, _RIGHT_MM))


def _line(room_mm: float, length_mm: float) -> Any:
    """A line of that length in the middle of the room: the upper border of an empty, indented paragraph."""
    made = paragraph("", "ShortLine")
    side = str(round((room_mm - length_mm) / 2 * 1440 / 25.4))
    properties = made.find(made.tag.replace("}p", "}pPr"))
    properties.append(element("pBdr", element("top", val="single", sz="6", space="1", color="auto")))
    properties.append(element("ind", left=side, right=side))
    return made


def _content(word: Document, document: OfficialDocument) -> None:
    _add(word, document.kind.upper(), "Title")
    if document.summary:
        _add(word, document.summary, "Subtitle")
        line_mm = _line_mm(landscape=False)
        word.element.body.insert_element_before(_line(line_mm, line_mm / 4), "w:sectPr")
    for basis in document.bases:
        _add(word, basis, "Basis")
    _blocks(word, document.body, landscape=False)
    if document.closing:
        _add(word, document.closing, "Body Text")
    if word.paragraphs:  # signatures never stand alone on a page
        word.paragraphs[-1].paragraph_format.keep_with_next = True


def _blocks(word: Document, blocks: tuple[Block, ...], *, landscape: bool) -> None:
    for block in blocks:
        match block:
            case Heading():
                _add(word, block.text, f"Heading {block.level}")
            case Paragraph():
                _add(word, block.text, "Body Text", block.ref)
            case Item():
                _add(word, block.text, "List Bullet" if block.level == 1 else "List Bullet 2", block.ref)
            case Table():
                _table(word, block, landscape)


def _table(word: Document, table: Table, landscape: bool) -> None:
    if table.caption:
        _add(word, table.caption, "Caption")
    add_ruled(word, table, _line_mm(landscape=landscape))
    _add(word, "", "Short Line")


def _add(word: Document, text: str, style: str, ref: str = "") -> None:
    made = word.add_paragraph(lines.legible(text), style)
    if ref:
        made.add_run(f"[{lines.legible(ref)}]", REF_MARK)


def _signatures(word: Document, document: OfficialDocument) -> None:
    recipients = [paragraph(line, "Recipient") for line in lines.recipient_lines(document)]
    if recipients:
        recipients.insert(0, paragraph(lines.RECIPIENTS, "RecipientsWord"))
    signers = [_signer(signer) for signer in document.signers]
    half = _line_mm(landscape=False) / 2
    if len(signers) == 1:
        add_bare(word, [[recipients, signers[0]]], (half, half))
    else:
        pairs = [[*signers[place : place + 2], []][:2] for place in range(0, len(signers), 2)]
        add_bare(word, [*pairs, [recipients, []]], (half, half))
    _add(word, "", "Short Line")


def _signer(signer: Signer) -> list[Any]:
    stands = [paragraph(text.upper(), "Signer") for text in (signer.mode, signer.title) if text]
    if signer.note:
        stands.append(paragraph(signer.note, "SignerNote"))
    stands.extend(paragraph("", "Signer") for _ in range(_SIGNATURE_LINES))
    return [*stands, paragraph(signer.name, "Signer")]


def _annex(word: Document, annex: Annex, document: OfficialDocument) -> None:
    lay_page(word.add_section(WD_SECTION.NEW_PAGE), landscape=annex.landscape, first=False)
    _add(word, annex.title.upper(), "Annex Title")
    if annex.summary:
        _add(word, annex.summary, "Subtitle")
    _add(word, lines.attached_line(document), "Annex Note")
    _blocks(word, annex.body, landscape=annex.landscape)


def _line_mm(*, landscape: bool) -> float:
    return lines.PAGE_MM[landscape] - lines.MARGINS_MM["left"] - lines.MARGINS_MM["right"]


def _fixed(word: Document, at: datetime) -> bytes:
    """The saved document, dated in every entry of its archive, without the stock template's picture."""
    package = word.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[name]
    saved, written = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            held = zipfile.ZipInfo(entry, at.timetuple()[:6])
            held.compress_type, held.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(held, source.read(entry))
    return written.getvalue()
