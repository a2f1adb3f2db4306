"""A district or province plans its dialogues with people and business, and reports what came of them."""

import ibis.expr.types as ir

from motcua.inspection.obligations import obligations
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "CDDH-012",
    Words(
        vi="Chưa chuẩn bị đối thoại với người dân, doanh nghiệp", en="Dialogue with people and business not prepared"
    ),
    meaning=Words(
        vi="Xét kế hoạch và báo cáo kết quả đối thoại đến hạn; cần lưu ý khi trễ hoặc không có.",
        en="Examines the plan of dialogues and the report on them; marked where late or missing.",
    ),
    basis="business_dialogue",
    population="obligation",
    says=Says(
        limited="Việc đối thoại với người dân, doanh nghiệp chưa được chuẩn bị đầy đủ, còn thiếu hoặc trễ: {abouts}"
    ),
    remedy="dialogue",
    severity=Severity.ADVICE,
    levels=("district", "province"),
)
def business_dialogue_not_prepared(period: Period) -> ir.Table:
    return obligations(period, "dialogue_plan", "dialogue_report")
