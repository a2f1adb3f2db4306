"""Promises about printed slips, each in both eras."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from motcua.language import Refusal
from motcua.printing.forms import Paper, Party, print_form
from motcua.printing.forms.values import Slip
from tests.printing.forms import samples
from tests.printing.forms.reading import code_read, first_picture, fonts, printed, sizes_mm, spaced, words
from tests.printing.forms.samples import AT, LONG_NAME, LONG_PROCEDURE, REASON

EVERY: list[tuple[Callable[[int], Slip], int, str]] = [
    (samples.receipt, 2023, "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"),
    (samples.receipt, 2026, "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"),
    (samples.supplement, 2023, "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"),
    (samples.supplement, 2026, "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"),
    (samples.refusal, 2023, "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"),
    (samples.refusal, 2026, "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"),
    (samples.apology, 2023, "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"),
    (samples.apology, 2026, "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT"),
    (samples.termination, 2026, "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ"),
    (samples.control, 2023, "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"),
    (samples.control, 2026, "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"),
    (samples.fee, 2023, "PHIẾU THU PHÍ, LỆ PHÍ"),
    (samples.fee, 2026, "PHIẾU THU PHÍ, LỆ PHÍ"),
]
every = pytest.mark.parametrize(("make", "year", "title"), EVERY)


@every
def test_a_slip_is_one_page_of_a5_under_its_title(make: Callable[[int], Slip], year: int, title: str) -> None:
    pdf = printed(make(year))
    across = make is samples.control
    assert sizes_mm(pdf) == {(210, 148) if across else (148, 210)}
    (page,) = pdf.pages
    text = spaced(page.extract_text())
    assert title in text
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert f"Mã hồ sơ: H20.17.23-{year % 100}0727-0001" in text


@every
def test_a_slip_is_archival_accessible_and_bears_its_fonts(make: Callable[[int], Slip], year: int, title: str) -> None:
    pdf = printed(make(year))
    root: Any = pdf.trailer["/Root"]
    about = root["/Metadata"].get_data().decode()
    for mark in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"):
        assert mark in about
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("vi", True)
    held = fonts(pdf)
    assert "LiberationSerif-Bold" in {name.split("+")[1] for name in held}
    assert all(file is not None for file in held.values())


@every
def test_a_reprint_is_the_same_byte_for_byte(make: Callable[[int], Slip], year: int, title: str) -> None:
    first = print_form(make(year), at=AT)
    assert print_form(make(year), at=AT) == first
    assert print_form(make(year), at=AT.replace(hour=10)) != first


@every
def test_the_qr_code_at_the_top_left_names_dossier_procedure_and_paper(
    make: Callable[[int], Slip], year: int, title: str
) -> None:
    text, left, top = code_read(make(year))
    code, procedure, paper = text.split("|")
    assert (code, procedure) == (f"H20.17.23-{year % 100}0727-0001", "1.001193")
    assert paper.upper() == title
    assert left < 15
    assert top < 15


def test_a_receipt_says_what_was_handed_in_and_when_the_result_is_due() -> None:
    text = words(samples.receipt(2023))
    for line in (
        "Số: 12/BPTNTKQ",
        "Hòa Lợi, ngày 27 tháng 7 năm 2023",
        "Tiếp nhận hồ sơ của: Nguyễn Thị Ánh Tuyết",
        "2 Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp Bản sao 01",
        "4. Thời gian nhận hồ sơ: 08 giờ 30 phút, ngày 27/7/2023",
        "5. Thời gian trả kết quả: 16 giờ 30 phút, ngày 01/8/2023",
        "Phí, lệ phí: 8.000 đồng",
        "Quyển số: 02 Số thứ tự: 417",
        "NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên)",
        "Lê Thị Cúc",
        "Mẫu số 01",
    ):
        assert line in text
    assert text.index("NGƯỜI NỘP HỒ SƠ") < text.index("NGƯỜI TIẾP NHẬN HỒ SƠ")


def test_a_receipt_of_eight_papers_with_long_names_keeps_to_one_page() -> None:
    party = Party(LONG_NAME, "Số 123/45/6 đường Nguyễn Thị Minh Khai, khóm Mỹ Long, xã Hòa Lợi, tỉnh An Bình")
    form = samples.receipt(2026, party=party, procedure=LONG_PROCEDURE)
    assert len(printed(form).pages) == 1
    text = words(form)
    assert LONG_NAME in text
    assert LONG_PROCEDURE in text
    assert "Số điện thoại: ....." in text


def test_a_longer_receipt_repeats_its_header_and_keeps_its_signatures_together() -> None:
    pages = [spaced(page.extract_text()) for page in printed(samples.receipt(2026, 30)).pages]
    assert len(pages) == 2
    assert all("STT Tên giấy tờ Bản chính/ bản sao Số lượng" in page for page in pages)
    assert ["Trang 1/2" in pages[0], "Trang 2/2" in pages[1]] == [True, True]
    assert "NGƯỜI NỘP HỒ SƠ" not in pages[0]
    assert "Lê Thị Cúc Giấy này lập thành 02 bản" in pages[1]


@pytest.mark.parametrize("count", range(1, 45))
def test_no_page_of_a_receipt_holds_signatures_alone(count: int) -> None:
    form = samples.receipt(2023, count)
    pages = [spaced(page.extract_text()) for page in printed(form).pages]
    assert f" {count} {form.papers[-1].name}" in " ".join(pages)
    assert "Quyển số: 02 Số thứ tự: 417 NGƯỜI NỘP HỒ SƠ" in pages[-1]
    assert "Giấy này lập thành 02 bản" in pages[-1]
    assert len(pages) == 1 or count > 10


def test_a_reason_of_several_pages_runs_on_to_its_signature() -> None:
    pages = [spaced(page.extract_text()) for page in printed(replace(samples.refusal(), reason=REASON * 90)).pages]
    assert len(pages) == 4
    assert "Lý do: Bản sao Giấy chứng nhận" in pages[0]
    assert min(len(page) for page in pages[:-1]) > 2000
    assert "tổ chức liên hệ: số điện thoại 0900 000 456 NGƯỜI NỘP HỒ SƠ" in pages[-1]


def test_a_word_without_gaps_breaks_and_stays_on_the_sheet() -> None:
    party = Party("X" * 150, email="a" * 60 + "@example.invalid")
    (page,) = printed(samples.receipt(2026, 1, party=party)).pages
    picture = first_picture(samples.receipt(2026, 1, party=party)).convert("L")
    margin = picture.crop((picture.width - 6 * 7, 0, picture.width, picture.height))
    assert margin.getextrema() == (255, 255)  # the seven millimetres at the right are white
    assert "X" * 150 in page.extract_text().replace(" ", "").replace("\n", "")


def test_the_moments_of_another_zone_are_printed_in_vietnamese_time() -> None:
    form = samples.receipt(2023)
    abroad = datetime(2025, 6, 30, 18, 0, tzinfo=UTC)
    moved = replace(form, dossier=replace(form.dossier, received_at=abroad), due_at=abroad)
    assert "nhận hồ sơ: 01 giờ 00 phút, ngày 01/7/2025" in words(moved)


def test_the_form_follows_the_day_of_reception_and_not_that_of_printing() -> None:
    late = replace(samples.apology(2023), on=date(2025, 8, 1))
    assert "PHIẾU XIN LỖI" in words(late)


def test_a_termination_of_a_dossier_received_before_july_2025_is_refused() -> None:
    old = replace(samples.termination(), dossier=samples.dossier(2023))
    with pytest.raises(Refusal, match="không có «Thông báo dừng giải quyết hồ sơ»"):
        print_form(old, at=AT)


def test_a_supplement_request_lists_everything_and_why() -> None:
    text = words(samples.supplement())
    assert "1. Giấy chứng sinh (bản chính) 2. Văn bản ủy quyền có chứng thực theo quy định của pháp luật" in text
    assert f"Lý do: {REASON}" in text
    assert "NGƯỜI HƯỚNG DẪN" in text


def test_a_refusal_after_assessment_is_signed_by_the_agency() -> None:
    assert "NGƯỜI TIẾP NHẬN HỒ SƠ" in words(samples.refusal())
    text = words(samples.refusal(2023, samples.HEAD_OF_AGENCY))
    assert "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in text
    assert "NGƯỜI TIẾP NHẬN HỒ SƠ" not in text


@pytest.mark.parametrize(("year", "asks"), [(2023, "hẹn lại thời gian trả kết quả"), (2026, "đề nghị gia hạn")])
def test_an_apology_names_the_old_and_the_new_moment(year: int, asks: str) -> None:
    text = words(samples.apology(year))
    assert f"Thời gian hẹn trả kết quả: 16 giờ 30 phút, ngày 01/8/{year}" in text
    assert asks in text
    assert f"16 giờ 30 phút, ngày 08/8/{year}." in text
    assert "Nơi nhận: - Như trên; - Bộ phận Một cửa; - Lưu: VT." in text
    assert "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in text


def test_a_termination_says_since_when_and_why() -> None:
    text = words(samples.termination())
    assert "thông báo dừng giải quyết hồ sơ nêu trên kể từ 10 giờ 00 phút, ngày 03/8/2026." in text
    assert "Lý do: Người nộp hồ sơ không bổ sung giấy tờ trong thời hạn đã thông báo." in text


def test_a_control_slip_ticks_one_verdict_a_row_and_goes_on_under_the_same_header() -> None:
    pages = [spaced(page.extract_text()) for page in printed(samples.control(2026, 7)).pages]
    assert len(pages) == 2
    assert all("TÊN CƠ QUAN THỜI GIAN GIAO, NHẬN HỒ SƠ" in page for page in pages)
    text = " ".join(pages)
    assert text.count("1. Giao:") == text.count("2. Nhận:") == 7
    assert text.count("x Trước hạn") == text.count("x Đúng hạn") == text.count("x Quá hạn") == 2
    assert "2. Nhận: …… giờ …… phút, ngày …/…/……" in text


def test_a_fee_slip_adds_up_and_is_no_receipt_of_the_treasury() -> None:
    text = words(samples.fee())
    assert "Tổng cộng 24.000 đồng" in text
    assert "Phiếu này không thay thế biên lai thu phí, lệ phí." in text
    assert "Mẫu số" not in text


def test_a_missing_number_leaves_room_for_it() -> None:
    assert "Số: /TNHS" in words(samples.refusal())


def test_text_of_a_user_is_printed_and_never_run() -> None:
    hostile = '#panic("x") $a$ \\ @ref *đậm* _nghiêng_ `mã` <nhãn> {{ tên }}'
    assert hostile in words(replace(samples.refusal(), reason=hostile))


def test_an_agency_with_a_long_name_is_parted_at_its_place_or_in_the_middle() -> None:
    lines = printed(samples.receipt(2023)).pages[0].extract_text().splitlines()
    assert "XÃ HÒA LỢI" in [line.strip() for line in lines]
    lines = printed(samples.receipt(2026)).pages[0].extract_text().splitlines()
    assert "HÀNH CHÍNH CÔNG" in [line.strip() for line in lines]


def test_a_paper_named_by_its_number_is_kept_in_order() -> None:
    form = replace(
        samples.receipt(2026, 1), papers=(Paper(7, "Hợp đồng", "Bản sao", 12),), fee=0, settling="Sở Xây dựng"
    )
    text = words(form)
    assert "7 Hợp đồng Bản sao 12" in text
    assert "Phí, lệ phí: Không thu" in text
    assert "Cơ quan giải quyết: Sở Xây dựng" in text
