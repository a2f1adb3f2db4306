"""What comes of dossiers: results, payments, lines of the paper books, look-ups, archive, feedback."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from motcua.generator.columns import DAY, NEVER, Ints, joined, moment, numbers, words
from motcua.generator.dossiers import ONLINE
from motcua.generator.mixes import mixes
from motcua.generator.reception import Batch
from motcua.generator.world import World

BOOKS = ("tracking", "linked_land", "certification")
WAYS = ("database", "card_reader", "qr_code", "vneid", "portal_account", "notice", "confirmation")
FACTORS = ("time", "attitude", "procedure", "facilities", "result")
RESIDENCE = ("permanent", "temporary", "other")
HANDOVER_DAYS = 5
ANSWER_DAYS = 5


@dataclass
class Books:
    """The last serial of every paper book: one for each kind, unit and year. It grows as batches are written."""

    world: World
    last: dict[str, Ints] = field(default_factory=dict)

    def serials(self, kind: str, unit: Ints, year: Ints) -> Ints:
        """The next serials of a book for rows in order of reception."""
        size = len(self.world.units) * len(self.world.order.years)
        last = self.last.setdefault(kind, np.zeros(size, np.int64))
        book = unit * len(self.world.order.years) + (year - self.world.order.years[0])
        order = np.argsort(book, kind="stable")
        counts = np.bincount(book, minlength=size)
        rank = np.empty(len(book), np.int64)
        rank[order] = np.arange(len(book)) - np.repeat(np.cumsum(counts) - counts, counts)
        serials = last[book] + rank + 1
        last += counts
        return np.asarray(serials)


def result_table(batch: Batch) -> Any:
    """Rows of `result`: signed, sealed, then digitised and stored, then handed to the desk."""
    which = batch.settled()
    some, keys = batch.dossiers, batch.keys(which)
    pages = batch.rng.integers(1, 5, len(which))
    yes = numbers(np.ones(len(which), bool))
    valid = words(["valid"], np.zeros(len(which), np.int64))
    columns = {
        "result_id": joined(keys["dossier_id"], "KQ", by="-"),
        "procedure_code": words([p.code for p in batch.world.offered.procedures], some.procedure[which]),
        "kind": words(["electronic", "paper"], (some.channel[which] != ONLINE).astype(np.int64)),
        "pages_declared": numbers(pages),
        "pages_found": numbers(pages),
    }
    columns |= {"number_present": yes, "stored": yes, "portal_synced": yes, "person_signature": valid}
    for name in ("issued", "digitised", "to_desk"):
        columns |= moment(name, getattr(some.moments, name)[which])
    return pa.table(keys | columns | {"agency_seal": valid})


def payment_table(batch: Batch) -> Any:
    """Rows of `payment`: the fee that was due, paid before the result."""
    some = batch.dossiers
    which = np.flatnonzero(some.moments.paid != NEVER)
    share = mixes()["paid_online"][batch.world.order.era]
    drawn_share = batch.rng.random(len(which))
    channel = (drawn_share > share).astype(np.int64) + (drawn_share > share + (1 - share) / 4)
    keys = batch.keys(which)
    return pa.table(
        keys
        | {
            "payment_id": joined(keys["dossier_id"], "TT", by="-"),
            "kind": words(["fee"], np.zeros(len(which), np.int64)),
            "amount": numbers(batch.world.offered.fee[some.procedure[which]]),
            "channel": words(["online_national", "transfer", "cash"], channel),
        }
        | moment("paid", some.moments.paid[which])
    )


def book_table(batch: Batch, books: Books, linked: Ints) -> Any:
    """Rows of `book_entry`: the tracking book for all, the book of linked land dossiers, the book of certifications."""
    certified = batch.world.offered.in_domain(mixes()["certification"])[batch.dossiers.procedure]
    kinds = (np.arange(len(batch.dossiers)), linked, np.flatnonzero(certified))
    return pa.concat_tables(_book(batch, books, kind, which) for kind, which in zip(BOOKS, kinds, strict=True))


def _book(batch: Batch, books: Books, kind: str, which: Ints) -> Any:
    some = batch.dossiers
    year = some.arrival.day[which].astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    columns = batch.keys(which) | {
        "book_kind": words([kind], np.zeros(len(which), np.int64)),
        "year": numbers(year),
        "serial": numbers(books.serials(kind, some.unit[which], year)),
    }
    for name in ("received", "due", "returned"):
        columns |= moment(name, getattr(some.moments, name)[which])
    return pa.table(columns)


def residence_table(batch: Batch) -> Any:
    """Rows of `residence_check`: data looked up where the procedure uses them, no paper asked."""
    some = batch.dossiers
    uses = batch.world.offered.in_domain(*mixes()["uses_population_data"])[some.procedure]
    which = np.flatnonzero(uses)
    columns = batch.keys(which) | {
        "method": words(WAYS, batch.rng.integers(0, len(WAYS), len(which))),
        "paper_demanded": numbers(np.zeros(len(which), bool)),
    }
    return pa.table(columns | moment("checked", some.moments.received[which]))


def archive_table(batch: Batch) -> Any:
    """Rows of `archive_handover`: settled residence dossiers, handed over at once or on one of the next days."""
    some, order = batch.dossiers, batch.world.order
    which = np.flatnonzero(
        batch.world.offered.in_domain(mixes()["residence"])[some.procedure] & (some.moments.finished != NEVER)
    )
    settled = some.moments.finished[which]
    next_morning = batch.world.hours.local((batch.world.hours.work(settled) // 480 + 1) * 480) + 60
    handed = np.where(next_morning // DAY - settled // DAY > HANDOVER_DAYS - 1, settled + 10, next_morning)
    handed = np.where(handed > order.closing, NEVER, handed)
    names = [p.name.lower() for p in batch.world.offered.procedures]
    kinds = np.array([0 if "thường trú" in n else 1 if "tạm trú" in n else 2 for n in names])
    columns = batch.keys(which) | {"residence_kind": words(RESIDENCE, kinds[some.procedure[which]])}
    return pa.table(columns | moment("settled", settled) | moment("handed_over", handed))


def satisfaction_table(batch: Batch) -> Any:
    """Rows of `satisfaction`: some who got their result are asked, each about one thing; they are content."""
    some = batch.dossiers
    returned = some.moments.returned != NEVER
    which = np.flatnonzero(returned & (batch.rng.random(len(some)) < mixes()["asked_satisfaction"]))
    asked = some.moments.returned[which]
    columns = batch.keys(which) | {
        "factor": words(FACTORS, batch.rng.integers(0, len(FACTORS), len(which))),
        "score": pa.array(batch.rng.choice([4.0, 5.0], len(which))),
    }
    return pa.table(columns | moment("asked", asked))


def feedback_table(batch: Batch) -> Any:
    """Rows of `feedback`: a few, answered in days."""
    some, hours = batch.dossiers, batch.world.hours
    calm = (some.moments.returned != NEVER) & (some.moments.returned + 21 * DAY < batch.world.order.closing)
    which = np.flatnonzero(calm & (batch.rng.random(len(some)) < mixes()["feedback"]))
    received = hours.work(some.moments.returned[which]) + 60
    answered = received + batch.rng.integers(60, (ANSWER_DAYS - 1) * 480, len(which))
    keys = batch.keys(which)
    columns = keys | {
        "feedback_id": joined(keys["dossier_id"], "PA", by="-"),
        "kind": words(["procedure"], np.zeros(len(which), np.int64)),
        "about": words([p.domain for p in batch.world.offered.procedures], some.procedure[which]),
        "upheld": numbers(np.zeros(len(which), bool)),
        "rated": numbers(batch.rng.integers(4, 6, len(which))),
    }
    columns |= moment("received", hours.local(received)) | moment("answered", hours.local(answered))
    return pa.table(columns | moment("due", hours.end(received + ANSWER_DAYS * 480)))


def linked_land(batch: Batch) -> tuple[Ints, Any]:
    """Commune land dossiers that a district sent down, by position, and for all dossiers the code they came from."""
    world, some = batch.world, batch.dossiers
    parent = np.full(len(some), -1)
    land = world.offered.in_domain(mixes()["land"])[some.procedure]
    sent = land & (batch.rng.random(len(some)) < mixes()["linked_land"])
    chance = batch.rng.random(len(some))
    by_id = {unit.unit_id: place for place, unit in enumerate(world.units)}
    owner = np.array([by_id.get(u.parent_id or "", -1) if u.level == "commune" else -1 for u in world.units])
    for district in (place for place, unit in enumerate(world.units) if unit.level == "district"):
        above = np.flatnonzero(land & (some.unit == district))
        below = np.flatnonzero(sent & (owner[some.unit] == district))
        earlier = np.searchsorted(some.arrival.day[above], some.arrival.day[below])
        with_one = below[earlier > 0]
        parent[with_one] = above[(chance[with_one] * earlier[earlier > 0]).astype(np.int64)]
    which = np.flatnonzero(parent >= 0)
    return which, batch.codes.take(pa.array(parent, mask=parent < 0))
