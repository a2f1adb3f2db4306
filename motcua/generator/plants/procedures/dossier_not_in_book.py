"""A dossier that nobody wrote into the tracking book."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.mixes import mixes
from motcua.generator.plants.plant import Plant


def own(ledger: Ledger) -> Flags:
    """Dossiers that no other office sent, that stand in the tracking book alone, and that came on paper."""
    certified = ledger.holds("dossier", "domain", mixes()["certification"])
    online = ledger.holds("dossier", "channel", "online")
    return ledger.holds("dossier", "parent_dossier_id", None) & ~certified & ~online


def strike_out(ledger: Ledger, chosen: Flags) -> None:
    ledger.drop("book_entry", ledger.of_dossiers("book_entry", chosen))


PLANT = Plant("TTHC-008", "dossier", strike_out, may=own)
