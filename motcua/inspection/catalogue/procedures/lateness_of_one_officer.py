"""Lateness that gathers on one officer, beyond that officer's part of the work."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import dossier_step
from motcua.inspection.expressions import cases, later_than, with_coverage
from motcua.inspection.limits import limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "TTHC-052",
    Words(vi="Hồ sơ quá hạn tập trung ở một người", en="Lateness of one officer"),
    meaning=Words(
        vi="Xét những người có bước xử lý quá hạn; nêu khi một người giữ hơn nửa số bước quá hạn của đơn vị ở cùng "
        "một khâu, "
        "nhiều hơn hẳn phần việc của người đó ở khâu ấy. Đây là dấu hiệu để giám sát, không phải kết luận về cá nhân.",
        en="Examines officers with late steps; marked where one has more than half of the unit's late steps at a "
        "stage, and "
        "far more than that officer's part of the work there. A sign for supervision, no judgement of a person.",
    ),
    basis="settlement_in_time",
    population="dossier_step",
    says=Says(limited="Số bước xử lý quá hạn tập trung vào {breached} cán bộ, công chức"),
    remedy="conclusion_supervise",
    severity=Severity.ADVICE,
)
def lateness_of_one_officer(period: Period) -> ir.Table:
    found = _with_late_steps(period)
    most = found.late
    seen = found.group_by("unit_id", "officer").agg(
        breached=found.gathered.max(),
        last_on=found.last_on.max(),
        late_steps=found.late.sum(),
        steps=found.steps.sum(),
        source_file=found.source_file.argmax(most),
        sheet=found.sheet.argmax(most),
        row=found.row.argmax(most),
    )
    return cases(
        seen,
        subject=seen.officer,
        about="bước xử lý quá hạn",
        event_on=seen.last_on,
        breached=seen.breached,
        late_steps=seen.late_steps,
        steps=seen.steps,
    )


def _with_late_steps(period: Period) -> ir.Table:
    """Officers with late steps, by stage; `gathered` where the lateness of the stage gathers on that officer."""
    of_stage = _by_stage(period)
    stage = ibis.window(group_by=("unit_id", "step_no"))
    shared = of_stage.mutate(all_late=of_stage.late.sum().over(stage), all_steps=of_stage.steps.sum().over(stage))
    fewest, share, times = (
        limit(f"one_officer_{key}", shared.last_on, period) for key in ("late_steps", "late_share", "times_work")
    )
    gathered = (
        (shared.late >= fewest)
        & (shared.late * 100 > shared.all_late * share)
        & (shared.late * shared.all_steps > times * shared.steps * shared.all_late)
    )
    return shared.mutate(gathered=gathered).filter(shared.late > 0)


def _by_stage(period: Period) -> ir.Table:
    """Steps of the period by unit, stage and officer: all, those late, and the first row of a late one."""
    steps = dossier_step.filter(
        dossier_step.officer.notnull(),
        dossier_step.due_on.notnull(),
        dossier_step.finished_on.isnull() | (dossier_step.finished_on >= ibis.literal(period.start)),
        dossier_step.sent_on.isnull() | (dossier_step.sent_on <= ibis.literal(period.end)),
    )
    ended = steps.finished_on.coalesce(ibis.literal(period.as_of))
    marked = steps.mutate(is_late=later_than(ended, steps.finished_at, steps.due_on, steps.due_at))
    counted = marked.group_by("unit_id", "step_no", "officer").agg(
        steps=marked.count(),
        late_done=(marked.is_late & marked.finished_on.notnull()).cast("int64").sum(),
        late_open=(marked.is_late & marked.finished_on.isnull()).cast("int64").sum(),
        last_on=marked.due_on.max(where=marked.is_late),
        source_file=marked.source_file.argmin(marked.row, where=marked.is_late),
        sheet=marked.sheet.argmin(marked.row, where=marked.is_late),
        row=marked.row.min(where=marked.is_late),
    )
    # a step without its end is an open one only where ends are exported
    seen = with_coverage(counted, "dossier_step.finished", counted.last_on)
    return seen.mutate(late=seen.late_done.fill_null(0) + ibis.ifelse(seen.covered, seen.late_open.fill_null(0), 0))
