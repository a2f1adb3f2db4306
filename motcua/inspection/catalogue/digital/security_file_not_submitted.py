"""Every information system has its security-level file, completed and submitted for approval."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import security_file
from motcua.inspection.expressions import accuse, cases, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Scope, rule
from motcua.language import Words


@rule(
    "CQS-003",
    Words(vi="Chưa trình hồ sơ cấp độ an toàn thông tin", en="Security-level file not submitted"),
    meaning=Words(
        vi="Xét các hệ thống thông tin phải lập hồ sơ cấp độ; vi phạm khi đến ngày kiểm tra chưa trình phê duyệt.",
        en="Examines information systems that need a security-level file; breached where it was not submitted by the "
        "day "
        "of the inspection.",
    ),
    basis="security_level",
    population="security_file",
    says=Says(
        limited="{breached}/{examined} hệ thống thông tin chưa trình phê duyệt hồ sơ cấp độ an toàn ({abouts})",
        met="Hồ sơ đề xuất cấp độ an toàn của {kept} hệ thống thông tin đã hoàn thành và trình phê duyệt "
        "({kept_abouts})",
    ),
    remedy="security_files",
    scope=Scope.TREE,
)
def security_file_not_submitted(period: Period) -> ir.Table:
    day = ibis.literal(min(period.end, period.as_of))
    files = security_file.mutate(day=day)
    seen = with_coverage(files, "security_file.submitted", files.day)
    return cases(
        seen,
        subject=seen.unit_id + ibis.literal("/") + seen.system,
        about=ibis.literal("cấp độ ") + seen.level.cast("string"),
        event_on=seen.day,
        breached=accuse(seen.submitted_on.isnull() | (seen.submitted_on > seen.day), seen.covered),
        completed_on=seen.completed_on,
        submitted_on=seen.submitted_on,
        approved_on=seen.approved_on,
    )
