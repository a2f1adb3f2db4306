"""Correction and reopening: something is added, nothing is erased."""

from datetime import datetime

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts.correction import correct, reopen
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.settlement import approve, propose, record_result, return_result
from motcua.office.dossiers.acts.waiting import ask_supplement, withdraw
from motcua.office.dossiers.guards import correction as guards
from motcua.office.dossiers.guards import settlement, telling
from motcua.office.dossiers.lifecycle import NotNow
from motcua.office.dossiers.models import Channel, Correction, Dossier, Reopening, Status
from motcua.office.journal.models import Entry
from motcua.office.people.models import Person, Role
from motcua.office.people.policy import NotAllowed
from tests.office.dossiers import life
from tests.world import World, again, moment

AT = moment("2023-08-01 09:00")
LATER = moment("2023-08-02 09:00")
LATEST = moment("2023-08-03 09:00")


def test_what_was_told_wrong_is_put_right_by_an_entry_with_old_and_new(world: World) -> None:
    dossier = life.in_work(world)

    correct(
        dossier.pk,
        changes={"applicant_name": "Phạm Văn Bình Minh", "applicant_birth_on": "1990-02-03", "phone": "0907000111"},
        reason="Gõ nhầm",
        by=world.minh,
        at=AT,
    )

    kept, entry = again(dossier), Correction.objects.get()
    assert (kept.applicant.name, str(kept.applicant.birth_on)) == ("Phạm Văn Bình Minh", "1990-02-03")
    assert kept.submitter_phone == "0907000111"
    assert kept.applicant.search_name in kept.search_text
    assert entry.old == {"applicant_name": "Phạm Văn Bình", "applicant_birth_on": "", "phone": ""}
    assert entry.new["applicant_name"] == "Phạm Văn Bình Minh"


def test_the_journal_says_which_values_were_corrected_and_names_no_citizen(world: World) -> None:
    dossier = life.in_work(world)

    correct(dossier.pk, changes={"applicant_name": "Phạm Văn Bá"}, reason="Gõ nhầm", by=world.minh, at=AT)

    line = Entry.objects.get(act="dossier.corrected")
    assert line.new == '{"entry": 1, "values": ["applicant_name"]}'


@pytest.mark.parametrize("name", ["received_at", "finished_at", "due_at", "status", "fee_due", "code", "holder"])
def test_no_moment_state_or_sum_is_corrected(world: World, name: str) -> None:
    dossier = life.in_work(world)

    with pytest.raises(Refusal) as refused:
        correct(dossier.pk, changes={name: "2023-01-01"}, reason="Gõ nhầm", by=world.minh, at=AT)
    assert refused.value.words == guards.NOT_CORRECTABLE
    assert not Correction.objects.exists()


def test_a_correction_changes_something_into_something_that_can_be_for_a_reason(world: World) -> None:
    dossier = life.in_work(world)
    wrong: list[tuple[dict[str, object], str, object]] = [
        ({"return_way": "counter"}, "Gõ nhầm", guards.NOTHING_NEW),
        ({"return_way": "pigeon"}, "Gõ nhầm", guards.WRONG),
        ({"applicant_birth_on": "31/02/1990"}, "Gõ nhầm", guards.WRONG),
        ({"applicant_name": ""}, "Gõ nhầm", guards.WRONG),
        ({"applicant_number": world.an.number}, "Gõ nhầm", guards.NUMBER_TAKEN),
        ({"subject": "Khai sinh"}, " ", telling.BLANK),
    ]
    for changes, reason, words in wrong:
        with pytest.raises(Refusal) as refused:
            correct(dossier.pk, changes=changes, reason=reason, by=world.minh, at=AT)
        assert refused.value.words == words
    with pytest.raises(NotAllowed):
        correct(dossier.pk, changes={"subject": "Khai sinh"}, reason="Gõ nhầm", by=world.nam, at=AT)
    assert not Correction.objects.exists()
    assert Person.objects.get(pk=world.binh.pk).name == "Phạm Văn Bình"


def test_the_way_in_which_a_result_left_is_not_corrected(world: World) -> None:
    dossier = life.returned(world)

    with pytest.raises(Refusal) as refused:
        correct(dossier.pk, changes={"return_way": "online"}, reason="Gõ nhầm", by=world.lan, at=AT)
    assert refused.value.words == guards.GIVEN_OUT


def settle_again(world: World, dossier: Dossier, at: datetime) -> None:
    pass_on(dossier.pk, name="Làm lại", unit=world.ward, role=Role.SPECIALIST, by=world.hoa, at=at)
    take_over(dossier.pk, by=world.minh, at=at)
    propose(dossier.pk, proposal="Cấp lại", by=world.minh, at=at)
    approve(dossier.pk, by=world.hoa, at=at)
    record_result(dossier.pk, number=f"{at:%d}/GKS", pages=2, by=world.minh, at=at)
    pass_on(dossier.pk, name="Trả", unit=world.ward, role=Role.RECEPTION, by=world.minh, at=at)
    take_over(dossier.pk, by=world.lan, at=at)
    return_result(dossier.pk, way=Channel.COUNTER, to="Phạm Văn Bình", by=world.lan, at=at)


def test_a_reopened_dossier_keeps_its_first_end_and_adds_the_second(world: World) -> None:
    dossier = life.returned(world)

    reopen(dossier.pk, reason="Ghi sai ngày sinh", by=world.hoa, at=AT)
    kept = again(dossier)
    assert (kept.status, kept.holder) == (Status.PROCESSING, world.hoa)
    assert (kept.finished_at, kept.returned_at) == (life.RECORDED, life.RETURNED)
    settle_again(world, dossier, LATER)

    kept, entry = again(dossier), Reopening.objects.get()
    assert (kept.status, kept.finished_at, kept.returned_at) == (Status.RETURNED, life.RECORDED, life.RETURNED)
    assert (entry.ended_as, entry.finished_again_at, entry.returned_again_at) == (Status.RETURNED, LATER, LATER)
    assert (entry.former_result["number"], kept.result.number) == ("15/GKS", "02/GKS")
    assert life.lines(dossier).count("dossier.settled") == 2


def test_the_former_proposal_is_not_approved_again_without_being_made_anew(world: World) -> None:
    dossier = life.returned(world)
    reopen(dossier.pk, reason="Ghi sai", by=world.hoa, at=AT)

    with pytest.raises(Refusal) as refused:
        approve(dossier.pk, by=world.hoa, at=AT)
    assert refused.value.words == settlement.NO_PROPOSAL


def test_a_dossier_reopened_twice_has_an_entry_for_each_end(world: World) -> None:
    dossier = life.returned(world)
    for at in (LATER, LATEST):
        reopen(dossier.pk, reason="Ghi sai", by=world.hoa, at=at)
        settle_again(world, dossier, at)

    assert [entry.returned_again_at for entry in Reopening.objects.all()] == [LATER, LATEST]


def test_a_withdrawn_dossier_runs_on_where_its_clock_stood(world: World) -> None:
    dossier = life.in_work(world)
    ask_supplement(
        dossier.pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu giấy tờ chứng minh", by=world.minh, at=life.PROPOSED
    )
    withdraw(dossier.pk, reason="Không cần", by=world.lan, at=life.RETURNED)

    reopen(dossier.pk, reason="Rút nhầm hồ sơ", by=world.hoa, at=AT)

    kept = again(dossier)
    assert kept.due_at == moment("2023-08-07 08:30")  # two working days later than the first
    assert Reopening.objects.get().former_result == {"no_result_reason": "Không cần"}


def test_only_the_head_reopens_only_what_has_ended_and_only_for_a_reason(world: World) -> None:
    dossier = life.returned(world)
    with pytest.raises(NotAllowed):
        reopen(dossier.pk, reason="Ghi sai", by=world.minh, at=AT)
    with pytest.raises(Refusal) as blank:
        reopen(dossier.pk, reason="", by=world.hoa, at=AT)
    reopen(dossier.pk, reason="Ghi sai", by=world.hoa, at=AT)
    with pytest.raises(NotNow):
        reopen(dossier.pk, reason="Ghi sai", by=world.hoa, at=AT)

    assert blank.value.words == telling.BLANK
    assert Reopening.objects.count() == 1


def test_a_corrected_name_is_found_in_every_dossier_of_the_person(world: World) -> None:
    ended, open_one, of_another = life.returned(world), life.in_work(world), life.received(world, applicant=world.an)

    name = {"applicant_name": "Phạm Văn Bá"}
    correct(open_one.pk, changes=name, reason="Gõ nhầm tên", by=world.minh, at=AT)

    expected = "pham van ba dang ky khai sinh"
    assert [again(one).search_text for one in (ended, open_one)] == [expected, expected]
    assert again(of_another).search_text == "huynh thi an dang ky khai sinh"
