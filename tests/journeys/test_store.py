"""What the State holds is not asked for: a paper of the citizen's store is used again at the counter, by keyboard."""

import pytest
from playwright.sync_api import Page

from motcua.office.dossiers.acts.digitisation import certify_copy, scan_paper
from motcua.office.dossiers.models import DigitalCopy, Dossier
from tests.journeys.conftest import Seen
from tests.journeys.test_birth import CARD
from tests.journeys.walking import entered, listening
from tests.office.dossiers import life
from tests.office.records.scans import scan
from tests.world import World

pytestmark = pytest.mark.once

PROOF = 2


def test_a_paper_in_store_is_taken_at_reception_with_one_key_and_stands_in_the_dossier(
    page: Page, seen: Seen, world: World
) -> None:
    former = life.received(world)
    copy = scan_paper(former.pk, PROOF, contents=[scan(2)], by=world.lan, at=life.MOVED)
    certify_copy(former.pk, copy.pk, by=world.lan, at=life.MOVED)
    entered(page, world.lan)

    page.goto("/reception/")
    listening(page)
    page.keyboard.type(CARD)
    page.keyboard.press("Enter")
    page.locator("[name=name][value='Phạm Văn Bình']").wait_for()
    assert page.locator("[name=again]").count() == 0
    listening(page)
    page.keyboard.type("khai sinh")
    page.keyboard.press("Enter")
    page.locator("#store").wait_for()
    listening(page)
    seen("reception-store")
    page.keyboard.press("Space")  # the declaration, handed in
    for _ in range(5):  # over form, count and pages of it and over the box of the paper
        page.keyboard.press("Tab")
    assert former.code in page.locator("label:has(input:focus)").inner_text()
    page.keyboard.press("Space")
    seen("reception-store-ticked")
    page.get_by_role("button", name="Tiếp nhận, in giấy hẹn").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Đã tiếp nhận hồ sơ").wait_for()

    made = Dossier.objects.latest("pk")
    assert DigitalCopy.objects.get(component__dossier=made).source == copy
    page.get_by_role("link", name="Mở hồ sơ").click()
    page.get_by_text(f"từ hồ sơ {former.code}").wait_for()
    seen("dossier-store")
