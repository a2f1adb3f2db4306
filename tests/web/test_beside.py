"""What only some dossiers have: deeds certified, residence archived, parts asked elsewhere, files not to close yet."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.legs import link, receive_leg
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.models import Dossier, DueLine, Status
from motcua.office.people.models import Role
from tests.web.conftest import SignedIn
from tests.world import World, procedure

DEED = {"document": "Hợp đồng tặng cho", "copies": "3", "pages": "4"}


def contract(world: World) -> Dossier:
    """A contract that Minh has in hand."""
    found = receive(world.reception("contract"), by=world.lan, at=timezone.now())
    pass_on(found.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=timezone.now())
    take_over(found.pk, by=world.minh, at=timezone.now())
    return found


def sent(client: Client, dossier: Dossier, act: str, **said: str) -> str:
    told = {f"{act}-{name}": value for name, value in said.items()}
    return str(client.post(f"/dossiers/{dossier.pk}/{act}/", told, follow=True).content.decode())


def test_a_contract_is_certified_on_its_page_and_shows_its_line(world: World, signed_in: SignedIn) -> None:
    found = contract(world)
    page = sent(signed_in(world.minh), found, "certify", **DEED)
    assert "Hợp đồng tặng cho: 3 bản × 4 trang – Trần Văn Minh" in page
    assert f"1/{timezone.localdate().year}" in page
    assert 'id="act-certify"' not in page


def test_who_cannot_sign_is_asked_for_two_witnesses(world: World, signed_in: SignedIn) -> None:
    found, minh = contract(world), signed_in(world.minh)
    page = sent(minh, found, "certify", **DEED, special_case="on", witness_1="Lý Thị Tám")
    assert "phải có hai người làm chứng khác nhau" in page
    assert 'value="Lý Thị Tám"' in page

    page = sent(minh, found, "certify", **DEED, special_case="on", witness_1="Lý Thị Tám", witness_2="Võ Văn Chín")
    assert "Lý Thị Tám, Võ Văn Chín" in page


def test_a_birth_is_not_offered_to_be_certified(world: World, signed_in: SignedIn) -> None:
    found = receive(world.reception(), by=world.lan, at=timezone.now())
    assert 'id="act-certify"' not in signed_in(world.lan).get(f"/dossiers/{found.pk}/").content.decode()


def test_the_archive_day_stands_on_the_page_until_it_is_handed_over(world: World, signed_in: SignedIn) -> None:
    version = procedure(world, "1.004194", "Đăng ký thường trú", "Cư trú", term=(7, "working_day"), special="residence")
    world.versions["residence"] = version
    found = receive(world.reception("residence"), by=world.lan, at=timezone.now())
    found.steps.update(role=Role.SPECIALIST)
    Dossier.objects.filter(pk=found.pk).update(status=Status.SETTLED, finished_at=timezone.now())
    minh, last = signed_in(world.minh), timezone.localdate() + timedelta(days=5)
    assert f"chậm nhất {last:%d/%m/%Y}" in minh.get(f"/dossiers/{found.pk}/").content.decode()

    page = sent(minh, found, "archive", residence_kind="permanent")
    assert "Thường trú, " in page
    assert 'id="act-archive"' not in page


def test_a_part_asked_elsewhere_is_seen_though_it_may_not_be_opened(world: World, signed_in: SignedIn) -> None:
    whole = receive(world.reception("birth"), by=world.lan, at=timezone.now())
    link(whole.pk, unit=world.elsewhere, by=world.lan, at=timezone.now())
    page = signed_in(world.lan).get(f"/dossiers/{whole.pk}/").content.decode()
    assert "chờ tiếp nhận" in page

    leg = receive_leg(
        whole.pk, unit=world.elsewhere, papers=world.papers(world.versions["birth"]), by=world.nam, at=timezone.now()
    )
    page = signed_in(world.lan).get(f"/dossiers/{whole.pk}/").content.decode()
    assert leg.code in page
    assert f"/dossiers/{leg.pk}/" not in page
    assert (
        f"Thuộc hồ sơ {whole.code} của Phường 12" in signed_in(world.nam).get(f"/dossiers/{leg.pk}/").content.decode()
    )


def test_a_late_file_says_what_it_lacks_to_be_closed(world: World, signed_in: SignedIn) -> None:
    found = receive(world.reception(), by=world.lan, at=timezone.now())
    long_ago = timezone.now() - timedelta(days=60)
    DueLine.objects.filter(dossier=found).update(at=long_ago)
    Dossier.objects.filter(pk=found.pk).update(
        status=Status.RETURNED, received_at=long_ago, finished_at=timezone.now(), returned_at=timezone.now(),
        returned_by_unit=world.ward, returned_to="Phạm Văn Bình",
    )  # fmt: skip
    hoa = signed_in(world.hoa)
    assert "Hồ sơ đã quá hạn: phải có thư xin lỗi" in hoa.get(f"/dossiers/{found.pk}/").content.decode()
    assert "Đủ giấy tờ để đóng hồ sơ" in sent(hoa, found, "confirm-cause", cause="us")
