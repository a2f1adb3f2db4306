"""Numbers of documents: from 01 each year, without gap or double, whoever draws how many at once; and notations."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.language import Refusal
from motcua.office.documents.acts.arranging import Series, open_book
from motcua.office.documents.acts.register import number
from motcua.office.documents.guards import moving
from motcua.office.documents.kinds import kind, kinds
from motcua.office.documents.letterheads import initials
from motcua.office.documents.models import Book, Counter, OutgoingDocument
from motcua.office.documents.numbering import draw, notation
from tests.office.apart import office
from tests.office.documents import course
from tests.world import World, moment


def test_numbers_follow_each_other_through_the_year_and_begin_anew_with_the_next(world: World) -> None:
    first, second, third = (course.signed(world) for _ in range(3))

    number(first.pk, by=world.van, at=moment("2023-12-29 16:00"))
    number(second.pk, by=world.van, at=moment("2023-12-31 23:59"))
    number(third.pk, by=world.van, at=moment("2024-01-01 00:00"))

    drawn = OutgoingDocument.objects.order_by("pk").values_list("year", "number", "dated_on")
    assert list(drawn) == [(2023, 1, date(2023, 12, 29)), (2023, 2, date(2023, 12, 31)), (2024, 1, date(2024, 1, 1))]


def test_a_number_drawn_in_an_act_that_fails_is_drawn_again(world: World) -> None:
    def fail() -> None:
        with transaction.atomic():
            draw(world.ward, "general", 2023)
            raise LookupError

    with pytest.raises(LookupError):
        fail()

    assert course.numbered(world).number == 1


def test_days_of_a_book_never_run_backwards_and_the_number_is_given_back(world: World) -> None:
    later, earlier = course.signed(world), course.signed(world)
    number(later.pk, by=world.van, at=moment("2023-07-28 08:00"))

    with pytest.raises(Refusal) as caught:
        number(earlier.pk, by=world.van, at=moment("2023-07-27 17:00"))

    assert caught.value.words == moving.BACKWARDS
    assert Counter.objects.get().last == 1


def test_kinds_for_which_the_head_opened_a_book_are_numbered_there_from_its_day_on(world: World) -> None:
    before = course.signed(world)
    number(before.pk, by=world.van, at=course.NUMBERED)
    series = Series("notices", "Sổ thông báo", ["notice"], date(2024, 1, 1))
    open_book(world.ward, series, by=world.hoa, at=course.AFTER)

    still, then = course.signed(world), course.signed(world)
    number(still.pk, by=world.van, at=moment("2023-12-31 10:00"))
    number(then.pk, by=world.van, at=moment("2024-01-02 10:00"))

    drawn = OutgoingDocument.objects.order_by("pk").values_list("book", "number")
    assert list(drawn) == [("general", 1), ("general", 2), ("notices", 1)]


@pytest.mark.parametrize("code", ["general", "secret"])
def test_the_books_of_every_office_are_not_opened_again(world: World, code: str) -> None:
    with pytest.raises(Refusal):
        open_book(world.ward, Series(code, "Sổ", ["notice"], date(2024, 1, 1)), by=world.hoa, at=course.AFTER)


@pytest.mark.parametrize(
    ("on", "year"),
    [(course.AFTER.date(), 2024), (date(2023, 1, 1), 2024), (date(2023, 9, 1), 2024), (date(2025, 1, 2), 2026)],
)
def test_a_book_does_not_begin_in_the_middle_of_a_year(world: World, on: date, year: int) -> None:
    series = Series("notices", "Sổ thông báo", ["notice"], on)

    with pytest.raises(Refusal, match=f"01/01/{year}"):
        open_book(world.ward, series, by=world.hoa, at=course.AFTER)


def test_a_book_that_was_opened_during_a_year_counts_from_the_next(world: World) -> None:
    number(course.signed(world).pk, by=world.van, at=course.NUMBERED)
    Book.objects.create(unit=world.ward, code="notices", name="Sổ", kinds=["notice"], from_on=course.NUMBERED.date())

    still, then = course.signed(world), course.signed(world)
    number(still.pk, by=world.van, at=course.NUMBERED)
    number(then.pk, by=world.van, at=moment("2024-01-02 10:00"))

    drawn = OutgoingDocument.objects.order_by("pk").values_list("book", "number")
    assert list(drawn) == [("general", 1), ("general", 2), ("notices", 1)]


def test_kinds_of_one_sign_stay_in_one_book(world: World) -> None:
    series = Series("letters", "Sổ công văn", ["official_letter"], date(2024, 1, 1))
    with pytest.raises(Refusal, match="Công văn đính chính"):
        open_book(world.ward, series, by=world.hoa, at=course.AFTER)

    letters = [one.code for one in kinds().values() if not one.sign]
    opened = open_book(world.ward, replace(series, kinds=letters), by=world.hoa, at=course.AFTER)
    assert opened.kinds == letters


def test_thirty_two_clerks_at_once_leave_no_gap_and_no_double(tmp_path: Path) -> None:
    with office(tmp_path) as apart:
        found: dict[str, Any] = json.loads(apart.run("-m", "tests.office.documents.crowd", "numbering"))

    assert found["errors"] == []
    assert found["general"] == list(range(1, found["documents"] + 1))
    assert found["elsewhere"] == list(range(1, 9))
    assert found["refused"] == 31
    assert found["faults"] == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(days=st.lists(st.integers(0, 800), min_size=1, max_size=12))
@pytest.mark.django_db
def test_whatever_the_days_each_year_of_a_book_counts_from_one(world: World, days: list[int]) -> None:
    with transaction.atomic():
        drawn: dict[int, list[int]] = {}
        for day in sorted(days):
            year = (date(2023, 1, 1) + timedelta(days=day)).year
            drawn.setdefault(year, []).append(draw(world.ward, "general", year))
        assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in drawn.values())
        transaction.set_rollback(True)


@given(number=st.integers(1, 99_999), code=st.sampled_from(sorted(kinds())), drafting=st.sampled_from(["", "VP"]))
def test_a_notation_tells_number_kind_and_agency_apart(number: int, code: str, drafting: str) -> None:
    chosen = kind(code)

    line = str(OutgoingDocument(number=number, notation=notation(chosen, "UBND", drafting)))

    told, _, sign = line.partition("/")
    assert int(told) == number
    assert len(told) >= 2
    assert sign.count("-") <= 1
    if chosen.sign:
        assert sign == f"{chosen.sign}-UBND"
    else:
        assert sign.split("-") == ["UBND", *filter(None, [drafting])]


def test_the_decree_knows_twenty_nine_kinds_and_each_sign_is_its_own() -> None:
    own = [one for one in kinds().values() if not one.of]
    signs = [one.sign for one in own if one.sign]

    assert len(own) == 29
    assert len(set(signs)) == len(signs) == 27
    assert all(kinds()[one.of] in own for one in kinds().values() if one.of)


@pytest.mark.parametrize(("name", "sign"), [("Sở Nội vụ", "SNV"), ("Phòng Tư pháp", "PTP"), ("Ban 3", "B")])
def test_an_agency_is_abbreviated_by_its_initials(name: str, sign: str) -> None:
    assert initials(name) == sign


def test_a_document_without_number_shows_where_it_will_stand() -> None:
    assert str(OutgoingDocument(notation="QĐ-UBND")) == "…/QĐ-UBND"
