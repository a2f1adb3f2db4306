"""Fixtures of the examples: the whole example imported and inspected once, and anew after repairs."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from motcua.evidence.snapshot import Snapshot
from motcua.inspection.engine import Inspection
from motcua.inspection.statements import Conclusion
from tests.examples.cao_lanh import RECORDS, Statements, imported, inspected, without
from tests.examples.repair import Step
from tests.examples.sheets import Change, Records

Repaired = Callable[[Sequence[Step]], Conclusion]


@dataclass(frozen=True)
class Example:
    """The example as it stands."""

    snapshot: Snapshot
    conclusion: Conclusion
    run: Inspection


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    snapshot = imported(RECORDS, tmp_path_factory.mktemp("example") / "snapshot")
    conclusion, run = inspected(snapshot)
    return Example(snapshot, conclusion, run)


@pytest.fixture(scope="session")
def planned() -> Statements:
    return Statements()


@pytest.fixture
def repaired(example: Example, tmp_path: Path) -> Repaired:
    """The conclusion after steps on a copy of the spreadsheets. Only what they changed is imported anew; rows of the
    other files are those of the first import."""

    def conclude_again(steps: Sequence[Step]) -> Conclusion:
        records = Records(tmp_path / "records")
        shutil.copytree(RECORDS, records.folder)
        for step in steps:
            done(step, records)
        rest = without(example.snapshot, records.changed, tmp_path / "rest")
        again = imported(records.folder, tmp_path / "again", frozenset(records.changed), rest)
        return inspected(again)[0]

    return conclude_again


def done(step: Step, records: Records) -> None:
    """A change that finds nothing to change is a mistake of the test."""
    if isinstance(step, Change):
        assert records.change(step) > 0, f"nothing to change: {step}"
    else:
        step(records)
