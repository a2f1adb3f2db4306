"""Finds a unit by its code or by its name as people write it, among units that sources bring or that are published."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from motcua.evidence.published import published_units, unit_row
from motcua.evidence.readers.folding import fold
from motcua.evidence.units import AdministrativeUnit

COMMITTEE = re.compile(r"^(ubnd|uy ban nhan dan) ")


class Units:
    """Units known so far. While no source brought any, the published ones by official code."""

    def __init__(self, on: date) -> None:
        self._published: Mapping[str, AdministrativeUnit] = published_units(on)
        self._brought: set[str] = set()
        self._listed: dict[str, str] = {}
        self._used: set[str] = set()
        self._names: dict[str, str | None] = {}
        self._found: dict[str, str | None] = {}

    def add(self, unit_id: str, name: str) -> None:
        """A unit that a source brings; from the first on, published units count no more."""
        if not self._brought:
            self._names.clear()
            for known, its_name in self._listed.items():
                self._name(its_name, known)
            self._brought.update(self._listed)
        self._brought.add(unit_id)
        self._found.clear()
        self._name(name, unit_id)

    def keep(self, unit_id: str, name: str, *, published: bool) -> None:
        """A unit that is stored already; one of the published list leaves that list in force."""
        if published:
            self._listed[unit_id] = name
        else:
            self.add(unit_id, name)

    def find(self, text: str) -> str | None:
        """The unit's id, or nothing where the text names no known unit or more than one."""
        if text not in self._found:
            self._found[text] = self._look_up(text.strip())
        return self._found[text]

    def rows_in_use(self) -> Iterator[dict[str, object]]:
        """Rows of `unit` where no source brought any: published units found so far and those above, not yet stored."""
        if self._brought:
            return
        waiting, listed = sorted(self._used), set[str]()
        while waiting:
            unit = self._published[waiting.pop(0)]
            if unit.code not in listed:
                listed.add(unit.code)
                if unit.code not in self._listed:
                    yield unit_row(unit)
                waiting += [code for code in (unit.parent, unit.successor) if code and code in self._published]

    def _look_up(self, text: str) -> str | None:
        if not self._names and not self._brought:
            for unit in self._published.values():
                self._name(unit.name, unit.code)
        ids = self._brought or self._published.keys()
        found = text if text in ids else self._names.get(plain(text))
        if found:
            self._used.add(found)
        return found

    def _name(self, name: str, unit_id: str) -> None:
        folded = plain(name)
        self._names[folded] = unit_id if self._names.get(folded, unit_id) == unit_id else None


def plain(name: str) -> str:
    """A name without case, accents, punctuation, and without "people's committee of" before it."""
    return COMMITTEE.sub("", fold(name))
