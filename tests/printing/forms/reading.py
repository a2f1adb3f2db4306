"""Reads printed papers back: text, pages, fonts, QR code."""

import io
import json
import re
from datetime import datetime
from typing import Any

import typst
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from motcua.printing.forms import StockFlow, print_form
from motcua.printing.forms.printer import laid_out
from motcua.printing.forms.values import Slip
from motcua.printing.forms.volumes import Book
from motcua.printing.typst import FONTS
from tests.printing.forms.samples import AT

Form = Slip | Book | StockFlow


def printed(form: Form, at: datetime = AT) -> PdfReader:
    return PdfReader(io.BytesIO(print_form(form, at=at)), strict=True)


def words(form: Form) -> str:
    """All text of a paper, every gap one space."""
    return spaced(" ".join(page.extract_text() for page in printed(form).pages))


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def sizes_mm(pdf: PdfReader) -> set[tuple[int, int]]:
    boxes = [page.mediabox for page in pdf.pages]
    return {(round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) for box in boxes}


def fonts(pdf: PdfReader) -> dict[str, Any]:
    """Each font's name, and the file embedded for it."""
    found = {}
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            found[font["/BaseFont"]] = font["/DescendantFonts"][0]["/FontDescriptor"].get("/FontFile2")
    return found


def first_picture(form: Form) -> Image.Image:
    """The first page as it is drawn, six dots a millimetre."""
    template, data = laid_out(form)
    sheet: Any = {"main.typ": template.read_bytes()}
    drawn: Any = typst.compile(
        sheet,
        format="png",
        ppi=152.4,
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    first = drawn[0] if isinstance(drawn, list) else drawn
    return Image.open(io.BytesIO(first))


def code_read(form: Form) -> tuple[str, float, float]:
    """What the QR code says, and where its left upper corner is, in millimetres."""
    (code,) = zxingcpp.read_barcodes(first_picture(form))
    corner = code.position.top_left
    return code.text, corner.x / 6, corner.y / 6
