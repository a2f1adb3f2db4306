"""Promises of the notice: its order, its blanks, its annexes, its files."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from motcua.inspection.edits import ChangeKind, edited
from motcua.inspection.entries import VIETNAM, Where
from motcua.inspection.inspection_file import (
    Added,
    Delegation,
    Do,
    Edit,
    Explanation,
    InspectionFile,
    Meeting,
    Paper,
    Person,
    Signature,
)
from motcua.inspection.notice import listed, notice, roman
from motcua.inspection.notice_files import write_notice
from motcua.inspection.period import Period
from motcua.inspection.rule import Domain
from motcua.inspection.sentences import sheet_name
from motcua.inspection.statements import Conclusion, Kind, Statement
from motcua.inspection.verdict import Outcome, Tally
from motcua.language import Refusal
from motcua.printing import Block, Heading, Item, OfficialDocument, Paragraph, Signer, Table, to_docx
from tests.inspection.findings_samples import COMMUNE, DISTRICT, THIRTY, inspection, programme, said, sample, verdict

AT = datetime(2023, 8, 1, 9, 30, tzinfo=VIETNAM)
WHERE = Where("kiem-tra.yaml", 1, "edits[1]")
FILE = InspectionFile(
    "kiem-tra.yaml",
    agency_above="UBND tỉnh An Bình",
    agency="Đoàn kiểm tra CCHC",
    place="An Bình",
    on=date(2023, 8, 1),
    day_blank=True,
    plan=Paper("12/KH-UBND", date(2023, 1, 10), "UBND tỉnh An Bình", "về kiểm tra CCHC năm 2023"),
    decision=Paper("77/QĐ-UBND", date(2023, 5, 4), "Chủ tịch UBND tỉnh An Bình", "thành lập Đoàn kiểm tra"),
    delegation=Delegation("Đoàn kiểm tra CCHC tỉnh", Person("Nguyễn Thị Ánh", "Giám đốc Sở Nội vụ"), ()),
    conference=Meeting(datetime(2023, 7, 27, 13, 30, tzinfo=VIETNAM), "trụ sở UBND huyện Sông Tiền"),
    legal_bases=("Căn cứ Nghị định số 61/2018/NĐ-CP.",),
    recipients=("UBND tỉnh An Bình", "Lưu: VT"),
    signer=Signature("Trưởng đoàn", "Giám đốc Sở Nội vụ", "Nguyễn Thị Ánh"),
)


def lines(document: OfficialDocument | Sequence[Block]) -> list[str]:
    body = document.body if isinstance(document, OfficialDocument) else document
    return [b.text for b in body if not isinstance(b, Table)]


def printed(conclusion: Conclusion | None = None, file: InspectionFile | None = FILE) -> OfficialDocument:
    return notice(conclusion or sample(), inspection(), programme(), file)


def section(document: OfficialDocument, unit: str) -> list[str]:
    """The lines of one unit, up to the next heading of its level."""
    heads = [n for n, b in enumerate(document.body) if isinstance(b, Heading) and b.level == 1]
    start = next(n for n in heads if unit.upper() in lines(document)[n])
    end = next((n for n in heads if n > start), len(document.body))
    return lines(document)[start + 1 : end]


def tables(document: OfficialDocument, annex: str) -> list[Table]:
    return [b for a in document.annexes if a.title == annex for b in a.body if isinstance(b, Table)]


def test_a_unit_is_told_field_by_field_in_the_order_of_a_notice() -> None:
    assert section(printed(), "xã Hòa Lợi") == [
        "1. Cải cách thủ tục hành chính",
        "a) Hạn chế",
        "03/10 hồ sơ quá hạn không có thư xin lỗi.",
        "Thanh toán trực tuyến chưa đạt 30%.",
        "b) Đề nghị",
        "Gửi thư xin lỗi đúng lúc.",
        "Hướng dẫn thanh toán trực tuyến.",
        "Phối hợp chặt chẽ.",
        "2. Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
        "a) Mặt được",
        "Ký số đạt 97,82%.",
        "b) Hạn chế",
        "Chưa phát hiện.",
    ]


def test_units_and_the_heads_conclusions_are_numbered_in_one_row() -> None:
    heads = [b.text for b in printed().body if isinstance(b, Heading) and b.level == 1]
    assert heads == [
        "I. KẾT QUẢ KIỂM TRA TẠI UBND XÃ HÒA LỢI",
        "II. KẾT QUẢ KIỂM TRA TẠI UBND HUYỆN SÔNG TIỀN",
        "III. KẾT LUẬN CỦA TRƯỞNG ĐOÀN KIỂM TRA",
    ]
    assert lines(printed())[-2:] == ["1. Thống nhất với kết quả kiểm tra.", "2. Khắc phục các hạn chế."]


def test_each_sentence_bears_its_number_and_nothing_else_does() -> None:
    refs = [b.ref for b in printed().body if isinstance(b, Item | Paragraph) and b.ref]
    assert refs == [str(n) for n in range(1, 10)]


def test_a_field_that_could_not_be_assessed_is_left_to_the_annex() -> None:
    assert "Cải cách chế độ công vụ" not in " ".join(lines(printed()))
    absent = tables(printed(), "Phụ lục II")[0].rows
    assert absent[0] == (
        "UBND xã Hòa Lợi",
        "Cải cách chế độ công vụ",
        "CV-002",
        "Tiêu đề CV-002",
        "Cán bộ, công chức, viên chức",
    )


def test_a_field_in_which_no_case_arose_is_left_out() -> None:
    assert "Cải cách tài chính công" not in " ".join(lines(printed()))


def test_a_unit_of_which_nothing_could_be_assessed_says_so() -> None:
    assert section(printed(Conclusion((), ())), "xã Hòa Lợi") == [
        "Dữ liệu được cung cấp chưa đủ để đánh giá; các nội dung liên quan nêu tại Phụ lục II."
    ]


def test_fields_are_named_as_the_day_names_them() -> None:
    early = verdict("SO-001", Outcome.MET, tally=Tally(0, 9), domain=Domain.DIGITAL)
    old = Period.of(date(2019, 1, 1), date(2019, 12, 31))
    document = notice(Conclusion((early,), ()), replace(inspection(COMMUNE), period=old), programme())
    assert "1. Hiện đại hóa hành chính" in lines(document)


def test_a_limitation_left_out_by_hand_is_not_called_none_found() -> None:
    own = (Edit(f"{DISTRICT}/limitation/TTHC-014", Do.LEAVE_OUT, "", "", "Vì sao", WHERE),)
    hidden = InspectionFile("kiem-tra.yaml", edits=own)
    assert "Chưa phát hiện." not in section(printed(file=hidden), "huyện Sông Tiền")


def test_an_excused_limitation_leaves_none_found() -> None:
    told = Explanation(DISTRICT, "TTHC-014", "Tạm dừng", True, "Đã xem", WHERE)
    excused = InspectionFile("kiem-tra.yaml", explanations=(told,))
    assert section(printed(file=excused), "huyện Sông Tiền") == [
        "1. Cải cách thủ tục hành chính",
        "a) Hạn chế",
        "Chưa phát hiện.",
    ]


def test_the_file_fills_header_grounds_conference_and_signature() -> None:
    document = printed()
    text = "\n".join(lines(document))
    assert document.summary == "Kết luận kiểm tra cải cách hành chính năm 2023 tại UBND huyện Sông Tiền"
    assert document.bases == ("Căn cứ Nghị định số 61/2018/NĐ-CP;",)
    assert "Kế hoạch số 12/KH-UBND ngày 10/01/2023 của UBND tỉnh An Bình về kiểm tra CCHC năm 2023" in text
    assert "Quyết định số 77/QĐ-UBND ngày 04/5/2023 của Chủ tịch UBND tỉnh An Bình thành lập Đoàn kiểm tra" in text
    assert "từ ngày 01/01/2023 đến ngày 30/6/2023, số liệu tính đến ngày 27/7/2023" in text
    assert "Hồi 13 giờ 30 phút, ngày 27/7/2023, tại trụ sở UBND huyện Sông Tiền" in text
    assert "Nguyễn Thị Ánh, Giám đốc Sở Nội vụ, Trưởng đoàn kiểm tra kết luận như sau:" in text
    assert document.signers == (Signer("Giám đốc Sở Nội vụ", "Nguyễn Thị Ánh", "Trưởng đoàn"),)
    assert document.closing.endswith("./.")
    assert "……" not in text


def test_without_a_file_places_are_blank_and_the_rest_is_told_all_the_same() -> None:
    document = printed(file=None)
    assert "Kế hoạch số ……" in "\n".join(lines(document))
    assert (document.number, document.on, document.notation) == (None, None, "TB-ĐKT")
    assert document.recipients == ("UBND xã Hòa Lợi", "UBND huyện Sông Tiền", "Thành viên Đoàn kiểm tra", "Lưu: VT")
    assert section(document, "xã Hòa Lợi") == section(printed(), "xã Hòa Lợi")


def test_only_the_shortenings_in_use_are_spelled_out() -> None:
    assert "Các chữ viết tắt: UBND là Ủy ban nhân dân." in lines(printed())


def test_annex_one_leads_from_each_sentence_to_code_figure_target_law_and_sheet() -> None:
    rows = tables(printed(), "Phụ lục I")[0].rows
    law = "Khoản 9 Điều 19 Nghị định số 61/2018/NĐ-CP ngày 23/4/2018"
    goal = "Ít nhất 30%"
    assert rows[0][2:] == ("TTHC-014", "Tiêu đề TTHC-014", "Bảo đảm 7/10 = 70%", "—", law, "TTHC-014 84.01.07")
    assert rows[1][2:] == ("TTHC-020", "Tiêu đề TTHC-020", "10/40 = 25%", goal, law, "TTHC-020 84.01.07")
    signed = next(row for row in rows if row[2] == "SO-001")
    assert signed[4] == "494/505 = 97,82%"
    assert signed[7] == sheet_name("SO-001", COMMUNE)
    assert {row[0] for row in rows} == {str(n) for n in range(1, 10)}


def test_a_target_of_the_programme_is_told_with_its_source() -> None:
    own_target = replace(THIRTY, source="Kế hoạch năm", unverified=True)
    own = replace(programme(), targets={"online_payment_share": own_target})
    low = verdict("TTHC-020", tally=Tally(30, 10), target=own.targets["online_payment_share"])
    document = notice(Conclusion((low,), (said(low, Kind.LIMITATION, "Thấp"),)), inspection(), own)
    assert tables(document, "Phụ lục I")[0].rows[0][5] == "Ít nhất 30% (Kế hoạch năm) (chưa kiểm chứng)"


def test_annex_one_refers_back_to_the_sentence_that_told_a_verdict_first() -> None:
    rows = {row[0]: row for row in tables(printed(), "Phụ lục I")[0].rows}
    assert rows["3"][2:4] == ("TTHC-014", "Xem câu 1")
    assert rows["9"][1:4] == ("Chung", "TTHC-014, TTHC-020", "Xem câu 1, 2, 7")


def test_many_rules_told_before_are_counted_not_listed() -> None:
    found = [verdict(f"TTHC-{n:03}") for n in range(1, 7)]
    limits = [said(v, Kind.LIMITATION, f"Lỗi {v.rule.code}") for v in found]
    correct = Statement("", None, Kind.CONCLUSION, "correct_all", "Khắc phục", tuple(found))
    rows = tables(printed(Conclusion(tuple(found), (*limits, correct))), "Phụ lục I")[0].rows
    assert rows[-1][2:4] == ("06 quy tắc", "Xem câu 1, 2, 3, 4, 5")


def test_a_verdict_told_twice_in_one_sentence_has_one_row() -> None:
    found = verdict("TTHC-001")
    twice = [said(found, Kind.RECOMMENDATION, f"Việc {n}", key=f"r{n}") for n in (1, 2)]
    document = notice(Conclusion((found,), tuple(twice)), inspection(), programme(longest_list=1))
    assert [row[0] for row in tables(document, "Phụ lục I")[0].rows] == ["1"]


def test_what_was_not_read_in_the_law_is_marked_as_such() -> None:
    rows = tables(printed(), "Phụ lục I")[0].rows
    assert next(row for row in rows if row[0] == "7")[6] == "Kế hoạch số hóa của Tỉnh (chưa kiểm chứng)"


def test_annex_one_says_who_wrote_what_no_rule_made() -> None:
    seen = (Added(COMMUNE, Domain.DIGITAL, Kind.LIMITATION, "Máy tính hỏng", WHERE),)
    edit = (Edit(f"{COMMUNE}/limitation/TTHC-014", Do.REWORD, "Gửi chậm", "", "Vì sao", WHERE),)
    rows = tables(printed(file=InspectionFile("k.yaml", observed=seen, edits=edit)), "Phụ lục I")[0].rows
    told = [row[3] for row in rows]
    assert "Ghi nhận khi kiểm tra tại chỗ" in told
    assert "Nội dung chung của chương trình kiểm tra" in told
    assert "Tiêu đề TTHC-014 (lời văn do Đoàn kiểm tra sửa)" in told


def test_figures_declared_without_proof_stand_in_annex_two() -> None:
    assert tables(printed(), "Phụ lục II")[1].rows == (("UBND huyện Sông Tiền", "SO-009", "Tiêu đề SO-009", "95%"),)


def test_annex_two_goes_where_nothing_is_left_open() -> None:
    one = verdict("TTHC-014")
    document = notice(Conclusion((one,), ()), inspection(), programme())
    assert [a.title for a in document.annexes] == ["Phụ lục I"]


def test_the_changes_that_findings_list_are_those_the_notice_shows() -> None:
    wrong = InspectionFile("k.yaml", edits=(Edit("a/limitation/B", Do.LEAVE_OUT, "", "", "Vì sao", WHERE),))
    with pytest.raises(Refusal, match="a/limitation/B"):
        printed(file=wrong)
    added = InspectionFile("k.yaml", written=(Added(DISTRICT, Domain.DIGITAL, Kind.STRENGTH, "Tốt", WHERE),))
    assert [c.kind for c in edited(sample(), added)[1]] == [ChangeKind.WRITTEN]
    assert "Tốt." in section(printed(file=added), "huyện Sông Tiền")


@pytest.mark.parametrize(("number", "sign"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (98, "XCVIII")])
def test_units_are_numbered_in_roman(number: int, sign: str) -> None:
    assert roman(number) == sign


def test_names_are_listed_as_vietnamese_lists_them() -> None:
    assert [listed(names) for names in (["A"], ["A", "B"], ["A", "B", "C"])] == ["A", "A và B", "A, B và C"]


def test_a_run_leaves_notice_and_minutes_as_word_and_pdf(tmp_path: Path) -> None:
    written = write_notice(tmp_path / "out", sample(), inspection(), programme(), FILE, AT)
    assert [p.name for p in written] == [
        "notice.docx",
        "notice.pdf",
        "minutes-84.01.07.docx",
        "minutes-84.01.07.pdf",
        "minutes-84.01.docx",
        "minutes-84.01.pdf",
    ]
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "out/notice.pdf").pages)
    assert "III. KẾT LUẬN CỦA TRƯỞNG ĐOÀN KIỂM TRA" in text
    assert "494/505 = 97,82%" in text


def test_an_officer_finds_each_sentence_in_the_word_document() -> None:
    word = docx.Document(io.BytesIO(to_docx(printed(), AT)))
    found = "\n".join(p.text for p in word.paragraphs)
    for statement in sample().statements:
        assert statement.text in found


def test_a_notice_says_nothing_of_a_unit_that_has_only_a_standing_text() -> None:
    alone = Statement(DISTRICT, Domain.FINANCE, Kind.RECOMMENDATION, "keep", "Giữ vững")
    document = printed(Conclusion((), (alone,)))
    assert section(document, "huyện Sông Tiền") == ["1. Cải cách tài chính công", "a) Đề nghị", "Giữ vững."]
