"""A document drafted, approved, signed from the queue by a remote service, numbered, sealed, issued; then asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from motcua.office.documents.models import OutgoingDocument, Verdict
from tests.journeys.conftest import Seen
from tests.journeys.signing import Codes, service
from tests.journeys.walking import entered
from tests.world import World

pytestmark = pytest.mark.once


@pytest.fixture
def codes(world: World, settings: Settings, tmp_path: Path) -> Iterator[Codes]:
    """What the signing service sent to whom: it keeps the keys of Hoà and of the ward's seal."""
    with service(world, world.hoa, settings, tmp_path) as sent:
        yield sent


def drafted(page: Page, seen: Seen) -> None:
    page.get_by_role("link", name="Văn bản", exact=True).click()
    seen("documents-none")
    page.get_by_role("link", name="Dự thảo văn bản").click()
    page.get_by_label("Soạn theo").select_option(label="Thông báo")
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("Trích yếu nội dung").fill("Lịch tiếp công dân tháng 12")
    page.get_by_label("Người ký, hình thức ký").select_option(index=1)
    page.get_by_label("Nội dung").last.fill("Sáng thứ Năm hằng tuần, tại trụ sở.")
    seen("document-draft")
    page.get_by_role("button", name="Lưu dự thảo").click()
    page.get_by_text("Đã lưu dự thảo").wait_for()
    seen("document-drafted")


def done(page: Page, act: str) -> None:
    box = page.locator(f"#act-{act}")
    box.locator("summary").click()
    box.get_by_role("button").click()
    page.locator(".message.success").wait_for()


def signed(page: Page, codes: Codes, whose: str) -> None:
    """From the queue: the code asked for, typed, all ticked signed."""
    page.goto("/signing/")
    page.get_by_role("button", name="Gửi mã xác nhận").click()
    page.get_by_text("Đã yêu cầu dịch vụ ký gửi mã").wait_for()
    page.get_by_role("checkbox").check()
    page.get_by_label("Mã xác nhận của dịch vụ ký").fill(codes[whose])
    page.get_by_role("button", name="Ký số từ xa").click()
    page.locator(".message.success").wait_for()


def test_a_notice_is_signed_by_the_head_and_sealed_by_the_ward_and_whoever_holds_it_is_told(
    page: Page, world: World, codes: Codes, seen: Seen
) -> None:
    entered(page, world.minh)
    drafted(page, seen)
    document = OutgoingDocument.objects.get()
    address = f"/documents/{document.pk}/"

    entered(page, world.hoa)
    page.goto(address)
    done(page, "approve")
    page.goto("/signing/")
    seen("signing-queue")
    signed(page, codes, "hoa")
    expect(page.get_by_text("Đã ký số 1 văn bản")).to_be_visible()

    entered(page, world.van)
    page.goto(address)
    done(page, "number")
    signed(page, codes, f"seal-{world.ward.unit_id}")
    page.goto(address)
    done(page, "issue")
    expect(page.get_by_alt_text("Mở văn bản")).to_have_js_property("naturalWidth", 620)
    seen("document-issued")
    page.get_by_role("link", name="Văn bản đi").or_(page.get_by_role("link", name="Văn bản", exact=True)).first.click()
    page.get_by_label("Xem").select_option(label="Sổ văn bản đi")
    page.get_by_role("button", name="Xem").click()
    expect(page.get_by_text("100% (1/1)")).to_have_count(2)
    seen("register")

    verdict = Verdict.objects.order_by("pk").last()
    assert verdict is not None
    assert (verdict.person, verdict.agency) == ("valid", "valid")
    page.context.clear_cookies()
    page.goto(f"/v/{document.code}/")
    expect(page.get_by_text("đang có hiệu lực")).to_be_visible()
    seen("genuine")


def test_a_wrong_code_signs_nothing_and_says_so(page: Page, world: World, codes: Codes, seen: Seen) -> None:
    entered(page, world.minh)
    drafted(page, seen)
    entered(page, world.hoa)
    page.goto(f"/documents/{OutgoingDocument.objects.get().pk}/")
    done(page, "approve")
    page.goto("/signing/")
    page.get_by_role("checkbox").check()
    page.get_by_label("Mã xác nhận của dịch vụ ký").fill("000000")
    page.get_by_role("button", name="Ký số từ xa").click()
    expect(page.get_by_text("Mã xác nhận không đúng hoặc đã hết hạn")).to_be_visible()
    assert OutgoingDocument.objects.get().signed_at is None
