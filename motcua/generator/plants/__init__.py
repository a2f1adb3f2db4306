"""Faults that the generator can plant, one small module for each, gathered by walking this package.

A plant says which rows of a table it may spoil and how. The runner picks some of those rows after the clean tables are
made, spoils them, and notes rule, unit and subject of each in the ground truth. To add one, write
`plants/<domain>/<fault_name>.py` with a `Plant` in it:

    PLANT = Plant("TTHC-015", "dossier", receipts_blank, may=with_receipt)

where `receipts_blank(ledger, chosen)` changes what belongs to the chosen rows so that exactly this rule finds them, and
`with_receipt(ledger)` flags the rows that may be chosen. See `Plant` for the rest and `Ledger` for the ways to change.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from motcua.generator.plants.plant import Plant


@cache
def plants() -> Mapping[str, Plant]:
    """Every plant by the code of its rule, in the order of the codes. Raises ValueError where two share a code."""
    found: dict[str, Plant] = {}
    for module in walk_packages(__path__, __name__ + "."):
        if module.ispkg:
            continue
        for value in vars(import_module(module.name)).values():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Plant) and found.setdefault(one.rule, one) is not one:
                    raise ValueError(f"two plants are called {one.rule}")
    return {rule: found[rule] for rule in sorted(found)}
