"""The spreadsheets of the example: made anew they are the same; the importer takes them all but three lines."""

import subprocess
import sys
from pathlib import Path

import pytest

from motcua.evidence.checking import check_snapshot
from tests.examples.cao_lanh import RECORDS
from tests.examples.conftest import Example

ROOT = Path(__file__).parents[2]
MAKE = (
    "import sys, pathlib; from tools.example_cao_lanh.__main__ import write_records as w; w(pathlib.Path(sys.argv[1]))"
)
LARGEST = 3_000_000  # bytes


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".yaml")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("records")
    # a process of its own: the library that writes .ods names its namespaces in the order in which tests first met them
    subprocess.run([sys.executable, "-c", MAKE, str(folder)], check=True, cwd=ROOT)  # noqa: S603
    return folder


def test_the_tool_makes_the_committed_files_byte_for_byte(anew: Path) -> None:
    made, kept = contents(anew), contents(RECORDS)
    assert made.keys() == kept.keys()
    assert [name for name, content in made.items() if content != kept[name]] == []


def test_offices_gave_every_format_and_all_is_small() -> None:
    endings = {Path(name).suffix for name in contents(RECORDS)}
    assert endings == {".xlsx", ".xls", ".ods", ".csv"}
    assert sum(map(len, contents(RECORDS).values())) < LARGEST


def test_every_row_is_stored_but_a_bad_day_an_unknown_word_and_a_repeated_receipt(example: Example) -> None:
    notes = example.snapshot.manifest.sources
    assert sum(n.rows for n in notes) == sum(n.stored for n in notes) + 3
    assert [(n.file, n.rejected) for n in notes if n.rejected] == [("xa-binh-thanh/thu-phi.xlsx", 3)]


def test_the_snapshot_has_no_error(example: Example) -> None:
    assert [flaw for flaw in check_snapshot(example.snapshot) if not flaw.note] == []
