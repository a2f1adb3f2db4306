"""An administrator makes an account and names a substitute, who signs in and can do the work."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Position
from tests.journeys.conftest import PASSWORD, Seen, code, sign_in
from tests.journeys.test_birth import received_by_keyboard
from tests.world import World

pytestmark = pytest.mark.once

OWN = "ba-con-vit-qua-cau"


def administrator(page: Page, world: World) -> None:
    """Signed in: the administrator begins at the officers."""
    signed(page, world.quan, PASSWORD)
    page.get_by_label("Mã 6 số").fill(code(world.quan))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Cán bộ", exact=True).wait_for()


def signed(page: Page, officer: Officer, password: str) -> None:
    page.context.clear_cookies()
    page.goto("/sign-in/")
    page.get_by_label("Tên đăng nhập").fill(officer.username)
    page.get_by_label("Mật khẩu").fill(password)
    page.keyboard.press("Enter")


def opened(page: Page, act: str) -> None:
    box = page.locator(f"#act-{act}")
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    box.locator("form button").wait_for()


def enrolled(page: Page, seen: Seen) -> str:
    """A new receptionist, by keyboard; the password that the page tells."""
    page.get_by_role("link", name="Cấp tài khoản mới").click()
    seen("officer-new")
    page.get_by_label("Họ tên").fill("Lý Văn Tám")
    page.get_by_label("Tên đăng nhập").fill("tam")
    page.get_by_label("Vai trò").select_option("clerk")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Cấp tài khoản").press("Enter")
    page.get_by_role("heading", name="Mật khẩu đầu tiên").wait_for()
    seen("officer-told")
    return page.locator("code.key").inner_text()


def test_a_new_officer_stands_in_at_the_counter(page: Page, seen: Seen, world: World) -> None:
    administrator(page, world)
    seen("officers")
    first = enrolled(page, seen)

    page.get_by_role("link", name="Cán bộ", exact=True).click()
    page.get_by_label("Họ tên hoặc tên đăng nhập").fill("nguyen lan")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Nguyễn Thị Lan").click()
    seen("officer")
    opened(page, "substitute")
    page.locator("[name='substitute-substitute']").select_option(label="Lý Văn Tám (tam)")
    until = timezone.localdate() + timedelta(days=2)
    page.locator("[name='substitute-to_on']").fill(f"{until:%d/%m/%Y}")
    page.locator("#act-substitute form button").click()
    page.locator("[name='substitute-decision']:invalid").wait_for()
    page.locator("[name='substitute-decision']").fill("15/QĐ-UBND")
    page.locator("#act-substitute form button").click()
    page.locator(".message.success").wait_for()
    seen("officer-substituted")
    page.get_by_role("link", name="Đơn vị").click()
    page.get_by_text("thay Nguyễn Thị Lan đến").wait_for()
    seen("units")

    signed(page, Officer.objects.get(username="tam"), first)
    page.get_by_role("heading", name="Đổi mật khẩu").wait_for()
    seen("password-first")
    page.get_by_label("Mật khẩu đang dùng").fill(first)
    page.locator("[name=new_password1]").fill(OWN)
    page.locator("[name=new_password2]").fill(OWN)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Việc của tôi").wait_for()
    received_by_keyboard(page, seen)
    line = Entry.objects.get(act="dossier.received")
    assert (line.by, line.authority.split()[-2]) == ("tam", "substitution")


def test_what_the_office_refuses_is_said_and_a_closed_account_stays_out(page: Page, seen: Seen, world: World) -> None:
    administrator(page, world)
    page.goto(f"/officers/{world.lan.pk}/")
    opened(page, "end")
    page.locator("[name='end-to_on']").fill("31/12/2022")
    page.locator("#act-end form button").click()
    page.get_by_text("Ngày kết thúc 31/12/2022 trước ngày bắt đầu").wait_for()
    seen("officer-refused")
    assert Position.objects.get(officer=world.lan).to_on is None
    opened(page, "deactivate")
    page.locator("#act-deactivate form button").click()
    page.locator(".message.success").wait_for()
    seen("officer-closed")

    signed(page, world.lan, PASSWORD)
    page.get_by_text("Tên đăng nhập hoặc mật khẩu không đúng").wait_for()

    administrator(page, world)
    page.goto(f"/officers/{world.lan.pk}/")
    opened(page, "unlock")
    page.locator("#act-unlock form button").click()
    page.locator(".message.success").wait_for()
    sign_in(page, world.lan)
