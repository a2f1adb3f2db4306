"""What plants share: duties not fulfilled, reports that leave a section out, cells and moments left empty."""

from collections.abc import Sequence

import numpy as np

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant, Spoil
from motcua.generator.plants.units import at_levels

LEVELS = ("province", "district", "commune")


def unfulfilled(rule: str, *kinds: str, levels: Sequence[str] = LEVELS) -> Plant:
    """Obligations of these kinds, due before the records were taken, are never fulfilled."""

    def owed(ledger: Ledger) -> Flags:
        due = ledger.minutes("obligation", "due") <= ledger.world.order.closing
        return np.asarray(due & ledger.holds("obligation", "kind", *kinds) & at_levels(ledger, "obligation", *levels))

    return Plant(rule, "obligation", leave_undone, may=owed, subjects=obligation_ids)


def leave_undone(ledger: Ledger, chosen: Flags) -> None:
    ledger.change_moment("obligation", chosen, fulfilled=NEVER)
    ledger.change("obligation", chosen, document_id=None)


def obligation_ids(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    return ledger.texts("obligation", "obligation_id", chosen)


def section_left_out(rule: str, section: str, levels: Sequence[str] = LEVELS) -> Plant:
    """Reports that were sent leave the section empty."""

    def sent(ledger: Ledger) -> Flags:
        owners = _owners(ledger)
        wanted = {unit.unit_id for unit in ledger.world.units if unit.level in levels}
        reports = [report for report, unit_id in owners.items() if unit_id in wanted]
        return np.asarray(
            ledger.holds("report_section", "section", section) & ledger.holds("report_section", "report_id", *reports)
        )

    return Plant(rule, "report_section", leave_empty, may=sent, subjects=report_ids, unit_of=of_reports)


def leave_empty(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("report_section", chosen, present=False)


def report_ids(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    return ledger.texts("report_section", "report_id", chosen)


def of_reports(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    owners = _owners(ledger)
    return [owners[report] for report in report_ids(ledger, chosen)]


def _owners(ledger: Ledger) -> dict[str, str]:
    every = ledger.all("report_due")
    return dict(
        zip(ledger.texts("report_due", "report_id", every), ledger.texts("report_due", "unit_id", every), strict=True)
    )


def emptied(table: str, *columns: str) -> Spoil:
    """Cells that are left empty in the picked rows."""

    def empty(ledger: Ledger, chosen: Flags) -> None:
        ledger.change(table, chosen, **dict.fromkeys(columns))

    return empty


def not_done(table: str, *moments: str) -> Spoil:
    """Moments that never came in the picked rows."""

    def forget(ledger: Ledger, chosen: Flags) -> None:
        ledger.change_moment(table, chosen, **dict.fromkeys(moments, NEVER))

    return forget
