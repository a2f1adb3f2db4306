"""How the tests of the example of 2026 import it, inspect it, and read what was found."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pyarrow.parquet as pq
import pytest

from motcua.cli import main
from motcua.evidence.engines import DuckEngine
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.inspection.catalogue import rules
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.programme import Programme
from motcua.inspection.verdict import Verdict
from tests.marks import marks

EXAMPLE = Path(__file__).parents[2] / "examples" / "xa-my-hiep-2026"
COMMUNE = "30112"
HALF_YEAR = Period.of(date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
DECREE_61, DECREE_118 = "Nghị định số 61/2018/NĐ-CP", "Nghị định số 118/2025/NĐ-CP"
CIRCULAR_03, DECISION_766 = (
    "Thông tư số 03/2025/TT-VPCP",
    "Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ",
)


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    return int(end.value.code or 0)


def inspection(snapshot: Path, period: Period, programme: Programme) -> Inspection:
    source = open_snapshot(snapshot)
    engine = DuckEngine({table: source.paths(table) for table in CONTRACT})
    return Inspection.open(engine, programme.over(period), [COMMUNE], programme.target)


def verdicts_of(run: Inspection, *codes: str) -> dict[str, Verdict]:
    chosen = [rule for rule in rules() if not codes or rule.code in codes]
    return {verdict.rule.code: verdict for rule in chosen for verdict in run.verdicts(rule)}


def figures(verdict: Verdict) -> tuple[int, int, int]:
    """Cases breached, cases decided, cases that the evidence could not decide."""
    return verdict.tally.breached, verdict.tally.decided, verdict.tally.unknown


def cited(verdict: Verdict) -> list[str]:
    return [citation.vi() for citation in verdict.citations]


def subjects_accused(run: Inspection, *codes: str) -> dict[str, set[str]]:
    """The subjects each rule found in breach; dossiers of the commune without its code before their day."""
    found = {rule.code: marks(rule, run.period, run.engine) for rule in rules() if rule.code in codes}
    return {code: {s.removeprefix("H20.99.12-") for s, wrong in of.items() if wrong} for code, of in found.items()}


def unswapped(snapshot: Path, to: Path) -> Path:
    """A copy of the snapshot whose calendar has 2 January 2026 worked and Saturday the 10th off."""
    changed = copytree(snapshot, to)
    days = pq.read_table(changed / "calendar_day.parquet")
    ordinal = [
        n + (date(2026, 1, 2) <= day < date(2026, 1, 10))
        for day, n in zip(days["day"].to_pylist(), days["ordinal"].to_pylist(), strict=True)
    ]
    place = days.schema.get_field_index("ordinal")
    pq.write_table(days.set_column(place, "ordinal", [ordinal]), changed / "calendar_day.parquet")
    return changed
