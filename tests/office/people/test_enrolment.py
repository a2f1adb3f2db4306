"""New accounts with their first position, and the first administrator of a unit."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from motcua.language import Refusal
from motcua.office.journal.models import Entry
from motcua.office.people import enrolment
from motcua.office.people.appointments import Post
from motcua.office.people.enrolment import enrol, first_administrator
from motcua.office.people.models import Officer, Position, Role, Unit
from motcua.office.people.policy import ADMINISTER, NotAllowed, may
from tests.world import THURSDAY_MORNING, World

TODAY = date(2023, 7, 27)


def test_an_enrolled_officer_has_a_position_and_a_password_that_must_be_changed(world: World) -> None:
    post = Post(world.ward, Role.CLERK, TODAY)

    made, password = enrol("tam", "  Lý Văn  Tám ", post, by=world.quan, at=THURSDAY_MORNING)

    kept = Officer.objects.get(pk=made.pk)
    assert kept.full_name == "Lý Văn Tám"
    assert kept.check_password(password)
    assert kept.must_change_password
    assert may(kept, "dossier.record_result", world.ward, None, TODAY)
    line = Entry.objects.get()
    assert (line.act, line.subject, line.by) == ("officer.enrolled", "tam", "quan")
    assert password not in line.new


@pytest.mark.parametrize(
    ("username", "name", "why"),
    [
        ("lan", "Lý Văn Tám", "TAKEN"),
        ("Tám", "Lý Văn Tám", "BAD_USERNAME"),
        ("t", "Lý Văn Tám", "BAD_USERNAME"),
        ("tam", "  ", "BAD_NAME"),
    ],
)
def test_a_name_that_is_taken_or_cannot_be_is_refused(world: World, username: str, name: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        enrol(username, name, Post(world.ward, Role.CLERK, TODAY), by=world.quan, at=THURSDAY_MORNING)

    assert refused.value.words == getattr(enrolment, why)
    assert not Entry.objects.exists()


def test_without_the_position_there_is_no_account(world: World) -> None:
    backwards = Post(world.ward, Role.CLERK, TODAY, to_on=TODAY - timedelta(days=1))

    with pytest.raises(Refusal):
        enrol("tam", "Lý Văn Tám", backwards, by=world.quan, at=THURSDAY_MORNING)

    assert not Officer.objects.filter(username="tam").exists()


def test_only_the_administrator_of_the_unit_or_above_it_enrols(world: World) -> None:
    for who, where in ((world.hoa, world.ward), (world.quan, world.elsewhere), (world.kim, world.ward)):
        with pytest.raises(NotAllowed):
            enrol("tam", "Lý Văn Tám", Post(where, Role.CLERK, TODAY), by=who, at=THURSDAY_MORNING)

    Position.objects.filter(officer=world.quan).update(unit=world.district)
    above = Officer.objects.get(pk=world.quan.pk)
    enrol("tam", "Lý Văn Tám", Post(world.elsewhere, Role.CLERK, TODAY), by=above, at=THURSDAY_MORNING)


def test_the_first_administrator_of_a_unit_administers_it(world: World) -> None:
    made, password = first_administrator("dau", "Trịnh Thị Đậu", "w13", at=THURSDAY_MORNING)

    assert made.check_password(password)
    assert may(made, ADMINISTER, world.elsewhere, None, TODAY)
    line = Entry.objects.get()
    assert (line.act, line.unit, line.by, line.authority) == (
        "officer.enrolled",
        "w13",
        "motcua",
        "first administrator",
    )


def test_there_is_one_first_administrator_here_or_above(world: World) -> None:
    for unit_id in ("w12", "w13"):
        if unit_id == "w13":
            first_administrator("dau", "Trịnh Thị Đậu", "873", at=THURSDAY_MORNING)
        with pytest.raises(Refusal) as refused:
            first_administrator("sau", "Trịnh Thị Sáu", unit_id, at=THURSDAY_MORNING)
        assert refused.value.words == enrolment.ADMINISTERED


def test_where_the_only_administrator_was_disabled_another_may_begin(world: World) -> None:
    Officer.objects.filter(pk=world.quan.pk).update(is_active=False)

    made, _ = first_administrator("dau", "Trịnh Thị Đậu", "w12", at=THURSDAY_MORNING)

    assert may(made, ADMINISTER, world.ward, None, TODAY)


@pytest.mark.parametrize("unit_id", ["nowhere", "old"])
def test_a_unit_that_is_not_there_today_has_no_first_administrator(world: World, unit_id: str) -> None:
    Unit.objects.create(unit_id="old", name="Xã cũ", level="commune", valid_from=date(2000, 1, 1),
                        valid_to=date(2020, 1, 1))  # fmt: skip

    with pytest.raises(Refusal) as refused:
        first_administrator("dau", "Trịnh Thị Đậu", unit_id, at=THURSDAY_MORNING)

    assert refused.value.words == enrolment.NO_UNIT


def test_the_command_prints_the_first_password_and_refuses_the_second_time(world: World) -> None:
    said = StringIO()
    call_command("first_administrator", "dau", "Trịnh Thị Đậu", unit="w13", stdout=said)

    password = said.getvalue().split("(chỉ hiện lần này): ")[1].split()[0]
    assert Officer.objects.get(username="dau").check_password(password)
    with pytest.raises(CommandError, match="đã có người quản trị"):
        call_command("first_administrator", "sau", "Trịnh Thị Sáu", unit="w13", stdout=said)
