"""Who is kept waiting past the promised day gets a letter of apology, in time, with a new day."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import slip
from motcua.inspection.expressions import ENDED_WITHOUT_RESULT, WAITING, accuse, cases, settled_or_open, with_coverage
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
    late = _late(period)
    letters = (
        slip.filter(slip.kind == "apology")
        .group_by(letter_unit=slip.unit_id, letter_dossier=slip.dossier_id)
        .agg(letters=slip.slip_id.count(), apology_on=slip.issued_on.min())
    )
    joined = late.left_join(letters, [late.unit_id == letters.letter_unit, late.dossier_id == letters.letter_dossier])
    seen = with_coverage(joined, "slip/apology", joined.due_on)
    # what is due on the day it comes in leaves no day before
    too_late = (seen.apology_on >= seen.due_on) & (seen.apology_on > seen.received_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.due_on,
        breached=ibis.cases(
            (~seen.known_late | (seen.letters.notnull() & seen.apology_on.isnull()), ibis.null("boolean")),
            else_=accuse(seen.apology_on.isnull() | too_late, seen.covered),
        ),
        received_on=seen.received_on,
        due_on=seen.due_on,
        finished_on=seen.finished_on,
        apology_on=seen.apology_on,
    )


def _late(period: Period) -> ir.Table:
    """Dossiers past their due day as seen from `as_of`; not `known_late` where none of the ends was exported."""
    dossiers = settled_or_open(period, "due_on", "finished_on", "status")
    as_of = ibis.literal(period.as_of)
    until = ibis.least(dossiers.finished_on.coalesce(as_of), as_of)
    at_work = ~dossiers.status.isin((*ENDED_WITHOUT_RESULT, *WAITING)).fill_null(False)
    late = dossiers.filter(until > dossiers.due_on, dossiers.finished_on.notnull() | at_work)
    seen = with_coverage(late, "dossier.finished", late.due_on)
    return seen.mutate(known_late=seen.finished_on.notnull() | seen.covered).drop("covered")
