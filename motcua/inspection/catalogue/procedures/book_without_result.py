"""A line of the tracking book shows when the result was given back."""

from datetime import date, timedelta

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import book_entry, dossier
from motcua.inspection.expressions import ENDED_WITHOUT_RESULT, accuse, cases, setting, with_coverage, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-007",
    Words(vi="Sổ theo dõi không ghi kết quả", en="Tracking book without the result"),
    meaning=Words(
        vi=(
            "Xét các dòng của sổ theo dõi có hồ sơ đã trả hoặc đã xong trên phần mềm, hoặc không có trên phần "
            "mềm mà đã quá ngày hẹn trả nhiều ngày; vi phạm khi ô trả kết quả để trống."
        ),
        en=(
            "Examines lines of the tracking book whose dossier is returned or done in the software, or is not "
            "there and long past due; breached where the line shows no return."
        ),
    ),
    basis="dossier_books",
    population="book_entry",
    covered_by=("book_entry/tracking",),
    says=Says(
        limited="{breached}/{examined} dòng của sổ theo dõi hồ sơ không ghi kết quả giải quyết ({abouts})",
    ),
    remedy="tracking_book",
)
def book_without_result(period: Period) -> ir.Table:
    lines = _ended(period)
    ended = lines.filter(within(lines.ended_on, period), lines.ended_on <= ibis.literal(period.as_of))
    seen = with_coverage(ended, "book_entry.returned", ended.ended_on)
    return cases(
        seen,
        subject=seen.year.cast("string") + "/" + seen.serial.cast("string"),
        about=seen.about.fill_null("hồ sơ không rõ lĩnh vực"),
        event_on=seen.ended_on,
        breached=accuse(seen.returned_on.isnull(), seen.covered),
        dossier_id=seen.dossier_id,
        received_on=seen.received_on,
        due_on=seen.due_on,
        ended_on=seen.ended_on,
        returned_on=seen.returned_on,
    )


def _ended(period: Period) -> ir.Table:
    """Lines of the tracking book with `ended_on`, the day by which the result had to be in the book; empty before it.

    A dossier that is done but waits to be fetched has not ended where the software notes returns.
    """
    own = dossier.select(
        own_unit=dossier.unit_id,
        own_dossier=dossier.dossier_id,
        about=dossier.domain,
        given_on=dossier.returned_on,
        done_on=dossier.finished_on,
        without_result=dossier.status.isin(ENDED_WITHOUT_RESULT).fill_null(False),
    )
    tracking = book_entry.filter(book_entry.book_kind == "tracking")
    joined = tracking.left_join(own, [tracking.unit_id == own.own_unit, tracking.dossier_id == own.own_dossier])
    lines = with_coverage(joined, "dossier.returned", joined.done_on)
    return lines.mutate(
        ended_on=ibis.cases(
            (lines.given_on.notnull(), lines.given_on),
            (lines.own_dossier.isnull() & (lines.due_on <= ibis.literal(_long_ago(period))), lines.due_on),
            (~lines.covered & ~lines.without_result, lines.done_on),
            else_=ibis.null("date"),
        )
    ).drop("covered")


def _long_ago(period: Period) -> date:
    """The last due day that is long past on the day the period is seen from."""
    return period.as_of - timedelta(days=setting("book_result_days", period))
