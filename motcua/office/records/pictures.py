"""Files as a scanner or a telephone gives them: one PDF of their pages in order, nothing made smaller."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

import img2pdf
from PIL import Image, UnidentifiedImageError
from pypdf import PdfReader, PdfWriter

from motcua.language import Refusal, Words
from motcua.office.records.content import AT_MOST, BROKEN, EMPTY, PDF, TOO_BIG, Content, hashed, judge

JPEG, PNG = "image/jpeg", "image/png"
STARTS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
NAMES = {JPEG: "JPEG", PNG: "PNG"}
MOST_PIXELS = 60_000_000  # A4 at 600 dpi has 35 million
MOST_FILES = 40
DPI = (100, 1200)  # what a picture may say of itself; else it is laid on a page of A4
A4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))

UNKNOWN = Words(
    vi="Tệp thứ {no} không phải PDF, JPEG hay PNG, dù tên tệp là gì; hãy quét hoặc chụp lại.",
    en="File {no} is no PDF, JPEG or PNG, whatever its name; scan or photograph it again.",
)
BAD_PICTURE = Words(
    vi="Không mở được hình thứ {no}: tệp hỏng; hãy quét hoặc chụp lại.",
    en="Picture {no} cannot be opened: it is damaged; scan or photograph it again.",
)
TOO_LARGE = Words(
    vi="Hình thứ {no} quá lớn khi mở ra; hãy quét ở 200–300 dpi.",
    en="Picture {no} is too large once opened; scan it at 200–300 dpi.",
)
TOO_MANY = Words(
    vi="Mỗi lần nhận tối đa {most} tệp; hãy gộp các trang vào một tệp PDF.",
    en="At most {most} files at a time; put the pages into one PDF.",
)
SIGNED = Words(
    vi="Tệp thứ {no} đã có chữ ký số; hãy nộp riêng tệp đó, gộp với tệp khác sẽ làm mất hiệu lực chữ ký.",
    en="File {no} is digitally signed; hand it in alone, joining it to others would break the signature.",
)


@dataclass(frozen=True)
class Joined:
    """The PDF to be kept and, where it is not what came in, the files that did."""

    content: BinaryIO
    judged: Content
    originals: Sequence[tuple[BinaryIO, Content]] = field(default_factory=tuple)


def joined(contents: Sequence[BinaryIO]) -> Joined:
    """One PDF of the files, in their order. Raises Refusal in one sentence that names the file."""
    if len(contents) > MOST_FILES:
        raise Refusal(TOO_MANY, most=MOST_FILES)
    kinds = [_kind(content, no) for no, content in enumerate(contents, start=1)]
    if kinds == [PDF]:
        return Joined(contents[0], judge(contents[0]))
    if sum(_size(content) for content in contents) > AT_MOST:
        raise Refusal(TOO_BIG, most=AT_MOST // 2**20)
    parts = [
        (content, _part(content, kind, no)) for no, (content, kind) in enumerate(zip(contents, kinds, strict=True), 1)
    ]
    whole = _whole([(content, told) for content, told in parts])
    return Joined(whole, judge(whole), parts)


def is_signed(content: BinaryIO) -> bool:
    """Whether a signature lies over the PDF, found from the content; it is not checked here."""
    content.seek(0)
    try:
        fields = PdfReader(content).get_fields() or {}
        return any(_signature(one.get("/FT"), one.get("/V")) for one in fields.values())
    except BROKEN:
        return False


def _signature(kind: object, value: object) -> bool:
    found = value.get_object() if hasattr(value, "get_object") else value
    return kind == "/Sig" and isinstance(found, dict) and "/ByteRange" in found


def _kind(content: BinaryIO, no: int) -> str:
    content.seek(0)
    if not (first := content.read(8)):
        raise Refusal(EMPTY)
    found = next((kind for start, kind in STARTS.items() if first.startswith(start)), None)
    if found is None:
        raise Refusal(UNKNOWN, no=no)
    return found


def _size(content: BinaryIO) -> int:
    return content.seek(0, 2)


def _part(content: BinaryIO, kind: str, no: int) -> Content:
    if kind != PDF:
        _opens(content, kind, no)
        sha256, size = hashed(content)
        return Content(sha256, size, 1, kind)
    if is_signed(content):
        raise Refusal(SIGNED, no=no)
    return judge(content)


def _opens(content: BinaryIO, kind: str, no: int) -> None:
    """Every pixel of the picture can be read, and there are not too many: asked before any is read."""
    content.seek(0)
    try:
        with Image.open(content, formats=[NAMES[kind]]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refusal(TOO_LARGE, no=no)
            picture.load()
    except Image.DecompressionBombError as bomb:
        raise Refusal(TOO_LARGE, no=no) from bomb
    except (UnidentifiedImageError, SyntaxError, EOFError, *BROKEN) as broken:
        raise Refusal(BAD_PICTURE, no=no) from broken


def _whole(parts: Sequence[tuple[BinaryIO, Content]]) -> BinaryIO:
    """Made of nothing but the parts: the same files give the same bytes."""
    writer, made = PdfWriter(), BytesIO()
    for content, told in parts:
        content.seek(0)
        writer.append(content if told.content_type == PDF else BytesIO(_page(content.read())))
    writer.write(made)
    return made


def _page(picture: bytes) -> bytes:
    """The picture as it is on a page: as large as it says, or on A4 where it says nothing that can be."""
    with Image.open(BytesIO(picture)) as shown:
        dpi = shown.info.get("dpi", (0, 0))[0]
        if "A" in shown.getbands() or "transparency" in shown.info:
            picture = _on_white(shown)
    fits = img2pdf.get_layout_fun(A4, None, None, img2pdf.FitMode.into, True)
    layout = img2pdf.default_layout_fun if DPI[0] <= dpi <= DPI[1] else fits
    return bytes(img2pdf.convert(picture, layout_fun=layout, nodate=True, rotation=img2pdf.Rotation.ifvalid))


def _on_white(shown: Image.Image) -> bytes:
    """What is transparent is paper."""
    drawn, made = shown.convert("RGBA"), BytesIO()
    paper = Image.new("RGBA", drawn.size, "white")
    Image.alpha_composite(paper, drawn).convert("RGB").save(made, "PNG", dpi=shown.info.get("dpi", (0, 0)))
    return made.getvalue()
