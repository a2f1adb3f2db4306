"""A scanned result compared and signed from its dossier by a remote service, then sealed; the page says so to all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings

from motcua.office.dossiers.acts.digitisation import digitise
from motcua.office.dossiers.models import DigitalCopy, Dossier
from tests.journeys.conftest import Seen
from tests.journeys.signing import Codes, service
from tests.journeys.walking import entered, opened
from tests.office.dossiers import life
from tests.office.records.scans import scan
from tests.world import World

pytestmark = pytest.mark.once


@pytest.fixture
def codes(world: World, settings: Settings, tmp_path: Path) -> Iterator[Codes]:
    """What the signing service sent to whom: it keeps the keys of Vân and of the ward's seal."""
    with service(world, world.van, settings, tmp_path) as sent:
        yield sent


def signed(page: Page, code: Codes, whose: str) -> None:
    """The code asked for, typed, what waits ticked and signed."""
    page.get_by_role("button", name="Gửi mã xác nhận").click()
    page.get_by_text("Đã yêu cầu dịch vụ ký gửi mã").wait_for()
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_label("Mã xác nhận của dịch vụ ký").fill(code[whose])
    page.get_by_role("button", name="Ký số từ xa").click()
    page.locator(".message.success").wait_for()


def test_the_clerk_compares_and_signs_a_scanned_result_and_the_ward_seals_it(
    page: Page, world: World, codes: Codes, seen: Seen
) -> None:
    dossier: Dossier = life.settled(world)
    copy = digitise(dossier.pk, contents=[scan()], by=world.van, at=timezone.now())
    entered(page, world.van)
    opened(page, dossier)
    page.get_by_role("link", name="Ký số bản số hóa").click()
    expect(page.get_by_role("heading", name="Bản số hóa chờ tôi đối chiếu, ký số (1)")).to_be_visible()
    expect(page.get_by_role("link", name="Xem tệp sẽ ký")).to_be_visible()
    seen("copies-to-sign")
    signed(page, codes, "van")
    expect(page.get_by_text("Đã đối chiếu và ký số 1 bản số hóa.")).to_be_visible()

    expect(page.get_by_role("heading", name="Bản số hóa chờ ký số của cơ quan (1)")).to_be_visible()
    signed(page, codes, f"seal-{world.ward.unit_id}")
    opened(page, dossier)
    expect(page.get_by_text("chữ ký số của cán bộ: Hợp lệ")).to_be_visible()
    expect(page.get_by_text("chữ ký số của cơ quan: Hợp lệ")).to_be_visible()
    expect(page.get_by_role("link", name="Mở bản đã ký số")).to_be_visible()
    seen("copy-sealed")

    file = DigitalCopy.objects.select_related("signed__verdict").get(pk=copy.pk).signed
    assert file is not None
    assert (file.verdict.person, file.verdict.agency) == ("valid", "valid")
