"""Settlement: proposed, approved, recorded, returned; no step left out."""

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts import settlement
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.settlement import approve, propose, record_result, return_result, send_back
from motcua.office.dossiers.guards import handover, telling
from motcua.office.dossiers.guards import settlement as guards
from motcua.office.dossiers.models import Channel, Dossier, Result, Status
from motcua.office.people.models import Position, Role
from motcua.office.people.policy import NotAllowed
from tests.office.dossiers import life
from tests.world import BEGAN, World, again


def give(world: World, dossier: Dossier, **told: object) -> None:
    asked: dict[str, object] = {"way": Channel.COUNTER, "to": "Phạm Văn Bình", "by": world.lan, "at": life.RETURNED}
    return_result(dossier.pk, **(asked | told))  # type: ignore[arg-type]


def test_a_dossier_goes_from_reception_to_return(world: World) -> None:
    dossier = life.returned(world)

    assert (dossier.status, dossier.finished_at, dossier.returned_at) == (
        Status.RETURNED, life.RECORDED, life.RETURNED,
    )  # fmt: skip
    assert (dossier.result.number, dossier.result.issued_at, dossier.result.pages) == ("15/GKS", life.RECORDED, 1)
    assert (dossier.returned_by_unit, dossier.returned_to, dossier.holder) == (world.ward, "Phạm Văn Bình", None)
    assert not dossier.steps.filter(finished_at=None).exists()
    assert life.lines(dossier) == [
        "dossier.received", "dossier.passed_on", "dossier.taken_over", "dossier.proposed", "dossier.approved",
        "dossier.settled", "dossier.passed_on", "dossier.taken_over", "dossier.returned",
    ]  # fmt: skip


def test_the_head_takes_the_dossier_over_to_decide(world: World) -> None:
    dossier = life.proposed(world)
    pass_on(dossier.pk, name="Ký duyệt", unit=world.ward, role=Role.HEAD, by=world.minh, at=life.PROPOSED)
    with pytest.raises(Refusal) as refused:
        approve(dossier.pk, by=world.hoa, at=life.PROPOSED)
    assert refused.value.words == handover.NOT_TAKEN_OVER

    take_over(dossier.pk, by=world.hoa, at=life.PROPOSED)
    approve(dossier.pk, by=world.hoa, at=life.APPROVED)

    assert again(dossier).result.approved_by == world.hoa


def test_only_who_holds_a_dossier_in_work_proposes(world: World) -> None:
    with pytest.raises(NotAllowed):
        propose(life.in_work(world).pk, proposal="Đủ", by=world.hoa, at=life.PROPOSED)
    with pytest.raises(Refusal) as not_taken:
        propose(life.received(world).pk, proposal="Đủ", by=world.minh, at=life.PROPOSED)
    with pytest.raises(Refusal) as decided:
        propose(life.approved(world).pk, proposal="Đủ", by=world.minh, at=life.PROPOSED)
    with pytest.raises(Refusal) as blank:
        propose(life.in_work(world).pk, proposal=" ", by=world.minh, at=life.PROPOSED)

    assert not_taken.value.words == guards.NOT_IN_WORK
    assert decided.value.words == guards.APPROVED
    assert blank.value.words == telling.BLANK


def test_nobody_approves_their_own_proposal(world: World) -> None:
    Position.objects.create(officer=world.minh, unit=world.ward, role=Role.HEAD, from_on=BEGAN)
    dossier = life.proposed(world)

    with pytest.raises(Refusal) as refused:
        approve(dossier.pk, by=world.minh, at=life.APPROVED)
    assert refused.value.words == guards.OWN_PROPOSAL
    assert again(dossier).result.approved_at is None


def test_nobody_but_the_head_approves_and_never_twice_or_without_a_proposal(world: World) -> None:
    with pytest.raises(NotAllowed):
        approve(life.proposed(world).pk, by=world.van, at=life.APPROVED)
    with pytest.raises(Refusal) as nothing:
        approve(life.in_work(world).pk, by=world.hoa, at=life.APPROVED)
    with pytest.raises(Refusal) as twice:
        approve(life.approved(world).pk, by=world.hoa, at=life.APPROVED)
    with pytest.raises(Refusal) as to_refuse:
        approve(life.proposed(world, refuses=True).pk, by=world.hoa, at=life.APPROVED)

    assert nothing.value.words == guards.NO_PROPOSAL
    assert twice.value.words == guards.APPROVED
    assert to_refuse.value.words == guards.REFUSES


def test_a_proposal_sent_back_waits_until_it_is_made_anew(world: World) -> None:
    dossier = life.proposed(world)
    pass_on(dossier.pk, name="Ký duyệt", unit=world.ward, role=Role.HEAD, by=world.minh, at=life.PROPOSED)
    take_over(dossier.pk, by=world.hoa, at=life.PROPOSED)

    send_back(dossier.pk, reason="Thiếu căn cứ", by=world.hoa, at=life.APPROVED)

    step = dossier.steps.get(finished_at=None)
    assert (step.role, step.officer, step.received_at) == (Role.SPECIALIST, world.minh, None)
    assert life.lines(dossier)[-1] == "dossier.sent_back"
    take_over(dossier.pk, by=world.minh, at=life.APPROVED)
    with pytest.raises(Refusal) as refused:
        approve(dossier.pk, by=world.hoa, at=life.APPROVED)
    assert refused.value.words == guards.NO_PROPOSAL
    propose(dossier.pk, proposal="Đã bổ sung căn cứ", by=world.minh, at=life.APPROVED)
    approve(dossier.pk, by=world.hoa, at=life.APPROVED)


def test_a_proposal_is_sent_back_with_a_reason_by_the_head_and_once(world: World) -> None:
    dossier = life.proposed(world)
    with pytest.raises(NotAllowed):
        send_back(dossier.pk, reason="Thiếu căn cứ", by=world.minh, at=life.APPROVED)
    with pytest.raises(Refusal) as blank:
        send_back(dossier.pk, reason="", by=world.hoa, at=life.APPROVED)
    send_back(dossier.pk, reason="Thiếu căn cứ", by=world.hoa, at=life.APPROVED)
    with pytest.raises(Refusal) as twice:
        send_back(dossier.pk, reason="Thiếu căn cứ", by=world.hoa, at=life.APPROVED)

    assert (blank.value.words, twice.value.words) == (telling.BLANK, guards.NO_PROPOSAL)
    assert again(dossier).holder == world.minh


def test_no_result_is_recorded_without_approval_without_pages_or_twice(world: World) -> None:
    with pytest.raises(Refusal) as unapproved:
        record_result(life.proposed(world).pk, number="1/GKS", pages=1, by=world.minh, at=life.RECORDED)
    with pytest.raises(Refusal) as no_pages:
        record_result(life.approved(world).pk, number="1/GKS", pages=0, by=world.minh, at=life.RECORDED)
    with pytest.raises(Refusal) as twice:
        record_result(life.settled(world).pk, number="2/GKS", pages=1, by=world.minh, at=life.RECORDED)

    assert unapproved.value.words == guards.NOT_APPROVED
    assert no_pages.value.words == guards.NO_PAGES
    assert twice.value.words == guards.NOT_IN_WORK


def test_only_who_holds_the_dossier_records_its_result(world: World) -> None:
    dossier = life.approved(world)

    with pytest.raises(NotAllowed):
        record_result(dossier.pk, number="1/GKS", pages=1, by=world.lan, at=life.RECORDED)
    with pytest.raises(Refusal) as refused:
        record_result(dossier.pk, number="1/GKS", pages=1, by=world.van, at=life.RECORDED)
    assert refused.value.words == handover.NOT_YOURS
    assert again(dossier).finished_at is None


def test_a_result_without_a_number_of_its_own_has_the_next_of_the_unit(world: World) -> None:
    for expected in ("01/KQ", "02/KQ"):
        result = record_result(life.approved(world).pk, pages=2, by=world.minh, at=life.RECORDED)
        assert result.number == expected


def test_nothing_is_returned_before_it_is_settled_or_twice(world: World) -> None:
    for dossier in (life.received(world), life.approved(world), life.returned(world)):
        with pytest.raises(Refusal) as refused:
            give(world, dossier)
        assert refused.value.words == guards.NOT_SETTLED


def test_nothing_is_returned_that_was_closed_without_a_result(world: World) -> None:
    dossier = life.at_desk(world)
    Result.objects.filter(dossier=dossier).delete()  # as around the acts

    with pytest.raises(Refusal) as refused:
        give(world, dossier)
    assert refused.value.words == guards.NO_RESULT


def test_a_result_is_returned_nowhere_but_at_the_desk(world: World) -> None:
    dossier = life.settled(world)

    with pytest.raises(NotAllowed):
        give(world, dossier, by=world.minh)
    with pytest.raises(NotAllowed):
        give(world, dossier, by=world.nam)
    with pytest.raises(Refusal) as refused:
        give(world, dossier)
    assert refused.value.words == guards.NOT_AT_DESK


def test_a_result_leaves_by_desk_post_or_online_and_no_other_way(world: World) -> None:
    dossier = life.at_desk(world)

    with pytest.raises(Refusal) as refused:
        give(world, dossier, way="specialist")
    assert refused.value.words == guards.NO_SUCH_WAY
    with pytest.raises(Refusal) as nobody:
        give(world, dossier, to="")
    assert nobody.value.words == telling.BLANK

    give(world, dossier, way=Channel.POST)
    assert again(dossier).return_way == Channel.POST


def test_no_result_is_returned_before_the_fee_is_paid(world: World) -> None:
    dossier = life.at_desk(world)
    Dossier.objects.filter(pk=dossier.pk).update(fee_due=8000, fee_paid=3000)

    with pytest.raises(Refusal) as refused:
        give(world, dossier)
    assert refused.value.words == guards.UNPAID
    assert "5.000 đồng" in str(refused.value)

    Dossier.objects.filter(pk=dossier.pk).update(fee_paid=8000)
    give(world, dossier)


def test_an_act_that_fails_late_leaves_nothing_half_written(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = life.approved(world)

    def no_more_disk(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(settlement, "journal", no_more_disk)
    with pytest.raises(OSError):
        record_result(dossier.pk, pages=1, by=world.minh, at=life.RECORDED)
    monkeypatch.undo()

    kept = again(dossier)
    assert (kept.status, kept.finished_at, kept.result.issued_at) == (Status.PROCESSING, None, None)
    assert record_result(dossier.pk, pages=1, by=world.minh, at=life.RECORDED).number == "01/KQ"
