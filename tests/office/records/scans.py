"""PDF files and pictures as a scanner writes them, and as they should not be."""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from motcua.printing import pdf

MADE = datetime(2023, 7, 27, tzinfo=UTC)
LETTER = """#set document(title: "Trang để quét")
#set page(width: 210mm, height: 297mm, margin: 25mm)
#set text(lang: "vi", size: 14pt)
#json(bytes(sys.inputs.data)).text
"""
WORDS = (
    "Phường 12 xác nhận: ông Nguyễn Văn Đức, sinh ngày 27 tháng 7 năm 1983, thường trú tại khóm Mỹ Thượng, "
    "được cấp bản sao trích lục khai sinh theo quy định. Giấy này lập thành hai bản có giá trị như nhau. "
) * 5


def scan(pages: int = 1, *, width: int = 595, locked_by: str = "", blank: bool = False) -> BytesIO:
    """A PDF with a bar of ink on each page, or with nothing; another width makes it another file."""
    writer, made = PdfWriter(), BytesIO()
    for _ in range(pages):
        page, ink = writer.add_blank_page(width, 842), DecodedStreamObject()
        ink.set_data(b"0 g 72 600 300 40 re f")
        if not blank:
            page[NameObject("/Contents")] = writer._add_object(ink)
    if locked_by:
        writer.encrypt(locked_by)
    writer.write(made)
    made.seek(0)
    return made


def hostile(width: int, height: int, data: bytes) -> BytesIO:
    """A PDF whose picture unfolds to far more than the file holds."""
    writer, made = PdfWriter(), BytesIO()
    page = writer.add_blank_page(595, 842)
    image = DecodedStreamObject()
    image.set_data(data)
    image.update({
        NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Image"),
        NameObject("/Width"): NumberObject(width), NameObject("/Height"): NumberObject(height),
        NameObject("/ColorSpace"): NameObject("/DeviceGray"), NameObject("/BitsPerComponent"): NumberObject(8),
    })  # fmt: skip
    drawn = DecodedStreamObject()
    drawn.set_data(b"q 595 0 0 842 0 0 cm /I Do Q")
    names = DictionaryObject({NameObject("/I"): writer._add_object(image.flate_encode())})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): names})
    page[NameObject("/Contents")] = writer._add_object(drawn)
    writer.write(made)
    return made


def picture(kind: str = "JPEG", *, dpi: int = 200, turned: int = 0, tells: bool = True, text: str = WORDS) -> BytesIO:
    """A page of Vietnamese words as a scanner sees it; `turned` by so many degrees, `tells` its dpi or not."""
    made = BytesIO()
    shown = _page(dpi, text).rotate(turned, expand=True, fillcolor="white")
    shown.save(made, kind, **({"dpi": (dpi, dpi)} if tells else {}))
    made.seek(0)
    return made


@cache
def _page(dpi: int, text: str) -> Image.Image:
    printed = pdfium.PdfDocument(pdf(LETTER, {"text": text}, at=MADE))
    shown: Image.Image = printed[0].render(scale=dpi / 72).to_pil().convert("RGB")
    return shown
