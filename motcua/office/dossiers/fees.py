"""What copies cost: from the fees of a version, by page, by copy or by dossier, as their `per` says."""

import re
from collections.abc import Iterable

from motcua.office.procedures.models import Fee

PER_PAGE = re.compile(r"trang(?: từ trang thứ (\d+))?")  # from its first page on, until another fee begins
PER_COPY = "bản"
AT_MOST = "bản, tối đa"  # no copy costs more by its pages


def of_copies(fees: Iterable[Fee], copies: int, pages: int) -> list[tuple[str, int]]:
    """Name and amount of each fee that is owed for so many copies of so many pages."""
    by_page: dict[int, Fee] = {}
    owed: list[tuple[str, int]] = []
    highest: int | None = None
    for fee in sorted(fees, key=lambda one: one.pk):
        if told := PER_PAGE.fullmatch(fee.per):
            by_page[int(told[1] or 1)] = fee
        elif fee.per == AT_MOST:
            highest = fee.amount
        else:
            owed.append((fee.name, fee.amount * (copies if fee.per == PER_COPY else 1)))
    if by_page:
        one_copy = _pages(by_page, pages)
        one_copy = one_copy if highest is None else min(one_copy, highest)
        owed.insert(0, (by_page[min(by_page)].name, one_copy * copies))
    return [(name, amount) for name, amount in owed if amount]


def _pages(by_page: dict[int, Fee], pages: int) -> int:
    begins = sorted(by_page)
    ends = [*begins[1:], pages + 1]
    spans = ((begin, max(begin, min(end, pages + 1))) for begin, end in zip(begins, ends, strict=True))
    return sum(by_page[begin].amount * (end - begin) for begin, end in spans)
