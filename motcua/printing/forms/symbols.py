"""The modules of a QR code, ISO/IEC 18004, bytes at level M, made fast: receipts are printed many a second.

What all symbols of a size share (patterns, masks, what tells the mask) comes from segno. The standard asks that all
eight masks are tried and the least penalised is taken: a symbol is one whole number a direction, a bit a module, so
that masks and penalties are worked on all modules at once.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, product, zip_longest
from operator import itemgetter

import segno
from segno import consts

GAP = 4  # light modules after each row: as many as must lie beside what looks like a finder pattern
_MASKS = range(8)
_DIGITS = bytes.maketrans(b"\0\1", b"01")
_NO_VERSION = 41  # the most modules a side of a symbol that does not tell its version
_SHORT_COUNT = 9  # the last version that counts its bytes in eight bits
_PAD = b"\xec\x11"
_FIELD = 0x11D  # the polynomial of the field in which errors are corrected
_PATTERNS = {
    consts.TYPE_FINDER_PATTERN_DARK, consts.TYPE_FINDER_PATTERN_LIGHT, consts.TYPE_SEPARATOR, consts.TYPE_TIMING_DARK,
    consts.TYPE_TIMING_LIGHT, consts.TYPE_ALIGNMENT_PATTERN_DARK, consts.TYPE_ALIGNMENT_PATTERN_LIGHT,
}  # fmt: skip


@dataclass(frozen=True)
class _Frame:
    """What all symbols of one size share; modules are numbered down or across, each row with its gap."""

    size: int
    blocks: tuple[tuple[int, int], ...]  # of each: how many codewords of data, and of error correction
    rows: Callable[[str], Iterable[str]]  # which bit of the message each module holds, the last bit none
    columns: Callable[[str], Iterable[str]]
    inner: int  # all modules but the first of each row
    judged: int  # all modules but those that tell of mask and version; the same as rows and as columns
    empty: tuple[tuple[int, int], ...]  # by mask: the symbol without a message, as rows and columns

    @property
    def room(self) -> int:
        """Codewords of data."""
        return sum(data for data, _ in self.blocks)


def symbol(text: str) -> tuple[int, str]:
    """Modules a side, and the modules row by row, `1` for dark, each row with four light ones after it.

    Raises ValueError where the text is longer than a symbol holds.
    """
    said = text.encode()
    version, frame = _fitting(len(said))
    bits = _bits(said, version, frame)
    rows, columns = int("".join(frame.rows(bits)), 2), int("".join(frame.columns(bits)), 2)

    def penalty(mask: int) -> int:
        down, across = frame.empty[mask]
        return _penalty((rows ^ down) & frame.judged, (columns ^ across) & frame.judged, frame)

    best = min(_MASKS, key=penalty)
    return frame.size, f"{rows ^ frame.empty[best][0]:b}"  # its first module is dark


def _fitting(length: int) -> tuple[int, _Frame]:
    for version in range(1, 41):
        data = sum(block.num_blocks * block.num_data for block in consts.ECC[version][consts.ERROR_LEVEL_M])
        if length + (2 if version <= _SHORT_COUNT else 3) <= data:
            return version, _frame(version)
    raise ValueError("the text is too long for a QR code")


def _bits(said: bytes, version: int, frame: _Frame) -> str:
    """The message, a digit a bit, and one `0` more for modules that hold none."""
    count = 8 if version <= _SHORT_COUNT else 16
    head = (4 << count | len(said)) << 8 * len(said) | int.from_bytes(said)
    length = len(said) + 1 + count // 8
    data = (head << 4).to_bytes(length) + _PAD * (frame.room // 2)
    blocks, place = [], 0
    for held, checking in frame.blocks:
        block = data[place : place + held]
        blocks.append((block, _checks(block, checking)))
        place += held
    codewords = chain(_woven([block for block, _ in blocks]), _woven([checks for _, checks in blocks]))
    message = bytes(codewords)
    return f"{int.from_bytes(message):0{8 * len(message)}b}" + "0" * 8  # the most that remain, and the one more


def _woven(blocks: Sequence[bytes]) -> Iterable[int]:
    return (held for held in chain.from_iterable(zip_longest(*blocks)) if held is not None)


def _checks(block: bytes, count: int) -> bytes:
    """The codewords by which errors in a block are corrected: the remainder of a division."""
    factors, top, low = _factors(count), 8 * count - 8, (1 << 8 * count - 8) - 1
    rest = 0
    for held in block:
        rest = (rest & low) << 8 ^ factors[rest >> top ^ held]
    return rest.to_bytes(count)


@cache
def _factors(count: int) -> tuple[int, ...]:
    """Every multiple of the divisor for so many codewords, its first term left out, as one number."""
    divisor, root = [1], 1
    for _ in range(count):
        divisor = [held ^ _times(other, root) for held, other in zip([*divisor, 0], [0, *divisor], strict=True)]
        root = _times(root, 2)
    return tuple(int.from_bytes(bytes(_times(held, factor) for held in divisor[1:])) for factor in range(256))


def _times(one: int, other: int) -> int:
    found = 0
    while other:
        found ^= one * (other & 1)
        one = one << 1 ^ _FIELD * (one >> 7)
        other >>= 1
    return found


@cache
def _frame(version: int) -> _Frame:
    made = [
        segno.make_qr("0", error="m", mode="byte", boost_error=False, mask=mask, version=version) for mask in _MASKS
    ]
    size = len(made[0].matrix)
    kinds = [list(row) for row in made[0].matrix_iter(border=0, verbose=True)]
    judged = _judged(size)
    free = [
        [judged[down][across] and kinds[down][across] not in _PATTERNS for across in range(size)]
        for down in range(size)
    ]
    order = {place: bit for bit, place in enumerate(_zigzag(free))}
    held = [[order.get((down, across), -1) for across in range(size)] for down in range(size)]
    blocks = tuple(
        (each.num_data, each.num_total - each.num_data)
        for each in consts.ECC[version][consts.ERROR_LEVEL_M]
        for _ in range(each.num_blocks)
    )
    first = [
        bytes((down + across + 1) % 2 if free[down][across] else made[0].matrix[down][across] for across in range(size))
        for down in range(size)
    ]
    (down, across), *others = _both(first), *(_both(one.matrix) for one in made)
    turns = [(one ^ others[0][0], other ^ others[0][1]) for one, other in others]
    return _Frame(
        size, blocks, _getter(held), _getter([list(column) for column in zip(*held, strict=True)]),
        _number([b"\0" + b"\1" * (size - 1)] * size), _number([bytes(row) for row in judged]),
        tuple((down ^ one, across ^ other) for one, other in turns),
    )  # fmt: skip


def _judged(size: int) -> list[list[bool]]:
    modules = [[True] * size for _ in range(size)]
    for place in (*range(6), 7, 8, *range(size - 8, size)):
        modules[8][place] = modules[place][8] = False
    if size > _NO_VERSION:
        for place, other in product(range(6), range(size - 11, size - 8)):
            modules[place][other] = modules[other][place] = False
    return modules


def _zigzag(free: Sequence[Sequence[bool]]) -> Iterable[tuple[int, int]]:
    """Free modules in the order in which the message fills them: up and down in columns of two, from the right."""
    size, upwards = len(free), True
    for right in (*range(size - 1, 6, -2), *range(5, 0, -2)):  # the column of the timing pattern is left out
        for down in range(size - 1, -1, -1) if upwards else range(size):
            yield from ((down, across) for across in (right, right - 1) if free[down][across])
        upwards = not upwards


def _getter(held: Sequence[Sequence[int]]) -> Callable[[str], Iterable[str]]:
    return itemgetter(*(bit for row in held for bit in (*row, *[-1] * GAP)))


def _both(matrix: Iterable[bytes | bytearray]) -> tuple[int, int]:
    rows = list(matrix)
    return _number(rows), _number(bytes(column) for column in zip(*rows, strict=True))


def _number(rows: Iterable[bytes | bytearray]) -> int:
    return int(b"".join(row + bytes(GAP) for row in rows).translate(_DIGITS), 2)


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
    down = frame.size + GAP
    alike = ~(rows ^ rows >> 1) & frame.inner
    found += 3 * (alike & alike >> down & ~(rows ^ rows >> down)).bit_count()
    whole = frame.size**2
    return found + 10 * (abs(20 * rows.bit_count() - 10 * whole) // whole)
