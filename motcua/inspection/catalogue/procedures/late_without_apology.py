"""Who is kept waiting past the promised day gets a letter of apology, in time, with a new day."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import slip
from motcua.inspection.expressions import accuse, cases, settled_or_open, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-014",
    Words(vi="Hồ sơ quá hạn không có thư xin lỗi đúng lúc", en="Late dossier without an apology in time"),
    meaning=Words(
        vi="Xét các hồ sơ quá ngày hẹn trả; vi phạm khi không có thư xin lỗi gửi trước ngày hết hạn.",
        en="Examines dossiers past their due day; breached where no apology was sent before the day they were due.",
    ),
    basis="apology_letter",
    population="dossier",
    says=Says(
        limited="{breached}/{examined} hồ sơ quá hạn không có thư xin lỗi gửi trước ngày hết hạn ({abouts})",
        met="Đã gửi thư xin lỗi đúng lúc đối với toàn bộ {examined} hồ sơ quá hạn",
    ),
    remedy="apology",
)
def late_without_apology(period: Period) -> ir.Table:
    dossiers = settled_or_open(period)
    late = dossiers.filter(dossiers.finished_on.coalesce(ibis.literal(period.as_of)) > dossiers.due_on)
    letters = (
        slip.filter(slip.kind == "apology")
        .group_by(letter_unit=slip.unit_id, letter_dossier=slip.dossier_id)
        .agg(apology_on=slip.issued_on.min())
    )
    joined = late.left_join(letters, [late.unit_id == letters.letter_unit, late.dossier_id == letters.letter_dossier])
    seen = with_coverage(joined, "slip", joined.due_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.due_on,
        breached=accuse(seen.apology_on.isnull() | (seen.apology_on >= seen.due_on), seen.covered),
        received_on=seen.received_on,
        due_on=seen.due_on,
        finished_on=seen.finished_on,
        apology_on=seen.apology_on,
    )
