"""Versions and names of procedures: which version a dossier falls under, and which dossiers have a legal term."""

from datetime import date
from functools import cache

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import procedure
from motcua.inspection.expressions import settled
from motcua.inspection.period import Period

UNNAMED = ""
VERSION = ("asked_code", "asked_version", "asked_name", "asked_domain", "term_value", "term_unit", "immediate")
UNKNOWN = "không rõ thủ tục"


def with_version(rows: ir.Table) -> ir.Table:
    """Dossiers with code, version, name, domain (`asked_...`), `term_value`, `term_unit`, `immediate` of a version.

    It is the one that the dossier names, else the one in force on the day of reception; empty where none is known.
    """
    versions = _versions()
    joined = rows.left_join(
        versions,
        [
            rows.procedure_code == versions.asked_code,
            rows.procedure_version.fill_null(UNNAMED) == versions.asked_by,
            rows.received_on >= versions.asked_from,
            rows.received_on <= versions.asked_to,
            rows.received_on < versions.asked_next,
        ],
    )
    return joined.select(*rows.columns, *VERSION)


@cache
def _versions() -> ir.Table:
    """Each version twice: as asked for by its name on any day, and without a name while it is the last in force.

    Equal keys and plain bounds, so that engines join by hash and no day has two.
    """
    order = ibis.window(group_by=procedure.procedure_code, order_by=[procedure.in_force_from, procedure.version])
    following = procedure.in_force_from.lead().over(order)
    by_day = _asked(
        asked_by=ibis.literal(UNNAMED),
        asked_from=procedure.in_force_from,
        asked_to=procedure.in_force_to.fill_null(ibis.literal(date.max)),
        asked_next=following.fill_null(ibis.literal(date.max)),
    )
    by_name = _asked(
        asked_by=procedure.version,
        asked_from=ibis.literal(date.min),
        asked_to=ibis.literal(date.max),
        asked_next=ibis.literal(date.max),
    )
    return by_day.union(by_name)


def _asked(**bounds: ir.Value) -> ir.Table:
    return procedure.select(
        asked_code=procedure.procedure_code,
        asked_version=procedure.version,
        asked_name=procedure.name,
        asked_domain=procedure.domain,
        term_value=procedure.term_value,
        term_unit=procedure.term_unit,
        immediate=procedure.immediate.fill_null(False),
        **bounds,
    )


@cache
def settled_with_term(period: Period) -> ir.Table:
    """Dossiers settled in the period whose procedure has a legal term and does not give its result at once."""
    dossiers = with_version(settled(period, "procedure_code", "procedure_version", "due_on", "finished_on"))
    return dossiers.filter(dossiers.term_value.notnull(), ~dossiers.immediate)


def with_name(rows: ir.Table) -> ir.Table:
    """Rows, which carry procedure_code, with `published_name`: its latest name, else its code, else a word."""
    names = procedure.group_by(named_code=procedure.procedure_code).agg(
        latest_name=procedure.name.argmax(procedure.in_force_from)
    )
    joined = rows.left_join(names, rows.procedure_code == names.named_code)
    name = joined.latest_name.coalesce(joined.procedure_code, ibis.literal(UNKNOWN))
    return joined.select(*rows.columns, published_name=name)
