"""Has the pages of a PDF judged by a process of its own, and says in words what would be better."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from motcua.language import Refusal, Words, say
from motcua.office.records.apart import told_by
from motcua.office.records.content import Content
from motcua.office.records.judging import Page

LEAST_DPI = 200  # what guidance on scanning asks for; not checked against its text, so it warns and refuses nothing
CANNOT_BE_SHOWN = Words(
    vi="Không hiển thị được các trang của tệp PDF: tệp hỏng, quá nhiều trang hoặc hình quá lớn; hãy quét lại.",
    en="The pages of the PDF cannot be shown: it is damaged, has too many pages or too large pictures; scan it again.",
)
ROUGH = Words(
    vi="Trang {page}: độ phân giải {dpi} dpi, nên từ {least} dpi; hãy quét lại nếu chữ, dấu không rõ.",
    en="Page {page}: {dpi} dpi, {least} or more would be right; scan it again if letters or seals are not clear.",
)
BLANK = Words(
    vi="Trang {page}: trống; nếu giấy có nội dung ở mặt này, hãy quét lại.",
    en="Page {page}: nothing is on it; scan it again if the paper has something on that side.",
)
TURNED = {
    180: Words(
        vi="Trang {page}: quét ngược đầu; bản tìm được chữ đã xoay lại cho đúng chiều.",
        en="Page {page}: it was scanned upside down; it is turned upright in the searchable copy.",
    ),
    90: Words(
        vi="Trang {page}: quét nằm ngang; bản tìm được chữ đã xoay lại cho đúng chiều.",
        en="Page {page}: it was scanned lying on its side; it is turned upright in the searchable copy.",
    ),
}
SIDEWAYS = Words(
    vi="Trang {page}: có vẻ nằm ngang; hãy quét lại cho chữ đứng thẳng.",
    en="Page {page}: it seems to lie on its side; scan it again upright.",
)


def looked_at(content: BinaryIO, judged: Content) -> tuple[Page, ...]:
    """Each page as it was measured. Raises Refusal where the pages cannot be shown or are not those counted."""
    content.seek(0)
    if (found := _told(content)) is None or len(found) != judged.pages:
        raise Refusal(CANNOT_BE_SHOWN)
    return found


def said_of(seen: Iterable[Page], turned: Mapping[int, int]) -> Iterator[str]:
    """A sentence for each page of which something would be better, in the language in use.

    `turned`: by how many degrees which pages were turned when the file was read, empty while it is not.
    """
    for no, page in enumerate(seen, start=1):
        if page.blank:
            yield say(BLANK, page=no)
            continue
        if page.dpi is not None and page.dpi < LEAST_DPI:
            yield say(ROUGH, page=no, dpi=page.dpi, least=LEAST_DPI)
        if no in turned:
            yield say(TURNED[180 if turned[no] == 180 else 90], page=no)
        elif page.sideways:
            yield say(SIDEWAYS, page=no)


def _told(content: BinaryIO) -> tuple[Page, ...] | None:
    """What the process said of the pages, None where it broke or took too long."""
    said, whole = told_by("motcua.office.records.judging", content.read())
    return tuple(Page(**page) for page in json.loads(said)) if whole else None
