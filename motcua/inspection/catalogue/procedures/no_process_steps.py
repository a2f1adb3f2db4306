"""The way of a dossier with a legal term through the office is entered in the software."""

import ibis.expr.types as ir

from motcua.evidence.tables import dossier_step
from motcua.inspection.expressions import accuse, cases, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.versions import settled_with_term
from motcua.language import Words


@rule(
    "TTHC-015",
    Words(vi="Hồ sơ không nhập quá trình giải quyết", en="Dossier without process entries"),
    meaning=Words(
        vi=(
            "Xét các hồ sơ giải quyết xong trong kỳ thuộc thủ tục có quy định thời hạn, không phải trả ngay; "
            "vi phạm khi phần mềm không có bước xử lý nào."
        ),
        en=(
            "Examines dossiers settled in the period whose procedure has a legal term; breached where the "
            "software has no step of them."
        ),
    ),
    basis="entered_in_software",
    population="dossier",
    says=Says(
        limited=(
            "{breached}/{examined} hồ sơ có quy định thời hạn đã giải quyết chưa được nhập quá trình giải "
            "quyết lên phần mềm một cửa điện tử ({abouts})"
        ),
    ),
    remedy="reception_forms",
)
def no_process_steps(period: Period) -> ir.Table:
    dossiers = settled_with_term(period)
    steps = dossier_step.group_by(step_unit=dossier_step.unit_id, step_dossier=dossier_step.dossier_id).agg(
        steps=dossier_step.step_no.count()
    )
    joined = dossiers.left_join(steps, [dossiers.unit_id == steps.step_unit, dossiers.dossier_id == steps.step_dossier])
    seen = with_coverage(joined, "dossier_step", joined.finished_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain.coalesce(seen.asked_domain),
        event_on=seen.received_on,
        breached=accuse(seen.steps.isnull(), seen.covered),
        procedure_name=seen.asked_name,
        received_on=seen.received_on,
        due_on=seen.due_on,
        finished_on=seen.finished_on,
    )
