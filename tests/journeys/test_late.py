"""A dossier that will not be ready in time: the letter of apology, one new date, the result, the file closed."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page

from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.acts.settlement import record_result
from motcua.office.dossiers.models import Dossier, DueLineKind, Slip, Status
from motcua.office.people.models import Role
from tests.journeys.conftest import Seen
from tests.journeys.walking import done, entered, opened, passed_on, printed, went
from tests.world import World, again

pytestmark = pytest.mark.once


def overdue(world: World) -> Dossier:
    """A birth received three weeks ago, in the hand of Minh, its letter drafted by the day's work."""
    began = timezone.now() - timedelta(days=21)
    found = receive(world.reception(), by=world.lan, at=began)
    pass_on(found.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=began)
    take_over(found.pk, by=world.minh, at=began)
    call_command("draft_apologies")
    return again(found)


def test_the_head_signs_the_apology_and_the_citizen_has_the_result(page: Page, seen: Seen, world: World) -> None:
    dossier = overdue(world)
    entered(page, world.hoa)
    page.get_by_role("heading", name="Thư xin lỗi chờ ký").wait_for()
    seen("apologies")
    page.get_by_role("link", name=dossier.code).click()
    assert page.locator("[name='apologise-new_due_at']").input_value()
    seen("apology-to-sign")
    done(page, "apologise")
    letter = Slip.objects.get(kind="apology")
    assert printed(page, "Xin lỗi").startswith(b"%PDF")
    assert again(dossier).due_at == letter.new_due_at
    assert dossier.due_lines.filter(kind=DueLineKind.EXTENSION).count() == 1
    page.get_by_text(letter.number).first.wait_for()
    seen("apology-signed")

    entered(page, world.minh)
    opened(page, dossier)
    done(page, "propose", proposal="Đủ điều kiện, đề nghị cấp giấy khai sinh.")
    passed_on(page, "Người đứng đầu")
    entered(page, world.hoa)
    page.get_by_role("button", name="Nhận các hồ sơ đã đánh dấu").click()
    page.get_by_role("heading", name="Đề xuất chờ duyệt").wait_for()
    page.get_by_label(dossier.code).focus()
    page.keyboard.press("Space")
    seen("proposals")
    page.get_by_role("button", name="Duyệt các đề xuất đã đánh dấu").press("Enter")
    page.get_by_text("Đã duyệt 1 đề xuất.").wait_for()

    went(dossier, world.hoa, world.ward, Role.CLERK, world.van)
    record_result(dossier.pk, pages=1, by=world.van, at=timezone.now())
    went(dossier, world.van, world.ward, Role.RECEPTION, world.lan)
    entered(page, world.lan)
    page.get_by_role("heading", name="Chờ trả kết quả").wait_for()
    page.get_by_role("link", name=dossier.code).click()
    done(page, "return")
    page.get_by_text("Đủ giấy tờ để đóng hồ sơ").wait_for()
    seen("late-returned")
    assert again(dossier).status == Status.RETURNED
