"""What is promised of `motcua evidence`: exit codes, one clear sentence for bad input, figures that add up."""

import subprocess
import sys
from pathlib import Path

import pytest

from motcua.cli import main
from motcua.evidence.describe import markdown
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import CONTRACT
from tests.evidence.importing.office import DOSSIERS, contents, office, rejected, stored

BAD = "H20.17.23-230711-0005,Đăng ký khai sinh,Lê Văn Nam,32/07/2023,,Trực tiếp,Phường 12\n"


def run(*arguments: object) -> int:
    """The exit code of the command line."""
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    return int(end.value.code or 0)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return office(tmp_path / "source")


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "snapshot"


def test_an_import_tells_rows_coverage_and_where_the_key_is(
    source: Path, to: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office(source, ho_so=DOSSIERS + BAD)
    code = run("evidence", "import", source, "--to", to, "--as-of", "2023-08-01")
    told = capsys.readouterr().out

    assert code == 0
    assert "6 dòng vào = 5 dòng lưu + 1 dòng loại" in told
    assert "suy ra từ dữ liệu" in told
    assert "motcua.key" in told
    assert "snapshot-rejects.xlsx" in told
    assert to.with_name("motcua.key").stat().st_mode & 0o777 == 0o600
    assert open_snapshot(to).manifest.as_of.isoformat() == "2023-08-01T23:59:59+07:00"


def test_the_same_is_told_in_english(
    source: Path, to: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_LANG", "en")
    run("evidence", "import", source, "--to", to)

    assert "5 rows in = 5 stored + 0 rejected" in capsys.readouterr().out


def test_verbose_tells_which_heading_became_which_column(
    source: Path, to: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("evidence", "import", source, "--to", to, "--verbose")

    assert "dossier.received" in capsys.readouterr().out


def test_an_import_twice_with_a_snapshot_in_the_source_folder_does_not_read_itself(source: Path) -> None:
    office(source, ho_so=DOSSIERS + BAD)
    to = source / "snapshot"
    for _ in range(2):
        assert run("evidence", "import", source, "--to", to, "--as-of", "2023-08-01") == 0

    assert len(open_snapshot(to).manifest.sources) == 2


def test_strict_ends_with_2_and_one_sentence(source: Path, to: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("evidence", "import", source, "--to", to)
    before = contents(to)
    office(source, ho_so=DOSSIERS + BAD)
    capsys.readouterr()
    code = run("evidence", "import", source, "--to", to, "--strict")
    told = capsys.readouterr()

    assert (code, told.out) == (2, "")
    assert told.err.startswith("ho-so.csv, trang ho-so, dòng 5, cột Ngày tiếp nhận:")
    assert told.err.count("\n") == 1
    assert contents(to) == before


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nowhere", "--to", "s"], "nowhere"),
        (["don-vi.csv", "--to", "s", "--covers", "yesterday"], "--covers"),
        (["don-vi.csv", "--to", "s", "--covers", "2023-02-01..2023-01-01"], "--covers"),
        (["don-vi.csv", "--to", "s", "--as-of", "yesterday"], "--as-of"),
        (["don-vi.csv", "--to", "s", "--profile", "unheard-of"], "unheard-of"),
        (["don-vi.csv", "--to", "s", "--key", "unheard-of"], "unheard-of"),
        (["don-vi.csv"], "--to"),
    ],
)
def test_bad_options_end_with_2_and_name_what_is_wrong(
    source: Path,
    arguments: list[str],
    complaint: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(source)

    assert run("evidence", "import", *arguments) == 2
    assert complaint in capsys.readouterr().err
    assert not (source / "s").exists()


def test_a_file_that_is_no_table_ends_with_2_in_a_process_of_its_own(source: Path, to: Path) -> None:
    (source / "anh.xlsx").write_bytes(b"\x89PNG not a workbook")
    command = [sys.executable, "-c", "from motcua.cli import main; main()"]
    ended = subprocess.run(  # noqa: S603  our own program
        [*command, "evidence", "import", source, "--to", to], capture_output=True, text=True, check=False
    )

    assert (ended.returncode, ended.stdout) == (2, "")
    assert "anh.xlsx" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_what_is_asked_to_be_covered_is_told_as_asked(
    source: Path, to: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("evidence", "import", source, "--to", to, "--covers", "2023-01-01..2023-06-30")

    assert "khai báo" in capsys.readouterr().out
    assert {str(row["to_on"]) for row in stored(to, "coverage") if row["table"] == "dossier"} == {"2023-06-30"}


def test_no_coverage_at_all_may_be_asked_for(source: Path, to: Path) -> None:
    run("evidence", "import", source, "--to", to, "--covers", "none")

    assert "coverage" not in open_snapshot(to).tables


def test_sources_yaml_says_how_files_are_read(source: Path, to: Path) -> None:
    (source / "la.csv").write_text("A,B\nH20.17.23-230711-0009,11/07/2023\n", encoding="utf-8")
    (source / "thu.docx").write_text("no table", encoding="utf-8")
    (source / "sources.yaml").write_text(
        """
as_of: 2023-07-31
ignore: ["*.docx"]
sources:
  - {file: la.csv, table: dossier, columns: {dossier_id: A, received: B}, unit: ward-13,
     covers: {from: 2023-07-01, to: 2023-07-31}}
  - {file: ho-so.csv, covers: [{unit: Phường 12, from: 2023-01-01, to: 2023-07-31}]}
  - {file: don-vi.csv, covers: none}
""",
        encoding="utf-8",
    )

    assert run("evidence", "import", source, "--to", to) == 0
    assert open_snapshot(to).manifest.as_of.date().isoformat() == "2023-07-31"
    assert [row["unit_id"] for row in stored(to, "dossier") if row["source_file"] == "la.csv"] == ["ward-13"]
    spans = {row["unit_id"]: str(row["from_on"]) for row in stored(to, "coverage") if row["table"] == "dossier"}
    assert spans == {"ward-12": "2023-01-01", "ward-13": "2023-07-01"}


@pytest.mark.parametrize(
    ("listing", "complaint"),
    [
        ("sources: [{file: thieu.csv}]", "thieu.csv"),
        ("sources: [{file: ho-so.csv, colour: red}]", "colour"),
        ("sources: [{file: ho-so.csv, covers: {from: 2023-07-31, to: 2023-07-01}}]", "covers"),
        ("sources: [{file: ho-so.csv, unit: ward-99, covers: {from: 2023-07-01, to: 2023-07-01, unit: x}}]", "x"),
        ("colour: red", "colour"),
        ("as_of: soon", "as_of"),
        ("sources: [", "sources.yaml"),
    ],
)
def test_a_malformed_sources_yaml_ends_with_2_and_names_the_entry(
    source: Path, to: Path, listing: str, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (source / "sources.yaml").write_text(listing, encoding="utf-8")

    assert run("evidence", "import", source, "--to", to) == 2
    assert complaint in capsys.readouterr().err


def test_a_check_ends_with_0_where_all_is_sound(source: Path, to: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("evidence", "import", source, "--to", to, "--as-of", "2023-08-01")
    capsys.readouterr()

    assert run("evidence", "check", to) == 0
    assert "Không có lỗi" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "told"),
    [("vi", "Bảng không có dòng nào và không có phạm vi nguồn: "), ("en", "Absent tables, no rows")],
)
def test_a_check_names_the_tables_that_have_no_rows_and_no_coverage(
    source: Path,
    to: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    told: str,
) -> None:
    (source / "phieu.csv").write_text("Mã phiếu,Mã hồ sơ,Loại phiếu,Ngày phát hành,Đơn vị\n", encoding="utf-8")
    (source / "sources.yaml").write_text(
        "sources: [{file: phieu.csv, unit: ward-12, covers: {from: 2023-07-01, to: 2023-07-31}}]", encoding="utf-8"
    )
    run("evidence", "import", source, "--to", to)
    capsys.readouterr()
    monkeypatch.setenv("MOTCUA_LANG", language)
    run("evidence", "check", to)

    (line,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith(told))
    absent = line.rstrip(".").partition(": ")[2].split(", ")
    assert {"payment", "posting", "result"} <= set(absent)
    assert not {"unit", "dossier", "slip", "coverage", "calendar_day"} & set(absent)


def test_a_check_ends_with_1_where_a_file_was_changed(
    source: Path, to: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("evidence", "import", source, "--to", to)
    with (to / "dossier.parquet").open("ab") as file:
        file.write(b"!")

    assert run("evidence", "check", to) == 1
    assert "dossier.parquet" in capsys.readouterr().out


def test_notes_alone_do_not_fail_a_check(source: Path, to: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office(source, ho_so=DOSSIERS.replace("04/07/2023,Trực tiếp", "01/07/2023,Trực tiếp"))
    run("evidence", "import", source, "--to", to)

    assert run("evidence", "check", to) == 0
    assert "received → due" in capsys.readouterr().out


def test_a_check_of_no_snapshot_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("evidence", "check", tmp_path) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_the_contract_is_described_as_a_whole_by_table_and_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("evidence", "describe") == 0
    assert "Hồ sơ thủ tục hành chính" in capsys.readouterr().out
    assert run("evidence", "describe", "slip") == 0
    assert "apology" in capsys.readouterr().out
    assert run("evidence", "describe", "--markdown") == 0
    assert capsys.readouterr().out == markdown()
    assert run("evidence", "describe", "letters") == 2


def test_the_reference_page_names_every_column_of_the_contract() -> None:
    page = markdown()

    for name, spec in CONTRACT.items():
        section = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
        assert all(f"`{column}`" in section for column in spec.columns)


def test_the_rejects_workbook_goes_where_it_is_asked(source: Path, to: Path) -> None:
    office(source, ho_so=DOSSIERS + BAD)
    elsewhere = to.with_name("other-rejects.xlsx")
    run("evidence", "import", source, "--to", to, "--rejects", elsewhere)

    assert len(rejected(to.with_name("other"))) == 1
