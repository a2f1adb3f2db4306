"""One case of a citizen, a part of it at the district: own code and register at each, dates that add up."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.acts.settlement import approve, propose, record_result
from motcua.office.dossiers.models import BookEntry, BookKind, Dossier, Status
from motcua.office.people.models import Officer, Role
from tests.journeys.conftest import Seen
from tests.journeys.walking import done, entered, opened, went
from tests.world import World, again, officer, procedure

pytestmark = pytest.mark.once


@pytest.fixture
def land(world: World) -> World:
    """The world with a change of land registration, and a desk with its officers at the district."""
    world.versions["land"] = procedure(
        world, "1.011441", "Đăng ký biến động đất đai", "Đất đai", term=(10, "working_day"), special="land"
    )
    for username, name, role in (("tuan", "Phạm Anh Tuấn", Role.RECEPTION), ("duc", "Lê Minh Đức", Role.SPECIALIST),
                                 ("son", "Trần Hải Sơn", Role.HEAD)):  # fmt: skip
        officer(username, name, world.district, role)
    return world


def settled(dossier: Dossier, desk: Officer, specialist: Officer, head: Officer) -> None:
    """From the hand of the specialist through the head back to the desk."""
    unit = dossier.unit
    propose(dossier.pk, proposal="Đủ điều kiện.", by=specialist, at=timezone.now())
    went(dossier, specialist, unit, Role.HEAD, head)
    approve(dossier.pk, by=head, at=timezone.now())
    went(dossier, head, unit, Role.SPECIALIST, specialist)
    record_result(dossier.pk, pages=2, by=specialist, at=timezone.now())
    went(dossier, specialist, unit, Role.RECEPTION, desk)


def registered(whole: Dossier, leg: Dossier, land: World) -> None:
    """The part has its own code, its own lines, and is due no later than the whole."""
    assert (leg.unit, leg.code[:7]) == (land.district, "H20.17-")
    assert leg.due_at is not None
    assert whole.due_at is not None
    assert leg.due_at <= whole.due_at
    for unit in (land.ward, land.district):
        assert BookEntry.objects.filter(unit=unit, kind=BookKind.TRACKING).count() == 1
    assert BookEntry.objects.filter(unit=land.district, kind=BookKind.LINKED_LAND, dossier=leg).exists()


def test_a_part_goes_to_the_district_and_comes_back(page: Page, seen: Seen, land: World) -> None:
    tuan, duc, son = (Officer.objects.get(username=name) for name in ("tuan", "duc", "son"))
    whole = receive(land.reception("land"), by=land.lan, at=timezone.now())
    went(whole, land.lan, land.ward, Role.SPECIALIST, land.minh)
    entered(page, land.minh)
    opened(page, whole)
    page.locator("#act-link summary").click()
    page.locator("[name='link-unit']").select_option(label="Huyện Cao Lãnh")
    page.locator("#act-link form button").click()
    page.get_by_text("chờ tiếp nhận", exact=True).wait_for()
    seen("leg-asked")

    entered(page, tuan)
    page.get_by_role("heading", name="Liên thông chờ nhận").wait_for()
    seen("legs-to-take-in")
    page.get_by_role("link", name=whole.code).click()
    for paper in ("Tờ khai theo mẫu", "Giấy tờ chứng minh"):
        page.get_by_label(paper).check()
    page.locator("#act-receive-leg form button").click()
    page.locator(".message.success").wait_for()
    leg = Dossier.objects.get(parent=whole)
    registered(whole, leg, land)

    went(leg, tuan, land.district, Role.SPECIALIST, duc)
    settled(leg, tuan, duc, son)
    entered(page, tuan)
    opened(page, leg)
    page.get_by_text(f"Thuộc hồ sơ {whole.code} của Phường 12").wait_for()
    assert page.locator("[name='return-to']").input_value() == "Phường 12"
    seen("leg-settled")
    done(page, "return")

    entered(page, land.minh)
    opened(page, whole)
    page.get_by_text(leg.code).first.wait_for()
    seen("leg-back")
    settled(whole, land.lan, land.minh, land.hoa)
    entered(page, land.lan)
    opened(page, whole)
    done(page, "return")
    assert {again(whole).status, again(leg).status} == {Status.RETURNED}
