"""Who leaves a position leaves no dossier behind."""

import json
from datetime import date, timedelta

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts import leaving
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.leaving import leave, move
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.models import Dossier
from motcua.office.journal.models import Entry
from motcua.office.people.appointments import Post
from motcua.office.people.models import Officer, Position, Role
from tests.world import THURSDAY_MORNING, World, again, officer

TODAY = date(2023, 7, 27)
LATER = THURSDAY_MORNING + timedelta(hours=1)


@pytest.fixture
def tam(world: World) -> Officer:
    return officer("tam", "Lý Văn Tám", world.ward, Role.SPECIALIST)


@pytest.fixture
def dossier(world: World) -> Dossier:
    """In the hand of Minh, the specialist."""
    kept = receive(world.reception(), by=world.lan, at=THURSDAY_MORNING)
    pass_on(kept.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=THURSDAY_MORNING)
    take_over(kept.pk, by=world.minh, at=THURSDAY_MORNING)
    return kept


def specialist(world: World) -> Position:
    return Position.objects.get(officer=world.minh, role=Role.SPECIALIST)


def test_the_open_work_of_who_leaves_waits_for_the_heir_by_name(world: World, dossier: Dossier, tam: Officer) -> None:
    leave(specialist(world).pk, to_on=TODAY, heir=tam, by=world.quan, at=LATER)

    step = again(dossier).steps.get(finished_at=None)
    assert (step.officer, step.received_at) == (tam, None)
    assert specialist(world).to_on == TODAY
    lines = [line for line in Entry.objects.order_by("unit", "serial") if line.at == LATER]
    assert [line.act for line in lines] == ["dossier.work_handed_over", "officer.position_ended"]
    assert json.loads(lines[1].new)["handed_over"] == 1
    take_over(dossier.pk, by=tam, at=LATER)


def test_nobody_leaves_work_that_nobody_takes(world: World, dossier: Dossier) -> None:
    lines = Entry.objects.count()

    with pytest.raises(Refusal) as refused:
        leave(specialist(world).pk, to_on=TODAY, heir=None, by=world.quan, at=LATER)

    assert refused.value.words == leaving.NO_HEIR
    assert specialist(world).to_on is None
    assert Entry.objects.count() == lines


def test_who_has_no_work_leaves_without_an_heir(world: World) -> None:
    leave(specialist(world).pk, to_on=TODAY, heir=None, by=world.quan, at=LATER)

    assert specialist(world).to_on == TODAY


def test_work_in_another_position_stays(world: World, dossier: Dossier, tam: Officer) -> None:
    clerk = Position.objects.create(officer=world.minh, unit=world.ward, role=Role.CLERK, from_on=TODAY)

    leave(clerk.pk, to_on=TODAY, heir=None, by=world.quan, at=LATER)

    assert again(dossier).holder == world.minh


def test_a_move_begins_the_new_post_and_hands_the_work_of_the_old_over(
    world: World, dossier: Dossier, tam: Officer
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(Refusal) as refused:
        move(specialist(world).pk, Post(world.ward, Role.CLERK, tomorrow), heir=None, by=world.quan, at=LATER)
    assert refused.value.words == leaving.NO_HEIR

    new = move(specialist(world).pk, Post(world.ward, Role.CLERK, tomorrow), heir=tam, by=world.quan, at=LATER)

    assert (new.role, new.from_on, specialist(world).to_on) == (Role.CLERK, tomorrow, TODAY)
    assert again(dossier).steps.get(finished_at=None).officer == tam
