"""Fees of dossiers are paid online."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import payment
from motcua.inspection.expressions import cases, received, with_coverage
from motcua.inspection.payments import with_all_linked
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words

ONLINE = ("online_national", "online_local")


@rule(
    "CQS-005",
    Words(vi="Ít hồ sơ có phí, lệ phí thanh toán trực tuyến", en="Few fee-bearing dossiers paid online"),
    meaning=Words(
        vi="Xét các hồ sơ có phí, lệ phí tiếp nhận trong kỳ; tính tỷ lệ được thanh toán trực tuyến và so với chỉ tiêu.",
        en="Examines fee-bearing dossiers received in the period; holds the share paid online against the target.",
    ),
    basis="fee_dossiers_online",
    population="dossier",
    says=Says(
        limited="Hồ sơ có phí, lệ phí được thanh toán trực tuyến còn ít, chỉ có {kept} hồ sơ",
        met="Có {kept}/{examined} hồ sơ có phí, lệ phí được thanh toán trực tuyến",
    ),
    remedy="fee_dossiers_online",
    measure=Measure("share", target="fee_dossiers_online_share"),
    levels=("commune",),
)
def fee_dossiers_not_paid_online(period: Period) -> ir.Table:
    dossiers = received(period, "fee_due").filter(lambda d: d.fee_due > 0)
    paid = payment.group_by(paid_unit=payment.unit_id, paid_dossier=payment.dossier_id).agg(
        online=payment.channel.isin(ONLINE).max(), payments=payment.payment_id.count()
    )
    joined = dossiers.left_join(paid, [dossiers.unit_id == paid.paid_unit, dossiers.dossier_id == paid.paid_dossier])
    linked = with_all_linked(joined)
    seen = with_coverage(linked, "payment", linked.received_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.received_on,
        breached=ibis.cases(
            (seen.payments.notnull(), ~seen.online), (seen.covered & seen.all_linked, True), else_=ibis.null("boolean")
        ),
        fee_due=seen.fee_due,
        payments=seen.payments.fill_null(0),
    )
