"""Promises about books and the stock-flow report, on paper and in Excel."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from python_calamine import load_workbook

from motcua.language import Refusal
from motcua.printing.forms import book_workbook, print_form
from tests.printing.forms import samples
from tests.printing.forms.reading import Form, fonts, printed, sizes_mm, spaced, words
from tests.printing.forms.samples import AT

EVERY = [samples.tracking(), samples.tracking(2026), samples.certification(), samples.stock_flow()]
every = pytest.mark.parametrize("book", EVERY)


def cells(book: Any) -> list[list[Any]]:
    read: list[list[Any]] = load_workbook(io.BytesIO(book_workbook(book))).get_sheet_by_index(0).to_python()
    return read


@every
def test_a_book_lies_across_a4_archival_with_its_fonts(book: Form) -> None:
    pdf = printed(book)
    root: Any = pdf.trailer["/Root"]
    assert sizes_mm(pdf) == {(297, 210)}
    assert "pdfaid:conformance>A<" in root["/Metadata"].get_data().decode()
    assert all(file is not None for file in fonts(pdf).values())


@every
def test_the_same_book_gives_the_same_bytes_on_paper_and_in_excel(book: Any) -> None:
    assert print_form(book, at=AT) == print_form(book, at=AT)
    assert book_workbook(book) == book_workbook(book)


@pytest.mark.parametrize(("year", "form"), [(2023, "Mẫu số 06"), (2026, "Mẫu số 07")])
def test_a_tracking_book_is_numbered_by_the_circular_of_its_first_day(year: int, form: str) -> None:
    text = words(samples.tracking(year))
    assert f"{form} · Năm {year} · Quyển số 01" in text
    assert f"SỔ THEO DÕI HỒ SƠ Năm {year} - Quyển số 01 - Mở sổ ngày 03/7/{year}" in text


def test_every_page_repeats_the_headings_and_counts_itself() -> None:
    pages = [spaced(page.extract_text()) for page in printed(samples.tracking(closed=False)).pages]
    assert len(pages) == 4
    for number, page in enumerate(pages, start=1):
        assert "Nhận và trả kết quả" in page
        assert "Hẹn trả kết quả Trả kết quả Phương thức nhận kết quả Ký nhận" in page
        assert f"Trang {number}/4" in page


def test_a_closed_book_says_its_pages_lines_and_day() -> None:
    text = words(samples.tracking(count=40, first=21))
    assert "Quyển sổ này có 5 trang, 40 dòng, từ số 21 đến số 60. Khóa sổ ngày 29/12/2023." in text
    assert "Hòa Lợi, ngày 29 tháng 12 năm 2023 NGƯỜI ĐỨNG ĐẦU" in text
    assert "Khóa sổ" not in words(samples.tracking(closed=False))


def test_a_line_shows_reception_promise_and_return() -> None:
    text = words(samples.tracking(count=4))
    assert "H20.17.23- 230703-0001 Đăng ký khai sinh 1 Nguyễn Thị Ánh Tuyết" in text
    assert "03/7/2023 06/7/2023 05/7/2023 Trực tiếp" in text
    assert "03/7/2023 06/7/2023 Trực tiếp" in text  # the fourth has not been returned


def test_a_book_in_excel_keeps_days_and_numbers() -> None:
    rows = cells(samples.tracking(count=4))
    assert rows[1][0] == "SỔ THEO DÕI HỒ SƠ"
    assert rows[4][7:10] == [
        "Nhận và trả kết quả: Nhận hồ sơ",
        "Nhận và trả kết quả: Hẹn trả kết quả",
        "Nhận và trả kết quả: Trả kết quả",
    ]
    assert rows[5][:2] == [1, "H20.17.23-230703-0001"]
    assert rows[5][7:10] == [date(2023, 7, 3), date(2023, 7, 6), date(2023, 7, 5)]
    assert rows[8][9] == ""


def test_text_that_looks_like_a_formula_stays_text_in_excel() -> None:
    book = samples.tracking(count=1)
    line = replace(book.lines[0], note="=1+1")
    made = book_workbook(replace(book, lines=(line,)))
    assert cells(replace(book, lines=(line,)))[5][-1] == "=1+1"
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(made)).read("xl/worksheets/sheet1.xml")


def test_a_certification_book_continues_the_serials_of_the_volume_before() -> None:
    text = words(samples.certification())
    assert "SỔ CHỨNG THỰC Năm 2023 - Quyển số 02" in text
    assert "300 04/7/2023 Nguyễn Thị Ánh Tuyết Bản sao từ bản chính" in text
    assert cells(samples.certification())[5][0] == 300


def test_a_stock_flow_report_shows_its_totals_on_paper_and_in_excel() -> None:
    text = words(samples.stock_flow())
    assert "1 Hộ tịch 740 640 88 12 730 600 110 20 10 8 2" in text
    assert "Tổng cộng 2.425 695 1.678 52 2.385 2.170 180 35 40 28 12" in text
    assert "(3)=(4)+(5)+(6)" in text
    assert cells(samples.stock_flow())[-1] == ["", "Tổng cộng", 2425, 695, 1678, 52, 2385, 2170, 180, 35, 40, 28, 12]


def test_a_report_that_does_not_add_up_is_not_printed() -> None:
    wrong = samples.stock_flow(rows=(replace(samples.BALANCED[0], late=21),))
    with pytest.raises(Refusal, match="«Hộ tịch»"):
        print_form(wrong, at=AT)
    with pytest.raises(Refusal, match="«Hộ tịch»"):
        book_workbook(wrong)


def test_a_book_without_lines_prints_its_headings() -> None:
    empty = samples.tracking(count=0)
    assert "Quyển sổ này có 1 trang, không có dòng nào." in words(empty)
    assert cells(empty)[4][0] == "STT"
