"""Promises of the minutes of the work at one unit."""

from datetime import date, datetime

import pytest

from motcua.inspection.entries import VIETNAM, Where
from motcua.inspection.inspection_file import Delegation, Explanation, InspectionFile, Meeting, Person, Visit
from motcua.inspection.minutes import minutes
from motcua.language import Refusal
from motcua.printing import Heading, Item, OfficialDocument, Paragraph, Signer, Table
from tests.inspection.findings_samples import COMMUNE, DISTRICT, inspection, programme, sample

WHERE = Where("kiem-tra.yaml", 1, "visits[1]")
HEAD = Person("Nguyễn Thị Ánh", "Trưởng đoàn")
FILE = InspectionFile(
    "kiem-tra.yaml",
    place="An Bình",
    delegation=Delegation("Đoàn kiểm tra CCHC tỉnh", HEAD, (Person("Trần Văn Bình", ""),)),
    visits=(
        Visit(
            COMMUNE,
            Meeting(datetime(2023, 7, 20, 8, 0, tzinfo=VIETNAM), "trụ sở UBND xã"),
            (Person("Phạm Văn Dũng", "Chủ tịch UBND xã"),),
            WHERE,
        ),
    ),
    explanations=(
        Explanation(COMMUNE, "TTHC-014", "Hồ sơ tạm dừng chờ thuế.", True, "Đã xem thông báo thuế", WHERE),
        Explanation(COMMUNE, "TTHC-020", "Người dân quen trả tiền mặt.", False, "", WHERE),
        Explanation(DISTRICT, "TTHC-014", "Phần mềm lỗi.", False, "", WHERE),
    ),
)


def of(unit_id: str, file: InspectionFile | None = FILE) -> OfficialDocument:
    return minutes(unit_id, sample(), inspection(), programme(), file)


def lines(document: OfficialDocument) -> list[str]:
    return [b.text for b in document.body if not isinstance(b, Table)]


def part(document: OfficialDocument, number: str) -> list[str]:
    heads = [n for n, b in enumerate(document.body) if isinstance(b, Heading) and b.level == 1]
    start = next(n for n in heads if lines(document)[n].startswith(f"{number}. "))
    end = next((n for n in heads if n > start), len(document.body))
    return lines(document)[start + 1 : end]


def test_the_minutes_say_when_where_and_who_was_there() -> None:
    document = of(COMMUNE)
    assert (document.on, document.place, document.notation) == (date(2023, 7, 20), "An Bình", "")
    assert "Hồi 08 giờ 00 phút, ngày 20/7/2023, tại trụ sở UBND xã, Đoàn kiểm tra làm việc với đơn vị." in lines(
        document
    )
    assert part(document, "I") == [
        "1. Đoàn kiểm tra",
        "Nguyễn Thị Ánh, Trưởng đoàn",
        "Trần Văn Bình",
        "2. Đại diện UBND xã Hòa Lợi",
        "Phạm Văn Dũng, Chủ tịch UBND xã",
    ]


def test_both_sides_sign() -> None:
    note = "(Ký, ghi rõ họ tên)"
    assert of(COMMUNE).signers == (
        Signer("Đại diện đơn vị", "Phạm Văn Dũng", note=note),
        Signer("Đại diện Đoàn kiểm tra", "Nguyễn Thị Ánh", note=note),
    )


def test_what_was_explained_stands_as_found_beside_the_explanation_and_its_answer() -> None:
    document = of(COMMUNE)
    assert "03/10 hồ sơ quá hạn không có thư xin lỗi." in part(document, "II")
    assert part(document, "III") == [
        "1. Về nội dung “Tiêu đề TTHC-014” (TTHC-014): Hồ sơ tạm dừng chờ thuế.",
        "Đoàn kiểm tra chấp nhận giải trình; lý do: Đã xem thông báo thuế",
        "2. Về nội dung “Tiêu đề TTHC-020” (TTHC-020): Người dân quen trả tiền mặt.",
        "Đoàn kiểm tra không chấp nhận giải trình",
    ]


def test_the_minutes_of_a_unit_say_nothing_of_another() -> None:
    told = "\n".join(lines(of(DISTRICT)))
    assert "Phần mềm lỗi." in told
    assert "Hồ sơ tạm dừng" not in told
    assert "Ký số" not in told


def test_sentences_of_minutes_bear_no_number_of_the_notice() -> None:
    assert all(b.ref == "" for b in of(COMMUNE).body if isinstance(b, Item | Paragraph))


def test_without_a_file_there_are_places_to_write() -> None:
    document = of(COMMUNE, None)
    assert document.on is None
    assert sum(line.startswith("Ông (bà): …") for line in part(document, "I")) == 6
    assert all(set(line) == {"…"} for line in part(document, "III"))


def test_a_unit_that_is_not_in_the_evidence_is_refused() -> None:
    with pytest.raises(Refusal, match=r"84\.99"):
        of("84.99")
