"""A result given out on the day before its fee was paid."""

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def returned_for_a_fee(ledger: Ledger) -> Flags:
    returned = ledger.minutes("dossier", "returned")
    early = (returned != NEVER) & (returned + DAY < ledger.world.order.closing)
    return np.asarray(early & (ledger.column("dossier", "fee_due") > 0))


def pay_later(ledger: Ledger, chosen: Flags) -> None:
    codes = ledger.texts("dossier", "dossier_id", chosen)
    paid = dict(zip(codes, ledger.minutes("dossier", "returned")[chosen] + DAY, strict=True))
    rows = ledger.of_dossiers("payment", chosen)
    later = [paid[code] for code in ledger.texts("payment", "dossier_id", rows)]
    ledger.change_moment("payment", rows, paid=np.array(later, np.int64))


PLANT = Plant("TTHC-049", "dossier", pay_later, may=returned_for_a_fee)
