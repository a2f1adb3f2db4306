"""A security-level file that was completed and never submitted."""

from collections.abc import Sequence

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.duties import not_done
from motcua.generator.plants.plant import Plant


def systems(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    units, names = (ledger.texts("security_file", name, chosen) for name in ("unit_id", "system"))
    return [f"{unit}/{name}" for unit, name in zip(units, names, strict=True)]


PLANT = Plant("CQS-003", "security_file", not_done("security_file", "submitted", "approved"), subjects=systems)
