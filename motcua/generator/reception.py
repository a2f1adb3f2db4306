"""What reception and settlement leave behind: rows of dossiers, their papers, hand-overs and slips."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa

from motcua.generator.columns import (
    NEVER,
    Columns,
    Flags,
    Ints,
    drawn,
    joined,
    moment,
    numbers,
    padded,
    repeated,
    words,
)
from motcua.generator.dossiers import CHANNELS, ONLINE, SELF, SUBMITTERS, Dossiers
from motcua.generator.mixes import mixes
from motcua.generator.offered import keeps_original, replaced_by_data
from motcua.generator.world import OFFICERS, World

STATUSES = ("processing", "settled", "returned")
FORMS = ("original", "certified_copy", "copy", "electronic", "data")
ELECTRONIC, DATA = 3, 4
DESK_OFFICERS, SPECIALISTS = 2, 5


@dataclass(frozen=True, eq=False)
class Batch:
    """The dossiers of a batch with the world they live in and their own stream of chance."""

    world: World
    dossiers: Dossiers
    rng: np.random.Generator

    @cached_property
    def codes(self) -> Any:
        """Dossier codes: agency, day of reception, number of the day."""
        arrival = self.dossiers.arrival
        days, place = np.unique(arrival.day, return_inverse=True)
        stamps = [str(day).replace("-", "")[2:] for day in days.astype("datetime64[D]")]
        agencies = drawn(self.world.agencies, arrival.unit)
        return joined(agencies, words(stamps, place), padded(arrival.number, 4), by="-")

    @cached_property
    def unit_ids(self) -> Any:
        return drawn(self.world.unit_ids, self.dossiers.unit)

    def keys(self, which: Ints) -> Columns:
        """Unit and code of the dossiers at some positions."""
        return {"unit_id": drawn(self.unit_ids, which), "dossier_id": drawn(self.codes, which)}

    def settled(self) -> Ints:
        """Positions of dossiers with a result."""
        return np.flatnonzero(self.dossiers.moments.finished != NEVER)


def dossier_table(batch: Batch, parents: Any) -> Any:
    """Rows of `dossier`; `parents` are the codes of the dossiers that linked ones came from."""
    world, some = batch.world, batch.dossiers
    moments = some.moments
    status = (moments.finished != NEVER).astype(np.int64) + (moments.returned != NEVER)
    columns = batch.keys(np.arange(len(some))) | _procedure_columns(batch) | _submitter_columns(batch)
    for name in ("received", "first_due", "due", "finished", "issued", "returned"):
        columns |= moment(name, getattr(moments, name))
    desks = drawn(world.desks, some.unit)
    return pa.table(
        columns
        | moment("synced", moments.received)
        | {
            "waiting_minutes": numbers(some.waiting),
            "received_by_unit_id": desks,
            "competent_unit_id": batch.unit_ids,
            "returned_by_unit_id": pa.compute.if_else(moments.returned != NEVER, desks, None),
            "status": words(STATUSES, status),
            "parent_dossier_id": parents,
            "register_no": joined(pa.array(some.arrival.of_year).cast(pa.string()), _years(some), by="/"),
            "supplement_requests": numbers((moments.asked != NEVER).astype(np.int64)),
            "special_case": numbers(some.special),
            "witnesses": numbers(np.full(len(some), 2), ~some.special),
            "agencies_contacted": numbers(np.ones(len(some), np.int64)),
            "fee_due": numbers(world.offered.fee[some.procedure]),
        }
    )


def _years(some: Dossiers) -> Any:
    years = some.arrival.day.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    return pa.array(years).cast(pa.string())


def _procedure_columns(batch: Batch) -> Columns:
    offers, which = batch.world.offered, batch.dossiers.procedure
    return {
        "procedure_code": words([p.code for p in offers.procedures], which),
        "procedure_name": words([p.name for p in offers.procedures], which),
        "procedure_version": words(["1"], np.zeros(len(which), np.int64)),
        "domain": words([p.domain for p in offers.procedures], which),
    }


def _submitter_columns(batch: Batch) -> Columns:
    """Who filed: a person's own account and phone; at the counter no account."""
    world, some = batch.world, batch.dossiers
    account = pa.array(some.submitter, mask=some.channel != ONLINE)
    phone = pa.array(some.submitter, mask=some.kind > SELF + 2)
    return {
        "channel": words(CHANNELS, some.channel),
        "submitter_kind": words(SUBMITTERS, some.kind),
        "submitter_account": world.people.take(account),
        "submitter_phone": world.phones.take(phone),
        "applicant": drawn(world.people, some.applicant),
    }


def component_table(batch: Batch) -> Any:
    """Rows of `dossier_component`: every paper that the procedure asks for."""
    offers, some = batch.world.offered, batch.dossiers
    papers = [paper for group in offers.papers for paper in group]
    counts = np.array([len(group) for group in offers.papers])
    first = np.cumsum(counts) - counts
    parent, place = repeated(counts[some.procedure])
    paper = first[some.procedure[parent]] + place
    paper_form = np.array([0 if p.originals else 2 for p in papers])[paper]
    form = np.where(some.channel[parent] == ONLINE, ELECTRONIC, paper_form)
    data = np.array([replaced_by_data(p) for p in papers])[paper]
    kept = np.array([keeps_original(p) for p in papers])[paper]
    form = np.where(data, DATA, form)
    return pa.table(
        batch.keys(parent)
        | {
            "component_no": numbers(place + 1),
            "name": words([p.name for p in papers], paper),
            "procedure_component_no": numbers(place + 1),
            "form": words(FORMS, form),
            "quantity": numbers(np.ones(len(parent), np.int64)),
            "kept_original": numbers(kept & (form == 0)),
            "digitised": numbers(np.ones(len(parent), bool)),
            "reused": numbers(batch.rng.random(len(parent)) < mixes()["reused_components"]),
        }
    )


def step_table(batch: Batch) -> Any:
    """Rows of `dossier_step`: the desk, the specialist, the desk again; only those that had begun."""
    some, moments = batch.dossiers, batch.dossiers.moments
    desk, specialist = _officers(batch)
    legs = (
        (desk, moments.received, moments.received, moments.transferred),
        (specialist, moments.transferred, moments.taken, moments.decided),
        (desk, moments.issued, moments.to_desk, moments.finished),
    )
    begun = np.stack([sent != NEVER for _, sent, _, _ in legs], axis=1)
    parent, leg = np.nonzero(begun)
    picked = [np.stack(column, axis=1)[parent, leg] for column in zip(*legs, strict=True)]
    columns: Columns = batch.keys(parent) | {
        "step_no": numbers(leg + 1),
        "officer": drawn(batch.world.officers, picked[0]),
        "outcome": words(["done", None], (picked[3] == NEVER).astype(np.int64)),
    }
    for name, values in zip(("sent", "received", "finished"), picked[1:], strict=True):
        columns |= moment(name, values)
    return pa.table(columns | moment("due", some.moments.due[parent]))


def _officers(batch: Batch) -> tuple[Ints, Ints]:
    """Positions of the officer at the desk and of the specialist, the same one for a domain of a unit."""
    some = batch.dossiers
    desk = some.unit * OFFICERS + batch.rng.integers(0, DESK_OFFICERS, len(some))
    return desk, some.unit * OFFICERS + DESK_OFFICERS + some.procedure % SPECIALISTS


def slip_table(batch: Batch) -> Any:
    """Rows of `slip`: receipt and control slip of all that takes time, and requests for a supplement."""
    some, moments = batch.dossiers, batch.dossiers.moments
    takes_time = ~batch.world.offered.immediate[some.procedure]
    papers = np.array([len(group) for group in batch.world.offered.papers])[some.procedure]
    made = [
        _slips(batch, "receipt", "TN", takes_time, moments.received, papers),
        _slips(batch, "control", "KS", takes_time & (moments.transferred != NEVER), moments.transferred, None),
        _slips(batch, "supplement", "BS", moments.asked != NEVER, moments.asked, None),
    ]
    return pa.concat_tables(made)


def _slips(batch: Batch, kind: str, mark: str, which: Flags, issued: Ints, papers: Ints | None) -> Any:
    place = np.flatnonzero(which)
    keys = batch.keys(place)
    rows = numbers(papers[place]) if papers is not None else pa.nulls(len(place), pa.int64())
    number = pa.array(batch.dossiers.arrival.of_year[place]).cast(pa.string())
    columns = {
        "slip_id": joined(keys["dossier_id"], mark, by="-"),
        "kind": words([kind], np.zeros(len(place), np.int64)),
        "number": joined(number, mark, by="/"),
        "component_rows": rows,
        "signed_by_head": numbers(np.zeros(len(place), bool)),
    }
    due = np.where(kind == "supplement", NEVER, batch.dossiers.moments.first_due[place])
    return pa.table(keys | columns | moment("issued", issued[place]) | moment("due", due))
