"""Promises about papers that may not be printed, and the sentence that says why."""

from dataclasses import replace
from datetime import datetime

import pytest

from motcua.language import Refusal
from motcua.printing.forms import StockFlowRow
from tests.printing.forms import samples


def test_a_receipt_without_papers_is_refused() -> None:
    with pytest.raises(Refusal, match="230727-0001: danh mục trên phiếu để trống"):
        samples.receipt(2023, 0)


@pytest.mark.parametrize("reason", ["", "ERR_4012", "Lỗi 500"])
def test_an_error_code_is_no_reason(reason: str) -> None:
    for form in (samples.supplement(), samples.refusal(), samples.apology(), samples.termination()):
        with pytest.raises(Refusal, match="phải nêu lý do bằng lời"):
            replace(form, reason=reason)


def test_a_new_promise_is_later_than_the_old() -> None:
    form = samples.apology()
    with pytest.raises(Refusal, match="không sau hẹn cũ 16 giờ 30 phút, ngày 01/8/2023"):
        replace(form, new_due_at=form.due_at)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        replace(samples.dossier(2023), received_at=datetime(2023, 7, 27))  # noqa: DTZ001


def test_rows_of_a_control_slip_are_added_in_order() -> None:
    slip = samples.control(2023, 2)
    row = replace(slip.rows[-1], sent_at=samples.moment(2023, 8, 1))
    longer = slip.handed_over(row)
    longer.check_continues(slip)
    assert longer.rows == (*slip.rows, row)
    with pytest.raises(Refusal, match="lần giao thứ 4"):
        longer.handed_over(slip.rows[0])


def test_a_row_already_printed_is_neither_changed_nor_dropped() -> None:
    slip = samples.control(2023, 2)
    changed = replace(slip, rows=(replace(slip.rows[0], note="sửa"), slip.rows[1]))
    with pytest.raises(Refusal, match="dòng 1 của phiếu kiểm soát đã in"):
        changed.check_continues(slip)
    with pytest.raises(Refusal, match="dòng 2 của phiếu kiểm soát đã in"):
        replace(slip, rows=slip.rows[:1]).check_continues(slip)


def test_serials_of_a_book_have_no_gap() -> None:
    book = samples.tracking(count=3)
    with pytest.raises(Refusal, match="sau số 1 là số 3; số thứ tự phải liên tục, tiếp theo là 2"):
        replace(book, lines=(book.lines[0], book.lines[2]))


def test_a_stock_flow_that_adds_up_passes_and_sums() -> None:
    report = samples.stock_flow()
    report.check()
    assert (report.total.received, report.total.settled, report.total.open) == (2425, 2385, 40)


@pytest.mark.parametrize("figure", range(1, 9))
def test_any_single_wrong_figure_is_refused_and_its_line_named(figure: int) -> None:
    names = list(StockFlowRow.__dataclass_fields__)
    wrong = replace(samples.BALANCED[0], **{names[figure]: getattr(samples.BALANCED[0], names[figure]) + 1})
    with pytest.raises(Refusal, match=r"Dòng «Hộ tịch»: tổng tiếp nhận .* lệch 1\."):
        samples.stock_flow(rows=(samples.BALANCED[1], wrong)).check()


def test_a_figure_below_zero_is_refused_by_its_name() -> None:
    row = replace(samples.BALANCED[0], online=-1)
    with pytest.raises(Refusal, match="«Hộ tịch»: tiếp nhận trực tuyến là -1"):
        samples.stock_flow(rows=(row,)).check()


def test_what_is_carried_over_is_what_was_open_before() -> None:
    before = samples.stock_flow(rows=(StockFlowRow("Hộ tịch", 0, 12, 0, 0, 0, 0, 12, 0),))
    samples.stock_flow(rows=samples.BALANCED[:1]).check(before)
    with pytest.raises(Refusal, match="kỳ trước chuyển sang 40 khác số đang giải quyết cuối kỳ trước 0"):
        samples.stock_flow(rows=samples.BALANCED[2:]).check(before)
