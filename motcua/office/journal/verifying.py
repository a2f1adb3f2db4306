"""Reads the whole journal again and says where it is not what was written."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from motcua.language import Words, say
from motcua.office.journal import sealing, writing
from motcua.office.journal.models import Chain, Entry, Seal

BEGINNING = "0" * 64
CHANGED = Words(
    vi="Nhật ký {unit}, dòng {serial}: nội dung đã bị sửa sau khi ghi.",
    en="Journal of {unit}, line {serial}: it was changed after it was written.",
)
MISSING = Words(
    vi="Nhật ký {unit}, dòng {serial}: bị mất.",
    en="Journal of {unit}, line {serial}: it is missing.",
)
UNCHAINED = Words(
    vi="Nhật ký {unit}, dòng {serial}: không nối tiếp dòng trước nó.",
    en="Journal of {unit}, line {serial}: it does not follow from the line before it.",
)
BEYOND = Words(
    vi="Nhật ký {unit}, dòng {serial}: nằm ngoài sổ, sau dòng cuối cùng đã ghi.",
    en="Journal of {unit}, line {serial}: it lies beyond the last line that was written.",
)
UNSEALED = Words(
    vi="Nhật ký {unit}, dòng {serial}: không đúng với dấu niêm {seal}.",
    en="Journal of {unit}, line {serial}: it is not the one that seal {seal} holds.",
)
SEAL_CHANGED = Words(
    vi="Dấu niêm {serial}: đã bị sửa sau khi đóng.",
    en="Seal {serial}: it was changed after it was set.",
)
SEAL_UNCHAINED = Words(
    vi="Dấu niêm {serial}: không nối tiếp dấu trước nó; có dấu niêm bị mất.",
    en="Seal {serial}: it does not follow from the one before it; a seal is missing.",
)
SEALS_MISSING = Words(
    vi="Dấu niêm {serial}: bị mất ở cuối.",
    en="Seal {serial}: it is missing at the end.",
)


@dataclass(frozen=True)
class Fault:
    """One place where the journal is not what was written. `unit` is empty for a seal."""

    words: Words
    unit: str
    serial: int
    seal: int = 0

    def __str__(self) -> str:
        return say(self.words, unit=self.unit, serial=self.serial, seal=self.seal)


def verify() -> Iterator[Fault]:
    """Every fault: of the seals first, then chain by chain, line by line."""
    sealed: dict[str, dict[int, tuple[int, str]]] = {}
    yield from _seals(sealed)
    heads = {one.unit: one for one in Chain.objects.exclude(unit=sealing.SEALS)}
    units = {*heads, *sealed, *Entry.objects.order_by().values_list("unit", flat=True).distinct()}
    for unit in sorted(units):
        yield from _chain(unit, heads.get(unit) or Chain(unit=unit), sealed.get(unit, {}))


def _seals(sealed: dict[str, dict[int, tuple[int, str]]]) -> Iterator[Fault]:
    """Faults of the seals; notes in `sealed` which hash each holds of which line, the first seal that does."""
    serial, previous = 0, BEGINNING
    for serial, seal in enumerate(Seal.objects.order_by("pk").iterator(), start=1):
        if seal.previous != previous:
            yield Fault(SEAL_UNCHAINED, "", serial)
        if sealing.digest(seal) != seal.hash:
            yield Fault(SEAL_CHANGED, "", serial)
        else:
            for unit, (line, held) in json.loads(seal.heads).items():
                sealed.setdefault(unit, {}).setdefault(line, (serial, held))
        previous = seal.hash
    head = Chain.objects.filter(unit=sealing.SEALS).first() or Chain(unit=sealing.SEALS)
    yield from (Fault(SEALS_MISSING, "", gone) for gone in range(serial + 1, head.serial + 1))
    if serial == head.serial and previous != head.hash:
        yield Fault(SEAL_CHANGED, "", serial)


def _chain(unit: str, head: Chain, sealed: dict[int, tuple[int, str]]) -> Iterator[Fault]:
    serial, previous = 0, BEGINNING
    for entry in Entry.objects.filter(unit=unit).order_by("serial").iterator():
        yield from (Fault(MISSING, unit, gone) for gone in range(serial + 1, entry.serial))
        yield from _line(entry, previous if entry.serial == serial + 1 else entry.previous, head, sealed)
        serial, previous = entry.serial, entry.hash
    last = max([head.serial, *sealed])
    yield from (Fault(MISSING, unit, gone) for gone in range(serial + 1, last + 1))
    if serial and serial == head.serial and previous != head.hash:
        yield Fault(CHANGED, unit, serial)


def _line(entry: Entry, previous: str, head: Chain, sealed: dict[int, tuple[int, str]]) -> Iterator[Fault]:
    if entry.serial > head.serial:
        yield Fault(BEYOND, entry.unit, entry.serial)
    if writing.digest(entry) != entry.hash:
        yield Fault(CHANGED, entry.unit, entry.serial)
    elif entry.previous != previous:
        yield Fault(UNCHAINED, entry.unit, entry.serial)
    seal, held = sealed.get(entry.serial, (0, entry.hash))
    if held != entry.hash:
        yield Fault(UNSEALED, entry.unit, entry.serial, seal)
