"""A receipt says when the result will be there."""

import ibis.expr.types as ir

from motcua.evidence.tables import dossier, slip
from motcua.inspection.expressions import accuse, cases, with_coverage, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.versions import with_version
from motcua.language import Words


@rule(
    "TTHC-048",
    Words(vi="Giấy tiếp nhận không ghi ngày hẹn trả", en="Receipt without a due day"),
    meaning=Words(
        vi="Xét các giấy tiếp nhận lập trong kỳ của thủ tục có thời hạn; vi phạm khi giấy và hồ sơ đều không có ngày "
        "hẹn.",
        en="Examines receipts of the period for procedures with a term; breached where neither it nor the dossier "
        "names "
        "a due day.",
    ),
    basis="receipt_due_day",
    population="slip",
    covered_by=("slip/receipt",),
    says=Says(limited="{breached}/{examined} giấy tiếp nhận hồ sơ không ghi ngày hẹn trả kết quả ({abouts})"),
    remedy="due_on_receipt",
)
def receipt_without_due(period: Period) -> ir.Table:
    receipts = slip.filter(slip.kind == "receipt", within(slip.issued_on, period)).rename(receipt_due_on="due_on")
    promised = dossier.select(
        "procedure_code",
        "procedure_version",
        "domain",
        "received_on",
        "due_on",
        dossier_unit="unit_id",
        dossier_code="dossier_id",
    )
    owned = receipts.inner_join(
        promised, [receipts.unit_id == promised.dossier_unit, receipts.dossier_id == promised.dossier_code]
    )
    versioned = with_version(owned)
    timed = versioned.filter(versioned.term_value.notnull(), ~versioned.immediate)
    seen = with_coverage(timed, "slip.due", timed.issued_on)
    return cases(
        seen,
        subject=seen.slip_id,
        about=seen.domain.coalesce(seen.asked_domain),
        event_on=seen.issued_on,
        breached=accuse(seen.receipt_due_on.isnull() & seen.due_on.isnull(), seen.covered),
        dossier_id=seen.dossier_id,
        procedure_name=seen.asked_name,
        issued_on=seen.issued_on,
    )
