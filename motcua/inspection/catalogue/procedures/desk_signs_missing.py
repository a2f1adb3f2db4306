"""The one-stop desk shows who sits there and what is taken in where."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import observation
from motcua.inspection.expressions import cases
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words

ITEMS = {
    "name_plates": "bảng tên công chức",
    "domain_signs": "bảng chỉ dẫn lĩnh vực tiếp nhận",
    "badges": "thẻ công chức",
    "waiting_room": "nơi ngồi chờ",
}


@rule(
    "TTHC-040",
    Words(vi="Bộ phận Một cửa thiếu bảng tên, chỉ dẫn", en="One-stop desk without plates and signs"),
    meaning=Words(
        vi="Xét những điều quan sát tại Bộ phận Một cửa; vi phạm khi bảng tên, chỉ dẫn, thẻ hoặc nơi chờ chưa bảo đảm.",
        en="Examines what was seen at the desk; breached where plates, signs, badges or the waiting room fall short.",
    ),
    basis="desk_signs",
    population="observation",
    says=Says(
        limited="Việc bố trí tại Bộ phận Một cửa chưa bảo đảm: {abouts}",
        met="Đã bố trí {kept_abouts} tại Bộ phận Một cửa",
    ),
    remedy="desk_signs",
)
def desk_signs_missing(period: Period) -> ir.Table:
    last = max(period.end, period.as_of)
    seen = observation.filter(
        observation.item.isin(list(ITEMS)),
        observation.seen_on >= ibis.literal(period.start),
        observation.seen_on <= ibis.literal(last),
    )
    return cases(
        seen,
        subject=seen.item + "/" + seen.seen_on.cast("string"),
        about=seen.item.cases(*ITEMS.items(), else_=seen.item),
        event_on=seen.seen_on,
        breached=~seen.ok,
        seen_on=seen.seen_on,
        note=seen.note,
    )
