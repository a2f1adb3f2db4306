"""A financial duty of a land dossier: the clock stands still from the notice until it is paid."""

import pytest

from motcua.office.dossiers.acts.handover import pass_on
from motcua.office.dossiers.acts.refusal import terminate
from motcua.office.dossiers.acts.waiting import ask_duty, duty_paid
from motcua.office.dossiers.guards import handover, money, telling, waiting
from motcua.office.dossiers.lifecycle import NotNow
from motcua.office.dossiers.models import Dossier, Status
from motcua.office.exchange.models import Message
from motcua.office.journal.models import Entry
from motcua.office.people.models import Role
from motcua.office.people.policy import NotAllowed
from tests.office.dossiers import life
from tests.office.test_guards import refused
from tests.world import World, again, moment, procedure

ASKED = moment("2023-07-28 09:00")
PAID = moment("2023-08-01 09:00")
NOTICE = "LTB2387001/TB-CCT"


@pytest.fixture
def land(world: World) -> World:
    term = (10, "working_day")
    world.versions["soil"] = procedure(world, "1.011441", "Đăng ký đất đai", "Đất đai", term=term, special="land")
    world.binh.phone = "0900000001"
    world.binh.save()
    return world


def asked(world: World, dossier: Dossier) -> Dossier:
    ask_duty(dossier.pk, notice=NOTICE, amount=1_250_000, by=world.minh, at=ASKED)
    return again(dossier)


def test_the_notice_goes_out_and_the_clock_stands_still(land: World) -> None:
    dossier = asked(land, life.in_work(land, "soil"))

    assert (dossier.status, dossier.due_at) == (Status.FINANCIAL_DUTY, None)
    assert [(line.kind, line.document) for line in dossier.due_lines.all()][1:] == [("pause", NOTICE)]
    message = Message.objects.latest("pk")
    assert message.to == "0900000001"
    assert "nghĩa vụ tài chính" in message.body
    assert NOTICE not in message.body
    assert "1250000" not in message.body.replace(".", "")
    assert life.lines(dossier)[-1] == "dossier.duty_asked"


def test_paid_the_clock_runs_on_where_it_stood(land: World) -> None:
    dossier = life.in_work(land, "soil")
    before = dossier.due_at
    asked(land, dossier)
    duty_paid(dossier.pk, proof="Giấy nộp tiền 0001", by=land.lan, at=PAID)

    kept = again(dossier)
    assert (before, kept.due_at) == (moment("2023-08-10 08:30"), moment("2023-08-14 08:30"))
    assert (kept.status, kept.waiting_minutes, kept.holder) == (Status.PROCESSING, 960, land.minh)
    assert kept.due_lines.get(kind="resume").document == "Giấy nộp tiền 0001"
    assert life.lines(kept)[-1] == "dossier.duty_paid"


def test_no_clock_is_stopped_for_a_duty_that_the_procedure_does_not_know(land: World) -> None:
    birth, soil = life.in_work(land), life.in_work(land, "soil")

    told = {"amount": 1, "by": land.minh, "at": ASKED}
    assert refused(ask_duty, birth.pk, notice=NOTICE, **told) == waiting.NO_DUTY
    assert refused(ask_duty, soil.pk, notice=" ", **told) == telling.BLANK
    assert refused(ask_duty, soil.pk, notice=NOTICE, **(told | {"amount": 0})) == money.NOT_WHOLE
    assert {again(birth).status, again(soil).status} == {Status.PROCESSING}


def test_one_notice_stops_the_clock_once(land: World) -> None:
    dossier = asked(land, life.in_work(land, "soil"))
    with pytest.raises(NotNow):
        ask_duty(dossier.pk, notice="LTB2/TB-CCT", amount=1, by=land.minh, at=ASKED)
    duty_paid(dossier.pk, proof="Giấy nộp tiền 0001", by=land.lan, at=PAID)

    told = {"amount": 1, "by": land.minh, "at": PAID}
    assert refused(ask_duty, dossier.pk, notice=NOTICE, **told) == waiting.SAME_NOTICE
    with pytest.raises(NotNow):
        duty_paid(dossier.pk, proof="Giấy nộp tiền 0001", by=land.lan, at=PAID)


def test_the_specialist_asks_and_the_desk_or_the_accountant_takes_the_proof(land: World) -> None:
    dossier = life.in_work(land, "soil")
    for stranger in (land.lan, land.hoa, land.nam):
        with pytest.raises(NotAllowed):
            ask_duty(dossier.pk, notice=NOTICE, amount=1, by=stranger, at=ASKED)
    asked(land, dossier)
    for stranger in (land.minh, land.nam):
        with pytest.raises(NotAllowed):
            duty_paid(dossier.pk, proof="Giấy nộp tiền", by=stranger, at=PAID)
    duty_paid(dossier.pk, proof="Giấy nộp tiền", by=land.ke, at=PAID)
    assert Entry.objects.latest("pk").by == "ke"


def test_meanwhile_it_stays_where_it_is_until_it_is_paid_or_stopped(land: World) -> None:
    dossier = asked(land, life.in_work(land, "soil"))

    told = {"name": "Ký", "unit": land.ward, "role": Role.HEAD, "by": land.minh, "at": ASKED}
    assert refused(pass_on, dossier.pk, **told) == handover.DUTY_WAITS
    Dossier.objects.filter(pk=dossier.pk).update(received_at=moment("2025-07-02 08:00"))
    Dossier.objects.filter(pk=dossier.pk).update(first_due_at=None)
    stopped = moment("2025-09-01 08:00")
    terminate(dossier.pk, reason="Không thực hiện nghĩa vụ tài chính", by=land.hoa, at=stopped)
    assert again(dossier).status == Status.STOPPED
