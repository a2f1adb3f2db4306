"""A plan of the reform with a domain that is none of the programme's."""

from collections.abc import Sequence

import numpy as np

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def renamed(ledger: Ledger, chosen: Flags) -> list[str]:
    return [f"ISO trong {domain.lower()}" for domain in ledger.texts("plan_domain", "domain", chosen)]


def rename(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("plan_domain", chosen, domain=renamed(ledger, chosen))


def of_issued_plans(ledger: Ledger) -> Flags:
    issued = ledger.minutes("obligation", "fulfilled") != NEVER
    plans = ledger.texts("obligation", "obligation_id", np.asarray(issued))
    return ledger.holds("plan_domain", "obligation_id", *plans)


def named(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    plans = ledger.texts("plan_domain", "obligation_id", chosen)
    return [f"{plan}/{domain}" for plan, domain in zip(plans, renamed(ledger, chosen), strict=True)]


def of_plans(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    every = ledger.all("obligation")
    plans, units = (ledger.texts("obligation", name, every) for name in ("obligation_id", "unit_id"))
    owners = dict(zip(plans, units, strict=True))
    return [owners[plan] for plan in ledger.texts("plan_domain", "obligation_id", chosen)]


PLANT = Plant("CDDH-014", "plan_domain", rename, may=of_issued_plans, subjects=named, unit_of=of_plans)
