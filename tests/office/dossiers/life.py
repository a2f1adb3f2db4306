"""Dossiers brought to a point of their life by the acts themselves, for the tests of what comes next."""

from typing import BinaryIO

from motcua.office.dossiers.acts import settlement
from motcua.office.dossiers.acts.digitisation import digitise
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.models import Channel, DigitalCopy, Dossier
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Role, Unit
from tests.office.records.scans import scan
from tests.world import THURSDAY_MORNING, World, again, moment

MOVED = moment("2023-07-27 09:00")
TAKEN = moment("2023-07-27 09:30")
PROPOSED = moment("2023-07-28 08:00")
APPROVED = moment("2023-07-28 14:00")
RECORDED = moment("2023-07-28 15:00")
AT_DESK = moment("2023-07-28 16:00")
RETURNED = moment("2023-07-31 08:00")


def received(world: World, procedure: str = "birth", **told: object) -> Dossier:
    return receive(world.reception(procedure, **told), by=world.lan, at=THURSDAY_MORNING)


def moved(world: World, dossier: Dossier, by: Officer, to: Officer, role: Role, unit: Unit | None = None) -> Dossier:
    """Passed on and taken over, each at its fixed moment of the day."""
    settled = dossier.finished_at is not None
    at, taken_at = (RECORDED, AT_DESK) if settled else (MOVED, TAKEN)
    pass_on(dossier.pk, name=role.label, unit=unit or world.ward, role=role, by=by, at=at)
    take_over(dossier.pk, by=to, at=taken_at)
    return again(dossier)


def in_work(world: World, procedure: str = "birth", **told: object) -> Dossier:
    """In Minh's hand."""
    return moved(world, received(world, procedure, **told), world.lan, world.minh, Role.SPECIALIST)


def proposed(world: World, *, refuses: bool = False) -> Dossier:
    dossier = in_work(world)
    settlement.propose(dossier.pk, proposal="Đủ điều kiện", refuses=refuses, by=world.minh, at=PROPOSED)
    return again(dossier)


def approved(world: World) -> Dossier:
    dossier = proposed(world)
    settlement.approve(dossier.pk, by=world.hoa, at=APPROVED)
    return again(dossier)


def settled(world: World) -> Dossier:
    dossier = approved(world)
    settlement.record_result(dossier.pk, number="15/GKS", pages=1, by=world.minh, at=RECORDED)
    return again(dossier)


def digitised(world: World, dossier: Dossier, scanned: BinaryIO | None = None) -> DigitalCopy:
    """The result's page scanned by Vân, right after it was recorded."""
    return digitise(dossier.pk, contents=[scanned or scan()], by=world.van, at=RECORDED)


def at_desk(world: World) -> Dossier:
    """Settled, the result with Lan at the desk."""
    return moved(world, settled(world), world.minh, world.lan, Role.RECEPTION)


def returned(world: World) -> Dossier:
    dossier = at_desk(world)
    settlement.return_result(dossier.pk, way=Channel.COUNTER, to="Phạm Văn Bình", by=world.lan, at=RETURNED)
    return again(dossier)


def lines(dossier: Dossier) -> list[str]:
    """The acts that the journal tells of the dossier, in order."""
    return [entry.act for entry in Entry.objects.filter(subject=dossier.code).order_by("pk")]
