"""The styles of Word that an official document uses, and its page: size, margins, page number."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from motcua.printing import lines

FONT = "Times New Roman"
REF_MARK = "Ref Mark"
_LEFT, _MIDDLE, _BOTH = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True)
class Face:
    """How one paragraph style looks; spaces in points, the first line in millimetres."""

    size: int = lines.BODY_POINTS
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH = _MIDDLE
    first_mm: float = 0
    before: int = 0
    after: int = 0
    with_next: bool = False


_BODY = Face(align=_BOTH, first_mm=lines.INDENT_MM, after=6)
FACES = {
    "Normal": Face(align=_LEFT),
    "Body Text": _BODY,
    "Basis": Face(italic=True, align=_BOTH, first_mm=lines.INDENT_MM, after=6),
    "Title": Face(bold=True, before=18, with_next=True),
    "Subtitle": Face(bold=True, with_next=True),
    "Heading 1": Face(bold=True, align=_BOTH, first_mm=lines.INDENT_MM, before=6, after=6, with_next=True),
    "Heading 2": Face(bold=True, align=_BOTH, first_mm=lines.INDENT_MM, before=6, after=6, with_next=True),
    "Heading 3": Face(bold=True, italic=True, align=_BOTH, first_mm=lines.INDENT_MM, after=6, with_next=True),
    "List Bullet": _BODY,
    "List Bullet 2": _BODY,
    "Caption": Face(bold=True, before=6, after=4, with_next=True),
    "Nation": Face(size=12, bold=True),
    "Motto": Face(size=13, bold=True),
    "Agency Above": Face(size=12),
    "Agency": Face(size=12, bold=True),
    "Number": Face(size=13, before=8),
    "Place And Date": Face(size=13, italic=True, before=8),
    "Short Line": Face(size=2, after=10),
    "Annex Title": Face(bold=True, with_next=True),
    "Annex Note": Face(italic=True, after=8, with_next=True),
    "Signer": Face(bold=True, with_next=True),
    "Signer Note": Face(italic=True, with_next=True),
    "Recipients Word": Face(size=12, bold=True, italic=True, align=_LEFT),
    "Recipient": Face(size=11, align=_LEFT),
    "Table Text 12": Face(size=12, align=_LEFT),
    "Table Text 11": Face(size=11, align=_LEFT),
    "Table Text 10": Face(size=10, align=_LEFT),
    "Header": Face(size=13),
}


def dress(word: Document) -> None:
    """Gives the document every style of ours, on the names that Word itself uses where it has one."""
    _defaults(word)
    for name, face in FACES.items():
        _set(_style(word, name), face)
    _level(word, "Annex Title", 0)
    _dash(word, "ListBullet", "-")
    _dash(word, "ListBullet2", "+")
    mark: Any = word.styles.add_style(REF_MARK, WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    mark.font.color.rgb = RGBColor(0x64, 0x64, 0x64)


def lay_page(section: Section, *, landscape: bool, first: bool) -> None:
    """A4 upright or across, the margins of the decree; the first section's first page bears no number."""
    across, down = (Mm(side) for side in lines.PAGE_MM)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (down, across) if landscape else (across, down)
    for side, millimetres in lines.MARGINS_MM.items():
        setattr(section, f"{side}_margin", Mm(millimetres))
    section.header_distance, section.footer_distance = Mm(10), Mm(10)
    section.different_first_page_header_footer = first


def number_pages(section: Section) -> None:
    """The page number, top centre; sections that follow inherit it."""
    run = section.header.paragraphs[0].add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run._r.append(part)


def _style(word: Document, name: str) -> ParagraphStyle:
    styles: Any = word.styles
    if name in styles:
        found: ParagraphStyle = styles[name]
        return found
    made: ParagraphStyle = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = styles["Normal"]
    made.quick_style = True
    return made


def _set(style: ParagraphStyle, face: Face) -> None:
    for inherited in (style.element.rPr, style.element.pPr):
        _strip(inherited)
    _lettering(style, face)
    layout = style.paragraph_format
    layout.alignment = face.align
    layout.first_line_indent = Mm(face.first_mm)
    layout.space_before, layout.space_after = Pt(face.before), Pt(face.after)
    layout.line_spacing = 1.0
    layout.keep_with_next = face.with_next
    layout.widow_control = True


def _lettering(style: CharacterStyle, face: Face) -> None:
    style.font.name = FONT
    fonts: Any = style.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    style.font.size = Pt(face.size)
    style.font.bold, style.font.italic = face.bold, face.italic
    style.font.color.rgb = RGBColor(0, 0, 0)


def _strip(properties: Any) -> None:
    """Takes off what the stock styles bring (theme fonts, borders), but for lists and outline levels."""
    kept = {qn("w:numPr"), qn("w:outlineLvl")}
    for child in list(properties if properties is not None else ()):
        if child.tag not in kept:
            properties.remove(child)


def _defaults(word: Document) -> None:
    languages: Any = word.styles.element.findall(".//" + qn("w:lang"))
    for language in languages:
        language.set(qn("w:val"), "vi-VN")


def _level(word: Document, name: str, level: int) -> None:
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level))
    properties: Any = word.styles[name].element.get_or_add_pPr()
    properties.append(outline)


def _dash(word: Document, style_id: str, sign: str) -> None:
    """The list of this style begins its items with the sign, indented as a paragraph and not hanging."""
    numbering: Any = word.part.numbering_part.element
    level = next(one for one in numbering.iter(qn("w:lvl")) if _bound(one) == style_id)
    level.find(qn("w:lvlText")).set(qn("w:val"), sign)
    level.find(qn("w:rPr")).getparent().remove(level.find(qn("w:rPr")))
    indents = level.find(qn("w:pPr"))
    indents.clear()
    indent = OxmlElement("w:ind")
    indent.set(qn("w:left"), "0")
    indent.set(qn("w:firstLine"), str(round(lines.INDENT_MM / 25.4 * 1440)))
    indents.append(indent)
    space = OxmlElement("w:suff")
    space.set(qn("w:val"), "space")
    level.find(qn("w:lvlText")).addprevious(space)


def _bound(level: Any) -> str | None:
    style = level.find(qn("w:pStyle"))
    return None if style is None else style.get(qn("w:val"))
