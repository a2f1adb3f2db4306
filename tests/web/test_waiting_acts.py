"""On the pages: what came by post and waits, papers asked for, a duty, a mediation, a procedure without a term."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.models import Dossier, MediationCase, Status
from motcua.office.people.models import Role
from tests.web.conftest import SignedIn
from tests.web.test_desk import RECEPTION, text, told
from tests.world import World, again, procedure


@pytest.fixture
def lan(world: World, signed_in: SignedIn) -> Client:
    return signed_in(world.lan)


def in_work(world: World, name: str) -> Dossier:
    now = timezone.now()
    dossier = receive(world.reception(name), by=world.lan, at=now)
    pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=now)
    take_over(dossier.pk, by=world.minh, at=now)
    return dossier


def page(client: Client, dossier: Dossier) -> str:
    return text(client.get(reverse("desk:dossier", args=[dossier.pk])))


def do(client: Client, dossier: Dossier, act: str, **said: Any) -> str:
    fields = {f"{act}-{name}": value for name, value in said.items()}
    return text(client.post(reverse("desk:act", args=[dossier.pk, act]), fields, follow=True))


def test_what_came_by_post_waits_is_sent_back_for_a_paper_and_accepted_with_it(world: World, lan: Client) -> None:
    typed = told(world, do="submit", channel="post")
    del typed["paper_2"]
    shown = text(lan.post(RECEPTION, typed, follow=True))
    dossier = Dossier.objects.get()
    assert dossier.status == Status.SUBMITTED
    assert "chưa tiếp nhận; hạn trả tính từ lúc tiếp nhận" in shown
    assert "<dt>Nộp lúc</dt>" in shown
    assert "sổ theo dõi số" not in shown

    assert "Còn thiếu giấy tờ số 2" in do(lan, dossier, "accept")
    do(lan, dossier, "supplement", wanted="Giấy tờ chứng minh", reason="Thiếu giấy tờ chứng minh")
    assert again(dossier).status == Status.SUPPLEMENT
    assert 'value="Giấy tờ chứng minh"' in page(lan, dossier)
    do(lan, dossier, "accept", papers="Giấy tờ chứng minh", form="copy")

    assert again(dossier).status == Status.RECEIVED
    assert again(dossier).due_at is not None


def test_at_the_counter_nothing_is_left_to_wait(world: World, lan: Client) -> None:
    shown = text(lan.post(RECEPTION, told(world, do="submit")))

    assert "chỉ hồ sơ trực tuyến hoặc qua bưu chính mới chờ" in shown
    assert not Dossier.objects.exists()


def test_a_paper_beyond_the_list_cannot_be_chosen(world: World, signed_in: SignedIn) -> None:
    minh, dossier = signed_in(world.minh), in_work(world, "birth")

    shown = page(minh, dossier)
    assert "Tờ khai theo mẫu" in shown
    do(minh, dossier, "supplement", wanted="Sổ hộ khẩu", reason="Thiếu sổ hộ khẩu")
    assert again(dossier).status == Status.PROCESSING


def test_a_duty_is_offered_for_land_alone_and_the_proof_asked_for_at_the_desk(
    world: World, lan: Client, signed_in: SignedIn
) -> None:
    term = (10, "working_day")
    world.versions["soil"] = procedure(world, "1.011441", "Đăng ký đất đai", "Đất đai", term=term, special="land")
    minh, land, birth = signed_in(world.minh), in_work(world, "soil"), in_work(world, "birth")
    assert "/ask-duty" in page(minh, land)
    assert "/ask-duty" not in page(minh, birth)

    do(minh, land, "ask-duty", notice="LTB1/TB-CCT", amount="500000")
    assert again(land).status == Status.FINANCIAL_DUTY
    assert "/duty-paid" in page(lan, land)
    do(lan, land, "duty-paid", proof="Giấy nộp tiền 01")
    assert again(land).status == Status.PROCESSING


def test_a_mediation_is_ended_once_its_council_stands(world: World, signed_in: SignedIn) -> None:
    term = (3, "working_day")
    world.versions["near"] = procedure(world, "1.012813", "Hòa giải", "Đất đai", term=term, special="mediation")
    minh, dossier = signed_in(world.minh), in_work(world, "near")
    assert "/end-mediation" not in page(minh, dossier)
    decided = timezone.localtime().strftime("%d/%m/%Y 00:00")
    do(minh, dossier, "mediate", council_decision_no="12/QĐ-UBND", council_decided_at=decided)
    assert "/end-mediation" in page(minh, dossier)

    do(minh, dossier, "end-mediation", outcome="reconciled", minutes_no="03/BB-HĐHG")

    assert MediationCase.objects.get().closed_at is not None
    assert "/end-mediation" not in page(minh, dossier)


def test_a_procedure_without_a_term_says_that_it_has_none(world: World, lan: Client) -> None:
    world.versions["name"] = procedure(world, "1.004859", "Thay đổi hộ tịch", "Hộ tịch")
    dossier = receive(world.reception("name"), by=world.lan, at=timezone.now())

    assert "Thủ tục chưa công bố thời hạn." in page(lan, dossier)
    assert "Chưa hẹn ngày: thủ tục chưa công bố thời hạn" in text(lan.get(reverse("desk:received", args=[dossier.pk])))
