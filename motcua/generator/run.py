"""The generator's work from order to snapshot: the offices' tables, then dossiers batch by batch."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from motcua.evidence.catalogue import Era
from motcua.evidence.snapshot import SnapshotWriter
from motcua.generator.arrivals import Arrival, arrivals
from motcua.generator.dossiers import dossiers
from motcua.generator.ledger import Ledger, conformed
from motcua.generator.office import office_tables
from motcua.generator.order import PERIODS, Order
from motcua.generator.outcomes import (
    Books,
    archive_table,
    book_table,
    feedback_table,
    linked_land,
    payment_table,
    residence_table,
    result_table,
    satisfaction_table,
)
from motcua.generator.planting import Planting
from motcua.generator.plants import plants
from motcua.generator.plants.plant import Plant
from motcua.generator.reception import Batch, component_table, dossier_table, slip_table, step_table
from motcua.generator.world import World, world
from motcua.generator.writing import Pages, write_truth


@dataclass(frozen=True)
class Made:
    """What came of an order."""

    folder: Path
    dossiers: int
    rows: int
    units: int
    faults: int


def generate(
    order: Order,
    to: Path,
    *,
    progress: Callable[[int], None] = lambda _: None,
    faults: Mapping[str, Plant] | None = None,
) -> Made:
    """Write the ordered province as a snapshot, its ground truth beside it; `progress` is told of dossiers made.

    `faults` are the plants at work, all known ones unless given.
    """
    made = world(order)
    planting = Planting(made, plants() if faults is None else faults)
    books = Books(made)
    with SnapshotWriter(to, as_of=order.as_of) as snapshot:
        pages = Pages(snapshot)
        _settle(Ledger(made, office_tables(made)), planting, pages, 0)
        for number, arrival in enumerate(arrivals(order, made.units, made.hours), 1):
            _settle(dossier_ledger(made, arrival, books, number), planting, pages, number)
            progress(len(arrival.unit))
    write_truth(to, planting.truth)
    return Made(to, order.dossiers, pages.rows, len(made.units), len(planting.truth))


def small_world(
    to: Path, *, dossiers: int = 20_000, seed: int = 1, faults: float = 0.0, era: Era = "three-level"
) -> Path:
    """A province of six communes in a few seconds, for tests; its folder."""
    first, last = PERIODS[era]
    order = Order(dossiers=dossiers, seed=seed, faults=faults, era=era, first=first, last=last)
    return generate(order, to).folder


def dossier_ledger(made: World, arrival: Arrival, books: Books, number: int) -> Ledger:
    """A batch of dossiers with all that belongs to them, every duty kept."""
    rng = np.random.default_rng([made.order.seed, 2, number])
    batch = Batch(made, dossiers(made, arrival, rng), rng)
    linked, parents = linked_land(batch)
    tables = {
        "dossier": dossier_table(batch, parents),
        "book_entry": book_table(batch, books, linked),
        "dossier_component": component_table(batch),
        "dossier_step": step_table(batch),
        "slip": slip_table(batch),
        "result": result_table(batch),
        "payment": payment_table(batch),
        "residence_check": residence_table(batch),
        "archive_handover": archive_table(batch),
        "satisfaction": satisfaction_table(batch),
        "feedback": feedback_table(batch),
    }
    return Ledger(made, {name: conformed(name, rows) for name, rows in tables.items()})


def _settle(ledger: Ledger, planting: Planting, pages: Pages, number: int) -> None:
    planting.plant(ledger, number)
    pages.write(ledger)
