"""What an uploaded content is, found from the content itself: a whole PDF that opens, or refused."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from motcua.language import Refusal, Words

PDF = "application/pdf"
AT_MOST = 20 * 2**20  # bytes; told beside the field before anything is uploaded
PART = 2**20
BROKEN = (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)

EMPTY = Words(vi="Tệp rỗng; hãy chọn tệp PDF có nội dung.", en="The file is empty; choose a PDF with content.")
TOO_BIG = Words(
    vi="Tệp lớn hơn {most} MB; hãy quét lại ở độ phân giải thấp hơn (200–300 dpi).",
    en="The file is larger than {most} MB; scan it again at a lower resolution (200–300 dpi).",
)
NOT_PDF = Words(
    vi="Nội dung tệp không phải PDF, dù tên tệp là gì; hãy quét và lưu thành PDF.",
    en="The content of the file is no PDF, whatever its name; scan it and save it as PDF.",
)
ENCRYPTED = Words(
    vi="Tệp PDF bị khóa bằng mật khẩu nên không đọc được; hãy lưu lại không đặt mật khẩu.",
    en="The PDF is locked by a password and cannot be read; save it again without one.",
)
UNREADABLE = Words(
    vi="Không mở được tệp PDF: tệp hỏng hoặc không có trang nào; hãy quét lại.",
    en="The PDF cannot be opened: it is damaged or has no page; scan it again.",
)


@dataclass(frozen=True)
class Content:
    """What was found in it."""

    sha256: str
    size: int
    pages: int
    content_type: str = PDF


def judge(content: BinaryIO) -> Content:
    """What the content is; it is read from its beginning to its end. Raises Refusal where it is nothing to be kept."""
    content.seek(0)
    first = content.read(5)
    sha256, size = hashed(content)
    if not size:
        raise Refusal(EMPTY)
    if first != b"%PDF-":
        raise Refusal(NOT_PDF)
    return Content(sha256, size, _pages(content))


def hashed(content: BinaryIO) -> tuple[str, int]:
    """The hash of the content and its size in bytes. Raises Refusal where it is too big to be kept."""
    digest, size = hashlib.sha256(), 0
    content.seek(0)
    while part := content.read(PART):
        size += len(part)
        if size > AT_MOST:
            raise Refusal(TOO_BIG, most=AT_MOST // 2**20)
        digest.update(part)
    return digest.hexdigest(), size


def _pages(content: BinaryIO) -> int:
    """How many pages there are to be turned, not how many the file says it has."""
    content.seek(0)
    try:
        reader = PdfReader(content)
        if reader.is_encrypted:
            raise Refusal(ENCRYPTED)
        pages = sum(1 for page in reader.pages if page.mediabox.width > 0)
    except BROKEN as broken:
        raise Refusal(UNREADABLE) from broken
    if not pages:
        raise Refusal(UNREADABLE)
    return pages
