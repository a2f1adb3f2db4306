"""A dossier whose code was typed by hand, with strokes in place of hyphens."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def retype(ledger: Ledger, chosen: Flags) -> None:
    """The dossier has the other code wherever it is named."""
    codes = pa.array(ledger.texts("dossier", "dossier_id", chosen), pa.string())
    named = [(table, "dossier_id") for table in ledger.tables if "dossier_id" in ledger.tables[table].column_names]
    for table, column in [*named, ("dossier", "parent_dossier_id")]:
        rows = np.asarray(pc.is_in(ledger.tables[table][column], codes).to_numpy(), bool)
        ledger.change(table, rows, **{column: [_typed(code) for code in ledger.texts(table, column, rows)]})


def typed_codes(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    return [_typed(code) for code in ledger.texts("dossier", "dossier_id", chosen)]


def _typed(code: str) -> str:
    return code.replace("-", "/")


PLANT = Plant("TTHC-044", "dossier", retype, subjects=typed_codes)
