"""The QR code at the top left of a slip: which dossier, which procedure, which paper.

The standard asks that all eight masks are tried and the least penalised is taken. segno finds the same one, module by
module; here the symbol is one whole number a direction, a bit a module, and penalties are counted on all at once.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product

import segno

_MASKS = range(8)
_GAP = bytes(4)  # light modules after each row: as many as must lie beside what looks like a finder pattern
_DIGITS = bytes.maketrans(b"\0\1", b"01")
_DARK = re.compile("1+")
_WITHOUT_VERSION = 41  # the most modules a side of a symbol that does not tell its version


@dataclass(frozen=True)
class _Frame:
    """What all symbols of one size share. `turns`: what makes one of mask 0 one of each mask, as rows and columns."""

    size: int
    inner: int  # all modules but the first of each row
    data: int  # all modules but those that tell of mask and version; the same as rows and as columns
    turns: tuple[tuple[int, int], ...]


def content(code: str, procedure_code: str, paper: str) -> str:
    """What the code holds. No number of a person: whoever picks up the paper can read it."""
    return "|".join((code, procedure_code, paper))


def picture(text: str) -> str:
    """The code as SVG; ISO/IEC 18004, level M. Its quiet zone is the margin and gutter of the page."""
    size, dark = symbol(text)
    places = _places(size)
    path = "".join([f"{places[start]}{end - start}" for start, end in map(re.Match.span, _DARK.finditer(dark))])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"><path stroke="#000" d="{path}"/></svg>'
    )


def symbol(text: str) -> tuple[int, str]:
    """Modules a side, and the modules row by row, `1` for dark, each row with four light ones after it."""
    made = _made(text, 0)
    frame = _frame(made.version)
    rows, columns = _both(made.matrix)

    def penalty(mask: int) -> int:
        over, across = frame.turns[mask]
        return _penalty((rows ^ over) & frame.data, (columns ^ across) & frame.data, frame)

    best = min(_MASKS, key=penalty)
    return frame.size, f"{rows ^ frame.turns[best][0]:b}"  # its first module is dark


def _made(text: str, mask: int, version: int | str | None = None) -> segno.QRCode:
    return segno.make_qr(text, error="m", mode="byte", encoding="utf-8", boost_error=False, mask=mask, version=version)


@cache
def _places(size: int) -> tuple[str, ...]:
    """For each module, the SVG that begins a run there; its length follows."""
    return tuple(f"M{left} {top}.5h" for top in range(size) for left in range(size + len(_GAP)))


@cache
def _frame(version: int | str) -> _Frame:
    made = [_made("0", mask, version) for mask in _MASKS]
    (rows, columns), *_ = both = [_both(one.matrix) for one in made]
    size = len(made[0].matrix)
    inner = _number([b"\0" + b"\1" * (size - 1)] * size)
    return _Frame(size, inner, _data(size), tuple((over ^ rows, across ^ columns) for over, across in both))


def _data(size: int) -> int:
    modules = [bytearray(b"\1" * size) for _ in range(size)]
    for place in (*range(6), 7, 8, *range(size - 8, size)):
        modules[8][place] = modules[place][8] = 0
    if size > _WITHOUT_VERSION:
        for place, other in product(range(6), range(size - 11, size - 8)):
            modules[place][other] = modules[other][place] = 0
    return _number(modules)


def _both(matrix: Iterable[bytes | bytearray]) -> tuple[int, int]:
    rows = list(matrix)
    return _number(rows), _number(bytes(column) for column in zip(*rows, strict=True))


def _number(rows: Iterable[bytes | bytearray]) -> int:
    return int(b"".join(row + _GAP for row in rows).translate(_DIGITS), 2)


def _penalty(rows: int, columns: int, frame: _Frame) -> int:
    """Of runs of one colour, blocks of one colour, what looks like a finder pattern, and unequal shares of colours."""
    found = 0
    for seen in (rows, columns):
        alike = ~(seen ^ seen >> 1) & frame.inner
        fives = alike & alike >> 1 & alike >> 2 & alike >> 3
        found += fives.bit_count() + 2 * (fives & ~(fives >> 1)).bit_count()
        finders = seen & ~(seen >> 1) & seen >> 2 & seen >> 3 & seen >> 4 & ~(seen >> 5) & seen >> 6
        if finders:
            before = ~(seen >> 7 | seen >> 8 | seen >> 9 | seen >> 10)
            finders &= before | ~(seen << 1 | seen << 2 | seen << 3 | seen << 4)
            found += 40 * (finders & ~(finders >> 4 | finders >> 6)).bit_count()  # none begins within another
    down = frame.size + len(_GAP)
    alike = ~(rows ^ rows >> 1) & frame.inner
    found += 3 * (alike & alike >> down & ~(rows ^ rows >> down)).bit_count()
    whole = frame.size**2
    return found + 10 * (abs(20 * rows.bit_count() - 10 * whole) // whole)
