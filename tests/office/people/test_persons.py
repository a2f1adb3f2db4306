"""Persons put down at a counter."""

from datetime import date

import pytest

from motcua.language import Refusal
from motcua.office.people import cards, persons
from motcua.office.people.models import Person, PersonKind
from motcua.office.people.persons import Told, put_down
from tests.world import World


def test_a_known_number_is_the_same_person_with_a_fresh_phone(world: World) -> None:
    found = put_down(Told("PHẠM VĂN BÌNH", "087090000011", birth_on=date(1990, 7, 27), phone="0912345678"))

    assert found == world.binh
    assert Person.objects.get(pk=world.binh.pk).phone == "0912345678"


def test_what_was_not_told_now_is_kept(world: World) -> None:
    put_down(Told("Phạm Văn Bình", "087090000011", address="Ấp 3"))
    put_down(Told("Phạm Văn Bình", "087090000011"))

    assert Person.objects.get(pk=world.binh.pk).address == "Ấp 3"


def test_a_number_of_another_name_is_refused(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        put_down(Told("Huỳnh Thị An", "087090000011"))
    assert refused.value.words == persons.OTHER_NAME


def test_an_impossible_citizen_number_is_refused_and_a_tax_code_is_not(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        put_down(Told("Công ty Sen", "1400123456"))
    assert refused.value.words == cards.BAD_NUMBER
    assert put_down(Told("Công ty Sen", "1400123456", PersonKind.ORGANISATION)).search_name == "cong ty sen"


def test_two_without_a_number_are_two_persons(world: World) -> None:
    assert put_down(Told("Lê Văn Tám")) != put_down(Told("Lê Văn Tám"))
