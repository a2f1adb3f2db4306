"""Dossiers that staff of the post filed online from one account of their own."""

from hashlib import blake2b

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def filed_online(ledger: Ledger) -> Flags:
    return ledger.holds("dossier", "channel", "online") & ledger.holds("dossier", "submitter_kind", "self")


def file_for_others(ledger: Ledger, chosen: Flags) -> None:
    ledger.change(
        "dossier", chosen, submitter_account=clerks(ledger, chosen), submitter_kind="post_office", submitter_phone=None
    )


def clerks(ledger: Ledger, chosen: Flags) -> list[str]:
    """One account for each unit, in the shape of a keyed pseudonym."""
    units = ledger.texts("dossier", "unit_id", chosen)
    return [blake2b(unit.encode(), digest_size=16).hexdigest() for unit in units]


PLANT = Plant("TTHC-031", "dossier", file_for_others, may=filed_online, subjects=clerks)
