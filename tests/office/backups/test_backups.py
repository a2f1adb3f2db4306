"""Backup and restore by one command each, of an office in processes of its own, on both databases."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office.apart import Office, office

POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
BUILD = "from tests.office.backups import working; working.build()"
WORK = "from tests.office.backups import working; working.work({seconds})"
COUNT = "from tests.office.backups import working; working.count()"


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, Path]]:
    """An office where dossiers were received, with a file in the store."""
    home = tmp_path_factory.mktemp("busy")
    with office(home) as made:
        made.run("-c", BUILD)
        yield made, home


@pytest.fixture(scope="module")
def saved(busy: tuple[Office, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A backup of it, made while nobody works, and what it counts."""
    made, _ = busy
    to = tmp_path_factory.mktemp("saved") / "backup"
    said = made.run("manage.py", "backup", "--to", str(to))
    assert str(to) in said
    return to, made.run("-c", COUNT)


def refused(made: Office, *arguments: str) -> str:
    """The one sentence with which the command refuses."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *arguments], env=made.environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_what_was_saved_is_put_back_elsewhere_row_for_row(saved: tuple[Path, str], tmp_path: Path) -> None:
    folder, counted = saved
    with office(tmp_path / "new", migrate=False) as other:
        assert "nhật ký nguyên vẹn" in other.run("manage.py", "restore", "--from", str(folder))
        assert other.run("-c", COUNT) == counted
        assert "nguyên vẹn" in other.run("manage.py", "verify_files")
        other.run("-c", WORK.format(seconds=0))  # the restored office works on


def test_a_backup_while_two_go_on_writing_is_one_moment_of_the_office(
    busy: tuple[Office, Path], tmp_path: Path
) -> None:
    made, _ = busy
    writers = [made.start("-c", WORK.format(seconds=6)) for _ in range(2)]
    time.sleep(3)
    before = json.loads(made.run("-c", COUNT))["journal.entry"]
    made.run("manage.py", "backup", "--to", str(tmp_path / "backup"))
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    after = json.loads(made.run("-c", COUNT))["journal.entry"]
    with office(tmp_path / "new", migrate=False) as other:
        other.run("manage.py", "restore", "--from", str(tmp_path / "backup"))
        restored = json.loads(other.run("-c", COUNT))
    assert before <= restored["journal.entry"] <= after
    assert restored["dossiers.dossier"] == restored["receipts"]


def test_a_changed_or_missing_file_is_named_and_nothing_is_touched(saved: tuple[Path, str], tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(saved[0], folder)
    database = next(path for path in folder.iterdir() if path.name.startswith("office."))
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    database.write_bytes(bytes(content))
    with office(tmp_path / "new", migrate=False) as other:
        assert database.name in refused(other, "restore", "--from", str(folder))
        database.unlink()
        assert f"thiếu tệp {database.name}" in refused(other, "restore", "--from", str(folder))
        (folder / "manifest.json").unlink()
        assert "không phải bản sao lưu" in refused(other, "restore", "--from", str(folder))


def test_data_that_are_there_are_written_over_only_where_it_is_said(saved: tuple[Path, str], tmp_path: Path) -> None:
    folder, counted = saved
    with office(tmp_path / "other") as other:
        other.run("-c", BUILD)
        other.run("-c", WORK.format(seconds=1))
        mine = other.run("-c", COUNT)
        assert "--over" in refused(other, "restore", "--from", str(folder))
        assert other.run("-c", COUNT) == mine
        other.run("manage.py", "restore", "--over", "--from", str(folder))
        assert other.run("-c", COUNT) == counted


def test_a_backup_of_another_database_or_a_newer_version_is_refused(saved: tuple[Path, str], tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(saved[0], folder)
    told = json.loads((folder / "manifest.json").read_text("utf-8"))
    with office(tmp_path / "new", migrate=False) as other:
        for changed, named in (
            ({"database": "sqlite" if POSTGRESQL else "postgresql"}, "DATABASE_URL"),
            ({"migrations": [*told["migrations"], ["dossiers", "9999_later"]]}, "dossiers.9999_later"),
            ({"format": 2}, "định dạng 2"),
        ):
            (folder / "manifest.json").write_text(json.dumps(told | changed), "utf-8")
            assert named in refused(other, "restore", "--from", str(folder))


def test_a_folder_that_is_there_is_not_written_into(busy: tuple[Office, Path], tmp_path: Path) -> None:
    made, _ = busy
    assert str(tmp_path) in refused(made, "backup", "--to", str(tmp_path))
    assert not list(tmp_path.iterdir())
