"""Whoever an error of the office has hit gets a letter of apology by the day the complaint is answered."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import feedback, slip
from motcua.inspection.expressions import accuse, cases, with_coverage, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words

KINDS = {"procedure": "phản ánh về thủ tục", "officer": "phản ánh về công chức"}  # a proposal names no error


@rule(
    "TTHC-036",
    Words(vi="Sai sót không có thư xin lỗi", en="Error of the office without an apology"),
    meaning=Words(
        vi="Xét phản ánh đúng về một hồ sơ đã trả lời trong kỳ; vi phạm khi không có thư xin lỗi chậm nhất vào ngày "
        "trả lời.",
        en="Examines complaints about a dossier upheld and answered in the period; breached where no apology was sent "
        "by "
        "the day of the answer.",
    ),
    basis="apology_for_error",
    population="feedback",
    says=Says(limited="{breached}/{examined} trường hợp sai sót được xác nhận nhưng không có thư xin lỗi ({abouts})"),
    remedy="apology",
    severity=Severity.ADVICE,
)
def error_without_apology(period: Period) -> ir.Table:
    errors = feedback.filter(
        feedback.upheld,
        feedback.kind.isin(list(KINDS)),
        feedback.dossier_id.notnull(),
        within(feedback.answered_on, period),
    )
    letters = (
        slip.filter(slip.kind == "apology")
        .group_by(letter_unit=slip.unit_id, letter_dossier=slip.dossier_id)
        .agg(letters=slip.slip_id.count(), apology_on=slip.issued_on.min())
    )
    joined = errors.left_join(
        letters, [errors.unit_id == letters.letter_unit, errors.dossier_id == letters.letter_dossier]
    )
    seen = with_coverage(joined, "slip/apology", on=joined.answered_on)
    return cases(
        seen,
        subject=seen.feedback_id,
        about=seen.kind.cases(*KINDS.items(), else_=seen.kind),
        event_on=seen.answered_on,
        breached=ibis.cases(
            (seen.letters.notnull() & seen.apology_on.isnull(), ibis.null("boolean")),  # a letter without its day
            else_=accuse(seen.apology_on.isnull() | (seen.apology_on > seen.answered_on), seen.covered),
        ),
        dossier_id=seen.dossier_id,
        answered_on=seen.answered_on,
        apology_on=seen.apology_on,
    )
