"""A result for which a fee is due is handed out when the fee is paid."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import dossier, payment, unit
from motcua.inspection.expressions import cases, narrow, with_coverage, within
from motcua.inspection.payments import with_all_linked
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-049",
    Words(vi="Trả kết quả khi chưa thu phí, lệ phí", en="Result given before the fee was paid"),
    meaning=Words(
        vi="Xét các hồ sơ có phí, lệ phí được trả kết quả trong kỳ; vi phạm khi trả trước khi nộp hoặc chưa nộp.",
        en="Examines fee-bearing dossiers returned in the period; breached where the fee was paid later or never.",
    ),
    basis="fee_before_result",
    population="dossier",
    says=Says(limited="{breached}/{examined} hồ sơ có phí, lệ phí được trả kết quả khi chưa thu tiền ({abouts})"),
    remedy="fee_before_result",
)
def returned_before_fee_paid(period: Period) -> ir.Table:
    found = dossier.filter(within(dossier.returned_on, period), dossier.fee_due > 0)
    returned = narrow(found, "channel", "fee_due", "returned_on", "returned_by_unit_id")
    paid = payment.group_by(paid_unit=payment.unit_id, paid_dossier=payment.dossier_id).agg(
        payments=payment.payment_id.count(), paid_on=payment.paid_on.min()
    )
    joined = returned.left_join(paid, [returned.unit_id == paid.paid_unit, returned.dossier_id == paid.paid_dossier])
    placed = _with_post(with_all_linked(joined))
    seen = with_coverage(placed, "payment", placed.returned_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.returned_on,
        # on one day the order of two entries says nothing; the post may take the fee as it delivers
        breached=ibis.cases(
            (seen.paid_on <= seen.returned_on, False),
            (seen.by_post, ibis.null("boolean")),
            (seen.payments.notnull(), seen.paid_on > seen.returned_on),
            (seen.covered & seen.all_linked, True),
            else_=ibis.null("boolean"),
        ),
        fee_due=seen.fee_due,
        returned_on=seen.returned_on,
        paid_on=seen.paid_on,
    )


def _with_post(rows: ir.Table) -> ir.Table:
    """The rows with `by_post`: the post brought the result."""
    posts = unit.filter(unit.kind == "post").select(post_unit="unit_id")
    joined = rows.left_join(posts, rows.returned_by_unit_id == posts.post_unit)
    return joined.mutate(by_post=joined.post_unit.notnull() | (joined.channel == "post").fill_null(False)).drop(
        "post_unit"
    )
