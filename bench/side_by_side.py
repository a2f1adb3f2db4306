"""The same counts from the catalogue and from hand-written SQL, to hold one against the other."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from bench.by_hand import Counts
from motcua.evidence.engines import DuckEngine, Engine
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.inspection.catalogue import rules
from motcua.inspection.counting import answers
from motcua.inspection.period import Period

NUMBERS = ("breached", "kept", "unknown")


def engine_over(snapshot: Path) -> DuckEngine:
    opened = open_snapshot(snapshot)
    return DuckEngine({table: opened.paths(table) for table in CONTRACT})


def ask_catalogue(engine: Engine, period: Period) -> list[pa.Table]:
    """The counts of every rule over every unit: expressions built, compiled and run."""
    return list(answers(((rule, None) for rule in rules()), period, engine))


def by_unit(answered: Sequence[pa.Table]) -> Counts:
    """The catalogue's answers, which count label by label, summed by unit; units without a case are left out."""
    found: Counts = {}
    for rule, answer in zip(rules(), answered, strict=True):
        summed = answer.group_by("unit_id").aggregate([(name, "sum") for name in NUMBERS])
        for row in summed.to_pylist():
            found[rule.code, row["unit_id"]] = (row["breached_sum"], row["kept_sum"], row["unknown_sum"])
    return found


def differences(ours: Counts, by_hand: Counts) -> list[str]:
    """One line for each rule and unit whose counts (breached, kept, undecided) are not the same."""
    return [
        f"{rule} {unit_id}: catalogue {ours.get((rule, unit_id))}, by hand {by_hand.get((rule, unit_id))}"
        for rule, unit_id in sorted(ours.keys() | by_hand.keys())
        if ours.get((rule, unit_id)) != by_hand.get((rule, unit_id))
    ]
