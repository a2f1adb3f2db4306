"""Units and variants whose results are not digitised; results digitised without number, signature, seal or page."""

import numpy as np

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant

VARIANT = "trường hợp bổ sung"


def digitised(ledger: Ledger) -> Flags:
    return np.asarray(ledger.minutes("result", "digitised") != NEVER)


def but_the_first(ledger: Ledger) -> Flags:
    """Digitised results but one of each procedure of a unit, so that of none of its procedures nothing is left."""
    chosen = digitised(ledger)
    units, codes = (ledger.texts("result", name, chosen) for name in ("unit_id", "procedure_code"))
    _, first = np.unique([f"{unit} {code}" for unit, code in zip(units, codes, strict=True)], return_index=True)
    chosen[np.flatnonzero(chosen)[first]] = False
    return chosen


def leave_on_paper(ledger: Ledger, chosen: Flags) -> None:
    ledger.change_moment("result", chosen, digitised=NEVER)


def forget_number(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("result", chosen, number_present=False)


def forget_signature(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("result", chosen, person_signature="none")


def forget_seal(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("result", chosen, agency_seal="none")


def lose_page(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("result", chosen, pages_found=ledger.column("result", "pages_declared")[chosen] - 1)


def leave_variant(ledger: Ledger, chosen: Flags) -> None:
    """The chosen results become a variant of their procedure, and none of it is digitised."""
    ledger.change("result", chosen, variant=VARIANT)
    leave_on_paper(ledger, chosen)


def variants(ledger: Ledger, chosen: Flags) -> list[str]:
    return [f"{code}/{VARIANT}" for code in ledger.texts("result", "procedure_code", chosen)]


PLANTS = (
    Plant("TTHC-016", "result", leave_on_paper, may=but_the_first, whole_units=True),
    Plant("TTHC-018", "result", forget_number, may=digitised),
    Plant("TTHC-019", "result", forget_signature, may=digitised),
    Plant("TTHC-020", "result", forget_seal, may=digitised),
    Plant("TTHC-021", "result", lose_page, may=digitised),
    Plant("TTHC-032", "result", leave_variant, may=but_the_first, subjects=variants),
)
