"""Rows of a sheet that are no records: totals, signatures, remarks, section headings, headers printed again."""

import re
from collections.abc import Sequence

from motcua.evidence.readers.folding import fold

_COUNTED = (
    "ho so|van ban|so|so ho so|so van ban|so tien|so bao cao|bao cao|phieu|giao dich|trang|don vi|cong|ban|nguoi|viec"
    "|luot|ngay|tuan|thang|quy|nam|ky|tu dau (?:thang|quy|nam|ky)|trong (?:thang|quy|nam|ky)|den (?:ngay|het|cuoi)"
    "|phat sinh|nay"
)
_TOTAL = re.compile(
    r"(?:tong cong|tong so|tong|cong|cong tong|cong trang|cong mang sang|mang sang|luy ke|cong don|total|sum"
    rf"|grand total|tong tien)(?: (?:{_COUNTED}))*(?: [ivx]{{1,4}})?(?: \d[\d ]*(?:[a-z][a-z ]{{0,30}})?)?"
    r"|(?:khoa|chot|ket) so(?: (?:ngay|thang|quy|nam|den|het|cuoi)\b.*)?"
)
_SIGNED = re.compile(
    r"(?:.* )?ngay (?:\d{1,2} )?thang (?:\d{1,2} )?nam(?: \d{4})?(?: .*)?"
    r"|(?:nguoi|can bo|cong chuc|ke toan|thu quy|van thu)"
    r"(?: (?:lap|lap bieu|lap bang|lap so|ghi so|tong hop|bao cao|truong|kiem tra|tiep nhan|mot cua))*"
    r"|ky (?:va )?ghi ro ho ten|ky ten(?: dong dau)?|ky dong dau.*|thu truong(?: don vi| co quan)?|(?:kt |tm |tl |q )?"
    r"(?:chu tich|pho chu tich|truong bo phan|truong phong|giam doc|pho giam doc|lanh dao|uy ban nhan dan)\b.*"
    r"|xac nhan cua .*|noi nhan\b.*|ghi chu .*|luu y .*|nguon .*"
)
_SECTION = re.compile(
    r"[ivx]{1,4}|[a-e]|\d{1,2}"
    r"|(?:linh vuc|nhom|phan|muc|quy|thang|cap|don vi|bo phan)\b.*|(?:[ivx]{1,4}|[a-e]) .*"
)
_QUICK = frozenset("tTcCsSgGlLmMkK(")


def is_total(row: Sequence[object]) -> bool:
    """The first text of the row says total."""
    for cell in row:
        if cell == "" or cell is None:
            continue
        return isinstance(cell, str) and cell.lstrip()[:1] in _QUICK and _TOTAL.fullmatch(fold(cell)) is not None
    return False


def is_note(row: Sequence[object], headings: Sequence[str]) -> bool:
    """A total, a signature line, a section heading, or the header printed again on a new page."""
    return is_end(row) or _section(_filled(row)) or _header_again(row, headings)


def is_end(row: Sequence[object]) -> bool:
    """A total or a signature line: under it only names follow."""
    return is_total(row) or _signed(_filled(row))


def _filled(row: Sequence[object]) -> list[object]:
    return [cell for cell in row if cell not in ("", None)]


def _signed(texts: Sequence[object]) -> bool:
    """Every cell is a signature line: a record has something else too."""
    return len(texts) <= 4 and all(isinstance(cell, str) and _SIGNED.fullmatch(fold(cell)) for cell in texts)


def is_name(row: Sequence[object]) -> bool:
    """A few words without a digit: the names of those who signed."""
    texts = [str(cell) for cell in _filled(row)]
    return len(texts) <= 3 and not any(c.isdigit() for text in texts for c in text)


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
