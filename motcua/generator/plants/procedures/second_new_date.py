"""A dossier with two letters that each name another new day."""

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags, one_moment
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant

LETTERS = ((1, 10), (2, 20))  # days after reception: the letter, the new day it names


def returned(ledger: Ledger) -> Flags:
    received = ledger.minutes("dossier", "received")
    settled = ledger.minutes("dossier", "returned") != NEVER
    return np.asarray(settled & (received + 3 * DAY < ledger.world.order.closing))


def promise_twice(ledger: Ledger, chosen: Flags) -> None:
    units, codes = (ledger.texts("dossier", name, chosen) for name in ("unit_id", "dossier_id"))
    received = ledger.minutes("dossier", "received")[chosen]
    letters = [
        {
            "slip_id": f"{code}-XL{after}",
            "unit_id": unit,
            "dossier_id": code,
            "kind": "apology",
            "reason": "late",
            "signed_by_head": True,
            **one_moment("issued", int(at) + after * DAY),
            **one_moment("new_due", int(at) + new_day * DAY),
        }
        for unit, code, at in zip(units, codes, received, strict=True)
        for after, new_day in LETTERS
    ]
    ledger.add("slip", letters)


PLANT = Plant("TTHC-041", "dossier", promise_twice, may=returned)
