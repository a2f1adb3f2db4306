"""CSV files: encodings, delimiters, quotes."""

from pathlib import Path

import pytest

from motcua.evidence.readers import Row
from tests.evidence.readers.files import BODY, HEAD, only, refusal
from tests.evidence.readers.writers import windows_1258, write_csv


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_csv_is_read_in_every_encoding_and_with_every_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = write_csv(tmp_path / "hs.csv", [HEAD, *BODY], encoding=encoding, delimiter=delimiter)
    rows = list(only(path).rows)
    assert [row.values["applicant"] for row in rows if isinstance(row, Row)] == [
        "Nguyễn Thị Ngọc Ánh",
        "Trần Hữu Phước; Lê Thị Bưởi",
    ]


def test_tone_marks_of_windows_1258_become_one_letter_with_their_vowel() -> None:
    assert windows_1258("ệ").decode("cp1258") == "ê\u0323"


def test_a_quoted_line_break_stays_in_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "hs.csv"
    path.write_text(
        'Mã hồ sơ;Chủ hồ sơ;Ngày tiếp nhận\nA;"Lê Thị\nBưởi";1/2/2023\nB;Võ Tư;2/2/2023\n', encoding="utf-8"
    )
    first, second = only(path).rows
    assert isinstance(first, Row) and isinstance(second, Row)
    assert (first.values["applicant"], second.number) == ("Lê Thị Bưởi", 3)


def test_a_quote_that_never_closes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hs.csv"
    lines = "".join(f"A{n};Võ Tư;1/2/2023\n" for n in range(500))
    path.write_text('Mã hồ sơ;Chủ hồ sơ;Ngày tiếp nhận\nA;"Lê Thị;1/2/2023\n' + lines, encoding="utf-8")
    assert "ngoặc kép" in refusal(path)
