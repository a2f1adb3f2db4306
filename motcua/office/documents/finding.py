"""Where on a PDF that was written elsewhere number, date and signature go: found by the words around the blanks."""

import re
from collections.abc import Iterator

import pypdfium2

from motcua.printing.places import Place, seal_beside

NUMBER = re.compile(r"Số\s*:(\s*)/")
DATE = re.compile(r"ngày(\s+)tháng(\s+)năm(\s*)(?!\s*\d)")
NARROWEST = 11  # points: less holds no two figures
YEAR = 30
SIGNATURE = (141.7, 62.4)  # 50 by 22 mm
ABOVE_NAME = 3


def found(pdf: bytes, signer: str) -> dict[str, Place]:
    """The blanks of the first page, and the room above the signer's name where it stands last, as far as found."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:  # locked or broken: told where it is judged
        return {}
    with document:
        places = dict(_blanks(document[0]))
        for number in reversed(range(len(document))):
            if (signature := _above_name(document[number], number + 1, signer)) is not None:
                return places | {"signature": signature, "seal": seal_beside(signature)}
        return places


def _blanks(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Place]]:
    text = page.get_textpage()
    said = _read(text)
    if line := NUMBER.search(said):
        yield from _between(text, "number", line.start(1) - 1, line.end(1))
    if line := DATE.search(said):
        yield from _between(text, "day", line.start(1) - 1, line.end(1))
        yield from _between(text, "month", line.start(2) - 1, line.end(2))
        _, bottom, right, top = text.get_charbox(line.start(3) - 1, loose=True)
        yield "year", Place(1, right + 2, bottom, right + 2 + YEAR, top)


def _between(text: pypdfium2.PdfTextPage, name: str, before: int, after: int) -> Iterator[tuple[str, Place]]:
    _, bottom, left, top = text.get_charbox(before, loose=True)
    right, low, _, _ = text.get_charbox(after, loose=True)
    if right - left >= NARROWEST and abs(low - bottom) < top - bottom:
        yield name, Place(1, left + 1, bottom, right - 1, top)


def _above_name(page: pypdfium2.PdfPage, number: int, signer: str) -> Place | None:
    text = page.get_textpage()
    names = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, signer.split())), _read(text))]
    if not names:
        return None
    first, after = names[-1]
    left, _, _, top = text.get_charbox(first, loose=True)
    right = text.get_charbox(after - 1, loose=True)[2]
    middle, (width, height) = (left + right) / 2, SIGNATURE
    return Place(number, middle - width / 2, top + ABOVE_NAME, middle + width / 2, top + ABOVE_NAME + height)


def _read(text: pypdfium2.PdfTextPage) -> str:
    """The text, one letter for each box of the page."""
    return "".join(text.get_text_range(place, 1)[:1] or " " for place in range(text.count_chars()))
