"""Lateness: drafted before it is too late, signed by the head, one new date; the citizen is never punished."""

from datetime import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from motcua.language import Refusal
from motcua.office.dossiers.acts import lateness
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.lateness import apologise, confirm_cause, draft_apologies, draft_apology
from motcua.office.dossiers.acts.opinions import ask_opinion
from motcua.office.dossiers.acts.settlement import approve, propose, record_result, return_result
from motcua.office.dossiers.acts.waiting import ask_supplement
from motcua.office.dossiers.guards import lateness as guards
from motcua.office.dossiers.guards import telling
from motcua.office.dossiers.models import Channel, Dossier, Slip, Status
from motcua.office.dossiers.overdue import cause, file_may_close, minutes, overdue
from motcua.office.exchange.models import Message
from motcua.office.journal.models import Entry
from motcua.office.people.models import Person, Role
from motcua.office.people.policy import NotAllowed
from motcua.printing.forms import checks
from tests.office.dossiers import life
from tests.world import World, again, moment, officer

DUE = moment("2023-08-03 08:30")
TWO_DAYS_BEFORE = moment("2023-08-01 09:00")
DAY_BEFORE = moment("2023-08-02 16:00")
SAME_DAY = moment("2023-08-03 08:00")
LATE = moment("2023-08-04 09:00")
NEW_DUE = moment("2023-08-08 16:00")


def draft(world: World, dossier: Dossier, at: datetime = TWO_DAYS_BEFORE, **told: object) -> Slip:
    asked: dict[str, object] = {
        "reason": "late",
        "fault": "Chờ xác minh",
        "new_due_at": NEW_DUE,
        "by": world.minh,
        "at": at,
    }
    return draft_apology(dossier.pk, **(asked | told))  # type: ignore[arg-type]


def settled_late(world: World) -> Dossier:
    dossier = life.in_work(world)
    propose(dossier.pk, proposal="Đủ", by=world.minh, at=LATE)
    approve(dossier.pk, by=world.hoa, at=LATE)
    record_result(dossier.pk, pages=1, by=world.minh, at=LATE)
    return again(dossier)


def test_the_head_signs_a_draft_and_the_due_date_moves_once(world: World) -> None:
    dossier = life.in_work(world)
    letter = draft(world, dossier)
    assert (letter.number, letter.issued_at, again(dossier).due_at) == ("", None, DUE)

    apologise(letter.pk, by=world.hoa, at=DAY_BEFORE)

    signed = Slip.objects.get(pk=letter.pk)
    assert (signed.number, signed.signed_by, signed.issued_at) == ("01/PXL", world.hoa, DAY_BEFORE)
    assert (again(dossier).due_at, again(dossier).first_due_at) == (NEW_DUE, DUE)
    assert dossier.due_lines.get(kind="extension").document == "01/PXL"
    assert life.lines(dossier)[-2:] == ["dossier.apology_drafted", "dossier.apologised"]
    with pytest.raises(Refusal) as refused:
        draft(world, dossier, DAY_BEFORE, new_due_at=moment("2023-08-15 16:00"))
    assert refused.value.words == guards.ONE_NEW_DATE


def test_the_citizen_is_told_once_of_the_new_date_and_nothing_else(world: World) -> None:
    Person.objects.filter(pk=world.binh.pk).update(email="binh@example.invalid")
    dossier = life.in_work(world)

    apologise(draft(world, dossier).pk, by=world.hoa, at=DAY_BEFORE)

    message = Message.objects.get()
    assert (message.channel, message.to) == ("email", "binh@example.invalid")
    assert dossier.code in message.body and "16:00 ngày 08/08/2023" in message.body
    assert "Bình" not in message.body and "xác minh" not in message.body


def test_the_head_may_sign_another_new_date(world: World) -> None:
    dossier = life.in_work(world)

    apologise(draft(world, dossier).pk, new_due_at=LATE, by=world.hoa, at=DAY_BEFORE)

    assert again(dossier).due_at == LATE


@pytest.mark.parametrize(("at", "late"), [(DAY_BEFORE, "false"), (SAME_DAY, "true"), (LATE, "true")])
def test_a_letter_after_the_day_before_expiry_is_still_given_and_noted(world: World, at: datetime, late: str) -> None:
    letter = draft(world, life.in_work(world), at)

    apologise(letter.pk, by=world.hoa, at=at)

    for act in ("dossier.apology_drafted", "dossier.apologised"):
        assert f'"late": {late}' in Entry.objects.get(act=act).new


def test_no_letter_is_drafted_that_says_nothing_or_moves_nothing(world: World) -> None:
    dossier = life.in_work(world)
    wrong: list[tuple[dict[str, object], object]] = [
        ({"fault": " "}, telling.BLANK),
        ({"fault": "Quá hạn"}, checks._NO_REASON),
        ({"reason": "weather"}, guards.NO_SUCH_REASON),
        ({"new_due_at": None}, guards.NO_LATER),
        ({"new_due_at": DUE}, guards.NO_LATER),
    ]
    for told, words in wrong:
        with pytest.raises(Refusal) as refused:
            draft(world, dossier, TWO_DAYS_BEFORE, **told)
        assert refused.value.words == words
    with pytest.raises(Refusal) as past:
        draft(world, dossier, LATE, new_due_at=LATE)
    assert past.value.words == guards.NO_LATER
    assert not Slip.objects.filter(kind="apology").exists()


def test_no_new_date_for_a_settled_dossier_nor_while_the_citizen_is_waited_for(world: World) -> None:
    waits = life.in_work(world)
    ask_supplement(
        waits.pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu giấy tờ chứng minh", by=world.minh, at=life.PROPOSED
    )

    with pytest.raises(Refusal) as settled:
        draft(world, life.settled(world))
    with pytest.raises(Refusal) as waiting:
        draft(world, waits)
    with pytest.raises(Refusal) as no_term:
        draft(world, life.in_work(world, "copy"))

    assert settled.value.words == guards.NOT_OPEN
    assert {waiting.value.words, no_term.value.words} == {guards.NO_CLOCK}


def test_one_draft_waits_at_a_time_and_is_signed_once_by_the_head_alone(world: World) -> None:
    dossier = life.in_work(world)
    letter = draft(world, dossier)
    with pytest.raises(Refusal) as second:
        draft(world, dossier)
    with pytest.raises(NotAllowed):
        apologise(letter.pk, by=world.minh, at=DAY_BEFORE)
    apologise(letter.pk, by=world.hoa, at=DAY_BEFORE)
    with pytest.raises(Refusal) as twice:
        apologise(letter.pk, by=world.hoa, at=DAY_BEFORE)
    with pytest.raises(Refusal) as receipt:
        apologise(Slip.objects.get(kind="receipt").pk, by=world.hoa, at=DAY_BEFORE)

    assert second.value.words == guards.DRAFT_WAITS
    assert {twice.value.words, receipt.value.words} == {guards.SIGNED}


def test_the_desk_drafts_no_letter(world: World) -> None:
    with pytest.raises(NotAllowed):
        draft(world, life.in_work(world), by=world.lan)


def test_an_error_found_after_the_return_is_apologised_for_without_a_date(world: World) -> None:
    dossier = life.returned(world)

    letter = draft(world, dossier, reason="error", fault="Ghi sai ngày sinh", new_due_at=None)
    apologise(letter.pk, by=world.hoa, at=DAY_BEFORE)

    assert Slip.objects.get(pk=letter.pk).number == "01/PXL"
    assert again(dossier).due_at == DUE


def test_a_dossier_settled_before_the_head_signed_gets_its_letter_without_a_date(world: World) -> None:
    dossier = life.in_work(world)
    letter = draft(world, dossier)
    propose(dossier.pk, proposal="Đủ", by=world.minh, at=LATE)
    approve(dossier.pk, by=world.hoa, at=LATE)
    record_result(dossier.pk, pages=1, by=world.minh, at=LATE)

    apologise(letter.pk, by=world.hoa, at=LATE)

    assert Slip.objects.get(pk=letter.pk).new_due_at is None
    assert file_may_close(again(dossier), LATE)


def test_drafts_stand_in_the_heads_queue_two_working_days_before_due(world: World) -> None:
    due_soon, settled = life.in_work(world), life.settled(world)
    waits = life.in_work(world)
    ask_supplement(
        waits.pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu giấy tờ chứng minh", by=world.minh, at=life.PROPOSED
    )
    not_yet = life.in_work(world)
    Dossier.objects.filter(pk=not_yet.pk).update(due_at=NEW_DUE)

    drafts = draft_apologies(TWO_DAYS_BEFORE)

    assert [(letter.dossier_id, letter.by, letter.issued_at) for letter in drafts] == [(due_soon.pk, world.minh, None)]
    assert drafts[0].new_due_at == moment("2023-08-08 08:30")
    assert life.lines(due_soon)[-1] == "dossier.apology_drafted"
    assert draft_apologies(TWO_DAYS_BEFORE) == []
    assert not settled.slips.filter(kind="apology").exists()


def test_the_last_working_days_before_due_are_counted_over_a_weekend(world: World) -> None:
    dossier = life.in_work(world)
    Dossier.objects.filter(pk=dossier.pk).update(due_at=moment("2023-08-07 08:30"))  # a Monday

    assert draft_apologies(moment("2023-08-02 17:00")) == []
    assert len(draft_apologies(moment("2023-08-03 08:30"))) == 1


def test_the_command_drafts_for_what_is_past_due_and_says_how_many(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = life.in_work(world)

    call_command("draft_apologies")

    assert "1" in capsys.readouterr().out
    letter = dossier.slips.get(kind="apology")
    assert letter.fault == lateness.PAST_DUE.vi
    assert letter.new_due_at is not None and letter.new_due_at > timezone.now()


def test_after_the_one_new_date_no_further_draft_is_made(world: World) -> None:
    dossier = life.in_work(world)
    apologise(draft(world, dossier).pk, by=world.hoa, at=DAY_BEFORE)

    assert draft_apologies(moment("2023-08-09 09:00")) == []


def test_a_late_result_is_returned_like_any_other_and_the_file_closes_with_the_cause(world: World) -> None:
    dossier = settled_late(world)
    pass_on(dossier.pk, name="Trả", unit=world.ward, role=Role.RECEPTION, by=world.minh, at=LATE)
    take_over(dossier.pk, by=world.lan, at=LATE)
    return_result(dossier.pk, way=Channel.COUNTER, to="Bình", by=world.lan, at=LATE)

    assert again(dossier).status == Status.RETURNED
    assert overdue(again(dossier), NEW_DUE)
    assert not file_may_close(again(dossier), NEW_DUE)
    confirm_cause(dossier.pk, cause="us", by=world.hoa, at=NEW_DUE)
    kept = again(dossier)
    assert (kept.late_cause, kept.late_cause_by) == ("us", world.hoa)
    assert file_may_close(kept, NEW_DUE)
    assert life.lines(dossier)[-1] == "dossier.cause_confirmed"


def test_a_cause_is_confirmed_for_a_late_dossier_by_the_head_in_a_word_that_there_is(world: World) -> None:
    late = settled_late(world)
    with pytest.raises(NotAllowed):
        confirm_cause(late.pk, cause="us", by=world.minh, at=NEW_DUE)
    with pytest.raises(Refusal) as unknown:
        confirm_cause(late.pk, cause="weather", by=world.hoa, at=NEW_DUE)
    with pytest.raises(Refusal) as in_time:
        confirm_cause(life.settled(world).pk, cause="us", by=world.hoa, at=NEW_DUE)

    assert unknown.value.words == guards.NO_SUCH_CAUSE
    assert in_time.value.words == guards.NOT_LATE


def test_late_minutes_are_of_who_had_the_dossier(world: World) -> None:
    far = officer("hai", "Tạ Văn Hải", world.district, Role.SPECIALIST)
    ours = life.in_work(world)
    theirs = life.moved(
        world, life.received(world, competent_unit=world.district), world.lan, far, Role.SPECIALIST, world.district
    )

    assert (cause(ours, LATE), minutes(ours, LATE)["other_unit"]) == ("us", 0)
    assert (cause(theirs, LATE), minutes(theirs, LATE)["us"]) == ("other_unit", 0)
    assert cause(ours, DAY_BEFORE) is None
    assert not overdue(ours, DAY_BEFORE)


def test_a_silent_unit_has_the_late_minutes_from_the_day_it_was_to_answer(world: World) -> None:
    dossier = life.in_work(world)
    ask_opinion(dossier.pk, unit=world.elsewhere, question="?", due_at=life.APPROVED, by=world.minh, at=life.PROPOSED)

    assert cause(dossier, LATE) == "other_unit"


def test_what_has_no_term_is_never_late(world: World) -> None:
    dossier = life.in_work(world, "copy")

    assert (overdue(dossier, LATE), cause(dossier, LATE), file_may_close(dossier, LATE)) == (False, None, True)
