"""Late dossiers by domain and month, as the rule on lateness marks them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from motcua.inspection.catalogue import rules
from motcua.inspection.counting import lawful_cases
from motcua.inspection.engine import Inspection

LATE = "TTHC-029"


@dataclass(frozen=True)
class Lateness:
    """Month labels from the first to the last, none left out; each domain's late dossiers by month, most late first."""

    months: Sequence[str]
    by_domain: Mapping[str, Sequence[int]]


def lateness(inspection: Inspection, unit_id: str) -> Lateness:
    """Late dossiers of one inspected unit, by the month they were due."""
    late = next(rule for rule in rules() if rule.code == LATE)
    marked = lawful_cases(late, inspection.period, inspection.units.scope(unit_id, late.scope))
    found = marked.filter(marked.breached, marked.event_on.notnull())
    counted = found.group_by(about=found.about, year=found.event_on.year(), month=found.event_on.month()).agg(
        late=found.count()
    )
    numbers: dict[str, dict[tuple[int, int], int]] = defaultdict(dict)
    for row in inspection.engine.rows(counted):
        numbers[row["about"] or "?"][int(row["year"]), int(row["month"])] = int(row["late"])
    every = _through({month for counts in numbers.values() for month in counts})
    ordered = sorted(numbers.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return Lateness(
        months=[f"{month}/{year}" for year, month in every],
        by_domain={about: [counts.get(month, 0) for month in every] for about, counts in ordered},
    )


def _through(months: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """Every month from the first to the last: a month without a late dossier is a zero, not a gap."""
    if not months:
        return []
    (first_year, first), (last_year, last) = min(months), max(months)
    numbers = range(first_year * 12 + first - 1, last_year * 12 + last)
    return [(number // 12, number % 12 + 1) for number in numbers]
