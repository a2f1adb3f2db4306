"""Appointing, standing in, transferring: each one act with one line in the journal."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from motcua.language import Refusal
from motcua.office.journal.models import Entry
from motcua.office.people import appointments
from motcua.office.people.appointments import Post, appoint, end_position, end_substitution, substitute, transfer
from motcua.office.people.models import Officer, Position, Role, Substitution, Unit
from motcua.office.people.policy import NotAllowed, may
from tests.world import THURSDAY_MORNING, World, officer

TODAY, TOMORROW = date(2023, 7, 27), date(2023, 7, 28)


def nothing_in_hand(_: Position, __: Officer | None) -> int:
    return 0


NO_WORK: dict[str, Any] = {"heir": None, "hand_over": nothing_in_hand}


def fresh(someone: Officer) -> Officer:
    return Officer.objects.get(pk=someone.pk)


def test_an_appointed_officer_may_from_the_first_day_on(world: World) -> None:
    appoint(world.van, Post(world.ward, Role.RECEPTION, TOMORROW), by=world.quan, at=THURSDAY_MORNING)

    assert not may(world.van, "dossier.receive", world.ward, None, TODAY)
    assert may(world.van, "dossier.receive", world.ward, None, TOMORROW)
    line = Entry.objects.get()
    assert (line.act, line.subject, line.by, line.unit) == ("officer.appointed", "van", "quan", "w12")
    assert json.loads(line.new)["role"] == "reception"


def test_a_role_is_not_held_twice_at_once(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        appoint(world.lan, Post(world.ward, Role.RECEPTION, TOMORROW), by=world.quan, at=THURSDAY_MORNING)

    assert refused.value.words == appointments.HELD
    assert Position.objects.filter(officer=world.lan).count() == 1


def test_no_term_reaches_outside_the_days_of_its_unit(world: World) -> None:
    Unit.objects.filter(pk=world.ward.pk).update(valid_to=date(2025, 6, 30))
    world.ward.refresh_from_db()

    for post in (
        Post(world.ward, Role.CLERK, TODAY, to_on=date(2025, 7, 1)),
        Post(world.ward, Role.CLERK, date(2022, 12, 31)),
    ):
        with pytest.raises(Refusal) as refused:
            appoint(world.lan, post, by=world.quan, at=THURSDAY_MORNING)
        assert refused.value.words == appointments.OUTSIDE_UNIT


def test_rights_end_with_the_last_day(world: World) -> None:
    position = world.lan.positions.get()
    end_position(position.pk, to_on=TODAY, **NO_WORK, by=world.quan, at=THURSDAY_MORNING)

    assert may(fresh(world.lan), "dossier.receive", world.ward, None, TODAY)
    assert not may(fresh(world.lan), "dossier.receive", world.ward, None, TOMORROW)
    line = Entry.objects.get()
    assert (json.loads(line.old)["to_on"], json.loads(line.new)["to_on"]) == (None, "2023-07-27")


def test_a_term_that_ended_is_not_made_longer(world: World) -> None:
    position = world.lan.positions.get()
    end_position(position.pk, to_on=TODAY, **NO_WORK, by=world.quan, at=THURSDAY_MORNING)

    with pytest.raises(Refusal) as refused:
        end_position(position.pk, to_on=TOMORROW, **NO_WORK, by=world.quan, at=THURSDAY_MORNING)
    assert refused.value.words == appointments.ENDED


def test_a_substitute_may_on_the_days_of_the_decision_alone(world: World) -> None:
    position = world.hoa.positions.get()
    substitute(position.pk, world.minh, from_on=TODAY, to_on=TODAY, decision="15/QĐ-UBND", by=world.quan,
               at=THURSDAY_MORNING)  # fmt: skip

    minh = fresh(world.minh)
    assert may(minh, "dossier.approve", world.ward, None, TODAY)
    assert not may(minh, "dossier.approve", world.ward, None, TOMORROW)
    assert Entry.objects.get().act == "officer.substituted"


def test_a_substitution_needs_a_decision_another_officer_and_days_inside_the_term(world: World) -> None:
    position = world.hoa.positions.get()
    before = position.from_on - timedelta(days=1)
    for told, why in (
        ({"decision": " "}, appointments.NO_DECISION),
        ({"officer": world.hoa}, appointments.SELF),
        ({"from_on": before}, appointments.OUTSIDE_TERM),
        ({"from_on": TOMORROW}, appointments.BACKWARDS),
    ):
        asked = {"officer": world.minh, "from_on": TODAY, "to_on": TODAY, "decision": "15/QĐ-UBND"} | told
        with pytest.raises(Refusal) as refused:
            substitute(position.pk, **asked, by=world.quan, at=THURSDAY_MORNING)  # type: ignore[arg-type]
        assert refused.value.words == why
    assert not Substitution.objects.exists()
    assert not Entry.objects.exists()


def test_a_transfer_ends_the_old_rights_begins_the_new_and_hands_work_over_by_name(world: World) -> None:
    Position.objects.create(officer=world.quan, unit=world.elsewhere, role=Role.ADMINISTRATOR, from_on=TODAY)
    tam = officer("tam", "Lý Văn Tám", world.ward, Role.SPECIALIST)
    handed: list[tuple[Position, Officer | None]] = []

    def hand_over(position: Position, taker: Officer | None) -> int:
        handed.append((position, taker))
        return 3

    post = Post(world.elsewhere, Role.SPECIALIST, TOMORROW)
    transfer(
        world.minh.positions.get().pk, post, heir=tam, hand_over=hand_over, by=fresh(world.quan), at=THURSDAY_MORNING
    )

    minh = fresh(world.minh)
    assert handed == [(world.minh.positions.get(unit=world.ward), tam)]
    assert may(minh, "dossier.propose", world.ward, None, TODAY)
    assert not may(minh, "dossier.propose", world.ward, None, TOMORROW)
    assert may(minh, "dossier.propose", world.elsewhere, None, TOMORROW)
    said = json.loads(Entry.objects.get().new)
    assert (said["heir"], said["handed_over"]) == ("tam", 3)


def test_a_transfer_that_fails_at_the_hand_over_leaves_nothing(world: World) -> None:
    Position.objects.create(officer=world.quan, unit=world.elsewhere, role=Role.ADMINISTRATOR, from_on=TODAY)
    tam = officer("tam", "Lý Văn Tám", world.ward, Role.SPECIALIST)

    def broken(_: Position, __: Officer | None) -> int:
        raise OSError

    with pytest.raises(OSError):
        transfer(
            world.minh.positions.get().pk, Post(world.elsewhere, Role.SPECIALIST, TOMORROW), heir=tam,
            hand_over=broken, by=fresh(world.quan), at=THURSDAY_MORNING,
        )  # fmt: skip
    assert world.minh.positions.get().to_on is None
    assert not Entry.objects.exists()


def test_work_goes_only_to_someone_who_can_do_it(world: World) -> None:
    for heir, why in ((world.lan, appointments.NOT_FIT), (world.minh, appointments.SELF)):
        with pytest.raises(Refusal) as refused:
            transfer(
                world.minh.positions.get().pk, Post(world.ward, Role.CLERK, TOMORROW), heir=heir,
                hand_over=nothing_in_hand, by=world.quan, at=THURSDAY_MORNING,
            )  # fmt: skip
        assert refused.value.words == why


def test_only_the_administrator_of_the_unit_administers(world: World) -> None:
    position = world.minh.positions.get().pk
    acts: list[Callable[[Officer], object]] = [
        lambda by: appoint(by, Post(world.ward, Role.HEAD, TODAY), by=by, at=THURSDAY_MORNING),
        lambda by: end_position(position, to_on=TODAY, **NO_WORK, by=by, at=THURSDAY_MORNING),
        lambda by: substitute(position, world.lan, from_on=TODAY, to_on=TODAY, decision="1", by=by,
                              at=THURSDAY_MORNING),
        lambda by: transfer(position, Post(world.ward, Role.CLERK, TOMORROW), heir=world.lan,
                            hand_over=nothing_in_hand, by=by, at=THURSDAY_MORNING),
    ]  # fmt: skip
    for act in acts:
        for someone in (world.hoa, world.kim, world.nam):
            with pytest.raises(NotAllowed):
                act(someone)
    assert not Entry.objects.exists()


def test_nobody_is_transferred_to_a_unit_that_the_administrator_does_not_administer(world: World) -> None:
    tam = officer("tam", "Lý Văn Tám", world.ward, Role.SPECIALIST)

    with pytest.raises(NotAllowed):
        transfer(
            world.minh.positions.get().pk, Post(world.elsewhere, Role.SPECIALIST, TOMORROW), heir=tam,
            hand_over=nothing_in_hand, by=world.quan, at=THURSDAY_MORNING,
        )  # fmt: skip


def test_an_officer_of_another_unit_is_placed_by_who_administers_that_too(world: World) -> None:
    post = Post(world.ward, Role.RECEPTION, TODAY)
    position = world.lan.positions.get().pk
    days = {"from_on": TODAY, "to_on": TOMORROW}

    with pytest.raises(NotAllowed):
        appoint(world.nam, post, by=world.quan, at=THURSDAY_MORNING)
    with pytest.raises(NotAllowed):
        substitute(position, world.nam, **days, decision="15/QĐ-UBND", by=world.quan, at=THURSDAY_MORNING)

    above = officer("tu", "Tạ Văn Tư", world.district, Role.ADMINISTRATOR)
    appoint(world.nam, post, by=above, at=THURSDAY_MORNING)
    assert may(fresh(world.nam), "dossier.receive", world.ward, None, TODAY)


def stand_in(world: World, first: date, last: date) -> Substitution:
    position = world.hoa.positions.get().pk
    days = {"from_on": first, "to_on": last}
    return substitute(position, world.minh, **days, decision="15/QĐ-UBND", by=world.quan, at=THURSDAY_MORNING)


def test_a_substitution_ends_earlier_than_was_decided(world: World) -> None:
    made = stand_in(world, TODAY, TOMORROW)

    end_substitution(made.pk, to_on=TODAY, by=world.quan, at=THURSDAY_MORNING)

    assert not may(fresh(world.minh), "dossier.approve", world.ward, None, TOMORROW)
    line = Entry.objects.latest("pk")
    assert (line.act, json.loads(line.old)["to_on"]) == ("officer.substitution_ended", "2023-07-28")


def test_a_substitution_that_has_not_begun_is_withdrawn(world: World) -> None:
    made = stand_in(world, TOMORROW, TOMORROW)

    end_substitution(made.pk, to_on=TODAY, by=world.quan, at=THURSDAY_MORNING)

    assert not Substitution.objects.exists()
    assert Entry.objects.count() == 2


def test_a_substitution_does_not_end_later_nor_before_it_began_nor_by_another(world: World) -> None:
    made = stand_in(world, TODAY, TOMORROW)

    for day, why in ((TOMORROW, appointments.NOT_EARLIER), (TODAY - timedelta(days=1), appointments.BACKWARDS)):
        with pytest.raises(Refusal) as refused:
            end_substitution(made.pk, to_on=day, by=world.quan, at=THURSDAY_MORNING)
        assert refused.value.words == why
    with pytest.raises(NotAllowed):
        end_substitution(made.pk, to_on=TODAY, by=world.hoa, at=THURSDAY_MORNING)
    assert Substitution.objects.get().to_on == TOMORROW
    assert Entry.objects.count() == 1
