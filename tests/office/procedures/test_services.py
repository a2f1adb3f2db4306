"""What a unit takes in: begun and ended by its own control, from a day to come, for procedures of its level."""

from datetime import date, timedelta

import pytest

from motcua.language import Refusal
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Role
from motcua.office.people.policy import NotAllowed
from motcua.office.procedures import services
from motcua.office.procedures.models import Procedure, Service, Version
from motcua.office.procedures.services import stop_taking_in, take_in
from motcua.office.procedures.versions import taken_in
from tests.world import BEGAN, THURSDAY_MORNING, World, officer

TODAY = date(2023, 7, 27)
DAY = timedelta(days=1)


@pytest.fixture
def tu(world: World) -> Officer:
    """Procedure control of ward 13, which takes nothing in."""
    return officer("tu", "Trần Thị Tú", world.elsewhere, Role.CONTROL)


def birth(world: World) -> Procedure:
    return world.versions["birth"].procedure


def begun(world: World, by: Officer, on: date = TODAY) -> Service:
    return take_in(birth(world), world.elsewhere, from_on=on, by=by, at=THURSDAY_MORNING)


def stopped(service: Service, by: Officer, on: date) -> Service:
    return stop_taking_in(service.pk, last_on=on, by=by, at=THURSDAY_MORNING)


def words(refused: pytest.ExceptionInfo[Refusal]) -> object:
    return refused.value.words


def test_a_unit_takes_a_procedure_in_from_a_day_until_another(world: World, tu: Officer) -> None:
    service = begun(world, tu)
    stopped(service, tu, TODAY + DAY)

    for on, there in ((TODAY - DAY, False), (TODAY, True), (TODAY + DAY, True), (TODAY + 2 * DAY, False)):
        assert taken_in(world.elsewhere, on).filter(procedure=birth(world)).exists() == there
    lines = Entry.objects.order_by("pk")
    assert [line.act for line in lines] == ["procedure.taken_in", "procedure.no_longer_taken_in"]
    assert begun(world, tu, TODAY + 2 * DAY).valid_to is None


def test_nothing_is_taken_in_twice_or_ended_twice(world: World, tu: Officer) -> None:
    service = begun(world, tu)
    with pytest.raises(Refusal) as refused:
        begun(world, tu, TODAY + DAY)
    assert words(refused) == services.TAKEN_IN
    stopped(service, tu, TODAY)
    with pytest.raises(Refusal) as refused:
        stopped(service, tu, TODAY + DAY)
    assert words(refused) == services.ENDED
    assert Service.objects.filter(unit=world.elsewhere).count() == 1 and Entry.objects.count() == 2


def test_a_day_that_is_over_one_without_a_version_and_another_level_are_refused(world: World, tu: Officer) -> None:
    with pytest.raises(Refusal) as refused:
        begun(world, tu, TODAY - DAY)
    assert words(refused) == services.PAST

    Version.objects.filter(pk=world.versions["birth"].pk).update(in_force_to=TODAY)
    with pytest.raises(Refusal) as refused:
        begun(world, tu, TODAY + DAY)
    assert words(refused) == services.NOT_IN_FORCE

    Version.objects.filter(pk=world.versions["birth"].pk).update(levels=["district"])
    with pytest.raises(Refusal) as refused:
        begun(world, tu)
    assert words(refused) == services.OTHER_LEVEL
    assert not Entry.objects.exists()


def test_only_the_units_own_control_begins_and_ends(world: World, tu: Officer) -> None:
    for someone in (world.kim, world.hoa, world.nam):
        with pytest.raises(NotAllowed):
            begun(world, someone)
    here = Service.objects.get(unit=world.ward, procedure=birth(world))
    with pytest.raises(NotAllowed):
        stopped(here, tu, TODAY)
    here.refresh_from_db()
    assert (here.valid_from, here.valid_to) == (BEGAN, None)
