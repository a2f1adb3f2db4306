"""Files that are not what they seem, in old fonts or empty are refused; Parquet is read as it is."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from motcua.evidence.readers import Reject, Row
from tests.evidence.readers.files import BODY, HEAD, only, refusal
from tests.evidence.readers.writers import write_csv, write_xls, write_xlsx

TCVN3 = [
    ["M· hå s¬", "Chñ hå s¬", "Ngµy tiÕp nhËn"],
    ["A1", "NguyÔn ThÞ T©m", "1/2/2023"],
    ["A2", "TrÇn V¨n §øc", "2/2/2023"],
]
VNI = [
    ["Maõ hoà sô", "Chuû hoà sô", "Ngaøy tieáp nhaän"],
    ["A1", "Nguyeãn Thò Taâm", "1/2/2023"],
    ["A2", "Traàn Vaên Ñöùc, huyeän Cao Laõnh", "2/2/2023"],
]


@pytest.mark.parametrize(("rows", "font"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_text_in_old_fonts_is_refused_with_its_name(tmp_path: Path, rows: list[list[str]], font: str) -> None:
    sheet, text, bytes_ = tmp_path / "a.xlsx", tmp_path / "b.csv", tmp_path / "c.csv"
    write_xlsx(sheet, {"Sheet1": rows})
    write_csv(text, rows)
    write_csv(bytes_, rows, encoding="latin-1")
    for path in (sheet, text, bytes_):
        sentence = refusal(path)
        assert font in sentence and "Unicode" in sentence
    assert "dòng 1" in refusal(sheet)


def html(path: Path) -> None:
    path.write_text("<html><table><tr><td>Mã hồ sơ</td></tr></table></html>", encoding="utf-8")


def plain(path: Path) -> None:
    write_csv(path, [HEAD, *BODY])


def old(path: Path) -> None:
    write_xls(path, {"Sheet1": [HEAD, *BODY]})


def new(path: Path) -> None:
    write_xlsx(path, {"Sheet1": [HEAD, *BODY]})


def word(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")


def pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 ...")


@pytest.mark.parametrize(
    ("name", "make", "found"),
    [
        ("a.xlsx", html, "HTML"),
        ("a.xls", html, "HTML"),
        ("a.xlsx", plain, "CSV"),
        ("a.xlsx", old, "Excel 97–2003"),
        ("a.xls", new, "Excel (.xlsx)"),
        ("a.csv", new, "Excel (.xlsx)"),
        ("a.xlsx", word, "Word"),
        ("a.csv", pdf, "PDF"),
        ("a.ods", new, "Excel (.xlsx)"),
        ("a.parquet", plain, "CSV"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_named(
    tmp_path: Path, name: str, make: Callable[[Path], None], found: str
) -> None:
    path = tmp_path / name
    make(path)
    assert f"nội dung là {found}" in refusal(path)


def test_an_empty_file_a_missing_file_and_a_strange_suffix_are_refused(tmp_path: Path) -> None:
    empty, blank, strange = tmp_path / "a.csv", tmp_path / "b.xlsx", tmp_path / "c.docx"
    empty.write_bytes(b"")
    write_xlsx(blank, {"Sheet1": []})
    strange.write_bytes(b"x")
    assert "rỗng" in refusal(empty)
    assert "không có ô nào" in refusal(blank)
    assert "kiểu tệp" in refusal(strange)
    assert "không có tệp này" in refusal(tmp_path / "d.csv")


def test_parquet_in_the_contract_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "courtesy_letter.parquet"
    columns = {"letter_id": ["1", None], "unit_id": ["U1", "U1"], "kind": ["condolence", "condolence"]}
    pq.write_table(pa.table(columns), path)
    first, second = only(path).rows
    assert isinstance(first, Row) and first.values["letter_id"] == "1"
    assert isinstance(second, Reject) and second.column == "letter_id"


def test_parquet_outside_the_contract_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"letter_id": [1], "unit_id": ["U1"], "kind": ["condolence"]}), path)
    assert "letter_id" in refusal(path)
    pq.write_table(pa.table({"mon": ["Phở"]}), path)
    assert "mon" in refusal(path)
    path.write_bytes(path.read_bytes()[:40])
    assert "hỏng" in refusal(path)
