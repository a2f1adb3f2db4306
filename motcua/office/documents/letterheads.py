"""How a unit is named on what it writes: as its head arranged, else as follows from its name."""

from dataclasses import dataclass

from motcua.office.documents.models import Letterhead, Mode
from motcua.office.people.models import Unit, UnitKind

COMMITTEE = "ỦY BAN NHÂN DÂN"
HEAD_OF_COMMITTEE, HEAD_OF_OTHERS = "Chủ tịch", "Thủ trưởng"


@dataclass(frozen=True)
class Named:
    """`agency` stands at the head of a document, `sign` in its notation, `body` in the line of who signs for it."""

    agency: str
    above: str
    place: str
    sign: str
    body: str
    head_title: str


def named(unit: Unit) -> Named:
    """How the unit is named now."""
    committee = unit.kind == UnitKind.COMMITTEE
    own = Letterhead.objects.filter(unit=unit).first()
    agency = unit.name
    if committee and not unit.name.upper().startswith((COMMITTEE, "UBND")):
        agency = f"Ủy ban nhân dân {unit.name[:1].lower()}{unit.name[1:]}"
    return Named(
        agency=agency,
        above="" if committee or unit.parent is None else unit.parent.name,
        place=unit.place or unit.name,
        sign=own.sign if own else "UBND" if committee else initials(unit.name),
        body=own.body if own and own.body else COMMITTEE if committee else agency.upper(),
        head_title=own.head_title if own else HEAD_OF_COMMITTEE if committee else HEAD_OF_OTHERS,
    )


def initials(name: str) -> str:
    """`Sở Nội vụ` becomes `SNV`."""
    return "".join(word[0] for word in name.split() if word[0].isalpha()).upper()[:20]


def acting(unit: Unit, mode: str) -> str:
    """The line above a signer's title: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`; empty for who signs in their own name."""
    called = named(unit)
    if mode == Mode.OWN:
        return ""
    return f"{mode} {called.body if mode == Mode.BODY else called.head_title.upper()}"
