"""A birth registration from the counter back to the counter."""

import pytest
from playwright.sync_api import Page

from motcua.office.dossiers.models import Dossier, Status
from motcua.office.people.models import Officer
from tests.journeys.conftest import PASSWORD, Seen, code, sign_in
from tests.journeys.walking import done, listening, passed_on
from tests.world import World

CARD = "087090000011|341234567|Phạm Văn Bình|27071990|Nam|Ấp 3, Mỹ Hiệp, Cao Lãnh, Đồng Tháp|10052021"


def received_by_keyboard(page: Page, seen: Seen) -> None:
    page.goto("/reception/")
    seen("reception-empty")
    listening(page)
    page.keyboard.type(CARD)
    page.keyboard.press("Enter")
    page.locator("[name=name][value='Phạm Văn Bình']").wait_for()
    listening(page)
    page.keyboard.type("khai sinh")
    page.keyboard.press("Enter")
    page.locator("#due").wait_for()
    listening(page)
    page.keyboard.press("Space")
    for _ in range(4):  # over form, count and pages of the first paper
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    seen("reception-filled")
    page.get_by_role("button", name="Tiếp nhận, in giấy hẹn").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Đã tiếp nhận hồ sơ").wait_for()
    seen("received")


def taken_over(page: Page, officer: Officer) -> None:
    sign_in(page, officer)
    page.get_by_role("button", name="Nhận các hồ sơ đã đánh dấu").click()
    page.goto(f"/dossiers/{Dossier.objects.get().pk}/")


def test_a_birth_goes_from_the_counter_to_the_head_and_back(page: Page, seen: Seen, world: World) -> None:
    sign_in(page, world.lan)
    seen("work-empty")
    received_by_keyboard(page, seen)
    receipt = page.get_by_role("link", name="In: Giấy tiếp nhận hồ sơ").get_attribute("href")
    first, again = page.request.get(str(receipt)).body(), page.request.get(str(receipt)).body()
    assert first.startswith(b"%PDF") and first == again

    page.get_by_role("link", name="Mở hồ sơ").click()
    passed_on(page, "Chuyên môn")
    seen("dossier-sent")

    taken_over(page, world.minh)
    done(page, "propose", proposal="Đủ điều kiện, đề nghị cấp giấy khai sinh.")
    passed_on(page, "Người đứng đầu")

    sign_in(page, world.hoa)
    seen("work-to-take")
    taken_over(page, world.hoa)
    seen("dossier-head")
    done(page, "approve")
    passed_on(page, "Văn thư")

    taken_over(page, world.van)
    done(page, "record-result", number="15/GKS", pages="1")
    passed_on(page, "Tiếp nhận và trả kết quả")

    taken_over(page, world.lan)
    done(page, "return")
    seen("dossier-returned")
    assert Dossier.objects.get().status == Status.RETURNED


@pytest.mark.parametrize("scripts", [True], indirect=True)
def test_the_other_pages_have_no_barrier(page: Page, seen: Seen, world: World) -> None:
    page.goto("/sign-in/")
    seen("sign-in")
    sign_in(page, world.lan)
    for address, name in (("/search/", "search"), ("/certification/", "certification"), ("/books/", "books"),
                          ("/account/password/", "password")):  # fmt: skip
        page.goto(address)
        seen(name)
    page.goto("/dossiers/999999/")
    seen("not-found")
    page.goto("/")
    page.get_by_role("button", name="English").click()
    page.get_by_role("heading", name="My work").wait_for()
    seen("english")


@pytest.mark.parametrize("scripts", [True], indirect=True)
def test_the_head_sets_up_a_telephone_at_the_first_sign_in(page: Page, seen: Seen, world: World) -> None:
    page.goto("/sign-in/")
    page.get_by_label("Tên đăng nhập").fill("hoa")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Cài đặt mã xác thực").wait_for()
    seen("code-setup")
    sign_in(page, world.hoa)
    assert code(world.hoa)
