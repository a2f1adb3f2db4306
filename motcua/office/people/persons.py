"""Persons as they are told at a counter: known by their number, put down anew, their way to be reached kept fresh."""

from dataclasses import dataclass
from datetime import date

from motcua.language import Refusal, Words, plain
from motcua.office.people.cards import check_number
from motcua.office.people.models import Person, PersonKind

OTHER_NAME = Words(
    vi="Số {number} đã ghi cho người có tên khác; hãy kiểm tra lại số và họ tên.",
    en="Number {number} is on record for another name; look at the number and the name again.",
)
KEPT_FRESH = ("birth_on", "sex", "address", "phone", "email")


@dataclass(frozen=True)
class Told:
    """What someone said of themselves or showed on a card."""

    name: str
    number: str = ""
    kind: PersonKind = PersonKind.CITIZEN
    birth_on: date | None = None
    sex: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


def on_record(told: Told) -> Person | None:
    """The person with that number, where the name, and the birth day if both are known, are the same on record."""
    found = Person.objects.filter(number=told.number, search_name=plain(told.name)).first() if told.number else None
    if found is None or (found.birth_on and told.birth_on and found.birth_on != told.birth_on):
        return None
    return found


def put_down(told: Told) -> Person:
    """The person with that number, with what was told now; someone new where the number is new or was not told.

    Must run inside a transaction. Raises Refusal for a number that cannot be or that another name has.
    """
    if told.number and told.kind == PersonKind.CITIZEN:
        check_number(told.number, told.birth_on, told.sex)
    known = Person.objects.select_for_update().filter(number=told.number).first() if told.number else None
    if known is None:
        return Person.objects.create(search_name=plain(told.name), **vars(told))
    if known.search_name != plain(told.name):
        raise Refusal(OTHER_NAME, number=told.number)
    return _freshened(known, told)


def _freshened(known: Person, told: Told) -> Person:
    new = {name: getattr(told, name) for name in KEPT_FRESH if getattr(told, name)}
    changed = [name for name, value in new.items() if getattr(known, name) != value]
    for name in changed:
        setattr(known, name, new[name])
    if changed:
        known.save(update_fields=changed)
    return known
