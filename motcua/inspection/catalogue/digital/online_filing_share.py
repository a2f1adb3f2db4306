"""People file their dossiers online."""

import ibis.expr.types as ir

from motcua.inspection.expressions import cases, received
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words


@rule(
    "CQS-004",
    Words(vi="Tỷ lệ hồ sơ nộp trực tuyến thấp", en="Few dossiers filed online"),
    meaning=Words(
        vi="Xét các hồ sơ tiếp nhận trong kỳ; tính tỷ lệ nộp trực tuyến và so với chỉ tiêu.",
        en="Examines dossiers received in the period; holds the share filed online against the target.",
    ),
    basis="online_filing",
    population="dossier",
    says=Says(
        limited="Hồ sơ nộp trực tuyến mới đạt {rate} ({kept}/{examined} hồ sơ), thấp hơn chỉ tiêu {target}",
        met="Hồ sơ nộp trực tuyến đạt {rate} tổng số hồ sơ tiếp nhận",
    ),
    remedy="online_filing",
    measure=Measure("share", target="online_filing_share"),
    praise_from="online_filing_praised",
    declared="online_filing_share",
)
def online_filing_share(period: Period) -> ir.Table:
    dossiers = received(period)
    return cases(
        dossiers,
        subject=dossiers.dossier_id,
        about=dossiers.domain,
        event_on=dossiers.received_on,
        breached=dossiers.channel != "online",
        channel=dossiers.channel,
        received_on=dossiers.received_on,
    )
