"""NumPy arrays turned into the columns of the evidence contract: moments, flags, drawn words, codes, pseudonyms."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Columns = dict[str, Any]

NEVER = np.iinfo(np.int64).min  # a moment that has not come
DAY = 1440
VIETNAM = 7 * 60  # minutes ahead of UTC
PSEUDONYM = 32


def moment(name: str, minutes: Ints) -> Columns:
    """The pair of columns of a moment given in local minutes since 1970."""
    absent = minutes == NEVER
    local = np.where(absent, 0, minutes)
    days = pa.array((local // DAY).astype(np.int32), mask=absent).cast(pa.date32())
    instants = pa.array((local - VIETNAM) * 60_000_000, mask=absent).cast(pa.timestamp("us", tz="UTC"))
    return {f"{name}_on": days, f"{name}_at": instants}


def one_moment(name: str, at: int | None) -> dict[str, object]:
    """The same for one row of a small table, as Python values."""
    if at is None:
        return {f"{name}_on": None, f"{name}_at": None}
    return {f"{name}_on": day_of(at), f"{name}_at": MIDNIGHT + timedelta(minutes=at - VIETNAM)}


def day_of(minutes: int) -> date:
    return date.fromordinal(minutes // DAY + EPOCH)


def at(on: date, hour: int = 9, minute: int = 0) -> int:
    """Local minutes since 1970 of a time of day."""
    return (on.toordinal() - EPOCH) * DAY + hour * 60 + minute


EPOCH = date(1970, 1, 1).toordinal()
MIDNIGHT = datetime(1970, 1, 1, tzinfo=UTC)


def drawn(pool: Any, which: Ints) -> Any:
    """Values of a pool by position."""
    return pool.take(pa.array(which))


def words(options: Sequence[str | None], which: Ints) -> Any:
    return drawn(pa.array(options, pa.string()), which)


def joined(*parts: Any, by: str = "") -> Any:
    """Strings put together piece by piece; a part may be one word."""
    return pc.binary_join_element_wise(*parts, by)


def padded(numbers: Ints, width: int) -> Any:
    return pc.utf8_lpad(pa.array(numbers).cast(pa.string()), width, "0")


def numbers(values: Ints | Flags, absent: Flags | None = None) -> Any:
    return pa.array(values, mask=absent)


def pseudonyms(rng: np.random.Generator, size: int) -> Any:
    """Random keys in the shape of keyed pseudonyms; no person stands behind them."""
    letters = rng.bytes(size * PSEUDONYM // 2).hex().encode("ascii")
    ends = np.arange(size + 1, dtype=np.int32) * PSEUDONYM
    return pa.StringArray.from_buffers(size, pa.py_buffer(ends.tobytes()), pa.py_buffer(letters))


def repeated(counts: Ints) -> tuple[Ints, Ints]:
    """For rows that repeat each parent `counts` times: the parent's position, and the number of the row from 0."""
    parent = np.repeat(np.arange(len(counts)), counts)
    start = np.repeat(np.cumsum(counts) - counts, counts)
    return parent, np.arange(len(parent)) - start
