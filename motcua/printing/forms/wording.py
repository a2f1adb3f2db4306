"""Dates, moments, money, numbers and long words as the papers of a desk write them."""

import re
from datetime import date, datetime

from motcua.language import grouped, moment
from motcua.printing.forms.checks import local

_LONG = 18
_ROOM = "\u00a0" * 10
_BREAK = "\u200b"
_PHONE = re.compile(r"\b(?:0\d{2,4}|1[89]00)(?: \d{2,4}){1,3}\b")
_PLACE = re.compile(r" (?=(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH) )")
_AFTER_SIGN = re.compile(r"(?<=[-._@/:?&=])(?=.)")


def at(when: datetime) -> str:
    return moment(local(when))


def dated(place: str, on: date | None) -> str:
    """`An Bình, ngày 05 tháng 02 năm 2026`: the day below ten and months 1 and 2 with a leading zero, or blanks."""
    if on is None:
        return f"{place}, ngày …… tháng …… năm ………"
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return f"{place}, ngày {on.day:02d} tháng {month} năm {on.year}"


def numbered(number: int | None, notation: str) -> str:
    """`Số: 07/HDHS`; room for the number while it is not given, empty without a notation."""
    if not notation:
        return ""
    given = _ROOM if number is None else f" {number:02d}"
    return f"Số:{given}/{notation}"


def money(amount: int | None) -> str:
    if amount is None:
        return ""
    return f"{grouped(amount)} đồng" if amount else "Không thu"


def soft(text: str) -> str:
    """The text with its telephone numbers kept whole and places where a long word may break.

    A word breaks after its signs, or anywhere where it has none.
    """
    text = _PHONE.sub(lambda phone: phone.group().replace(" ", "\u00a0"), text)
    return re.sub(rf"\S{{{_LONG},}}", lambda word: _softened(word.group()), text)


def parted(agency: str, room: int) -> str:
    """The name of an agency in capitals; longer than the room, its place begins a line, or it parts in the middle."""
    agency = agency.upper()
    if len(agency) <= room:
        return agency
    at_place = _PLACE.sub("\n", agency, count=1)
    return at_place if at_place != agency else balanced(agency, room)


def balanced(text: str, room: int) -> str:
    """The text in two lines of about equal length where it is longer than the room."""
    gaps = [place for place, letter in enumerate(text) if letter == " "]
    if len(text) <= room or not gaps:
        return text
    middle = min(gaps, key=lambda place: abs(2 * place - len(text)))
    return f"{text[:middle]}\n{text[middle + 1 :]}"


def _softened(word: str) -> str:
    parts = _AFTER_SIGN.split(word)
    return _BREAK.join(part if len(part) < _LONG else _BREAK.join(part) for part in parts)


def recipient_lines(names: tuple[str, ...]) -> list[str]:
    """`- Như trên;` and so on; the last one ends with a full stop."""
    bare = [name.rstrip(" ;.,") for name in names]
    return [f"- {name}{'.' if place == len(bare) else ';'}" for place, name in enumerate(bare, start=1)]
