"""Payments by dossier, and whether a unit's payments tell their dossiers at all."""

import ibis.expr.types as ir

from motcua.evidence.tables import payment


def with_all_linked(rows: ir.Table) -> ir.Table:
    """The rows, which carry unit_id, with `all_linked`: every payment of the unit names its dossier.

    Where some do not, a dossier without a payment may be one of theirs.
    """
    loose = (
        payment.filter(payment.dossier_id.isnull())
        .group_by(loose_unit=payment.unit_id)
        .agg(loose_payments=payment.payment_id.count())
    )
    joined = rows.left_join(loose, rows.unit_id == loose.loose_unit)
    return joined.select(*rows.columns, all_linked=joined.loose_payments.isnull())
