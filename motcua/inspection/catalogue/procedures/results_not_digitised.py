"""Results issued in the period or still in force are digitised, up to the share of the road map."""

import ibis
import ibis.expr.types as ir

from motcua.inspection.digitised import to_digitise
from motcua.inspection.expressions import accuse, cases, last_day, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words


@rule(
    "TTHC-016",
    Words(vi="Kết quả còn hiệu lực chưa số hóa theo lộ trình", en="Results in force not digitised as planned"),
    meaning=Words(
        vi=(
            "Xét các kết quả ban hành trong kỳ hoặc còn hiệu lực; tính tỷ lệ đã số hóa và so với chỉ tiêu của lộ trình."
        ),
        en="Examines results issued in the period or still in force; holds the share digitised against the road map.",
    ),
    basis="digitisation",
    population="result",
    says=Says(
        limited=(
            "Mới số hóa {kept}/{examined} kết quả giải quyết thủ tục hành chính còn hiệu lực, đạt {rate}, "
            "chưa đạt chỉ tiêu {target}"
        ),
        met=(
            "Số hóa {kept}/{examined} kết quả giải quyết thủ tục hành chính còn hiệu lực, đạt {rate} (chỉ "
            "tiêu {target})"
        ),
    ),
    remedy="digitise",
    measure=Measure("share", target="digitised_results_share"),
)
def results_not_digitised(period: Period) -> ir.Table:
    due = to_digitise(period)
    fresh = within(due.issued_on, period)
    return cases(
        due,
        subject=due.result_id,
        about=due.kind,
        event_on=ibis.cases((fresh, due.issued_on), else_=ibis.literal(last_day(period))),
        breached=accuse(~due.digitised, due.covered),
        procedure_code=due.procedure_code,
        issued_on=due.issued_on,
        valid_to=due.valid_to,
        digitised_on=due.digitised_on,
    )
