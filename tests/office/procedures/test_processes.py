"""Internal processes: drafted, checked, released."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.language import Refusal, Words
from motcua.office.journal.models import Entry
from motcua.office.people.models import Position, Role
from motcua.office.people.policy import NotAllowed
from motcua.office.procedures import models, processes
from motcua.office.procedures import process_checks as checks
from motcua.office.procedures.models import Process, Version
from motcua.office.procedures.processes import StepTold, Way, as_told, counting, draft, redraft, release, usual
from motcua.worktime.office_hours import national_schedule
from motcua.worktime.term import Term
from tests.world import THURSDAY_MORNING, World, moment

TODAY = date(2023, 7, 27)
Steps = list[StepTold]


def drafted(world: World, steps: Steps | None = None, procedure: str = "birth") -> Process:
    version = world.versions[procedure]
    return draft(world.ward, version, usual(version) if steps is None else steps, by=world.hoa, at=THURSDAY_MORNING)


def against(world: World, steps: Steps) -> list[tuple[Words, object]]:
    found = checks.check(drafted(world, steps), on=TODAY, schedule=national_schedule())
    return [(words, values.get("no")) for words, values in found]


def released(world: World, process: Process) -> Process:
    return release(process.pk, schedule=national_schedule(), by=world.hoa, at=THURSDAY_MORNING)


@pytest.mark.parametrize("procedure", ["birth", "land", "contract", "copy"])
def test_the_usual_process_can_be_released_for_every_procedure(world: World, procedure: str) -> None:
    process = released(world, drafted(world, procedure=procedure))

    assert counting(world.ward, world.versions[procedure], THURSDAY_MORNING) == process
    assert [line.act for line in Entry.objects.order_by("pk")] == ["process.drafted", "process.released"]


@pytest.mark.parametrize("value", range(1, 61))
@pytest.mark.parametrize("unit", ["hour", "working_day", "calendar_day", "month"])
def test_the_usual_process_keeps_inside_any_legal_term(value: int, unit: str) -> None:
    steps = usual(Version(term_value=value, term_unit=unit))

    terms = [step.term for step in steps if step.term]
    if {term.unit for term in terms} == {unit}:
        assert sum(term.value for term in terms) == value
    else:
        assert (value, unit, sum(term.value for term in terms)) == (1, "working_day", 7)


def test_a_step_that_nobody_can_take_is_said(world: World) -> None:
    Position.objects.filter(officer=world.van).update(to_on=date(2023, 7, 26))

    assert against(world, usual(world.versions["birth"])) == [(checks.NOBODY, 4)]


def test_a_loop_with_no_way_out_is_said_of_each_step_in_it(world: World) -> None:
    steps = [
        StepTold("Tiếp nhận", Role.RECEPTION, (Way("next", 2),)),
        StepTold("Thẩm định", Role.SPECIALIST, (Way("next", 3),), gives_result=True),
        StepTold("Ký duyệt", Role.HEAD, (Way("next", 2),)),
    ]

    assert against(world, steps) == [(checks.TRAP, 1), (checks.TRAP, 2), (checks.TRAP, 3)]


def test_a_way_that_ends_with_no_result_is_said(world: World) -> None:
    steps = [
        StepTold("Tiếp nhận", Role.RECEPTION, (Way("next", 2), Way("next", 3))),
        StepTold("Ký duyệt", Role.HEAD, (Way("next", 3),), gives_result=True),
        StepTold("Trả kết quả", Role.RECEPTION),
    ]

    assert against(world, steps) == [(checks.NO_RESULT, 3)]


def test_a_branch_to_nowhere_and_a_step_that_none_leads_to_are_said(world: World) -> None:
    steps = [
        StepTold("Tiếp nhận", Role.RECEPTION, (Way("next"), Way("opinion")), gives_result=True),
        StepTold("Ký duyệt", Role.HEAD),
    ]

    assert against(world, steps) == [(checks.NOWHERE, 1), (checks.NOWHERE, 1), (checks.UNREACHED, 2)]


def test_an_opinion_of_a_unit_and_a_leg_at_a_level_lead_somewhere(world: World) -> None:
    ways = (Way("opinion", unit=world.elsewhere), Way("leg", level="district"), Way("next", 2))
    steps = [
        StepTold("Thẩm định", Role.SPECIALIST, ways),
        StepTold("Ký duyệt", Role.HEAD, gives_result=True),
    ]

    assert against(world, steps) == []


def test_steps_longer_than_the_legal_term_are_said(world: World) -> None:
    steps = usual(world.versions["birth"])
    steps[1] = replace(steps[1], term=Term(4, "working_day"))

    assert against(world, steps) == [(checks.TOO_LONG, None)]


def test_the_longest_way_counts_and_not_the_sum_of_all_steps(world: World) -> None:
    steps = [
        StepTold("Tiếp nhận", Role.RECEPTION, (Way("next", 2), Way("next", 3))),
        StepTold("Việc khó", Role.SPECIALIST, (Way("next", 4),), term=Term(5, "working_day")),
        StepTold("Việc dễ", Role.SPECIALIST, (Way("next", 4),), term=Term(3, "working_day")),
        StepTold("Ký duyệt", Role.HEAD, gives_result=True),
    ]

    assert against(world, steps) == []


@pytest.mark.parametrize(("hours", "found"), [(8, []), (9, [(checks.MORE_THAN, None)])])
def test_hours_inside_days_are_laid_into_working_time(world: World, hours: int, found: list[object]) -> None:
    """Five working days from the opening end at the opening of the sixth: four days and eight hours fit exactly."""
    steps = [
        StepTold("Thẩm định", Role.SPECIALIST, (Way("next", 2),), term=Term(4, "working_day")),
        StepTold("Ký duyệt", Role.HEAD, term=Term(hours, "hour"), gives_result=True),
    ]

    assert against(world, steps) == found


def test_a_process_with_something_against_it_is_not_released(world: World) -> None:
    process = drafted(world, [])

    with pytest.raises(Refusal) as refused:
        released(world, process)
    assert refused.value.words == processes.NOT_READY
    assert counting(world.ward, world.versions["birth"], THURSDAY_MORNING) is None


def test_a_newer_process_counts_from_its_release_and_the_older_stays_as_it_was(world: World) -> None:
    first = released(world, drafted(world))
    second = release(drafted(world).pk, schedule=national_schedule(), by=world.hoa, at=moment("2023-07-28 08:00"))

    assert second.number == 2
    birth = world.versions["birth"]
    assert counting(world.ward, birth, THURSDAY_MORNING) == first
    assert counting(world.ward, birth, moment("2023-07-28 08:00")) == second
    with pytest.raises(Refusal) as refused:
        released(world, first)
    assert refused.value.words == processes.RELEASED


def test_a_released_process_its_steps_and_branches_never_change(world: World) -> None:
    process = released(world, drafted(world))
    step = process.steps.first()
    assert step is not None
    branch = step.branches.first()
    assert branch is not None

    for row in (process, step, branch):
        for change in (row.save, row.delete):
            with pytest.raises(Refusal) as refused:
                change()
            assert refused.value.words == models.RELEASED


def test_a_way_to_a_step_that_is_not_there_leaves_nothing(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        drafted(world, [StepTold("Tiếp nhận", Role.RECEPTION, (Way("next", 7),))])

    assert refused.value.words == processes.NO_SUCH_STEP
    assert not Process.objects.exists()
    assert not Entry.objects.exists()


def test_only_head_and_procedure_control_of_the_unit_release(world: World) -> None:
    process = drafted(world)

    for someone in (world.minh, world.quan, world.nam, world.kim):
        with pytest.raises(NotAllowed):
            draft(world.ward, world.versions["birth"], [], by=someone, at=THURSDAY_MORNING)
        with pytest.raises(NotAllowed):
            release(process.pk, schedule=national_schedule(), by=someone, at=THURSDAY_MORNING)


def test_a_draft_is_told_as_it_was_and_drafted_anew(world: World) -> None:
    process = drafted(world)
    steps = as_told(process)
    assert [replace(step, ways=tuple(step.ways)) for step in steps] == usual(world.versions["birth"])

    shorter = [steps[0], replace(steps[1], ways=[Way("refusal")], gives_result=True)]
    redraft(process.pk, shorter, by=world.hoa, at=THURSDAY_MORNING)

    assert [step.name for step in as_told(process)] == ["Tiếp nhận hồ sơ", "Thẩm định"]
    assert [line.act for line in Entry.objects.order_by("pk")] == ["process.drafted", "process.redrafted"]


def test_what_cannot_be_drafted_anew_leaves_the_draft_as_it_was(world: World) -> None:
    process = drafted(world)
    with pytest.raises(Refusal) as refused:
        redraft(process.pk, as_told(process)[:2], by=world.hoa, at=THURSDAY_MORNING)
    assert refused.value.words == processes.NO_SUCH_STEP
    with pytest.raises(NotAllowed):
        redraft(process.pk, [], by=world.minh, at=THURSDAY_MORNING)
    assert (process.steps.count(), Entry.objects.count()) == (5, 1)

    released(world, process)
    with pytest.raises(Refusal) as refused:
        redraft(process.pk, [], by=world.hoa, at=THURSDAY_MORNING)
    assert refused.value.words == processes.RELEASED
    assert process.steps.count() == 5
