"""A dossier settled days after it was due, though with an apology; a certification that took days."""

import numpy as np

from motcua.generator.columns import DAY, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.procedures.late_without_apology import (
    certified,
    no_certification,
    returned_long_ago,
    settle_late,
)

CONTRACTS = ("hợp đồng", "giao dịch", "di chúc", "di sản")


def with_days_to_apologise(ledger: Ledger) -> Flags:
    """Dossiers due days after they were received, of another domain than certification."""
    days = ledger.minutes("dossier", "due") // DAY - ledger.minutes("dossier", "received") // DAY
    return np.asarray(no_certification(ledger) & (days > 1))


def settle_late_and_apologise(ledger: Ledger, chosen: Flags) -> None:
    settle_late(ledger, chosen)
    codes, units = (ledger.texts("dossier", name, chosen) for name in ("dossier_id", "unit_id"))
    apologies = [
        {"slip_id": f"{code}-XL", "unit_id": unit, "dossier_id": code, "kind": "apology", "number": f"{number}/PXL"}
        for number, (code, unit) in enumerate(zip(codes, units, strict=True), 1)
    ]
    before = ledger.size("slip")
    ledger.add("slip", apologies)
    added = np.arange(ledger.size("slip")) >= before
    due, finished = (ledger.minutes("dossier", name)[chosen] for name in ("due", "finished"))
    ledger.change("slip", added, reason="late", signed_by_head=True)
    ledger.change_moment("slip", added, issued=due - DAY, new_due=finished)


def certified_long_ago(ledger: Ledger) -> Flags:
    """Certified contracts that nobody completed: a wait for papers would excuse them."""
    waited = ledger.holds("dossier", "waiting_minutes", None, 0)
    names = [str(name).lower() for name in ledger.column("dossier", "procedure_name")]
    contracts = np.array([any(word in name for word in CONTRACTS) for name in names], bool)
    return np.asarray(returned_long_ago(ledger) & certified(ledger) & waited & contracts)


PLANTS = (
    Plant("TTHC-029", "dossier", settle_late_and_apologise, may=with_days_to_apologise),
    Plant("TTHC-056", "dossier", settle_late, may=certified_long_ago, also=("TTHC-014", "TTHC-029")),
)
