"""A scan is uploaded, its reading fails and is tried again, is watched while it goes on, and its text is found."""

from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import FilePayload, Page, expect
from pytest_django import Settings

from motcua.office.dossiers.models import Dossier, Result
from motcua.office.records.working import work
from tests.journeys.conftest import Seen
from tests.journeys.walking import entered, opened, unfolded
from tests.office.dossiers import life
from tests.office.records.scans import picture
from tests.world import World

pytestmark = pytest.mark.once

SAID = "Phường 12 xác nhận: ông Nguyễn Văn Đức, sinh ngày 27 tháng 7 năm 1983, thường trú tại khóm Mỹ Thượng. " * 3


@pytest.fixture
def settled(world: World, settings: Settings, tmp_path: Path) -> Dossier:
    settings.FILES = tmp_path / "files"
    dossier = life.settled(world)
    Result.objects.filter(dossier=dossier).update(pages=2)
    return dossier


def scanned(name: str, *, turned: int = 0) -> FilePayload:
    return {"name": name, "mimeType": "image/jpeg", "buffer": picture(dpi=150, turned=turned, text=SAID).getvalue()}


@pytest.mark.parametrize("scripts", [True], indirect=True)  # reading takes seconds; no script has a part in it
def test_van_sees_her_scan_read_after_a_failure_and_finds_it_by_its_words(
    page: Page, world: World, settled: Dossier, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered(page, world.van)
    opened(page, settled)
    pages = [scanned("1.jpg"), scanned("2.jpg", turned=180)]
    unfolded(page, "digitise").get_by_label("Bản quét của kết quả").set_input_files(pages)
    page.get_by_role("button", name="Số hóa kết quả").click()
    read = page.locator("section:has(#read)")
    expect(read.get_by_text("chờ đọc")).to_be_visible()
    expect(read.get_by_text("chưa có tiến trình đọc nào hoạt động")).to_be_visible()
    seen("reading-waits")

    with monkeypatch.context() as without:
        without.setenv("PATH", "/nowhere")
        work(timezone.now, lambda: False)
    read.get_by_role("link", name="Xem lại").click()
    expect(read.get_by_text("Máy chủ thiếu Tesseract")).to_be_visible()
    seen("reading-failed")
    read.get_by_role("link", name="Đọc lại").click()
    unfolded(page, "read-again").get_by_role("button").click()
    expect(read.get_by_text("chờ đọc")).to_be_visible()

    watched: set[str] = set()

    def looked_at() -> bool:
        opened(page, settled)
        watched.add(read.locator(".tag").inner_text())
        return False

    work(timezone.now, looked_at)
    assert {"đang đọc trang 1/2", "đang đọc trang 2/2"} <= watched

    opened(page, settled)
    expect(read.get_by_role("link", name="Mở bản tìm được chữ")).to_be_visible()
    expect(page.locator("dd").get_by_text("Trang 2: quét ngược đầu")).to_be_visible()
    expect(unfolded(page, "certify-copy").get_by_text("Trang 2: quét ngược đầu")).to_be_visible()
    seen("reading-done")
    page.goto("/search/")
    page.get_by_role("searchbox").fill("nguyen van duc khom my thuong")
    page.get_by_label("Tìm trong nội dung bản số hóa").check()
    page.get_by_role("button", name="Tìm").click()
    expect(page.get_by_role("link", name=settled.code)).to_be_visible()
    seen("reading-found")
