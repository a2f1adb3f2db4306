"""What sound evidence keeps to: which columns point where, which date comes first, how codes are written."""

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.evidence.table import Kind, TableSpec
from motcua.evidence.tables import CONTRACT

DOSSIER = ("unit_id", "dossier_id")

# Kept in other registers than the software: where the two disagree is what an inspection looks for.
OTHER_REGISTERS = frozenset(
    {"book_entry", "payment", "result", "feedback", "satisfaction", "archive_handover", "residence_check"}
)

# Earlier and later date, as the contract names them; a pair that is out of order is noted.
ORDER: dict[str, tuple[tuple[str, str], ...]] = {
    "unit": (("valid_from", "valid_to"),),
    "coverage": (("from_on", "to_on"),),
    "procedure": (("in_force_from", "in_force_to"), ("decided_on", "in_force_from")),
    "service": (("valid_from", "valid_to"),),
    "posting": (("posted", "removed"),),
    "dossier": (
        ("received", "first_due"),
        ("received", "due"),
        ("received", "finished"),
        ("received", "issued"),
        ("received", "returned"),
        ("finished", "returned"),
        ("issued", "returned"),
        ("received", "synced"),
    ),
    "book_entry": (("received", "due"), ("received", "returned")),
    "dossier_step": (("sent", "received"), ("sent", "finished"), ("received", "finished")),
    "slip": (("issued", "new_due"),),
    "result": (("issued", "digitised"), ("issued", "to_desk"), ("issued", "valid_to")),
    "archive_handover": (("settled", "handed_over"),),
    "mediation_case": (("received", "closed"), ("council_decided", "closed")),
    "declared_figure": (("from_on", "to_on"),),
    "focal_point": (("valid_from", "valid_to"),),
    "task": (("assigned", "due"), ("assigned", "done")),
    "reform_model": (("valid_from", "valid_to"),),
    "feedback": (("received", "due"), ("received", "answered")),
    "staff": (("valid_from", "valid_to"),),
    "security_file": (("completed", "submitted"), ("submitted", "approved")),
    "inspection_round": (("held", "concluded"),),
    "past_finding": (("noticed", "due"), ("noticed", "closed")),
}

# Dossier codes: unit code from the top (H20.17.23-230727-0001) or from the bottom (000.23.17.H20-...),
# day of reception, serial of the day. Procedure codes: national (1.012812), with a local tail or not.
DOSSIER_CODE = r"^([A-Z]\d{2}(\.\d{2}){0,3}-\d{6}-\d{4,7}|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{4})$"
PROCEDURE_CODE = r"^\d\.\d{6}(\.[A-Z0-9.]+)?$"


@dataclass(frozen=True)
class Reference:
    """Columns of a table that must be found in a parent; `loose` where a missing parent may be a finding."""

    table: str
    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]
    loose: bool = False


def references() -> Iterator[Reference]:
    """Every reference of the contract: units, procedures, dossiers, and the few that are named one by one."""
    for spec in CONTRACT.values():
        yield from _units(spec)
        if "procedure_code" in spec.columns and spec.name != "procedure":
            yield Reference(spec.name, ("procedure_code",), "procedure", ("procedure_code",))
        if {*DOSSIER} <= spec.columns.keys() and spec.name != "dossier":
            yield Reference(spec.name, DOSSIER, "dossier", DOSSIER, loose=spec.name in OTHER_REGISTERS)
    yield Reference("dossier", ("parent_dossier_id",), "dossier", ("dossier_id",))
    yield Reference("report_section", ("report_id",), "report_due", ("report_id",))
    yield Reference("plan_domain", ("obligation_id",), "obligation", ("obligation_id",))
    yield Reference("obligation", ("unit_id", "document_id"), "outgoing_document", ("unit_id", "document_id"), True)
    yield Reference("sample_check", ("sample_id", "dossier_id"), "sample", ("sample_id", "dossier_id"))


def _units(spec: TableSpec) -> Iterator[Reference]:
    for name in spec.columns:
        own = spec.name == "unit" and name in {"parent_id", "successor_id"}
        if own or (name.endswith("unit_id") and spec.name != "unit"):
            yield Reference(spec.name, (name,), "unit", ("unit_id",))


def out_of_order(table: str, earlier: str, later: str) -> str:
    """SQL that holds where `later` lies before `earlier`: by moments where both are known, else by days."""
    first, second = (CONTRACT[table].columns[name].kind is Kind.MOMENT for name in (earlier, later))
    day = f"{earlier}{'_on' if first else ''} > {later}{'_on' if second else ''}"
    return f"coalesce({earlier}_at > {later}_at, {day})" if first and second else day
