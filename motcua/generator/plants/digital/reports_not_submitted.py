"""A report form that was not sent when it was due."""

from collections.abc import Sequence

import numpy as np

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.office.duties import REFORM_REPORT
from motcua.generator.plants.duties import not_done
from motcua.generator.plants.plant import Plant


def due_forms(ledger: Ledger) -> Flags:
    """Forms due before the records were taken; the reform report has faults of its own."""
    due = ledger.minutes("report_due", "due") <= ledger.world.order.closing
    return np.asarray(due & ~ledger.holds("report_due", "form_code", REFORM_REPORT))


def forms(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    return ledger.texts("report_due", "form_code", chosen)


PLANT = Plant("CQS-006", "report_due", not_done("report_due", "submitted"), may=due_forms, subjects=forms)
