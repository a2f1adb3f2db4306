"""A finding that was closed and noticed again."""

from collections.abc import Sequence

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags, Ints, day_of
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant

LATER = 31 * DAY


def closed_long_ago(ledger: Ledger) -> Flags:
    closed = ledger.minutes("past_finding", "closed")
    return np.asarray((closed != NEVER) & (closed < ledger.world.order.closing - LATER))


def again(ledger: Ledger, chosen: Flags) -> Ints:
    return np.asarray(ledger.minutes("past_finding", "closed")[chosen] + LATER)


def notice_again(ledger: Ledger, chosen: Flags) -> None:
    """The same finding a month after it was closed, no day set for it yet."""
    noticed = again(ledger, chosen)
    before = ledger.size("past_finding")
    ledger.copy("past_finding", chosen)
    added = np.arange(ledger.size("past_finding")) >= before
    ledger.change_moment("past_finding", added, noticed=noticed, due=NEVER, closed=NEVER)


def noticed_again(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    rules = ledger.texts("past_finding", "rule_code", chosen)
    return [f"{rule}/{day_of(int(at))}" for rule, at in zip(rules, again(ledger, chosen), strict=True)]


PLANT = Plant("CDDH-015", "past_finding", notice_again, may=closed_long_ago, subjects=noticed_again)
