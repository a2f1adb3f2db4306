"""A result scanned and uploaded in a real browser: warned of on My work, refused with pages missing, then digitised."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import FilePayload, Page, expect
from pytest_django import Settings

from motcua.office.dossiers.digitisation import copy_of
from motcua.office.dossiers.models import Dossier, Result
from tests.journeys.conftest import Seen, sign_in
from tests.office.dossiers import life
from tests.office.records.scans import picture, scan
from tests.world import World

pytestmark = pytest.mark.once


@pytest.fixture
def settled(world: World, settings: Settings, tmp_path: Path) -> Dossier:
    """A birth, its result of two pages recorded; files go to a folder of the test."""
    settings.FILES = tmp_path / "files"
    dossier = life.settled(world)
    Result.objects.filter(dossier=dossier).update(pages=2)
    return dossier


def scanned(pages: int) -> FilePayload:
    return {"name": "quet.pdf", "mimeType": "application/pdf", "buffer": scan(pages).getvalue()}


def test_the_clerk_follows_the_warning_to_the_dossier_and_digitises_its_result(
    page: Page, world: World, settled: Dossier, seen: Seen
) -> None:
    sign_in(page, world.van)
    page.get_by_role("link", name="Kết quả chưa số hóa").click()
    seen("not-digitised")
    page.get_by_role("link", name="1/1 kết quả").click()
    page.get_by_role("link", name=settled.code).click()

    field = page.get_by_label("Bản quét của kết quả")
    field.set_input_files(scanned(1))
    page.get_by_role("button", name="Số hóa kết quả").click()
    expect(page.get_by_text("kết quả có 2 trang nhưng bản quét có 1 trang")).to_be_visible()
    seen("pages-missing")

    field.set_input_files(scanned(2))
    page.get_by_role("button", name="Số hóa kết quả").click()

    expect(page.get_by_role("link", name="Mở bản số hóa (PDF, 2 trang)")).to_be_visible()
    seen("digitised")
    assert copy_of(settled) is not None
    page.get_by_role("link", name="Việc của tôi").click()
    expect(page.get_by_text("1/1 kết quả")).to_have_count(0)


def test_lan_scans_a_paper_page_by_page_and_compares_it(page: Page, world: World, settled: Dossier, seen: Seen) -> None:
    dossier = life.received(world)
    sign_in(page, world.lan)
    page.goto(page.url.split("/desk")[0] + reverse("desk:dossier", args=[dossier.pk]))
    page.get_by_text("Số hóa giấy tờ", exact=True).first.click()
    first, second = picture(dpi=100).getvalue(), picture("PNG").getvalue()
    pages: list[FilePayload] = [
        {"name": "1.jpg", "mimeType": "image/jpeg", "buffer": first},
        {"name": "2.png", "mimeType": "image/png", "buffer": second},
    ]
    page.locator("#act-scan-paper").get_by_label("Bản quét").set_input_files(pages)
    page.get_by_role("button", name="Số hóa giấy tờ").click()
    expect(page.get_by_role("link", name="Mở bản số hóa giấy tờ số 1 (PDF, 2 trang)")).to_be_visible()
    expect(page.locator("span", has_text="Trang 1: độ phân giải 100 dpi")).to_be_visible()
    seen("paper-scanned")

    page.get_by_text("Đối chiếu bản số hóa với bản giấy", exact=True).first.click()
    page.get_by_label("Tôi đã đối chiếu").check()
    page.get_by_role("button", name="Đối chiếu bản số hóa với bản giấy").click()

    expect(page.get_by_text("đã đối chiếu", exact=True)).to_be_visible()
    seen("paper-compared")
