"""What is promised of `motcua rules`: the catalogue by domain, one rule explained, in the language in use."""

import pytest

from motcua.inspection.catalogue import rules
from motcua.inspection.explain import figures
from tests.cli.test_evidence import run


def test_every_rule_is_listed_with_its_law(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules") == 0
    told = capsys.readouterr().out
    assert all(f"\n{rule.code} " in told for rule in rules())
    assert "61/2018/NĐ-CP" in told
    assert max(map(len, told.splitlines())) <= 160


def test_one_domain_is_listed_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "--domain", "finance") == 0
    told = capsys.readouterr().out
    assert {line[:3] for line in told.splitlines() if line[3:4] == "-"} == {"TCC"}


def test_a_rule_is_explained_by_law_meaning_parameters_example_and_sql(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_LANG", "vi")
    assert run("rules", "explain", "tthc-052") == 0
    told = capsys.readouterr().out
    for wanted in ("Điều 19 Nghị định số 61/2018/NĐ-CP", "one_officer_late_share", "Ví dụ", "SELECT", "dossier_step"):
        assert wanted in told
    assert "Meaning" not in told and "Law" not in told


def test_a_rule_is_explained_in_english(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_LANG", "en")
    assert run("rules", "explain", "TTHC-052") == 0
    told = capsys.readouterr().out
    for wanted in ("Lateness of one officer", "Parameters", "recommendation only", "[unverified]", "Example"):
        assert wanted in told
    assert "Căn cứ" not in told


def test_an_unknown_rule_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "explain", "TTHC-999") == 2
    assert "TTHC-999" in capsys.readouterr().err


def test_figures_that_a_rule_reads_inside_are_among_its_parameters() -> None:
    by_code = {rule.code: [value.key for value in figures(rule)] for rule in rules()}
    assert by_code["TTHC-047"] == ["feedback_working_days"]
    assert by_code["TTHC-029"] == ["on_time_share"]
    assert by_code["TTHC-025"] == ["residence_archive_days"]
    assert by_code["TTHC-052"] == ["one_officer_late_steps", "one_officer_late_share", "one_officer_times_work"]
