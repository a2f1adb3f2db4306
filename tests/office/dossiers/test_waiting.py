"""Waiting for the citizen: once and complete, and the term begins again from zero."""

from typing import Any

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts.waiting import ask_supplement, resubmit, withdraw
from motcua.office.dossiers.guards import handover, telling
from motcua.office.dossiers.guards import waiting as guards
from motcua.office.dossiers.guards.reception import KEPT, NOT_LISTED
from motcua.office.dossiers.lifecycle import NotNow
from motcua.office.dossiers.models import Dossier, PaperForm, Slip, Status
from motcua.office.dossiers.told import Paper
from motcua.office.journal.models import Entry
from motcua.office.people.models import Role
from motcua.office.people.policy import NotAllowed
from tests.office.dossiers import life
from tests.office.test_guards import refused
from tests.world import World, again, moment, officer

ASKED = moment("2023-07-28 09:00")
BROUGHT = moment("2023-07-31 10:00")
LATE = moment("2023-08-02 09:00")  # the fourth working day
PAPER = Paper("Giấy tờ chứng minh", PaperForm.COPY)


def asked(world: World, dossier: Dossier) -> Dossier:
    ask_supplement(dossier.pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu giấy tờ", by=world.minh, at=ASKED)
    return again(dossier)


def test_a_supplement_is_asked_with_a_slip_and_the_clock_stands_still(world: World) -> None:
    dossier = asked(world, life.in_work(world))

    slip = Slip.objects.get(kind="supplement")
    assert (slip.number, slip.said["wanted"], slip.said["reason"]) == (
        "01/HDHS",
        ["Giấy tờ chứng minh"],
        "Thiếu giấy tờ",
    )
    assert (dossier.status, dossier.due_at, dossier.supplement_requests) == (Status.SUPPLEMENT, None, 1)
    assert [line.kind for line in dossier.due_lines.all()] == ["base", "pause"]
    assert life.lines(dossier)[-1] == "dossier.supplement_asked"


def test_papers_brought_are_added_and_the_term_begins_again_from_zero(world: World) -> None:
    dossier = asked(world, life.in_work(world))

    resubmit(dossier.pk, papers=[PAPER], by=world.lan, at=BROUGHT)

    kept = again(dossier)
    assert (kept.status, kept.due_at) == (Status.PROCESSING, moment("2023-08-07 10:00"))
    assert kept.first_due_at == moment("2023-08-03 08:30")
    assert kept.components.get(no=3).name == "Giấy tờ chứng minh"
    assert kept.holder == world.minh


def test_the_list_of_what_is_missing_is_never_empty_or_blank(world: World) -> None:
    dossier = life.in_work(world)

    for wanted, words in (([], guards.NOTHING_WANTED), (["Giấy tờ chứng minh", " "], telling.BLANK)):
        with pytest.raises(Refusal) as refused:
            ask_supplement(dossier.pk, wanted=wanted, reason="Thiếu giấy tờ chứng minh", by=world.minh, at=ASKED)
        assert refused.value.words == words
    with pytest.raises(Refusal):
        ask_supplement(dossier.pk, wanted=["Giấy tờ chứng minh"], reason="", by=world.minh, at=ASKED)
    assert not Slip.objects.filter(kind="supplement").exists()


def test_a_second_request_is_warned_of_counted_and_noted(world: World) -> None:
    dossier = asked(world, life.in_work(world))
    resubmit(dossier.pk, papers=[PAPER], by=world.lan, at=BROUGHT)
    assert [one.words for one in guards.warnings(again(dossier), BROUGHT)] == [guards.AGAIN]

    ask_supplement(
        dossier.pk, wanted=["Tờ khai theo mẫu"], reason="Thiếu giấy tờ chứng minh", by=world.minh, at=BROUGHT
    )

    assert again(dossier).supplement_requests == 2
    assert '"warned": ["again"]' in Entry.objects.filter(act="dossier.supplement_asked").latest("pk").new


def test_a_request_after_three_working_days_is_warned_of_and_noted(world: World) -> None:
    dossier = life.in_work(world)
    assert guards.warnings(dossier, moment("2023-08-01 08:30")) == []

    ask_supplement(dossier.pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu giấy tờ chứng minh", by=world.minh, at=LATE)

    assert '"warned": ["late"]' in Entry.objects.get(act="dossier.supplement_asked").new


def test_who_does_not_hold_the_dossier_asks_for_nothing(world: World) -> None:
    dossier = life.in_work(world)

    with pytest.raises(Refusal) as refused:
        ask_supplement(
            dossier.pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu giấy tờ chứng minh", by=world.lan, at=ASKED
        )
    assert refused.value.words == handover.NOT_YOURS
    with pytest.raises(NotAllowed):
        ask_supplement(
            dossier.pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu giấy tờ chứng minh", by=world.nam, at=ASKED
        )


def test_nothing_is_asked_twice_at_once_and_nothing_brought_unasked(world: World) -> None:
    dossier = life.in_work(world)
    with pytest.raises(NotNow):
        resubmit(dossier.pk, papers=[PAPER], by=world.lan, at=BROUGHT)
    asked(world, dossier)

    with pytest.raises(NotNow):
        ask_supplement(
            dossier.pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu giấy tờ chứng minh", by=world.minh, at=ASKED
        )


def test_a_resubmission_without_papers_or_with_a_kept_original_changes_nothing(world: World) -> None:
    dossier = asked(world, life.in_work(world))
    original = Paper("Giấy tờ chứng minh", PaperForm.ORIGINAL, listed_as=2, kept_original=True)

    for papers, words in (([], guards.NOTHING_BROUGHT), ([original], KEPT)):
        with pytest.raises(Refusal) as refused:
            resubmit(dossier.pk, papers=papers, by=world.lan, at=BROUGHT)
        assert refused.value.words == words
    assert again(dossier).status == Status.SUPPLEMENT


def test_papers_for_another_unit_are_brought_to_the_desk_where_the_citizen_came(world: World) -> None:
    far = officer("hai", "Tạ Văn Hải", world.district, Role.SPECIALIST)
    dossier = life.received(world, competent_unit=world.district)
    life.moved(world, dossier, world.lan, far, Role.SPECIALIST, world.district)
    ask_supplement(dossier.pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu giấy tờ chứng minh", by=far, at=ASKED)

    with pytest.raises(NotAllowed):
        resubmit(dossier.pk, papers=[PAPER], by=world.nam, at=BROUGHT)
    resubmit(dossier.pk, papers=[PAPER], by=world.lan, at=BROUGHT)

    assert again(dossier).status == Status.PROCESSING


def test_a_procedure_without_a_term_can_wait_for_papers_too(world: World) -> None:
    dossier = life.in_work(world, "copy")

    resubmit(asked(world, dossier).pk, papers=[PAPER], by=world.lan, at=BROUGHT)

    assert (again(dossier).due_at, dossier.due_lines.count()) == (None, 0)


@pytest.mark.parametrize("bring", [life.received, life.in_work, lambda world: asked(world, life.in_work(world))])
def test_the_citizen_takes_a_dossier_back_at_the_desk(world: World, bring: object) -> None:
    dossier = bring(world)  # type: ignore[operator]

    withdraw(dossier.pk, reason="Không còn nhu cầu", by=world.lan, at=BROUGHT)

    kept = again(dossier)
    assert (kept.status, kept.finished_at, kept.holder) == (Status.WITHDRAWN, BROUGHT, None)
    assert kept.no_result_reason == "Không còn nhu cầu"
    assert not kept.steps.filter(finished_at=None).exists()
    assert life.lines(dossier)[-1] == "dossier.withdrawn"


def test_nothing_is_taken_back_once_it_is_settled_or_without_a_reason(world: World) -> None:
    open_one = life.received(world, applicant=world.an)

    with pytest.raises(NotNow):
        withdraw(life.settled(world).pk, reason="Không cần nữa", by=world.lan, at=BROUGHT)
    with pytest.raises(Refusal) as refused:
        withdraw(open_one.pk, reason=" ", by=world.lan, at=BROUGHT)
    assert refused.value.words == telling.BLANK
    with pytest.raises(NotAllowed):
        withdraw(open_one.pk, reason="Không cần nữa", by=world.minh, at=BROUGHT)


def test_only_papers_of_the_published_list_are_asked_for_and_taken_in(world: World) -> None:
    dossier = life.in_work(world)
    told: dict[str, Any] = {"reason": "Thiếu giấy tờ chứng minh", "by": world.minh, "at": ASKED}

    for beyond in ("Sổ hộ khẩu", "Giấy tờ chứng minh khác", "Giấy tờ"):
        assert refused(ask_supplement, dossier.pk, wanted=[beyond], **told) == guards.BEYOND_LIST
    correction = "Giấy tờ chứng minh: ghi lại ngày sinh"
    ask_supplement(dossier.pk, wanted=[correction, "Tờ khai theo mẫu"], **told)

    assert Slip.objects.get(kind="supplement").said["wanted"] == [correction, "Tờ khai theo mẫu"]
    beyond_list = Paper("Sổ hộ khẩu", PaperForm.COPY)
    assert refused(resubmit, dossier.pk, papers=[beyond_list], by=world.lan, at=BROUGHT) == NOT_LISTED
    resubmit(dossier.pk, papers=[PAPER], by=world.lan, at=BROUGHT)
    assert set(dossier.components.values_list("procedure_component_no", flat=True)) == {1, 2}
