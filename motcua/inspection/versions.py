"""Versions and names of procedures: which version a dossier falls under, and which dossiers have a legal term."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import procedure
from motcua.inspection.expressions import settled
from motcua.inspection.period import Period


def with_version(rows: ir.Table) -> ir.Table:
    """Dossiers with code, version, name, domain (`asked_...`), `term_value`, `term_unit`, `immediate` of a version.

    It is the one that the dossier names, else the one in force on the day of reception; empty where none is known.
    """
    versions = _versions()
    in_force = (
        rows.procedure_version.isnull()
        & (rows.received_on >= versions.asked_from)
        & (versions.asked_to.isnull() | (rows.received_on <= versions.asked_to))
        & (versions.asked_next.isnull() | (rows.received_on < versions.asked_next))
    )
    joined = rows.left_join(
        versions,
        [
            rows.procedure_code == versions.asked_code,
            (rows.procedure_version == versions.asked_version) | in_force,
        ],
    )
    return joined.drop("asked_from", "asked_to", "asked_next")


def _versions() -> ir.Table:
    """Versions with the day the next one takes over, so that no day has two."""
    order = ibis.window(group_by=procedure.procedure_code, order_by=[procedure.in_force_from, procedure.version])
    return procedure.select(
        asked_code=procedure.procedure_code,
        asked_version=procedure.version,
        asked_name=procedure.name,
        asked_domain=procedure.domain,
        asked_from=procedure.in_force_from,
        asked_to=procedure.in_force_to,
        asked_next=procedure.in_force_from.lead().over(order),
        term_value=procedure.term_value,
        term_unit=procedure.term_unit,
        immediate=procedure.immediate.fill_null(False),
    )


def settled_with_term(period: Period) -> ir.Table:
    """Dossiers settled in the period whose procedure has a legal term and does not give its result at once."""
    dossiers = with_version(settled(period))
    return dossiers.filter(dossiers.term_value.notnull(), ~dossiers.immediate)


def with_name(rows: ir.Table) -> ir.Table:
    """Rows, which carry procedure_code, with `published_name`: the latest name of the procedure, else its code."""
    names = procedure.group_by(named_code=procedure.procedure_code).agg(
        latest_name=procedure.name.argmax(procedure.in_force_from)
    )
    joined = rows.left_join(names, rows.procedure_code == names.named_code)
    named = joined.mutate(published_name=joined.latest_name.coalesce(joined.procedure_code))
    return named.drop("named_code", "latest_name")
