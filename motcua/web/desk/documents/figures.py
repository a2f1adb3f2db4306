"""The two rates of digital signing as the page shows them, and the documents behind each side of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.language import Words, percent, say
from motcua.office.documents.models import OutgoingDocument
from motcua.office.documents.rates import Rate, rates
from motcua.office.people.models import Unit

NAMES = {
    "signed": Words(vi="Được ký số (người có thẩm quyền hoặc cơ quan)", en="Signed digitally (by person or agency)"),
    "both": Words(vi="Đủ chữ ký số của cả hai", en="Signed digitally by both"),
}
SIDES = {
    "": Words(vi="được tính", en="counted"),
    "not-": Words(vi="không đạt", en="not so"),
    "unknown-": Words(vi="chưa kết luận được", en="not decided"),
}
SHARE = Words(vi="{share} ({counted}/{of})", en="{share} ({counted} of {of})")
NOTHING = Words(vi="chưa có văn bản nào để tính", en="nothing to count yet")


@dataclass(frozen=True)
class Side:
    """Documents on one side of a rate; `code` asks for them."""

    code: str
    name: str
    count: int


@dataclass(frozen=True)
class Figure:
    name: str
    said: str
    sides: Sequence[Side]


def figures(unit: Unit, year: int, today: date) -> tuple[Sequence[Figure], Mapping[str, Sequence[OutgoingDocument]]]:
    """Of the year so far, and the rows behind each side by its code. Secret documents are left out."""
    found = rates(unit, date(year, 1, 1), min(date(year, 12, 31), max(today, date(year, 1, 1))))
    by_code = {"signed": found.signed, "both": found.by_both}
    behind = {f"{side}{code}": rows for code, rate in by_code.items() for side, rows in _sides(rate).items()}
    return [_figure(code, rate) for code, rate in by_code.items()], behind


def named(behind: str) -> str:
    """What a list behind a figure is called."""
    side = next((one for one in SIDES if one and behind.startswith(one)), "")
    return f"{say(NAMES[behind.removeprefix(side)])}: {say(SIDES[side])}"


def _sides(rate: Rate) -> dict[str, Sequence[OutgoingDocument]]:
    return {"": rate.counted, "not-": rate.others, "unknown-": rate.undecided}


def _figure(code: str, rate: Rate) -> Figure:
    said = say(NOTHING)
    if rate.share is not None:
        said = say(SHARE, share=percent(rate.share), counted=rate.numerator, of=rate.denominator)
    sides = [Side(f"{side}{code}", say(SIDES[side]), len(rows)) for side, rows in _sides(rate).items() if rows]
    return Figure(say(NAMES[code]), said, sides)
