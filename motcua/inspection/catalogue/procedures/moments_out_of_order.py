"""What happens to a dossier happens in order: received, settled, returned."""

import ibis
import ibis.expr.types as ir

from motcua.inspection.expressions import cases, later_than, settled_or_open
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words

ORDER = (("received", "finished"), ("finished", "returned"), ("issued", "returned"), ("received", "first_due"))


@rule(
    "TTHC-045",
    Words(vi="Thời điểm của hồ sơ không theo trình tự", en="Moments in an impossible order"),
    meaning=Words(
        vi="Xét các hồ sơ đã hoặc đang giải quyết; vi phạm khi kết thúc trước khi tiếp nhận, trả trước khi kết thúc "
        "hoặc "
        "trước khi ban hành kết quả, hay ngày hẹn trả trước ngày tiếp nhận.",
        en="Examines dossiers settled or open; breached where one ended before it came, was returned before it ended "
        "or "
        "before its result was issued, or was due before it came.",
    ),
    basis="order_of_moments",
    population="dossier",
    says=Says(limited="{breached}/{examined} hồ sơ ghi các mốc thời gian trái trình tự ({abouts})"),
    remedy="moments_in_order",
)
def moments_out_of_order(period: Period) -> ir.Table:
    dossiers = settled_or_open(period)
    reversed_ = [
        later_than(dossiers[f"{x}_on"], dossiers[f"{x}_at"], dossiers[f"{y}_on"], dossiers[f"{y}_at"]) for x, y in ORDER
    ]
    compared = ibis.or_(*(pair.notnull() for pair in reversed_))
    wrong = ibis.or_(*(pair.fill_null(False) for pair in reversed_))
    return cases(
        dossiers,
        subject=dossiers.dossier_id,
        about=dossiers.domain,
        event_on=dossiers.received_on,
        breached=ibis.cases((compared, wrong), else_=ibis.null("boolean")),
        received_on=dossiers.received_on,
        first_due_on=dossiers.first_due_on,
        finished_on=dossiers.finished_on,
        issued_on=dossiers.issued_on,
        returned_on=dossiers.returned_on,
    )
