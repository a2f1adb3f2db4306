"""What a unit must issue or arrange by a day, examined one by one, with the names sentences give to it."""

from datetime import date

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import obligation
from motcua.inspection.expressions import cases, later_than, with_coverage
from motcua.inspection.period import Period

LABELS = {
    "reform_plan": "kế hoạch cải cách hành chính",
    "index_plan": "kế hoạch cải thiện Chỉ số cải cách hành chính",
    "communication_plan": "kế hoạch tuyên truyền cải cách hành chính",
    "reform_inspection_plan": "kế hoạch kiểm tra cải cách hành chính",
    "dialogue_plan": "kế hoạch tiếp xúc, đối thoại",
    "dialogue_report": "báo cáo kết quả tiếp xúc, đối thoại",
    "model_plan": "kế hoạch thực hiện mô hình chính quyền thân thiện",
    "procedure_control_plan": "kế hoạch kiểm soát thủ tục hành chính",
    "procedure_review_plan": "kế hoạch rà soát, đánh giá thủ tục hành chính",
    "budget_disclosure": "công khai dự toán ngân sách",
    "spending_rules": "quy chế chi tiêu nội bộ",
    "autonomy_report": "báo cáo thực hiện tự chủ tài chính",
    "digital_plan": "kế hoạch chuyển đổi số",
    "security_plan": "kế hoạch bảo đảm an toàn thông tin",
    "emulation_plan": "kế hoạch thi đua chuyển đổi số",
    "structure_arranged": "sắp xếp, kiện toàn tổ chức bộ máy",
    "functions_report": "báo cáo rà soát chức năng, nhiệm vụ",
    "training_plan": "kế hoạch đào tạo, bồi dưỡng",
}


def obligations(period: Period, *kinds: str) -> ir.Table:
    """Cases of the obligations of these kinds: kept where fulfilled by the day due, breached where late or not at all.

    Examined are those already due that fall due in a year of the period, and older ones of several years that still
    run ("2021-2026"). An empty day of fulfilment accuses only where the source has that column.
    """
    asked = obligation.filter(obligation.kind.isin(kinds), _of_period(period))
    seen = with_coverage(asked, "obligation.fulfilled", on=asked.due_on)
    return cases(
        seen,
        subject=seen.obligation_id,
        about=named(seen.kind),
        event_on=seen.due_on,
        breached=ibis.cases(
            (seen.fulfilled_on.notnull(), later_than(seen.fulfilled_on, seen.fulfilled_at, seen.due_on, seen.due_at)),
            (seen.covered, True),
            else_=ibis.null("boolean"),
        ),
        of_period=seen.period,
        due_on=seen.due_on,
        fulfilled_on=seen.fulfilled_on,
        document_id=seen.document_id,
    )


def named(kind: ir.StringValue) -> ir.StringValue:
    """The Vietnamese name of a kind of obligation; a kind without one keeps its own word."""
    return kind.cases(*LABELS.items(), else_=kind)


def _of_period(period: Period) -> ir.BooleanValue:
    first, last = date(period.start.year, 1, 1), date(period.end.year, 12, 31)
    final_year = obligation.period.right(4)
    still_runs = final_year.re_search("^[0-9]{4}$") & (final_year >= str(period.start.year))
    due_in_time = obligation.due_on <= ibis.literal(min(last, period.as_of))
    return due_in_time & ((obligation.due_on >= ibis.literal(first)) | still_runs)
