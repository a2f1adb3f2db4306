"""Linked legs: asked for here, taken in there, closed before the whole."""

import pytest

from motcua.language import Refusal
from motcua.office.dossiers import deadlines
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.legs import link, receive_leg
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.acts.settlement import approve, propose, record_result
from motcua.office.dossiers.guards import legs as guards
from motcua.office.dossiers.models import BookEntry, BookKind, Dossier, Leg, Status
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Role, Unit
from motcua.office.people.policy import NotAllowed
from tests.world import THURSDAY_MORNING, World, again, moment, officer, procedure

ASKED = moment("2023-07-27 09:00")
DUE = moment("2023-08-01 09:00")
TAKEN = moment("2023-07-31 14:20")
DECIDED = moment("2023-08-02 09:00")


@pytest.fixture
def land(world: World) -> World:
    """The world with a land procedure; Nam of ward 13 receives legs."""
    world.versions["land"] = procedure(
        world, "1.011441", "Đăng ký biến động đất đai", "Đất đai", term=(10, "working_day"), special="land"
    )
    return world


def begun(world: World) -> Dossier:
    return receive(world.reception("land"), by=world.lan, at=THURSDAY_MORNING)


def taken(world: World, dossier: Dossier) -> Dossier:
    papers = world.papers(world.versions["land"])
    return receive_leg(dossier.pk, unit=world.elsewhere, papers=papers, by=world.nam, at=TAKEN)


def decide(world: World, dossier: Dossier) -> None:
    """Through the specialist and the head of ward 12 to the moment before the result is recorded."""
    pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=ASKED)
    take_over(dossier.pk, by=world.minh, at=ASKED)
    propose(dossier.pk, proposal="Đủ điều kiện", by=world.minh, at=DECIDED)
    pass_on(dossier.pk, name="Ký", unit=world.ward, role=Role.HEAD, by=world.minh, at=DECIDED)
    take_over(dossier.pk, by=world.hoa, at=DECIDED)
    approve(dossier.pk, by=world.hoa, at=DECIDED)
    pass_on(dossier.pk, name="Vào số", unit=world.ward, role=Role.CLERK, by=world.hoa, at=DECIDED)
    take_over(dossier.pk, by=world.van, at=DECIDED)


def test_a_leg_has_its_own_code_its_own_book_lines_and_the_citizen_of_the_whole(land: World) -> None:
    whole = begun(land)
    link(whole.pk, unit=land.elsewhere, by=land.lan, at=ASKED)
    leg = taken(land, whole)

    assert (leg.code, leg.parent_id, leg.applicant_id) == ("H20.17.13-230731-0001", whole.pk, whole.applicant_id)
    lines = BookEntry.objects.filter(dossier=leg).order_by("kind").values_list("unit__unit_id", "kind", "serial")
    assert list(lines) == [("w13", BookKind.LINKED_LAND, 1), ("w13", BookKind.TRACKING, 1)]
    assert Leg.objects.get().taken_in == leg
    assert list(Entry.objects.order_by("pk").values_list("unit", "act")) == [
        ("w12", "dossier.received"),
        ("w12", "dossier.linked"),
        ("w13", "dossier.received"),
    ]


def test_a_leg_is_due_within_the_whole_and_its_ledger_says_the_same(land: World) -> None:
    whole = begun(land)
    link(whole.pk, unit=land.elsewhere, by=land.lan, at=ASKED, due_at=DUE)
    leg = taken(land, whole)

    assert leg.due_at == leg.first_due_at == DUE
    standing = deadlines.standing(leg)
    assert standing is not None
    assert standing.current_due == leg.due_at
    assert leg.slips.get(kind="receipt").due_at == leg.due_at


def test_a_leg_asked_for_without_a_date_is_due_with_the_whole(land: World) -> None:
    whole = begun(land)
    leg = link(whole.pk, unit=land.elsewhere, by=land.lan, at=ASKED)

    assert leg.due_at == whole.due_at
    assert taken(land, whole).due_at == whole.due_at


def test_a_leg_taken_in_after_its_day_is_due_at_once(land: World) -> None:
    whole = begun(land)
    link(whole.pk, unit=land.elsewhere, by=land.lan, at=ASKED, due_at=moment("2023-07-28 09:00"))

    assert taken(land, whole).due_at == TAKEN


@pytest.mark.parametrize("due", ["2023-07-27 09:00", "2023-08-10 08:31"])
def test_a_leg_due_at_once_or_after_the_whole_is_refused(land: World, due: str) -> None:
    whole = begun(land)
    with pytest.raises(Refusal) as refused:
        link(whole.pk, unit=land.elsewhere, by=land.lan, at=ASKED, due_at=moment(due))

    assert refused.value.words == guards.BEYOND
    assert not Leg.objects.exists()


def test_the_whole_is_not_settled_before_its_legs(land: World) -> None:
    whole = begun(land)
    link(whole.pk, unit=land.elsewhere, by=land.lan, at=ASKED)
    decide(land, whole)

    with pytest.raises(Refusal) as not_taken_in:
        record_result(whole.pk, number="15/QĐ", pages=1, by=land.van, at=DECIDED)
    leg = taken(land, whole)
    with pytest.raises(Refusal) as not_done:
        record_result(whole.pk, number="15/QĐ", pages=1, by=land.van, at=DECIDED)
    assert not_taken_in.value.words == not_done.value.words == guards.OPEN_LEG
    assert again(whole).status == Status.PROCESSING

    Dossier.objects.filter(pk=leg.pk).update(status=Status.SETTLED, finished_at=TAKEN)
    record_result(whole.pk, number="15/QĐ", pages=1, by=land.van, at=DECIDED)
    assert again(whole).status == Status.SETTLED


def test_each_unit_has_one_leg_and_none_of_its_own_dossier(land: World) -> None:
    whole = begun(land)
    link(whole.pk, unit=land.elsewhere, by=land.lan, at=ASKED)

    for unit, words in ((land.elsewhere, guards.ASKED), (land.ward, guards.OWN_UNIT)):
        with pytest.raises(Refusal) as refused:
            link(whole.pk, unit=unit, by=land.lan, at=ASKED)
        assert refused.value.words == words


def test_a_unit_that_is_gone_is_asked_for_nothing(land: World) -> None:
    Unit.objects.filter(pk=land.elsewhere.pk).update(valid_to="2023-07-01")
    whole = begun(land)

    with pytest.raises(Refusal) as refused:
        link(whole.pk, unit=Unit.objects.get(pk=land.elsewhere.pk), by=land.lan, at=ASKED)
    assert refused.value.words == guards.UNIT_GONE


def test_an_ended_dossier_asks_for_no_leg(land: World) -> None:
    whole = begun(land)
    Dossier.objects.filter(pk=whole.pk).update(status=Status.SETTLED, finished_at=ASKED)

    with pytest.raises(Refusal) as refused:
        link(whole.pk, unit=land.elsewhere, by=land.lan, at=ASKED)
    assert refused.value.words == guards.ENDED


def test_a_leg_is_taken_in_once_and_only_where_it_was_asked(land: World) -> None:
    whole = begun(land)
    with pytest.raises(Refusal) as not_asked:
        taken(land, whole)
    link(whole.pk, unit=land.elsewhere, by=land.lan, at=ASKED)
    taken(land, whole)
    with pytest.raises(Refusal) as twice:
        taken(land, whole)

    assert not_asked.value.words == twice.value.words == guards.NOT_ASKED
    assert Dossier.objects.filter(parent=whole).count() == 1


@pytest.fixture
def phuc(land: World) -> Officer:
    return officer("phuc", "Lê Văn Phúc", land.elsewhere, Role.CLERK)


def test_only_reception_of_the_other_unit_takes_its_leg_in(land: World, phuc: Officer) -> None:
    whole = begun(land)
    link(whole.pk, unit=land.elsewhere, by=land.lan, at=ASKED)
    papers = land.papers(land.versions["land"])

    for wrong in (land.lan, phuc):
        with pytest.raises(NotAllowed):
            receive_leg(whole.pk, unit=land.elsewhere, papers=papers, by=wrong, at=TAKEN)
    with pytest.raises(NotAllowed):
        link(whole.pk, unit=land.district, by=land.nam, at=ASKED)
    assert not Dossier.objects.filter(parent=whole).exists()
