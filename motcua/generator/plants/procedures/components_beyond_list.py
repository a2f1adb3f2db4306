"""A dossier with a paper that its procedure does not ask for."""

import numpy as np
import pyarrow.compute as pc

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant

EXTRA = 99
NAME = "Giấy xác nhận khác"


def with_papers(ledger: Ledger) -> Flags:
    owners = ledger.tables["dossier_component"]["dossier_id"].combine_chunks()
    return np.asarray(pc.is_in(ledger.tables["dossier"]["dossier_id"], owners).to_numpy(), bool)


def ask_for_more(ledger: Ledger, chosen: Flags) -> None:
    first = ledger.of_dossiers("dossier_component", chosen) & ledger.holds("dossier_component", "component_no", 1)
    values = {"component_no": EXTRA, "procedure_component_no": None, "name": NAME, "kept_original": False}
    ledger.copy("dossier_component", first, **values)


PLANT = Plant("TTHC-043", "dossier", ask_for_more, may=with_papers)
