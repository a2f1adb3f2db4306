"""What a rule marked, for a test to compare: subject to breached, and verdicts by unit."""

from motcua.evidence.engines import Engine
from motcua.inspection.counting import lawful_cases
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.rule import Rule
from motcua.inspection.verdict import Outcome


def marks(rule: Rule, period: Period, engine: Engine) -> dict[str, bool | None]:
    """Subject to breached (None: the evidence cannot say), for every case that fell under a law in force."""
    found: dict[str, bool | None] = {}
    for row in engine.rows(lawful_cases(rule, period)):
        if row["subject"] in found:
            raise AssertionError(f"{row['subject']} was examined twice")
        found[row["subject"]] = row["breached"]
    return found


def outcome(rule: Rule, period: Period, engine: Engine, unit_id: str) -> Outcome:
    """The verdict's outcome for one unit, targets as the law's data sets them."""
    return Inspection.open(engine, period, [unit_id]).verdicts(rule)[0].outcome
