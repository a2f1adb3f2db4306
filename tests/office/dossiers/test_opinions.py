"""Opinions of other units: silence is no consent."""

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts.opinions import answer_opinion, ask_opinion
from motcua.office.dossiers.acts.settlement import approve, propose
from motcua.office.dossiers.guards import opinions as guards
from motcua.office.dossiers.guards import telling
from motcua.office.dossiers.models import Dossier, Opinion
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Role
from motcua.office.people.policy import NotAllowed
from tests.office.dossiers import life
from tests.world import World, moment, officer

ASKED = moment("2023-07-27 10:00")
DUE = moment("2023-07-28 11:00")
IN_TIME, LATE = moment("2023-07-28 09:00"), moment("2023-07-28 13:30")


@pytest.fixture
def dao(world: World) -> Officer:
    """A specialist of ward 13, who is asked."""
    return officer("dao", "Mai Thị Đào", world.elsewhere, Role.SPECIALIST)


def ask(world: World, dossier: Dossier) -> Opinion:
    return ask_opinion(
        dossier.pk, unit=world.elsewhere, question="Có tranh chấp không?", due_at=DUE, by=world.minh, at=ASKED
    )


def test_another_unit_answers_what_it_was_asked(world: World, dao: Officer) -> None:
    dossier = life.in_work(world)
    opinion = ask(world, dossier)

    answer_opinion(opinion.pk, agrees=False, answer="Đang có tranh chấp", by=dao, at=IN_TIME)

    kept = Opinion.objects.get()
    assert (kept.agrees, kept.answered_by, kept.answered_at) == (False, dao, IN_TIME)
    assert life.lines(dossier)[-2:] == ["dossier.opinion_asked", "dossier.opinion_answered"]
    assert '"late": false' in Entry.objects.get(act="dossier.opinion_answered").new


def test_an_answer_after_its_day_is_taken_and_noted_as_late(world: World, dao: Officer) -> None:
    opinion = ask(world, life.in_work(world))

    answer_opinion(opinion.pk, agrees=True, answer="Đồng ý", by=dao, at=LATE)

    assert '"late": true' in Entry.objects.get(act="dossier.opinion_answered").new


def test_nobody_answers_twice_and_nobody_answers_for_another_unit(world: World, dao: Officer) -> None:
    opinion = ask(world, life.in_work(world))
    with pytest.raises(NotAllowed):
        answer_opinion(opinion.pk, agrees=True, answer="Đồng ý", by=world.minh, at=IN_TIME)
    answer_opinion(opinion.pk, agrees=True, answer="Đồng ý", by=dao, at=IN_TIME)

    with pytest.raises(Refusal) as refused:
        answer_opinion(opinion.pk, agrees=False, answer="Không", by=dao, at=IN_TIME)
    assert refused.value.words == guards.ANSWERED


def test_a_unit_does_not_ask_itself_nor_for_yesterday_nor_nothing(world: World) -> None:
    dossier = life.in_work(world)
    wrong = [
        ({"unit": world.ward, "question": "?", "due_at": DUE}, guards.ITSELF),
        ({"unit": world.elsewhere, "question": "?", "due_at": ASKED}, guards.DUE_PAST),
        ({"unit": world.elsewhere, "question": "  ", "due_at": DUE}, telling.BLANK),
        ({"unit": world.elsewhere, "question": "x" * 1001, "due_at": DUE}, telling.LONG),
    ]
    for told, words in wrong:
        with pytest.raises(Refusal) as refused:
            ask_opinion(dossier.pk, by=world.minh, at=ASKED, **told)  # type: ignore[arg-type]
        assert refused.value.words == words
    assert not Opinion.objects.exists()


def test_no_opinion_is_asked_before_the_dossier_is_taken_over(world: World) -> None:
    dossier = life.received(world)

    with pytest.raises(NotAllowed):
        ask_opinion(dossier.pk, unit=world.elsewhere, question="?", due_at=DUE, by=world.lan, at=ASKED)
    with pytest.raises(Refusal) as refused:
        ask_opinion(dossier.pk, unit=world.elsewhere, question="?", due_at=DUE, by=world.minh, at=ASKED)
    assert "Nguyễn Thị Lan" in str(refused.value)


def test_no_approval_over_a_silent_unit_unless_the_head_says_why(world: World) -> None:
    dossier = life.in_work(world)
    ask(world, dossier)
    propose(dossier.pk, proposal="Đủ điều kiện", by=world.minh, at=life.PROPOSED)

    with pytest.raises(Refusal) as refused:
        approve(dossier.pk, by=world.hoa, at=life.APPROVED)
    assert refused.value.words == guards.UNANSWERED

    approve(dossier.pk, despite="Đã quá hạn trả lời, hồ sơ gốc đủ căn cứ", by=world.hoa, at=life.APPROVED)
    assert "hồ sơ gốc đủ căn cứ" in Entry.objects.get(act="dossier.approved").new
