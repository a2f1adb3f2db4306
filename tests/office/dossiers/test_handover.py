"""Hand-over: who may send, who may take, and who answers in between."""

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts import waiting
from motcua.office.dossiers.acts.handover import assign, hand_over_work, pass_on, take_over
from motcua.office.dossiers.guards import handover as guards
from motcua.office.dossiers.models import Dossier, Status, Step
from motcua.office.people.models import Officer, Position, Role
from motcua.office.people.policy import NotAllowed
from motcua.office.procedures.models import Process, ProcessStep
from tests.office.dossiers import life
from tests.world import BEGAN, World, again, moment, officer

LATER = moment("2023-07-28 08:00")


@pytest.fixture
def tam(world: World) -> Officer:
    """A second specialist of the ward."""
    return officer("tam", "Cao Thị Tâm", world.ward, Role.SPECIALIST)


def test_the_sender_answers_until_another_takes_the_dossier_over(world: World) -> None:
    dossier = life.received(world)
    pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=life.MOVED)
    assert again(dossier).holder == world.lan

    take_over(dossier.pk, by=world.minh, at=life.TAKEN)

    taken = again(dossier)
    assert (taken.holder, taken.status, taken.step_no) == (world.minh, Status.PROCESSING, 2)
    assert life.lines(dossier) == ["dossier.received", "dossier.passed_on", "dossier.taken_over"]


def test_nobody_sends_what_another_holds(world: World) -> None:
    dossier = life.in_work(world)

    with pytest.raises(Refusal) as refused:
        pass_on(dossier.pk, name="Ký", unit=world.ward, role=Role.HEAD, by=world.lan, at=LATER)
    assert refused.value.words == guards.NOT_YOURS


def test_nothing_is_sent_twice_before_it_is_taken_over(world: World) -> None:
    dossier = life.received(world)
    pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=life.MOVED)

    with pytest.raises(Refusal) as refused:
        pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.HEAD, by=world.lan, at=life.TAKEN)
    assert refused.value.words == guards.NOT_TAKEN_OVER
    assert dossier.steps.count() == 2


def test_nothing_is_taken_over_twice_or_by_the_wrong_role_or_by_a_stranger(world: World, tam: Officer) -> None:
    dossier = life.received(world)
    pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=life.MOVED)
    with pytest.raises(Refusal) as wrong_role:
        take_over(dossier.pk, by=world.hoa, at=life.TAKEN)
    with pytest.raises(NotAllowed):
        take_over(dossier.pk, by=world.nam, at=life.TAKEN)
    take_over(dossier.pk, by=world.minh, at=life.TAKEN)
    with pytest.raises(Refusal) as twice:
        take_over(dossier.pk, by=tam, at=life.TAKEN)

    assert wrong_role.value.words == guards.CANNOT_TAKE
    assert twice.value.words == guards.NOTHING_TO_TAKE


def test_who_holds_two_roles_takes_over_by_the_one_the_step_asks_for(world: World) -> None:
    Position.objects.create(officer=world.lan, unit=world.ward, role=Role.SPECIALIST, from_on=BEGAN)
    dossier = life.received(world)
    pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=life.MOVED)

    take_over(dossier.pk, by=Officer.objects.get(pk=world.lan.pk), at=life.TAKEN)

    assert again(dossier).step_no == 2


def test_nothing_is_sent_where_nobody_can_take_it(world: World) -> None:
    dossier = life.received(world)

    with pytest.raises(Refusal) as nobody:
        pass_on(dossier.pk, name="Ký", unit=world.elsewhere, role=Role.HEAD, by=world.lan, at=life.MOVED)
    with pytest.raises(Refusal) as no_such_work:
        pass_on(dossier.pk, name="Thu", unit=world.ward, role=Role.ACCOUNTANT, by=world.lan, at=life.MOVED)
    Position.objects.filter(officer=world.minh).update(domains=["Đất đai"])
    with pytest.raises(Refusal) as other_domain:
        pass_on(dossier.pk, name="Làm", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=life.MOVED)

    assert {nobody.value.words, no_such_work.value.words, other_domain.value.words} == {guards.NOBODY_THERE}


def test_a_settled_dossier_goes_to_the_desk_that_received_it_and_nowhere_else(world: World) -> None:
    dossier = life.settled(world)

    with pytest.raises(Refusal) as refused:
        pass_on(dossier.pk, name="Lưu", unit=world.ward, role=Role.CLERK, by=world.minh, at=life.RECORDED)
    assert refused.value.words == guards.RESULT_TO_DESK

    life.moved(world, dossier, world.minh, world.lan, Role.RECEPTION)
    assert again(dossier).result.to_desk_at == life.AT_DESK


def test_a_dossier_that_waits_for_papers_is_not_passed_on(world: World) -> None:
    dossier = life.in_work(world)
    waiting.ask_supplement(
        dossier.pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu giấy tờ kèm", by=world.minh, at=LATER
    )

    with pytest.raises(Refusal) as refused:
        pass_on(dossier.pk, name="Ký", unit=world.ward, role=Role.HEAD, by=world.minh, at=LATER)
    assert refused.value.words == guards.WAITS


def test_a_step_is_due_by_the_term_of_the_released_process(world: World) -> None:
    version = world.versions["birth"]
    for number, hours, released in ((1, 4, life.MOVED), (2, 8, None)):
        process = Process.objects.create(unit=world.ward, version=version, number=number)
        ProcessStep.objects.create(process=process, no=1, name="Tiếp nhận", role=Role.RECEPTION)
        ProcessStep.objects.create(
            process=process, no=2, name="Thẩm định", role=Role.SPECIALIST, term_value=hours, term_unit="hour"
        )
        Process.objects.filter(pk=process.pk).update(released_at=released)
    dossier = life.received(world)

    step = pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=life.MOVED)

    assert step.due_at == moment("2023-07-27 15:00")  # four office hours from 9:00, lunch between


def test_a_step_assigned_to_one_is_taken_over_by_no_other(world: World, tam: Officer) -> None:
    dossier = life.received(world)
    pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=life.MOVED)
    assign(dossier.pk, to=tam, by=world.hoa, at=life.MOVED)

    with pytest.raises(Refusal) as refused:
        take_over(dossier.pk, by=world.minh, at=life.TAKEN)
    assert refused.value.words == guards.FOR_ANOTHER

    take_over(dossier.pk, by=tam, at=life.TAKEN)
    assert again(dossier).holder == tam


def test_what_one_has_in_hand_is_assigned_anew_as_a_further_step(world: World, tam: Officer) -> None:
    dossier = life.in_work(world)

    step = assign(dossier.pk, to=tam, by=world.hoa, at=LATER)

    assert (step.no, step.sender, step.officer, step.received_at) == (3, world.minh, tam, None)
    assert again(dossier).holder == world.minh
    assert life.lines(dossier)[-1] == "dossier.assigned"


def test_only_the_head_assigns_and_only_to_who_may_take_it(world: World, tam: Officer) -> None:
    dossier = life.in_work(world)

    with pytest.raises(NotAllowed):
        assign(dossier.pk, to=tam, by=world.minh, at=LATER)
    with pytest.raises(Refusal) as refused:
        assign(dossier.pk, to=world.lan, by=world.hoa, at=LATER)
    assert refused.value.words == guards.CANNOT_TAKE


def test_all_open_work_of_one_who_leaves_goes_to_another_by_name(world: World, tam: Officer) -> None:
    first, second = life.in_work(world), life.in_work(world, applicant=world.an)
    at_desk = life.received(world)

    steps = hand_over_work(world.minh, to=tam, by=world.quan, at=LATER)

    assert {(step.dossier_id, step.officer) for step in steps} == {(first.pk, tam), (second.pk, tam)}
    take_over(first.pk, by=tam, at=LATER)
    assert again(first).holder == tam
    assert life.lines(second)[-1] == "dossier.work_handed_over"
    assert again(at_desk).holder == world.lan


def test_work_moves_wholly_or_not_at_all(world: World) -> None:
    in_land = officer("son", "Lý Văn Sơn", world.ward, Role.SPECIALIST, domains=["Đất đai"])
    life.in_work(world, "land")
    life.in_work(world)

    with pytest.raises(Refusal):
        hand_over_work(world.minh, to=in_land, by=world.hoa, at=LATER)
    assert not Step.objects.filter(officer=in_land).exists()


def test_a_stranger_hands_nobodys_work_over(world: World, tam: Officer) -> None:
    dossier = life.in_work(world)

    with pytest.raises(NotAllowed):
        hand_over_work(world.minh, to=tam, by=world.nam, at=LATER)
    assert Dossier.objects.get(pk=dossier.pk).steps.count() == 2
