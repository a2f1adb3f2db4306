"""Keys already seen, in 16 bytes each: which rows repeat the key of an earlier row, and where that row stands."""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]
ROWS_A_SOURCE = 1 << 40


class SeenKeys:
    """Hashes of 64 bits in sorted runs, each run at least twice as long as the next, merged as they grow."""

    def __init__(self) -> None:
        self._runs: list[tuple[Numbers, Numbers]] = []

    def repeated(
        self, keys: Sequence[tuple[object, ...]], source: int, rows: Sequence[int]
    ) -> dict[int, tuple[int, int]]:
        """Take keys in; gives index → (source, row) of the earlier row for each that repeats a key."""
        hashes = _hashes(keys)
        places = np.array(rows, dtype=np.uint64) + np.uint64(source * ROWS_A_SOURCE)
        order = np.argsort(hashes, kind="stable")
        hashes, places = hashes[order], places[order]
        first = np.searchsorted(hashes, hashes)
        earlier = np.where(first < np.arange(len(hashes)), places[first], np.uint64(0))
        repeats = first < np.arange(len(hashes))
        for known, where in self._runs:
            at = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
            match = known[at] == hashes
            earlier[match] = where[at[match]]
            repeats |= match
        self._add(hashes[~repeats], places[~repeats])
        return {int(order[i]): divmod(int(earlier[i]), ROWS_A_SOURCE) for i in np.flatnonzero(repeats)}

    def _add(self, hashes: Numbers, places: Numbers) -> None:
        if not len(hashes):
            return
        while self._runs and len(self._runs[-1][0]) < 2 * len(hashes):
            known, where = self._runs.pop()
            hashes, places = np.concatenate([known, hashes]), np.concatenate([where, places])
            order = np.argsort(hashes, kind="stable")
            hashes, places = hashes[order], places[order]
        self._runs.append((hashes, places))


def _hashes(keys: Sequence[tuple[object, ...]]) -> Numbers:
    """The same for the same key in every run of the program, unlike `hash`."""
    digests = b"".join(blake2b("\x1f".join(map(str, key)).encode(), digest_size=8).digest() for key in keys)
    return np.frombuffer(digests, dtype=np.uint64).copy()
