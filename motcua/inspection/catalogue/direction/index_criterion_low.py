"""A criterion of the reform index that scored low is one to improve."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import index_score
from motcua.inspection.expressions import cases, last_day, setting
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words

EXACT = "decimal(18, 4)"  # scores come as floating numbers; 1.6 of 2 is 80% all the same


@rule(
    "CDDH-018",
    Words(vi="Tiêu chí của Chỉ số cải cách hành chính đạt thấp", en="Criterion of the reform index that scored low"),
    meaning=Words(
        vi="Xét điểm từng tiêu chí của năm trước kỳ kiểm tra; cần lưu ý khi điểm dưới tỷ lệ quy định của điểm tối đa.",
        en="Examines the criteria of the year before; marked where the score is below a share of its maximum.",
    ),
    basis="reform_index",
    population="index_score",
    says=Says(limited="{breached}/{examined} tiêu chí của Chỉ số cải cách hành chính năm trước đạt thấp ({abouts})"),
    remedy="conclusion_index",
    severity=Severity.ADVICE,
)
def index_criterion_low(period: Period) -> ir.Table:
    last_year = index_score.filter(index_score.year == period.start.year - 1, index_score.maximum > 0)
    score, maximum = last_year.score.cast(EXACT), last_year.maximum.cast(EXACT)
    return cases(
        last_year,
        subject=last_year.set + "/" + last_year.year.cast("string") + "/" + last_year.criterion,
        about=last_year.criterion,
        event_on=ibis.literal(last_day(period)),
        breached=score * 100 < maximum * setting("criterion_share", period),
        maximum=last_year.maximum,
        score=last_year.score,
    )
