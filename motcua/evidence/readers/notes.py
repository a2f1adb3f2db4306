"""Rows of a sheet that are no records: totals, signatures, remarks, headings of sections, headers printed again."""

import re
from collections.abc import Sequence

from motcua.evidence.readers.folding import fold

_TOTAL = re.compile(
    r"(?:tong cong|tong so|tong|cong|cong tong|cong trang|cong mang sang|mang sang|luy ke|cong don|total|sum|grand total|tong tien)"
    r"(?: (?:ho so|van ban|so|so ho so|so van ban|so tien|so bao cao|bao cao|phieu|giao dich|trang|don vi|cong))*"
    r"(?: \d[\d ]*(?: (?:ho so|van ban|dong|vnd|d|bao cao|phieu|dong|giao dich|truong hop))?)?"
)
_SIGNED = re.compile(
    r"(?:.* )?ngay (?:\d{1,2} )?thang (?:\d{1,2} )?nam(?: \d{4})?(?: .*)?|(?:nguoi|can bo|cong chuc|ke toan|thu quy|van thu)(?: (?:lap|lap bieu|lap bang"
    r"|lap so|ghi so|tong hop|bao cao|truong|kiem tra|tiep nhan|mot cua))*|ky (?:va )?ghi ro ho ten|ky ten(?: dong dau)?|thu truong(?: don vi| co quan)?"
    r"|(?:kt |tm |tl |q )?(?:chu tich|pho chu tich|truong bo phan|truong phong|giam doc|pho giam doc|lanh dao|uy ban nhan dan)\b.*|xac nhan cua .*"
    r"|noi nhan\b.*|ghi chu .*|luu y .*|nguon .*|ky dong dau.*|da ky"
)
_SECTION = re.compile(
    r"(?:[ivx]{1,4}|[a-e]|\d{1,2})|(?:linh vuc|nhom|phan|muc|quy|thang|cap|don vi|bo phan)\b.*|(?:[ivx]{1,4}|[a-e]) .*"
)
_QUICK = frozenset("tTcCsSgGlLmM(")


def is_total(row: Sequence[object]) -> bool:
    """The first text of the row says total."""
    for cell in row:
        if cell == "" or cell is None:
            continue
        return isinstance(cell, str) and cell.lstrip()[:1] in _QUICK and _TOTAL.fullmatch(fold(cell)) is not None
    return False


def is_note(row: Sequence[object], headings: Sequence[str]) -> bool:
    """A total, a signature line, a section heading, or the header printed again on a new page."""
    texts = [cell for cell in row if cell not in ("", None)]
    if is_total(row) or _signed(texts) or _section(texts):
        return True
    return _header_again(row, headings)


def _signed(texts: Sequence[object]) -> bool:
    words = [fold(cell) for cell in texts if isinstance(cell, str)]
    return len(texts) <= 5 and any(_SIGNED.fullmatch(word) for word in words)


def _section(texts: Sequence[object]) -> bool:
    words = list(dict.fromkeys(fold(str(cell)) for cell in texts))
    if len(words) == 1:
        return _SECTION.fullmatch(words[0]) is not None
    return len(words) == 2 and re.fullmatch(r"[ivx]{1,4}|[a-e]", words[0]) is not None


def _header_again(row: Sequence[object], headings: Sequence[str]) -> bool:
    texts = [
        (fold(str(cell)), fold(heading)) for cell, heading in zip(row, headings, strict=False) if cell not in ("", None)
    ]
    same = sum(
        1
        for cell, heading in texts
        if cell and (heading == cell or heading.endswith(f" {cell}") or heading.startswith(f"{cell} "))
    )
    return len(texts) >= 2 and same * 2 >= len(texts)
