"""The same counts from the catalogue and from hand-written SQL, to hold one against the other."""

from collections import defaultdict
from pathlib import Path

from bench.by_hand import Counts
from motcua.evidence.engines import DuckEngine, Engine
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.inspection.catalogue import rules
from motcua.inspection.counting import count_all
from motcua.inspection.period import Period


def engine_over(snapshot: Path) -> DuckEngine:
    opened = open_snapshot(snapshot)
    return DuckEngine({table: opened.paths(table) for table in CONTRACT})


def ask_catalogue(engine: Engine, period: Period) -> Counts:
    """Every rule over every unit: expressions built, compiled and run; units without a case are left out."""
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    asked = rules()
    for rule, groups in zip(asked, count_all(((r, None) for r in asked), period, engine), strict=True):
        for group in groups:
            counts = found[rule.code, group.unit_id]
            for place, number in enumerate((group.tally.breached, group.tally.kept, group.tally.unknown)):
                counts[place] += number
    return {key: (b, k, u) for key, (b, k, u) in found.items() if b or k or u}


def differences(ours: Counts, by_hand: Counts) -> list[str]:
    """One line for each rule and unit whose counts (breached, kept, undecided) are not the same."""
    return [
        f"{rule} {unit_id}: catalogue {ours.get((rule, unit_id))}, by hand {by_hand.get((rule, unit_id))}"
        for rule, unit_id in sorted(ours.keys() | by_hand.keys())
        if ours.get((rule, unit_id)) != by_hand.get((rule, unit_id))
    ]
