"""Codes that lead to the procedures are posted where many people pass, not at the desk alone."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import posting
from motcua.inspection.expressions import cases, first_of_each, in_force, last_day
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, Severity, rule
from motcua.language import Words

PLACES = {"market": "khu vực chợ", "hamlet": "bảng tin ấp, khóm"}


@rule(
    "CDDH-013",
    Words(vi="Ít nơi công cộng có mã QR tra cứu thủ tục", en="Few public places with a QR code of procedures"),
    meaning=Words(
        vi="Đếm các loại nơi công cộng đang niêm yết mã QR tra cứu thủ tục; cần lưu ý khi ít hơn số tối thiểu.",
        en="Counts the kinds of public places where a QR code is posted; marked where fewer than the least number.",
    ),
    basis="public_qr",
    population="posting",
    says=Says(limited="Mã QR tra cứu thủ tục mới được niêm yết tại {kept}/{target} loại nơi công cộng"),
    remedy="qr",
    severity=Severity.ADVICE,
    measure=Measure("count", target="qr_places"),
    levels=("commune",),
)
def few_qr_places(period: Period) -> ir.Table:
    posted = posting.filter(
        posting.qr,
        posting.place.isin(list(PLACES)),
        in_force(posting.posted_on, posting.removed_on, last_day(period)),
    )
    first = first_of_each(posted, "unit_id", "place", by=posted.posted_on)
    return cases(
        first,
        subject=first.place,
        about=first.place.cases(*PLACES.items(), else_=first.place),
        event_on=ibis.literal(last_day(period)),
        breached=ibis.literal(False),
        procedure_code=first.procedure_code,
        posted_on=first.posted_on,
    )
