"""Tables of Word, written as XML at once so that annexes of thousands of rows stay quick."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from motcua.printing.document import Table
from motcua.printing.lines import legible

_MARGIN_TWIPS = 80


def element(tag: str, *children: Any, **attributes: str) -> Any:
    """`<w:tag>` with its attributes of the same namespace and its children."""
    made: Any = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def add_bare(word: Document, cells: Sequence[Sequence[Sequence[Any]]], widths_mm: Sequence[float]) -> None:
    """A table without lines whose rows stay whole: rows of cells, each cell holding paragraphs."""
    twips = [_twips(width) for width in widths_mm]
    table = _table(twips, "nil")
    for row in cells:
        filled = [_cell(paragraphs, width) for paragraphs, width in zip(row, twips, strict=True)]
        table.append(element("tr", element("trPr", element("cantSplit")), *filled))
    _place(word, table)


def add_ruled(word: Document, table: Table, line_mm: float) -> None:
    """A table with lines, its header repeated on each page."""
    twips = [_twips(share * line_mm) for share in table.shares]
    style = f"TableText{table.points}"
    made = _table(twips, "single")
    centred = ("center",) * len(twips)
    marks = element("trPr", element("cantSplit"), element("tblHeader"))
    made.append(element("tr", marks, *_cells(table.header, twips, centred, style, bold=True)))
    for row in table.rows:
        made.append(element("tr", *_cells(row, twips, table.alignments, style)))
    _place(word, made)


def paragraph(text: str, style_id: str, *, align: str = "", bold: bool = False) -> Any:
    """A paragraph of one run."""
    properties = element("pPr", element("pStyle", val=style_id))
    if align:
        properties.append(element("jc", val=align))
    run = element("r", *([element("rPr", element("b"))] if bold else []))
    run.text = legible(text)
    return element("p", properties, run)


def _cells(
    texts: Sequence[str], twips: Sequence[int], aligns: Sequence[str], style: str, *, bold: bool = False
) -> list[Any]:
    lined_up = zip(texts, twips, aligns, strict=True)
    return [_cell([paragraph(text, style, align=align, bold=bold)], width) for text, width, align in lined_up]


def _cell(paragraphs: Sequence[Any], width: int) -> Any:
    # a cell of Word must hold a paragraph
    held = paragraphs or [element("p")]
    return element("tc", element("tcPr", element("tcW", w=str(width), type="dxa")), *held)


def _table(twips: Sequence[int], line: str) -> Any:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element("tblBorders", *(element(side, val=line, sz="4", space="0", color="auto") for side in sides))
    margins = [element(side, w=str(_MARGIN_TWIPS), type="dxa") for side in ("left", "right")]
    properties = element(
        "tblPr",
        element("tblW", w=str(sum(twips)), type="dxa"),
        element("jc", val="center"),
        borders,
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins),
    )
    return element("tbl", properties, element("tblGrid", *(element("gridCol", w=str(width)) for width in twips)))


def _place(word: Document, table: Any) -> None:
    word.element.body.insert_element_before(table, "w:sectPr")


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)
