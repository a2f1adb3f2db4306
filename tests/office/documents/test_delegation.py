"""Signing by a decision in the head's name: only what it covers, while it lasts, at asking and at answering."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from motcua.language import Refusal
from motcua.office.documents.acts.arranging import Charge, delegate, end_delegation
from motcua.office.documents.acts.asking import answer, ask_signature, sign_with
from motcua.office.documents.acts.drafting import approve
from motcua.office.documents.models import Capacity, Mode, State
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer
from motcua.office.people.policy import NotAllowed
from tests.office.documents import course
from tests.office.documents.engine import Signs
from tests.world import World

PERSON = Capacity.PERSON
pytestmark = pytest.mark.usefixtures("signing_engine")


def charged(world: World, officer: Officer, **other: Any) -> None:
    """The officer signs notices for the head, from July on."""
    whole = Charge(
        officer, "Phó Chủ tịch", Mode.FOR, date(2023, 7, 1), "15/QĐ-UBND", date(2023, 6, 30), kinds=("notice",)
    )
    delegate(world.ward, replace(whole, **other), by=world.hoa, at=course.DRAFTED)


@pytest.mark.parametrize("mode", [Mode.FOR, Mode.BY_ORDER, Mode.BY_AUTHORITY])
def test_by_a_decision_another_signs_in_the_heads_name(world: World, mode: Mode) -> None:
    charged(world, world.minh, mode=mode, to_on=date(2023, 12, 31))
    document = course.approved(world, signer=world.minh, mode=mode, signer_title="Phó Chủ tịch")

    sign_with(Signs("Trần Văn Minh"), document.pk, PERSON, by=world.minh, at=course.SIGNED)

    kept = course.again(document)
    assert kept.state == State.SIGNED
    assert kept.delegation is not None and kept.delegation.decision == "15/QĐ-UBND"
    assert Entry.objects.latest("pk").authority == f"delegation {kept.delegation.pk}"


@pytest.mark.parametrize(
    "other",
    [
        {"kinds": ["decision"]},
        {"to_on": date(2023, 7, 26)},
        {"from_on": date(2023, 7, 28)},
        {"mode": Mode.BY_ORDER},
    ],
    ids=["another kind", "ended", "not begun", "another mode"],
)
def test_a_decision_that_does_not_cover_it_is_none(world: World, other: dict[str, object]) -> None:
    charged(world, world.minh, **other)
    document = course.drafted(world, signer=world.minh, mode=Mode.FOR, signer_title="Phó Chủ tịch")

    with pytest.raises(NotAllowed):
        approve(document.pk, by=world.hoa, at=course.APPROVED)


def test_a_decision_ended_between_asking_and_answering_is_none(world: World) -> None:
    charged(world, world.minh)
    document = course.approved(world, signer=world.minh, mode=Mode.FOR, signer_title="Phó Chủ tịch")
    key = Signs("Trần Văn Minh")
    request = ask_signature(document.pk, PERSON, key.chain(), by=world.minh, at=course.SIGNED)
    given = world.minh.delegations.get()
    end_delegation(given.pk, on=date(2023, 7, 26), by=world.hoa, at=course.SIGNED)

    with pytest.raises(NotAllowed):
        answer(request.pk, key.sign(bytes(request.said)), by=world.minh, at=course.SIGNED)


@pytest.mark.parametrize("who", ["minh", "van", "nam", "thu", "quan"])
def test_nobody_but_the_head_gives_others_the_right_to_sign(world: World, who: str) -> None:
    charge = Charge(world.minh, "Phó", Mode.FOR, date(2023, 7, 1), "1/QĐ", date(2023, 6, 30))

    with pytest.raises(NotAllowed):
        delegate(world.ward, charge, by=getattr(world, who), at=course.DRAFTED)


@pytest.mark.parametrize(
    "other",
    [{"mode": Mode.BODY}, {"mode": Mode.BY_AUTHORITY}, {"decided_on": date(2023, 7, 2)}, {"to_on": date(2023, 6, 1)}],
)
def test_a_right_to_sign_without_limits_or_before_its_decision_is_not_given(
    world: World, other: dict[str, object]
) -> None:
    with pytest.raises(Refusal):
        charged(world, world.minh, **other)
