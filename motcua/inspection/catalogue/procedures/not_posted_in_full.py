"""Every procedure that a unit offers is posted at its place, complete."""

from datetime import date

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import posting, service
from motcua.inspection.expressions import accuse, cases, in_force, last_day, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.versions import with_name
from motcua.language import Words

ELSEWHERE = ("market", "hamlet")  # spreads the word, posts nothing


@rule(
    "TTHC-003",
    Words(vi="Thủ tục chưa niêm yết đầy đủ", en="Procedure not posted in full"),
    meaning=Words(
        vi=(
            "Xét các thủ tục đơn vị đang thực hiện vào ngày cuối kỳ; vi phạm khi không có bản niêm yết còn "
            "hiệu lực tại nơi tiếp nhận hoặc trên trang thông tin, hoặc bản niêm yết không đầy đủ."
        ),
        en=(
            "Examines the procedures a unit offers on the last day; breached where none is posted at the desk "
            "or the website, or the posting is incomplete."
        ),
    ),
    basis="procedure_posting",
    population="service",
    says=Says(
        limited=(
            "{breached}/{examined} thủ tục hành chính đang thực hiện chưa được niêm yết hoặc niêm yết chưa "
            "đầy đủ ({abouts})"
        ),
        met="{word} thủ tục hành chính đang thực hiện được niêm yết, công khai đầy đủ ({kept}/{examined} thủ tục)",
    ),
    remedy="posting",
    praise_from="posted_share",
)
def not_posted_in_full(period: Period) -> ir.Table:
    seen_on = last_day(period)
    offered = service.filter(
        in_force(service.valid_from, service.valid_to, seen_on),
        service.on_site.fill_null(True) | service.one_stop.fill_null(True),
    )
    posted = _posted(seen_on)
    joined = offered.left_join(
        posted, [offered.unit_id == posted.posting_unit, offered.procedure_code == posted.posting_code]
    )
    seen = with_coverage(with_name(joined), "posting", ibis.literal(seen_on))
    absent = accuse(seen.postings.isnull(), seen.covered)
    return cases(
        seen,
        subject=seen.procedure_code,
        about=seen.published_name,
        event_on=ibis.literal(seen_on),
        breached=ibis.cases((seen.postings > 0, seen.lacking > 0), else_=absent),
        postings=seen.postings,
        incomplete=seen.lacking,
    )


def _posted(on: date) -> ir.Table:
    """Places where a procedure is posted on the day, and at how many of them the last posting is incomplete."""
    up = posting.filter(
        ~posting.place.isin(ELSEWHERE),
        posting.posted_on <= ibis.literal(on),
        posting.removed_on.isnull() | (posting.removed_on > ibis.literal(on)),
    )
    places = up.group_by(posting_unit=up.unit_id, posting_code=up.procedure_code, place=up.place).agg(
        complete=up.complete.fill_null(True).argmax(up.posted_on)
    )
    return places.group_by("posting_unit", "posting_code").agg(
        postings=places.place.count(), lacking=(~places.complete).cast("int64").sum()
    )
