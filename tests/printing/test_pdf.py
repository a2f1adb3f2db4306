"""Promises about printed PDF."""

import io
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from motcua.printing import Annex, Heading, PrintingFailed, Table, pdf, to_pdf
from tests.printing.samples import AT, HOSTILE, MINUTES, NOTICE, SENTENCE

PLAIN = '#let d = json(bytes(sys.inputs.data))\n#set document(title: "t")\n#set text(font: "Liberation Serif")\n#d.text'


def read(printed: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(printed), strict=True)


def words(printed: bytes) -> str:
    """The text of the document, every gap one space."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in read(printed).pages))


def fonts(printed: bytes) -> dict[str, Any]:
    """Each font's name, and the file embedded for it."""
    found = {}
    for page in read(printed).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            found[font["/BaseFont"]] = descriptor.get("/FontFile2")
    return found


def test_a_notice_reads_as_it_was_described() -> None:
    text = words(to_pdf(NOTICE, AT))
    for line in (
        "ỦY BAN NHÂN DÂN TỈNH AN BÌNH",
        "ĐOÀN KIỂM TRA CẢI CÁCH HÀNH CHÍNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: /TB-ĐKT",
        "An Bình, ngày tháng 8 năm 2023",
        "THÔNG BÁO Kết luận kiểm tra tại Ủy ban nhân dân huyện Sông Tiền",
        f"- {SENTENCE}[12]",
        "+ Người dân hài lòng ở mức cao;",
        "TM. ĐOÀN KIỂM TRA TRƯỞNG ĐOÀN Nguyễn Thị Ánh",
        "Nơi nhận: - Thành viên Đoàn kiểm tra; - Lưu: VT.",
        "(Kèm theo Thông báo số /TB-ĐKT ngày tháng 8 năm 2023 của Đoàn kiểm tra cải cách hành chính)",
    ):
        assert line in text


def test_text_of_a_user_is_printed_and_never_run() -> None:
    assert HOSTILE in words(to_pdf(NOTICE, AT))


def test_the_same_document_and_moment_give_the_same_bytes() -> None:
    assert to_pdf(NOTICE, AT) == to_pdf(NOTICE, AT)
    assert to_pdf(NOTICE, AT) != to_pdf(NOTICE, AT.replace(hour=10))


def test_every_font_is_ours_and_embedded() -> None:
    held = fonts(to_pdf(NOTICE, AT))
    assert {name.split("+")[1] for name in held} == {
        "LiberationSerif",
        "LiberationSerif-Bold",
        "LiberationSerif-Italic",
        "LiberationSerif-BoldItalic",
    }
    assert all(file is not None for file in held.values())


def test_the_pdf_is_archival_and_accessible() -> None:
    root: Any = read(to_pdf(NOTICE, AT)).trailer["/Root"]
    about = root["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part>2<", about)
    assert re.search(r"pdfaid:conformance>A<", about)
    assert re.search(r"pdfuaid:part>1<", about)
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("vi", True)


def test_the_page_number_stands_from_the_second_page_on() -> None:
    pages = read(to_pdf(NOTICE, AT)).pages
    assert len(pages) == 6
    assert [page.extract_text().splitlines()[0].strip() for page in pages[1:]] == ["2", "3", "4", "5", "6"]
    assert pages[0].extract_text().startswith("ỦY BAN")


def test_an_annex_begins_a_page_may_lie_across_and_repeats_its_header() -> None:
    pages = read(to_pdf(NOTICE, AT)).pages
    sides = [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages]
    upright = sides.count((595, 842))
    assert sides == [(595, 842)] * upright + [(842, 595)] * (len(pages) - upright)
    assert upright < len(pages)
    assert "PHỤ LỤC I" in pages[upright].extract_text()
    assert all("Mã hồ sơ" in page.extract_text() for page in pages[upright:])


def test_minutes_bear_two_signatures_and_no_number() -> None:
    printed = to_pdf(MINUTES, AT)
    text = words(printed)
    assert len(read(printed).pages) == 1
    assert "ngày 05 tháng 02 năm 2023" in text
    assert "Số:" not in text
    assert text.index("Trần Văn Bình") < text.index("Lê Thị Cúc")


def test_a_given_number_below_ten_has_a_leading_zero() -> None:
    assert "Số: 07/TB-ĐKT" in words(to_pdf(replace(NOTICE, number=7), AT))


def test_a_word_wider_than_its_column_is_broken_and_stays_in_it() -> None:
    code = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 3
    table = Table(("Mã", "Ghi chú"), ((code, "xong"),), (1, 9))
    pieces = words(to_pdf(replace(MINUTES, body=(table,)), AT))
    assert code not in pieces
    assert code in pieces.replace(" ", "")


def test_headings_that_skip_a_level_still_print() -> None:
    skipping = (Heading(3, "a) Mặt được"), Heading(1, "II. HẠN CHẾ"), Heading(3, "b) Đề nghị"))
    annex = Annex("Phụ lục", "", (Heading(2, "1. Bảng"),))
    text = words(to_pdf(replace(MINUTES, body=skipping, annexes=(annex,)), AT))
    assert "a) Mặt được II. HẠN CHẾ b) Đề nghị" in text


def test_decomposed_letters_are_printed_composed() -> None:
    assert "nguyễn" in words(pdf(PLAIN, {"text": "nguye\u0302\u0303n"}, at=AT))


def test_a_letter_without_a_glyph_fails_and_is_named() -> None:
    with pytest.raises(PrintingFailed, match="🙂"):
        pdf(PLAIN, {"text": "xong 🙂"}, at=AT)


def test_a_warning_of_the_typesetter_fails() -> None:
    with pytest.raises(PrintingFailed, match="unknown font family"):
        pdf('#set document(title: "t")\n#set text(font: "Times New Roman")\nA', {}, at=AT)


def test_an_error_in_a_template_fails_with_its_reason() -> None:
    with pytest.raises(PrintingFailed, match="unknown variable: missing"):
        pdf("#missing", {}, at=AT)


def test_a_template_reads_the_files_it_is_given() -> None:
    source = '#set document(title: "t")\n#set text(font: "Liberation Serif")\n#read("lời.txt")'
    assert "Xin chào" in words(pdf(source, {}, at=AT, files={"lời.txt": "Xin chào".encode()}))


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        to_pdf(MINUTES, datetime(2023, 8, 1))  # noqa: DTZ001


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="#$@\\*_`<>[]{}()\"'/=-+~&%^|;:,.!?đếặ ab1\n\t\x00\u200d", max_size=60))
def test_no_text_of_signs_breaks_the_printing(text: str) -> None:
    assert pdf(PLAIN, {"text": text}, at=AT).startswith(b"%PDF")
