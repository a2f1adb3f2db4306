"""Promises about Word documents."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.printing import Paragraph, Table, legible, to_docx
from tests.printing.samples import AT, CODES, HOSTILE, MINUTES, NOTICE, SENTENCE


def opened(written: bytes) -> Document:
    return docx.Document(io.BytesIO(written))


def styled(word: Document) -> list[tuple[str, str]]:
    return [(str(part.style.name if part.style else ""), part.text) for part in word.paragraphs if part.text]


def cells(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_notice_is_written_in_real_styles() -> None:
    assert styled(opened(to_docx(NOTICE, AT))) == [
        ("Title", "THÔNG BÁO"),
        ("Subtitle", "Kết luận kiểm tra tại Ủy ban nhân dân huyện Sông Tiền"),
        ("Basis", "Căn cứ Kế hoạch kiểm tra năm 2023 của Ủy ban nhân dân tỉnh An Bình;"),
        ("Heading 1", "I. KẾT QUẢ KIỂM TRA"),
        ("Heading 2", "1. Chỉ đạo, điều hành"),
        ("Heading 3", "a) Mặt được"),
        ("List Bullet", f"{SENTENCE}[12]"),
        ("List Bullet 2", "Người dân hài lòng ở mức cao;"),
        ("Body Text", f"{HOSTILE}[3]"),
        ("Caption", "Bảng 1"),
        ("Body Text", "Trên đây là kết luận kiểm tra./."),
        ("Annex Title", "PHỤ LỤC I"),
        ("Subtitle", "Hồ sơ trả kết quả trễ hạn"),
        (
            "Annex Note",
            "(Kèm theo Thông báo số        /TB-ĐKT ngày     tháng 8 năm 2023 của Đoàn kiểm tra cải cách hành chính)",
        ),
    ]


def test_the_letterhead_and_the_signatures_stand_in_two_columns() -> None:
    letterhead, _, signatures, _ = opened(to_docx(NOTICE, AT)).tables
    assert cells(letterhead) == [
        [
            "ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nĐOÀN KIỂM TRA CẢI CÁCH HÀNH CHÍNH\n",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
        ],
        ["Số:        /TB-ĐKT", "An Bình, ngày     tháng 8 năm 2023"],
    ]
    left, right = cells(signatures)[0]
    assert left == "Nơi nhận:\n- Thành viên Đoàn kiểm tra;\n- Lưu: VT."
    assert " ".join(right.split()) == "TM. ĐOÀN KIỂM TRA TRƯỞNG ĐOÀN Nguyễn Thị Ánh"


def test_minutes_are_signed_side_by_side() -> None:
    left, right = cells(opened(to_docx(MINUTES, AT)).tables[1])[0]
    assert left.endswith("Trần Văn Bình")
    assert right.endswith("Lê Thị Cúc")


def test_the_letters_are_times_new_roman_and_the_sizes_of_the_decree() -> None:
    styles: Any = opened(to_docx(NOTICE, AT)).styles
    faces = {name: (styles[name].font.name, styles[name].font.size.pt) for name in ("Normal", "Title", "Recipient")}
    assert faces == {
        "Normal": ("Times New Roman", 14),
        "Title": ("Times New Roman", 14),
        "Recipient": ("Times New Roman", 11),
    }
    assert round(styles["Body Text"].paragraph_format.first_line_indent.mm, 1) == 12.7
    assert (styles["Motto"].font.bold, styles["Place And Date"].font.italic) == (True, True)


def test_the_page_is_a4_with_the_margins_of_the_decree() -> None:
    upright, across = opened(to_docx(NOTICE, AT)).sections
    margins = (upright.top_margin, upright.bottom_margin, upright.left_margin, upright.right_margin)
    assert [round(margin.mm) for margin in margins if margin] == [20, 20, 30, 20]
    assert (upright.page_width, upright.page_height) == (across.page_height, across.page_width)
    assert across.orientation == WD_ORIENT.LANDSCAPE


def test_pages_are_numbered_from_the_second_on() -> None:
    first, annex = opened(to_docx(NOTICE, AT)).sections
    assert first.different_first_page_header_footer
    assert not first.first_page_header.paragraphs[0].text
    assert "PAGE" in first.header.paragraphs[0]._p.xml
    assert annex.header.is_linked_to_previous
    assert not annex.different_first_page_header_footer


def test_items_begin_with_a_dash_that_word_itself_sets() -> None:
    numbering: Any = opened(to_docx(NOTICE, AT)).part.numbering_part.element
    signs = {
        level.find(qn("w:pStyle")).get(qn("w:val")): level.find(qn("w:lvlText")).get(qn("w:val"))
        for level in numbering.iter(qn("w:lvl"))
        if level.find(qn("w:pStyle")) is not None
    }
    assert (signs["ListBullet"], signs["ListBullet2"]) == ("-", "+")


def test_a_table_is_whole_and_repeats_its_header() -> None:
    table = opened(to_docx(NOTICE, AT)).tables[3]
    header: Any = table.rows[0]._tr
    assert header.trPr.find(qn("w:tblHeader")) is not None
    assert cells(table)[1:] == [list(row) for row in CODES]


def test_the_same_document_and_moment_give_the_same_bytes() -> None:
    assert to_docx(NOTICE, AT) == to_docx(NOTICE, AT)
    with zipfile.ZipFile(io.BytesIO(to_docx(NOTICE, AT))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 8, 1, 9, 30, 0)}


def test_the_document_says_whose_it_is_and_when_it_was_made() -> None:
    about = opened(to_docx(NOTICE, AT)).core_properties
    assert (about.author, about.title[:9], about.comments) == (NOTICE.agency, "Thông báo", "")
    assert about.created is not None
    assert about.created.hour == 2


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        to_docx(MINUTES, datetime(2023, 8, 1))  # noqa: DTZ001


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80) | st.text(alphabet="aăâđêôơưếặỗ\u0301\n\t {}%<>&", max_size=80))
def test_any_text_survives_in_paragraphs_and_cells(text: str) -> None:
    body = (Paragraph(text), Table(("Cột",), ((text,),)))
    word = opened(to_docx(replace(MINUTES, body=body), AT))
    assert next(part.text for part in word.paragraphs if part.style and part.style.name == "Body Text") == legible(text)
    assert cells(word.tables[1])[1] == [legible(text)]


@given(st.text())
def test_legible_text_stays_as_it_is(text: str) -> None:
    assert legible(legible(text)) == legible(text)


@pytest.mark.parametrize("rows", [(("1",),), (("1", "2", "3"),)])
def test_a_table_with_a_row_of_another_length_is_refused(rows: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(ValueError, match="2 columns"):
        Table(("A", "B"), rows)
