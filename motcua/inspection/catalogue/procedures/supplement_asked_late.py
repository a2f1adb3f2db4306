"""What a dossier lacks is asked for within the first working days after its reception."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import dossier, slip
from motcua.inspection.expressions import cases, first_of_each, with_working_days, within
from motcua.inspection.limits import limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "TTHC-053",
    Words(vi="Yêu cầu bổ sung hồ sơ chậm", en="Supplement asked for late"),
    meaning=Words(
        vi="Xét phiếu yêu cầu bổ sung đầu tiên của mỗi hồ sơ; vi phạm khi ra phiếu quá số ngày làm việc được phép kể "
        "từ "
        "khi tiếp nhận.",
        en="Examines the first supplement slip of each dossier; breached where given later than the working days "
        "allowed "
        "after reception.",
    ),
    basis="supplement_in_time",
    population="slip",
    covered_by=("slip/supplement",),
    says=Says(limited="{breached}/{examined} hồ sơ bị yêu cầu bổ sung khi đã quá thời hạn cho phép ({abouts})"),
    remedy="supplement_in_time",
    severity=Severity.MINOR,
)
def supplement_asked_late(period: Period) -> ir.Table:
    timed = with_working_days(_first_asked(period), start="received_on", end="issued_on", into="working_days")
    allowed = limit("supplement_request_days", timed.issued_on, period)
    # an online dossier may have come after hours: its first day then is the next
    after_hours = (timed.channel == "online").fill_null(False) & (timed.working_days == allowed + 1)
    return cases(
        timed,
        subject=timed.dossier_id,
        about=timed.domain,
        event_on=timed.issued_on,
        breached=ibis.cases((after_hours, ibis.null("boolean")), else_=timed.working_days > allowed),
        received_on=timed.received_on,
        issued_on=timed.issued_on,
        working_days=timed.working_days,
    )


def _first_asked(period: Period) -> ir.Table:
    """The first supplement slip of each dossier, where it was issued in the period; a later one starts a new term."""
    asked = slip.filter(slip.kind == "supplement", slip.issued_on.notnull())
    firsts = first_of_each(asked, "unit_id", "dossier_id", by=asked.issued_on)
    first = firsts.filter(within(firsts.issued_on, period))
    taken = dossier.select(
        "received_on", "domain", "channel", taken_unit=dossier.unit_id, taken_dossier=dossier.dossier_id
    )
    return first.inner_join(taken, [first.unit_id == taken.taken_unit, first.dossier_id == taken.taken_dossier])
