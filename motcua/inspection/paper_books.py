"""Paper books held against the software: lines found by dossier, and dossiers linked from another level."""

import ibis.expr.types as ir

from motcua.evidence.tables import book_entry, unit


def with_lines(rows: ir.Table, *kinds: str) -> ir.Table:
    """The rows, which carry unit_id and dossier_id, with `lines`: lines of these books, null where there is none."""
    lines = (
        book_entry.filter(book_entry.book_kind.isin(kinds), book_entry.dossier_id.notnull())
        .group_by(line_unit=book_entry.unit_id, line_dossier=book_entry.dossier_id)
        .agg(lines=book_entry.serial.count())
    )
    joined = rows.left_join(lines, [rows.unit_id == lines.line_unit, rows.dossier_id == lines.line_dossier])
    return joined.select(*rows.columns, "lines")


def with_coded(rows: ir.Table, *kinds: str) -> ir.Table:
    """The rows with `coded`: whether lines of the unit's books name dossiers; null where the books have no line."""
    books = (
        book_entry.filter(book_entry.book_kind.isin(kinds))
        .group_by(coded_unit=book_entry.unit_id)
        .agg(coded=book_entry.dossier_id.notnull().max())
    )
    return rows.left_join(books, rows.unit_id == books.coded_unit).select(*rows.columns, "coded")


def with_linked(rows: ir.Table) -> ir.Table:
    """Dossiers with `linked`: they belong to another dossier, or a unit of another level took them in."""
    own = unit.select(own_unit=unit.unit_id, own_level=unit.level)
    other = unit.select(other_unit=unit.unit_id, other_level=unit.level)
    placed = rows.left_join(own, rows.unit_id == own.own_unit)
    placed = placed.left_join(other, placed.received_by_unit_id == other.other_unit)
    sent = (placed.own_level != placed.other_level).fill_null(False)
    return placed.select(*rows.columns, linked=placed.parent_dossier_id.notnull() | sent)
