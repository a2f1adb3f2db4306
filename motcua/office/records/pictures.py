"""Files as a scanner or a telephone gives them: one PDF of their pages in order, nothing made smaller."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import zip_longest
from typing import BinaryIO

from pypdf import PdfReader, PdfWriter

from motcua.language import Refusal, Words
from motcua.office.records.content import AT_MOST, BROKEN, EMPTY, PDF, TOO_BIG, Content, hashed, judge
from motcua.office.records.paging import pages_of

JPEG, PNG = "image/jpeg", "image/png"
STARTS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
MOST_FILES = 40

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
    whole = _whole([(content, told) for content, told in parts], _pages(contents, kinds))
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
        sha256, size = hashed(content)
        return Content(sha256, size, 1, kind)
    if is_signed(content):
        raise Refusal(SIGNED, no=no)
    return judge(content)


def _pages(contents: Sequence[BinaryIO], kinds: Sequence[str]) -> Iterator[bytes]:
    """The page of each picture. Raises Refusal where one cannot be opened, or is too large to be."""
    numbers = [no for no, kind in enumerate(kinds, start=1) if kind != PDF]
    found = pages_of([_read(contents[no - 1]) for no in numbers])
    for no, page in zip_longest(numbers, found):
        if page is None:
            raise Refusal(TOO_LARGE, no=no)
        if not page:
            raise Refusal(BAD_PICTURE, no=no)
        yield page


def _read(content: BinaryIO) -> bytes:
    content.seek(0)
    return content.read()


def _whole(parts: Sequence[tuple[BinaryIO, Content]], pages: Iterator[bytes]) -> BinaryIO:
    """Made of nothing but the parts: the same files give the same bytes. `pages`: of the pictures, in their order."""
    writer, made = PdfWriter(), BytesIO()
    for content, told in parts:
        content.seek(0)
        writer.append(content if told.content_type == PDF else BytesIO(next(pages)))
    writer.write(made)
    return made
