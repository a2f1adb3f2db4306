"""The first page of a PDF as a small picture, drawn by a process of its own."""

import sys
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image

from motcua.office.records.apart import limited, told_by

WIDTH, LONGEST = 620, 1240  # dots: a page is told by its picture in 20 to 40 KB, a long strip by less


def first_page(content: bytes) -> bytes | None:
    """As PNG; None where it cannot be shown."""
    drawn, whole = told_by("motcua.office.records.drawing", content)
    return drawn if whole and drawn else None


def _drawn(content: bytes) -> bytes:
    document = pdfium.PdfDocument(content)
    document.init_forms()  # number, day and stamps stand in fields
    page, out = document[0], BytesIO()
    width, height = page.get_size()
    made = page.render(scale=min(WIDTH / width, LONGEST / max(width, height))).to_pil()
    made.quantize(32, method=Image.Quantize.MAXCOVERAGE).save(out, "PNG", optimize=True)  # keeps blue and red apart
    return out.getvalue()


if __name__ == "__main__":
    limited()
    sys.stdout.buffer.write(_drawn(sys.stdin.buffer.read()))
