"""A least share of the payments of public services is made online."""

import ibis.expr.types as ir

from motcua.evidence.tables import payment
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words

ONLINE = ("online_national", "online_local")
CHANNELS = {
    "online_national": "thanh toán trên Cổng Dịch vụ công quốc gia",
    "online_local": "thanh toán trên hệ thống của tỉnh",
    "transfer": "chuyển khoản",
    "cash": "tiền mặt",
}


@rule(
    "TTHC-004",
    Words(vi="Tỷ lệ thanh toán trực tuyến thấp", en="Low share of online payment"),
    meaning=Words(
        vi="Xét các giao dịch thanh toán trong kỳ; vi phạm khi tỷ lệ giao dịch trực tuyến thấp hơn chỉ tiêu.",
        en="Examines payment transactions of the period; breached where the share made online is below the target.",
    ),
    basis="online_payment",
    population="payment",
    says=Says(
        limited="Tỷ lệ giao dịch thanh toán trực tuyến mới đạt {rate} ({kept}/{examined} giao dịch), "
        "thấp hơn mức tối thiểu {target}",
        met="Tỷ lệ giao dịch thanh toán trực tuyến đạt {rate} ({kept}/{examined} giao dịch), "
        "bảo đảm mức tối thiểu {target}",
    ),
    remedy="online_payment",
    measure=Measure("share", target="online_payment_share"),
    declared="online_payment_share",
)
def online_payment_share(period: Period) -> ir.Table:
    paid = payment.filter(within(payment.paid_on, period))
    return cases(
        paid,
        subject=paid.payment_id,
        about=paid.channel.cases(*CHANNELS.items(), else_=paid.channel),
        event_on=paid.paid_on,
        breached=~paid.channel.isin(ONLINE),
        dossier_id=paid.dossier_id,
        paid_on=paid.paid_on,
        channel=paid.channel,
        amount=paid.amount,
    )
