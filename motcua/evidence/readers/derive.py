"""What exports do not carry and reading can tell: technical ids, the year and the kind of a book."""

import re
from collections.abc import Callable
from datetime import date

from motcua.evidence.readers.folding import fold

Derived = Callable[[dict[str, object], int], object]

# Ids nobody exports: stable as long as the file is.
ID_OF = {
    "payment": "payment_id",
    "slip": "slip_id",
    "result": "result_id",
    "report_due": "report_id",
    "obligation": "obligation_id",
    "activity": "activity_id",
    "courtesy_letter": "letter_id",
    "mediation_case": "case_id",
    "reform_model": "model_id",
    "feedback": "feedback_id",
    "task": "task_id",
    "device": "device_id",
    "community_team": "team_id",
    "outgoing_document": "document_id",
}
# Papers that carry a number: it is their id where it stands only once in the sheet, as others refer to them by it.
NUMBERED = frozenset({"slip", "outgoing_document"})
# Numbers within a dossier: the row of the sheet, which is unique though not consecutive.
NUMBER_OF = {"dossier_component": "component_no", "dossier_step": "step_no"}
_BOOKS = (
    ("certification", "chung thuc"),
    ("linked_land", "dat dai"),
    ("tracking", "so theo doi"),
    ("tracking", "mau so 06"),
    ("tracking", "mau so 07"),
)
_YEAR = re.compile(r"\bnam (\d{4})\b")
_DAYS = ("received_on", "due_on", "returned_on")

DESCRIBED = {f"{table}.{column}": "<file>#<sheet>#<row>" for table, column in ID_OF.items()}
DESCRIBED |= {f"{table}.{ID_OF[table]}": "number, else <file>#<sheet>#<row>" for table in sorted(NUMBERED)}
DESCRIBED |= {f"{table}.{column}": "<row>" for table, column in NUMBER_OF.items()}
DESCRIBED |= {
    "book_entry.year": "title, else received",
    "book_entry.book_kind": "title",
    "*.procedure_code": "procedure_name",
    "procedure.version": "decided_on, else in_force_from",
}


def derivable(table: str, column: str, present: set[str]) -> bool:
    """Whether reading can fill a needed column that the sheet lacks, given the columns it has."""
    if ID_OF.get(table) == column or NUMBER_OF.get(table) == column:
        return True
    if column == "procedure_code":
        return "procedure_name" in present
    if table == "procedure" and column == "version":
        return not present.isdisjoint({"decided_on", "in_force_from"})
    if table == "book_entry":
        return column == "book_kind" or (column == "year" and "received" in present)
    return False


def untold(table: str, present: set[str], told: str) -> tuple[str, ...]:
    """What only the title could have told and did not: the kind of a book."""
    return ("book_kind",) if table == "book_entry" and "book_kind" not in present and not book_kind(told) else ()


def derivations(table: str, file: str, sheet: str, told: str) -> dict[str, Derived]:
    """Column to the function that fills it where it is empty; `told` is the folded title, sheet and file name."""
    out: dict[str, Derived] = {}
    if table in ID_OF:
        out[ID_OF[table]] = lambda _, row: f"{file}#{sheet}#{row}"
    if table in NUMBERED:
        out[ID_OF[table]] = _by_number(f"{file}#{sheet}")
    if table in NUMBER_OF:
        out[NUMBER_OF[table]] = lambda _, row: row
    if table == "procedure":
        out["version"] = lambda values, _: _dated(values)
    if table == "book_entry":
        kind = book_kind(told)
        year = _YEAR.search(told)
        out["year"] = (lambda _, __: int(year[1])) if year else (lambda values, _: _year(values))
        if kind:
            out["book_kind"] = lambda _, __: kind
    return out


def _by_number(place: str) -> Derived:
    """The number of a paper as its id; the row too where the number is missing or came before."""
    seen: set[object] = set()

    def derive(values: dict[str, object], row: int) -> object:
        number = values.get("number")
        if number is None or number in seen:
            return f"{place}#{row}"
        seen.add(number)
        return number

    return derive


def book_kind(told: str) -> str | None:
    """The kind of a paper book from its folded title."""
    return next((kind for kind, phrase in _BOOKS if phrase in told), None)


def _dated(values: dict[str, object]) -> str | None:
    """The day of publication as the name of a version that has none."""
    return next(
        (on.isoformat() for on in (values.get("decided_on"), values.get("in_force_from")) if isinstance(on, date)), None
    )


def _year(values: dict[str, object]) -> int | None:
    return next((on.year for on in map(values.get, _DAYS) if isinstance(on, date)), None)


def told(*texts: str) -> str:
    """Titles and names as one folded text to look for phrases in."""
    return " # ".join(fold(text) for text in texts)
