"""What is promised of `sources.yaml`: a file is read once, by the first entry that names it."""

from pathlib import Path

import pytest

from motcua.language import Refusal
from tests.evidence.importing.office import bring, office, stored


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return office(tmp_path / "source")


def listed(source: Path, *entries: str) -> None:
    (source / "sources.yaml").write_text(f"sources: [{', '.join(entries)}]", encoding="utf-8")


def test_a_file_named_by_its_own_entry_is_not_read_again_by_a_later_pattern(source: Path, tmp_path: Path) -> None:
    listed(source, "{file: ho-so.csv, covers: none}", '{file: "*.csv"}')
    report = bring(source, tmp_path / "snapshot")

    assert sorted(outcome.note.file for outcome in report.outcomes) == ["don-vi.csv", "ho-so.csv"]
    assert report.rejects is None
    assert "dossier" not in {stretch.table for stretch in report.covered}
    assert len(stored(tmp_path / "snapshot", "dossier")) == 3


def test_a_pattern_whose_files_all_have_entries_of_their_own_reads_nothing_more(source: Path, tmp_path: Path) -> None:
    listed(source, "{file: ho-so.csv}", "{file: don-vi.csv}", '{file: "*.csv"}')

    assert len(bring(source, tmp_path / "snapshot").outcomes) == 2


@pytest.mark.parametrize("first", ["ho-so.csv", "ho-*.csv"])
def test_a_files_own_entry_after_one_that_reads_it_is_refused(source: Path, tmp_path: Path, first: str) -> None:
    listed(source, f'{{file: "{first}"}}', "{file: ho-so.csv, covers: none}")

    with pytest.raises(Refusal, match=r"sources\.yaml.*ho-so\.csv.*" + first.replace("*", r"\*")):
        bring(source, tmp_path / "snapshot")
