"""Postings: up once at a place, taken down, and the warning where something offered is not posted in full."""

from datetime import date

import pytest

from motcua.language import Refusal
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Position, Role
from motcua.office.people.policy import NotAllowed
from motcua.office.procedures import postings
from motcua.office.procedures.models import Posting, Service, Version
from motcua.office.procedures.postings import missing, post, post_many, remove
from tests.world import THURSDAY_MORNING, World, officer

TODAY, BEFORE = date(2023, 7, 27), date(2023, 7, 26)
BOARD = "Bảng niêm yết Bộ phận Một cửa"


@pytest.fixture
def kim(world: World) -> Officer:
    """Procedure control of the ward itself."""
    return officer("kim12", "Hồ Thị Kim", world.ward, Role.CONTROL)


def put_up(world: World, kim: Officer, procedure: str = "birth", *, complete: bool = True) -> Posting:
    return post(
        world.versions[procedure], world.ward, place=BOARD, on=TODAY, complete=complete, by=kim, at=THURSDAY_MORNING
    )


def codes(world: World, on: date = TODAY) -> dict[str, object]:
    return {one.version.procedure.code: one.words for one in missing(world.ward, on)}


def test_everything_offered_and_not_posted_is_warned_of(world: World, kim: Officer) -> None:
    assert set(codes(world)) == {"1.001193", "1.012812", "2.001035", "2.000815"}

    put_up(world, kim)

    assert set(codes(world)) == {"1.012812", "2.001035", "2.000815"}
    assert "1.001193" in codes(world, BEFORE)
    assert Entry.objects.get().act == "procedure.posted"


def test_an_incomplete_posting_is_warned_of_as_such(world: World, kim: Officer) -> None:
    put_up(world, kim, complete=False)

    assert codes(world)["1.001193"] == postings.INCOMPLETE


def test_a_posting_of_an_earlier_version_is_out_of_date(world: World, kim: Officer) -> None:
    put_up(world, kim)
    Version.objects.filter(pk=world.versions["birth"].pk).update(in_force_to=BEFORE)
    Version.objects.create(
        procedure=world.versions["birth"].procedure, version="2", name="Đăng ký khai sinh", domain="Hộ tịch",
        term_value=1, term_unit="working_day", in_force_from=TODAY, released_at=THURSDAY_MORNING,
    )  # fmt: skip

    assert codes(world)["1.001193"] == postings.OUTDATED


def test_what_is_taken_down_or_no_longer_offered_counts_no_more(world: World, kim: Officer) -> None:
    posting = put_up(world, kim)
    remove(posting.pk, on=TODAY, by=kim, at=THURSDAY_MORNING)
    assert codes(world)["1.001193"] == postings.NOT_POSTED

    Service.objects.filter(unit=world.ward).update(valid_to=BEFORE)
    assert codes(world) == {}


def test_nothing_hangs_twice_at_a_place_or_is_taken_down_twice_or_before(world: World, kim: Officer) -> None:
    posting = put_up(world, kim)
    with pytest.raises(Refusal) as refused:
        put_up(world, kim)
    assert refused.value.words == postings.HANGS_THERE
    with pytest.raises(Refusal) as refused:
        remove(posting.pk, on=BEFORE, by=kim, at=THURSDAY_MORNING)
    assert refused.value.words == postings.REMOVED_BEFORE
    remove(posting.pk, on=TODAY, by=kim, at=THURSDAY_MORNING)
    with pytest.raises(Refusal) as refused:
        remove(posting.pk, on=TODAY, by=kim, at=THURSDAY_MORNING)
    assert refused.value.words == postings.NOT_THERE


def test_a_draft_or_a_posting_without_a_place_is_refused(world: World, kim: Officer) -> None:
    version = world.versions["birth"]
    with pytest.raises(Refusal) as refused:
        post(version, world.ward, place=" ", on=TODAY, by=kim, at=THURSDAY_MORNING)
    assert refused.value.words == postings.NO_PLACE
    version.released_at = None
    with pytest.raises(Refusal) as refused:
        post(version, world.ward, place=BOARD, on=TODAY, by=kim, at=THURSDAY_MORNING)
    assert refused.value.words == postings.NOT_RELEASED


def test_only_the_units_procedure_control_posts(world: World) -> None:
    Position.objects.filter(officer=world.kim).update(unit=world.elsewhere)

    for someone in (world.hoa, Officer.objects.get(pk=world.kim.pk)):
        with pytest.raises(NotAllowed):
            put_up(world, someone)
    assert not Posting.objects.exists()


def test_several_are_posted_at_once_each_in_place_of_what_hangs_there(world: World, kim: Officer) -> None:
    put_up(world, kim, complete=False)
    chosen = [world.versions["birth"], world.versions["land"]]

    made = post_many(chosen, world.ward, place=BOARD, on=TODAY, by=kim, at=THURSDAY_MORNING)

    assert [one.version for one in made] == chosen
    assert Posting.objects.filter(removed_on=None).count() == 2
    assert set(codes(world)) == {"2.001035", "2.000815"}
    acts = [line.act for line in Entry.objects.order_by("pk")]
    assert acts == ["procedure.posted", "procedure.posting_removed", "procedure.posted", "procedure.posted"]


def test_where_one_of_several_is_refused_none_is_posted(world: World, kim: Officer) -> None:
    put_up(world, kim, "land")
    chosen = [world.versions["birth"], world.versions["land"]]

    with pytest.raises(Refusal) as refused:
        post_many(chosen, world.ward, place=BOARD, on=TODAY, by=kim, at=THURSDAY_MORNING)

    assert refused.value.words == postings.HANGS_THERE
    assert (Posting.objects.count(), Entry.objects.count()) == (1, 1)
    with pytest.raises(Refusal) as refused:
        post_many([], world.ward, place=BOARD, on=TODAY, by=kim, at=THURSDAY_MORNING)
    assert refused.value.words == postings.NONE_CHOSEN
    with pytest.raises(NotAllowed):
        post_many(chosen[:1], world.ward, place=BOARD, on=TODAY, by=world.hoa, at=THURSDAY_MORNING)


def test_an_old_version_that_hangs_at_another_place_is_out_of_date_though_the_new_one_is_posted(
    world: World, kim: Officer
) -> None:
    put_up(world, kim)
    Version.objects.filter(pk=world.versions["birth"].pk).update(in_force_to=BEFORE)
    second = Version.objects.create(
        procedure=world.versions["birth"].procedure, version="2", name="Đăng ký khai sinh", domain="Hộ tịch",
        term_value=1, term_unit="working_day", in_force_from=TODAY, released_at=THURSDAY_MORNING,
    )  # fmt: skip
    post(second, world.ward, place="Nhà văn hóa", on=TODAY, by=kim, at=THURSDAY_MORNING)
    assert codes(world)["1.001193"] == postings.OUTDATED

    remove(Posting.objects.get(version=world.versions["birth"]).pk, on=TODAY, by=kim, at=THURSDAY_MORNING)
    assert "1.001193" not in codes(world)


def test_nothing_is_posted_or_taken_down_on_a_day_to_come(world: World, kim: Officer) -> None:
    posting, tomorrow = put_up(world, kim), date(2023, 7, 28)
    with pytest.raises(Refusal) as refused:
        post(world.versions["land"], world.ward, place=BOARD, on=tomorrow, by=kim, at=THURSDAY_MORNING)
    assert refused.value.words == postings.NOT_YET
    with pytest.raises(Refusal) as refused:
        remove(posting.pk, on=tomorrow, by=kim, at=THURSDAY_MORNING)
    assert refused.value.words == postings.NOT_YET
