"""What the head arranges: letterhead, who signs in the head's name; who may be named as a signer follows from it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from motcua.language import Refusal
from motcua.office.documents.acts.arranging import Charge, arrange_letterhead, delegate, end_delegation
from motcua.office.documents.acts.drafting import approve
from motcua.office.documents.competence import competent, signers
from motcua.office.documents.letterheads import acting, named
from motcua.office.documents.models import Letterhead, Mode, State
from motcua.office.journal.models import Entry
from motcua.office.people.models import Position, Substitution, Unit, UnitKind
from motcua.office.people.policy import NotAllowed, forget_terms, forget_tree
from tests.office.documents import course
from tests.world import World

ON = date(2023, 7, 27)


def charge(world: World, **other: Any) -> Charge:
    """Minh signs for the head, from July on."""
    whole = Charge(world.minh, "Phó Chủ tịch", Mode.FOR, date(2023, 7, 1), "15/QĐ-UBND", date(2023, 6, 30))
    return replace(whole, **other)


def test_a_committee_is_named_by_itself_and_others_under_the_unit_above(world: World) -> None:
    ward = named(world.ward)
    world.ward.kind, world.ward.name = UnitKind.DEPARTMENT, "Phòng Tư pháp"
    department = named(world.ward)

    assert (ward.agency, ward.above, ward.sign) == ("Ủy ban nhân dân phường 12", "", "UBND")
    assert (department.agency, department.above, department.sign) == ("Phòng Tư pháp", "Huyện Cao Lãnh", "PTP")


def test_the_heads_letterhead_stands_on_what_is_drafted_after_it(world: World) -> None:
    before = course.drafted(world)
    arrange_letterhead(
        world.ward, sign="UBND-P12", head_title="Chủ tịch Ủy ban", body="Ủy ban", by=world.hoa, at=course.DRAFTED
    )

    after = course.drafted(world)

    assert (course.again(before).notation, after.notation) == ("TB-UBND", "TB-UBND-P12")
    assert after.signer_title == "Chủ tịch Ủy ban"
    assert acting(world.ward, Mode.FOR) == "KT. CHỦ TỊCH ỦY BAN"
    arrange_letterhead(world.ward, sign="UBND", head_title="Chủ tịch", by=world.hoa, at=course.DRAFTED)
    assert Letterhead.objects.get().sign == "UBND"
    assert Entry.objects.filter(act="document.letterhead").count() == 2


def test_nobody_but_the_head_changes_the_letterhead(world: World) -> None:
    with pytest.raises(NotAllowed):
        arrange_letterhead(world.ward, sign="X", head_title="Y", by=world.van, at=course.DRAFTED)


@pytest.mark.parametrize(
    ("mode", "line"),
    [
        (Mode.OWN, ""),
        (Mode.BODY, "TM. ỦY BAN NHÂN DÂN"),
        (Mode.FOR, "KT. CHỦ TỊCH"),
        (Mode.BY_ORDER, "TL. CHỦ TỊCH"),
        (Mode.BY_AUTHORITY, "TUQ. CHỦ TỊCH"),
    ],
)
def test_the_mode_of_signing_stands_over_the_title(world: World, mode: Mode, line: str) -> None:
    assert acting(world.ward, mode) == line


def test_who_may_be_named_is_the_head_and_whom_a_decision_charges(world: World) -> None:
    delegate(world.ward, charge(world, kinds=["notice"]), by=world.hoa, at=course.DRAFTED)

    assert signers(world.ward, "notice", ON) == [
        (world.hoa, Mode.OWN, ""),
        (world.hoa, Mode.BODY, ""),
        (world.minh, Mode.FOR, "Phó Chủ tịch"),
    ]
    assert [officer for officer, _, _ in signers(world.ward, "decision", ON)] == [world.hoa, world.hoa]


def test_a_substitute_of_the_head_signs_for_the_head_and_not_in_their_own_name(world: World) -> None:
    position = Position.objects.get(officer=world.hoa)
    Substitution.objects.create(position=position, substitute=world.van, from_on=ON, to_on=ON, decision="3/QĐ")
    forget_terms(world.van)

    told = {mode: competent(world.ward, "notice", world.van, mode, ON) for mode in Mode}

    assert [mode for mode, may in told.items() if may] == [Mode.FOR]


def test_the_head_does_not_sign_for_themselves(world: World) -> None:
    assert [mode for mode in Mode if competent(world.ward, "notice", world.hoa, mode, ON)] == [Mode.OWN, Mode.BODY]
    assert not any(competent(world.elsewhere, "notice", world.hoa, mode, ON) for mode in Mode)


def test_a_charge_does_not_outlive_the_officers_work_here(world: World) -> None:
    delegate(world.ward, charge(world), by=world.hoa, at=course.DRAFTED)
    Position.objects.filter(officer=world.minh).update(to_on=date(2023, 7, 26))
    forget_terms(world.minh)

    assert not competent(world.ward, "notice", world.minh, Mode.FOR, ON)


def test_whoever_signs_by_a_decision_approves_what_they_will_sign_and_nothing_else(world: World) -> None:
    delegate(world.ward, charge(world), by=world.hoa, at=course.DRAFTED)
    theirs = course.drafted(world, signer=world.minh, mode=Mode.FOR)

    assert approve(theirs.pk, by=world.minh, at=course.APPROVED).state == State.APPROVED
    with pytest.raises(NotAllowed):
        approve(course.drafted(world).pk, by=world.minh, at=course.APPROVED)


def test_a_charge_does_not_follow_the_officer_to_another_unit_and_stays_in_the_one_that_works_on(world: World) -> None:
    delegate(world.ward, charge(world), by=world.hoa, at=course.DRAFTED)
    Position.objects.filter(officer=world.minh).update(unit=world.elsewhere)
    forget_terms(world.minh)
    assert not competent(world.ward, "notice", world.minh, Mode.FOR, ON)

    Unit.objects.filter(pk=world.ward.pk).update(successor=world.elsewhere)
    forget_tree()
    forget_terms(world.minh)
    assert competent(world.ward, "notice", world.minh, Mode.FOR, ON)


def test_ending_a_charge_never_makes_it_longer(world: World) -> None:
    given = delegate(world.ward, charge(world, to_on=date(2023, 8, 31)), by=world.hoa, at=course.DRAFTED)

    assert end_delegation(given.pk, on=date(2024, 8, 31), by=world.hoa, at=course.DRAFTED).to_on == date(2023, 8, 31)
    assert end_delegation(given.pk, on=date(2023, 8, 1), by=world.hoa, at=course.DRAFTED).to_on == date(2023, 8, 1)


def test_whoever_signs_for_the_head_bears_their_own_title(world: World) -> None:
    Position.objects.filter(officer=world.minh).update(title="Chuyên viên")
    with pytest.raises(Refusal, match="chức danh người ký"):
        course.drafted(world, signer=world.van, mode=Mode.FOR)
    assert course.drafted(world, signer=world.minh, mode=Mode.FOR).signer_title == "Chuyên viên"

    delegate(world.ward, charge(world, kinds=["notice"]), by=world.hoa, at=course.DRAFTED)
    delegate(
        world.ward, charge(world, kinds=["decision"], title="Trưởng phòng"), by=world.hoa, at=course.DRAFTED
    )  # fmt: skip

    assert course.drafted(world, signer=world.minh, mode=Mode.FOR).signer_title == "Phó Chủ tịch"
    assert course.drafted(world).signer_title == "Chủ tịch"


def test_a_charge_is_ended_once(world: World) -> None:
    given = delegate(world.ward, charge(world), by=world.hoa, at=course.DRAFTED)
    with pytest.raises(NotAllowed):
        end_delegation(given.pk, on=date(2023, 7, 26), by=world.minh, at=course.DRAFTED)

    end_delegation(given.pk, on=date(2023, 7, 26), by=world.hoa, at=course.DRAFTED)

    assert not competent(world.ward, "notice", world.minh, Mode.FOR, ON)
    with pytest.raises(Refusal):
        end_delegation(given.pk, on=ON, by=world.hoa, at=course.DRAFTED)
    assert Entry.objects.latest("pk").act == "document.delegation_ended"
