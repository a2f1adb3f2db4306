"""The heap of results that are not digitised: how many of how many by procedure, and the rows behind each figure."""

from collections.abc import Mapping
from typing import Any

from motcua.office.dossiers.digitisation import shares, to_digitise
from motcua.web.desk.heaps import WATCH, Desk
from motcua.web.desk.reading import within

HEAP = "undigitised"
SHOWN = 40  # procedures; a page stays light however many there are


def figures(desk: Desk, procedure: str) -> dict[str, Any]:
    """Of how many results how many are not digitised: the same results and the same verdict as in the evidence."""
    results = within(to_digitise(), desk.officer, WATCH, desk.today, unit="dossier__unit", domain="dossier__domain")
    found = shares(results)
    return {"shares": found[:SHOWN], "further": max(len(found) - SHOWN, 0), "one_procedure": procedure}


def asked_for(rows: Any, asked: Mapping[str, str]) -> Any | None:
    """The rows behind the figure of one procedure in one unit; None where none is asked for."""
    unit, code = asked.get("unit", ""), asked.get("procedure", "")
    if not unit.isdecimal() or not code:
        return None
    return rows.filter(unit=int(unit), version__procedure__code=code)
