"""Units as they are read again and again: kept for a minute in each process, for they hardly ever change."""

import time
from functools import lru_cache

from motcua.office.people.models import Unit
from motcua.office.people.policy import SEEN_WITHIN


def unit(pk: int) -> Unit:
    """The unit of this key, as old as a minute. Not to be changed or saved."""
    return _units(int(time.monotonic()) // SEEN_WITHIN)[pk]


@lru_cache(maxsize=1)
def _units(since: int) -> "_Units":  # noqa: ARG001  `since` lets what was kept grow old
    return _Units()


class _Units(dict[int, Unit]):
    def __missing__(self, pk: int) -> Unit:
        found = self[pk] = Unit.objects.select_related("parent").get(pk=pk)
        return found


def forget_units() -> None:
    """Units changed: read them anew. Other processes do within a minute."""
    _units.cache_clear()
