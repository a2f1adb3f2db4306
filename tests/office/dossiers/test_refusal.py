"""Refusal and termination."""

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.opinions import ask_opinion
from motcua.office.dossiers.acts.refusal import refuse, terminate
from motcua.office.dossiers.guards import handover, opinions, settlement, telling
from motcua.office.dossiers.guards import refusal as guards
from motcua.office.dossiers.lifecycle import NotNow
from motcua.office.dossiers.models import Dossier, Slip, Status
from motcua.office.journal.models import Entry
from motcua.office.people.models import Role
from motcua.office.people.policy import NotAllowed
from tests.office.dossiers import life
from tests.world import World, again, moment

LATE = moment("2023-08-04 09:00")
IN_2025 = moment("2025-07-01 08:00")


def test_the_desk_refuses_what_nobody_took_over_yet(world: World) -> None:
    dossier = life.received(world)

    slip = refuse(dossier.pk, reason="Không thuộc thẩm quyền", by=world.lan, at=life.MOVED)

    kept = again(dossier)
    assert (slip.kind, slip.number, slip.said["reason"]) == ("refusal", "01/TNHS", "Không thuộc thẩm quyền")
    assert (kept.status, kept.finished_at, kept.holder) == (Status.NOT_RECEIVED, life.MOVED, None)
    assert life.lines(dossier)[-1] == "dossier.not_received"


def test_the_desk_refuses_what_it_passed_on_but_nobody_took(world: World) -> None:
    dossier = life.received(world)
    pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=life.MOVED)

    refuse(dossier.pk, reason="Không thuộc thẩm quyền", by=world.lan, at=life.TAKEN)

    with pytest.raises(Refusal) as refused:
        take_over(dossier.pk, by=world.minh, at=life.TAKEN)
    assert refused.value.words == handover.NO_STEP


def test_the_desk_refuses_nothing_that_is_in_work_and_nothing_of_another(world: World) -> None:
    dossier = life.in_work(world)

    with pytest.raises(NotAllowed):
        refuse(dossier.pk, reason="Không đủ điều kiện", by=world.lan, at=life.PROPOSED)
    with pytest.raises(Refusal) as refused:
        refuse(life.received(world).pk, reason="Không đủ điều kiện", by=world.hoa, at=life.MOVED)
    assert refused.value.words == handover.NOT_YOURS


def test_the_head_refuses_what_another_proposed_to_refuse_and_the_dossier_is_settled(world: World) -> None:
    dossier = life.proposed(world, refuses=True)

    slip = refuse(dossier.pk, reason="Không đủ điều kiện", by=world.hoa, at=life.APPROVED)

    kept = again(dossier)
    assert (kept.status, kept.finished_at, kept.result.number) == (Status.SETTLED, life.APPROVED, slip.number)
    assert (slip.signed_by, kept.result.approved_by, kept.result.refuses) == (world.hoa, world.hoa, True)
    assert '"late": false' in Entry.objects.get(act="dossier.refused").new


def test_a_late_refusal_is_given_all_the_same_and_noted(world: World) -> None:
    dossier = life.proposed(world, refuses=True)

    refuse(dossier.pk, reason="Không đủ điều kiện", by=world.hoa, at=LATE)

    assert '"late": true' in Entry.objects.get(act="dossier.refused").new


def test_the_head_refuses_nothing_without_a_proposal_to_refuse(world: World) -> None:
    with pytest.raises(Refusal) as none:
        refuse(life.in_work(world).pk, reason="Không đủ điều kiện", by=world.hoa, at=life.APPROVED)
    with pytest.raises(Refusal) as to_grant:
        refuse(life.proposed(world).pk, reason="Không đủ điều kiện", by=world.hoa, at=life.APPROVED)

    assert none.value.words == settlement.NO_PROPOSAL
    assert to_grant.value.words == guards.PROPOSED_TO_GRANT
    assert not Slip.objects.filter(kind="refusal").exists()


def test_no_refusal_without_a_reason_twice_or_over_a_silent_unit(world: World) -> None:
    dossier = life.proposed(world, refuses=True)
    with pytest.raises(Refusal) as blank:
        refuse(dossier.pk, reason=" ", by=world.hoa, at=life.APPROVED)
    ask_opinion(dossier.pk, unit=world.elsewhere, question="?", due_at=LATE, by=world.minh, at=life.PROPOSED)
    with pytest.raises(Refusal) as silent:
        refuse(dossier.pk, reason="Không đủ điều kiện", by=world.hoa, at=life.APPROVED)
    refuse(dossier.pk, reason="Không đủ điều kiện", despite="Đã đủ căn cứ", by=world.hoa, at=life.APPROVED)
    with pytest.raises(NotNow):
        refuse(dossier.pk, reason="Không đủ điều kiện", by=world.hoa, at=life.APPROVED)

    assert (blank.value.words, silent.value.words) == (telling.BLANK, opinions.UNANSWERED)


def of_2025(world: World) -> Dossier:
    dossier = life.in_work(world)
    Dossier.objects.filter(pk=dossier.pk).update(received_at=IN_2025, due_at=None)
    return again(dossier)


def test_the_head_stops_a_dossier_of_the_days_that_have_the_form(world: World) -> None:
    dossier = of_2025(world)

    slip = terminate(dossier.pk, reason="Người nộp đã mất", by=world.hoa, at=IN_2025)

    kept = again(dossier)
    assert (slip.kind, slip.signed_by, slip.number) == ("termination", world.hoa, "01/TBDGQ")
    assert (kept.status, kept.finished_at, kept.no_result_reason) == (Status.STOPPED, IN_2025, "Người nộp đã mất")
    assert life.lines(dossier)[-1] == "dossier.terminated"
    with pytest.raises(NotNow):
        terminate(dossier.pk, reason="Người nộp đã mất", by=world.hoa, at=IN_2025)


def test_a_dossier_of_earlier_days_is_not_stopped(world: World) -> None:
    dossier = life.in_work(world)

    with pytest.raises(Refusal) as refused:
        terminate(dossier.pk, reason="Người nộp đã mất", by=world.hoa, at=life.APPROVED)
    assert refused.value.words == guards.NO_TERMINATION_YET
    assert again(dossier).status == Status.PROCESSING


def test_only_the_head_stops_and_only_what_was_taken_over(world: World) -> None:
    dossier = of_2025(world)
    with pytest.raises(NotAllowed):
        terminate(dossier.pk, reason="Người nộp đã mất", by=world.minh, at=IN_2025)
    pass_on(dossier.pk, name="Ký", unit=world.ward, role=Role.HEAD, by=world.minh, at=IN_2025)
    with pytest.raises(Refusal) as refused:
        terminate(dossier.pk, reason="Người nộp đã mất", by=world.hoa, at=IN_2025)
    assert refused.value.words == handover.NOT_TAKEN_OVER
