"""SQL written by hand answers every rule's question as the rule does, on a province with every fault planted."""

from datetime import date
from pathlib import Path

import pytest

from bench.by_hand import ask
from bench.side_by_side import ask_catalogue, by_unit, differences, engine_over
from motcua.evidence.catalogue import Era
from motcua.generator.order import PERIODS
from motcua.generator.run import small_world
from motcua.inspection.catalogue import rules
from motcua.inspection.period import Period


@pytest.mark.parametrize(("era", "as_of"), [("three-level", None), ("two-level", date(2026, 8, 31))])
def test_every_rule_counts_what_the_sql_counts(era: Era, as_of: date | None, tmp_path: Path) -> None:
    period = Period.of(*PERIODS[era], as_of)
    engine = engine_over(small_world(tmp_path / "province", dossiers=3000, faults=0.2, era=era))
    ours = by_unit(ask_catalogue(engine, period))
    by_hand = ask(engine.backend.con, period)
    assert differences(ours, by_hand) == []
    examined = {rule for rule, _ in ours}
    breached = {rule for (rule, _), counts in ours.items() if counts[0]}
    assert len(examined) > 0.9 * len(rules())
    assert len(breached) > 0.8 * len(rules())
