"""Citizens who were asked are satisfied."""

import ibis.expr.types as ir

from motcua.evidence.tables import satisfaction
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words

SATISFIED = 4  # of 5: "satisfied" and "very satisfied"


@rule(
    "CDDH-020",
    Words(vi="Mức độ hài lòng của người dân thấp", en="Satisfaction of citizens below its target"),
    meaning=Words(
        vi="Tính tỷ lệ câu trả lời hài lòng trở lên trong kỳ; vi phạm khi thấp hơn chỉ tiêu.",
        en="Takes the share of answers satisfied or better in the period; breached where it misses the target.",
    ),
    basis="satisfaction",
    population="satisfaction",
    says=Says(
        limited="Tỷ lệ ý kiến hài lòng của người dân đạt {rate}, thấp hơn chỉ tiêu {target} ({abouts})",
        met="Tỷ lệ ý kiến hài lòng của người dân đạt {rate}",
    ),
    remedy="satisfaction",
    measure=Measure("share", target="satisfaction_share"),
)
def satisfaction_low(period: Period) -> ir.Table:
    asked = satisfaction.filter(within(satisfaction.asked_on, period))
    whose = asked.dossier_id.fill_null(asked.source_file + "#" + asked.row.cast("string"))
    return cases(
        asked,
        subject=whose + "/" + asked.factor + "/" + asked.asked_on.cast("string"),
        about=asked.factor,
        event_on=asked.asked_on,
        breached=asked.score < SATISFIED,
        asked_on=asked.asked_on,
        score=asked.score,
    )
