"""`motcua generate` writes the ordered province and says so in one line."""

from pathlib import Path

from typer.testing import CliRunner

from motcua.cli import app
from motcua.evidence.snapshot import open_snapshot


def test_the_command_writes_a_province_and_its_truth(tmp_path: Path) -> None:
    asked = [
        "generate",
        "--to",
        str(tmp_path / "p"),
        "--dossiers",
        "900",
        "--units",
        "2",
        "--faults",
        "0.05",
        "--seed",
        "2",
    ]

    done = CliRunner().invoke(app, [*asked, "--from", "2023-02-01", "--to-date", "2023-05-31"])

    assert done.exit_code == 0
    assert len(done.stdout.strip().splitlines()) == 1
    assert "900" in done.stdout
    assert (tmp_path / "p-truth.csv").is_file()
    assert open_snapshot(tmp_path / "p").manifest.files["dossier.parquet"].rows == 900


def test_the_two_level_province_has_no_district(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["generate", "--to", str(tmp_path / "p"), "--dossiers", "300", "--era", "two-level"])

    assert done.exit_code == 0
    assert open_snapshot(tmp_path / "p").manifest.as_of.year == 2026
