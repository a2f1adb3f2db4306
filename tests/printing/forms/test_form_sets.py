"""Promises about which forms there are on a day."""

from datetime import date

import pytest

from motcua.language import Refusal
from motcua.printing.forms import FormName, forms_on

LAST_OF_OLD, FIRST_OF_NEW = date(2025, 6, 30), date(2025, 7, 1)


def test_until_june_2025_six_forms_are_numbered_by_the_circular_of_2018() -> None:
    forms = forms_on(LAST_OF_OLD)
    assert forms.circular == "Thông tư 01/2018/TT-VPCP"
    assert [form.number for form in forms.forms] == ["01", "02", "03", "04", "05", "06"]
    assert forms.form(FormName.CONTROL_SLIP).number == "05"
    assert forms.form(FormName.TRACKING_BOOK).number == "06"


def test_from_july_2025_seven_forms_are_numbered_by_the_circular_of_2025() -> None:
    forms = forms_on(FIRST_OF_NEW)
    assert forms.circular == "Thông tư 03/2025/TT-VPCP"
    assert [form.number for form in forms.forms] == ["01", "02", "03", "04", "05", "06", "07"]
    assert forms.form(FormName.TERMINATION).number == "05"
    assert forms.form(FormName.CONTROL_SLIP).number == "06"


def test_the_apology_is_called_as_on_the_day_of_reception() -> None:
    assert forms_on(LAST_OF_OLD).form(FormName.APOLOGY).title == "Phiếu xin lỗi và hẹn lại ngày trả kết quả"
    assert (
        forms_on(FIRST_OF_NEW).form(FormName.APOLOGY).title == "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"
    )


@pytest.mark.parametrize("on", [LAST_OF_OLD, FIRST_OF_NEW])
def test_slips_are_a5_and_the_book_is_a4(on: date) -> None:
    sizes = {form.name: form.size for form in forms_on(on).forms}
    assert sizes.pop(FormName.TRACKING_BOOK) == "A4"
    assert set(sizes.values()) == {"A5"}


def test_a_form_that_did_not_exist_is_refused_with_its_circular() -> None:
    with pytest.raises(Refusal, match="Thông tư 01/2018/TT-VPCP không có «Thông báo dừng giải quyết hồ sơ»"):
        forms_on(LAST_OF_OLD).form(FormName.TERMINATION)


def test_before_the_first_circular_no_set_is_made_up() -> None:
    with pytest.raises(Refusal, match="05/01/2019"):
        forms_on(date(2019, 1, 5))
    assert forms_on(date(2019, 1, 6)).form(FormName.RECEIPT).number == "01"
