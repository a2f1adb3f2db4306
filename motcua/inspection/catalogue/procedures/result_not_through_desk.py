"""Results reach the applicant by way of the one-stop desk."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import procedure, result
from motcua.inspection.expressions import accuse, cases, settled, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-027",
    Words(vi="Kết quả không chuyển ra Bộ phận Một cửa", en="Result that never came to the one-stop desk"),
    meaning=Words(
        vi="Xét kết quả của hồ sơ đã giải quyết trong kỳ, trừ hồ sơ trực tuyến và thủ tục trả kết quả ngay; vi phạm "
        "khi "
        "kết quả không được chuyển ra Bộ phận Một cửa.",
        en="Examines results of dossiers settled in the period, but for online ones and those answered at once; "
        "breached where the result never came to the desk.",
    ),
    basis="result_through_desk",
    population="result",
    says=Says(limited="{breached} kết quả giải quyết không được chuyển ra Bộ phận Một cửa để trả ({abouts})"),
    remedy="result_desk",
)
def result_not_through_desk(period: Period) -> ir.Table:
    asked = _of_desk(period)
    seen = with_coverage(asked, "result.to_desk", on=asked.finished_on)
    return cases(
        seen,
        subject=seen.result_id,
        about=seen.about,
        event_on=seen.finished_on,
        breached=accuse(seen.to_desk_on.isnull(), seen.covered),
        dossier_id=seen.dossier_id,
        finished_on=seen.finished_on,
        to_desk_on=seen.to_desk_on,
        returned_on=seen.returned_on,
    )


def _of_desk(period: Period) -> ir.Table:
    """Results of the period's dossiers that had to pass the desk and, unless they did, could have done so by now."""
    ended = settled(period)
    at_counter = ended.filter(ended.channel.isnull() | (ended.channel != "online")).select(
        "procedure_code",
        "finished_on",
        "returned_on",
        about=ended.procedure_name.coalesce(ended.domain),
        settled_unit=ended.unit_id,
        settled_dossier=ended.dossier_id,
    )
    at_once = (
        procedure.filter(procedure.immediate)
        .group_by(immediate_code=procedure.procedure_code)
        .agg(versions=procedure.version.count())
    )
    slow = at_counter.left_join(at_once, at_counter.procedure_code == at_once.immediate_code)
    slow = slow.filter(slow.immediate_code.isnull()).drop("immediate_code", "versions", "procedure_code")
    found = result.inner_join(slow, [result.unit_id == slow.settled_unit, result.dossier_id == slow.settled_dossier])
    past = found.returned_on.notnull() | (found.finished_on < ibis.literal(period.as_of))
    return found.filter(found.to_desk_on.notnull() | past)
