"""What is promised of `motcua sample`: from records to the paper and back on the command line, and plain refusals."""

import json
from pathlib import Path

import pytest

from motcua.evidence.snapshot import open_snapshot
from tests.cli.test_evidence import run
from tests.evidence.importing.office import office, stored
from tests.inspection.paper import WARD, cells, fill, silent, store

PERIOD = ("--from", "2023-01-01", "--to", "2023-06-30")


@pytest.fixture
def snapshot(tmp_path: Path) -> Path:
    return store(tmp_path / "old", silent())


def draw(snapshot: Path, *more: object) -> int:
    return run("sample", snapshot, "--unit", WARD, *PERIOD, *more)


def test_drawn_dossiers_filled_in_on_site_answer_the_rules(
    snapshot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, new, out = tmp_path / "phieu.xlsx", tmp_path / "new", tmp_path / "out"
    assert draw(snapshot, "--n", 30, "--seed", 7, "--out", book) == 0
    told = capsys.readouterr().out
    codes = [row[2] for row in cells(book.read_bytes())[5:]]
    answers = {"Còn giữ bản chính của công dân": dict.fromkeys(codes, "Không") | dict.fromkeys(codes[:7], "Có")}
    filled = fill(book.read_bytes(), answers, tmp_path / "phieu-da-dien.xlsx")

    brought = run("evidence", "import", snapshot, filled, "--profile", "check-workbook", "--to", new)
    carried = capsys.readouterr().out
    inspected = run("inspect", new, "--unit", WARD, *PERIOD, "--out", out)
    findings = json.loads((out / "findings.json").read_text(encoding="utf-8"))
    (said,) = [s["text"] for s in findings["statements"] if s["key"] == "TTHC-006"]

    assert "Đã rút 30 trong 60 hồ sơ của UBND Phường 12 (số gieo 7)" in " ".join(told.split())
    assert "--profile check-workbook" in " ".join(told.split())
    assert (brought, inspected) == (0, 0)
    assert "Giữ nguyên từ" in carried and "60 dòng vào = 60 dòng lưu + 0 dòng loại" in carried
    assert said.startswith("07/30") and said.endswith("(trong số hồ sơ được rút để kiểm tra)")
    assert open_snapshot(new).manifest.as_of == open_snapshot(snapshot).manifest.as_of
    assert (new / "dossier.parquet").read_bytes() == (snapshot / "dossier.parquet").read_bytes()


def test_persons_of_two_imports_match_although_the_snapshots_lie_apart(tmp_path: Path) -> None:
    source, new = office(tmp_path / "source"), tmp_path / "elsewhere" / "new"
    run("evidence", "import", source, "--to", tmp_path / "old")
    later = tmp_path / "muon.csv"
    lines = (source / "ho-so.csv").read_text(encoding="utf-8").splitlines()
    later.write_text(f"{lines[0]}\n{lines[1].replace('-0001', '-0009')}\n", encoding="utf-8")
    assert run("evidence", "import", tmp_path / "old", later, "--to", new) == 0
    first, *_, last = stored(new, "dossier")

    assert last["dossier_id"].endswith("-0009")
    assert (first["applicant"], first["submitter_account"]) == (last["applicant"], last["submitter_account"])
    assert not (tmp_path / "elsewhere" / "motcua.key").exists()


def test_more_than_there_are_means_all_and_is_said(
    snapshot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draw(snapshot, "--n", 500, "--out", tmp_path / "phieu.xlsx") == 0

    assert "UBND Phường 12 chỉ có 60 hồ sơ, không quá 500: đã rút tất cả." in " ".join(capsys.readouterr().out.split())


def test_the_same_is_told_in_english(
    snapshot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_LANG", "en")
    draw(snapshot, "--n", 500, "--out", tmp_path / "check.xlsx")
    told = " ".join(capsys.readouterr().out.split())

    assert "has 60 dossiers only, not more than 500: all were drawn." in told
    assert "Drew 60 of 60 dossiers of UBND Phường 12 (seed 1)" in told


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--by", "village"), "--by: không chia được theo “village”; chọn một trong: domain, procedure, channel."),
        (("--from", "2021-01-01", "--to", "2021-06-30"), f"Đơn vị {WARD} không có hồ sơ nào"),
        (("--unit", "ward-99"), "Không có đơn vị mã “ward-99”"),
        (("--from", "2023-06-30", "--to", "2023-01-01"), "Kỳ kiểm tra từ 2023-06-30 đến 2023-01-01"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(
    snapshot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], sentence: str
) -> None:
    code = draw(snapshot, "--out", tmp_path / "phieu.xlsx", *more)
    told = capsys.readouterr().err

    assert code == 2
    assert told.startswith(sentence) and told.count("\n") == 1
    assert not (tmp_path / "phieu.xlsx").exists()


def test_a_workbook_that_stands_already_is_not_written_over(
    snapshot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "phieu.xlsx"
    book.write_bytes(b"filled in")

    assert draw(snapshot, "--out", book) == 2
    assert "tệp đã có" in capsys.readouterr().err
    assert book.read_bytes() == b"filled in"
