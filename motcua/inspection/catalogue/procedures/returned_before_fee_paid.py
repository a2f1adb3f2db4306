"""A result for which a fee is due is handed out when the fee is paid."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import dossier, payment
from motcua.inspection.expressions import cases, later_than, with_coverage, within
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
    returned = dossier.filter(within(dossier.returned_on, period), dossier.fee_due > 0)
    paid = payment.group_by(paid_unit=payment.unit_id, paid_dossier=payment.dossier_id).agg(
        payments=payment.payment_id.count(), paid_on=payment.paid_on.min(), paid_at=payment.paid_at.min()
    )
    joined = returned.left_join(paid, [returned.unit_id == paid.paid_unit, returned.dossier_id == paid.paid_dossier])
    seen = with_coverage(joined, "payment", joined.returned_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.returned_on,
        breached=ibis.cases(
            (seen.payments.notnull(), later_than(seen.paid_on, seen.paid_at, seen.returned_on, seen.returned_at)),
            (seen.covered, True),
            else_=ibis.null("boolean"),
        ),
        fee_due=seen.fee_due,
        returned_on=seen.returned_on,
        paid_on=seen.paid_on,
    )
