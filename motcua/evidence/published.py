"""Rows that the project can answer itself where no source brings them: published procedures, units by code."""

from collections.abc import Iterator
from datetime import date

from motcua.evidence.catalogue import Era, procedures
from motcua.evidence.units import AdministrativeUnit, administrative_units

OURS = "motcua"
TWO_LEVELS_FROM = date(2025, 7, 1)
# The lists show units and procedures as they stood, not since when: no day before the first published working
# calendar can be inspected, so that year is taken as the beginning.
FIRST_DAY = date(2021, 1, 1)
ERAS: dict[Era, tuple[date, date | None]] = {
    "three-level": (FIRST_DAY, date(2025, 6, 30)),
    "two-level": (TWO_LEVELS_FROM, None),
}


def era_of(on: date) -> Era:
    """Three levels of government until 30 June 2025, two since."""
    return "three-level" if on < TWO_LEVELS_FROM else "two-level"


def procedure_rows() -> Iterator[dict[str, object]]:
    """Rows of `procedure`, one version an era. A term whose unit was guessed is left empty: it is no law."""
    for number, procedure in enumerate(procedures(), start=1):
        begin, end = ERAS[procedure.era]
        if not procedure.code or not procedure.domain:
            continue
        certain = not procedure.term_guessed
        yield {
            "procedure_code": procedure.code,
            "version": procedure.era,
            "name": procedure.name,
            "domain": procedure.domain,
            "level": ", ".join(procedure.level),
            "in_force_from": begin,
            "in_force_to": end,
            "term_value": procedure.term_value if certain else None,
            "term_unit": procedure.term_unit if certain else None,
            "immediate": procedure.immediate,
            "source_file": OURS,
            "sheet": "procedures",
            "row": number,
        }


def published_units(on: date) -> dict[str, AdministrativeUnit]:
    """Units by official code: those of the era of `on`, and of the other era where the code is only there."""
    eras: list[Era] = ["three-level", "two-level"]
    eras.sort(key=lambda era: era == era_of(on))
    return {unit.code: unit for era in eras for unit in administrative_units(era)}


def unit_row(unit: AdministrativeUnit) -> dict[str, object]:
    """The row of `unit` for the people's committee of a published unit."""
    begin, end = ERAS[unit.era]
    return {
        "unit_id": unit.code,
        "name": unit.name,
        "level": unit.level,
        "kind": "committee",
        "parent_id": unit.parent,
        "valid_from": begin,
        "valid_to": end,
        "successor_id": unit.successor,
        "source_file": OURS,
        "sheet": "units",
    }
