"""The citizen brings what was missing, or is told at once why nothing is taken in."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.models import Dossier, Status
from motcua.office.journal.models import Entry
from motcua.office.people.models import Role
from tests.journeys.conftest import Seen
from tests.journeys.walking import done, entered, opened, printed, unfolded, went
from tests.world import World, again

pytestmark = pytest.mark.once

ONCE, PROOF = "pháp luật chỉ cho một lần", "Giấy tờ chứng minh"


@pytest.fixture
def dossier(world: World) -> Dossier:
    """A birth received at the counter."""
    return receive(world.reception(), by=world.lan, at=timezone.now())


def test_a_supplement_is_asked_once_the_clock_begins_anew_and_a_second_is_warned_of(
    page: Page, seen: Seen, world: World, dossier: Dossier
) -> None:
    went(dossier, world.lan, world.ward, Role.SPECIALIST, world.minh)
    entered(page, world.minh)
    opened(page, dossier)
    assert page.get_by_text(ONCE).count() == 0
    done(page, "supplement", PROOF, reason="Thiếu giấy chứng sinh của cơ sở y tế.")
    assert printed(page, "Yêu cầu bổ sung").startswith(b"%PDF")
    page.get_by_text("Yêu cầu bổ sung giấy tờ", exact=True).first.wait_for()
    seen("supplement-asked")
    page.goto("/?heap=waiting")
    page.get_by_role("link", name=dossier.code).wait_for()

    entered(page, world.lan)
    opened(page, dossier)
    seen("supplement-brought")
    done(page, "resubmit", PROOF)
    page.get_by_text("tính lại từ đầu").first.wait_for()
    assert again(dossier).status == Status.PROCESSING

    entered(page, world.minh)
    opened(page, dossier)
    unfolded(page, "supplement").get_by_text(ONCE).wait_for()
    seen("supplement-second-warned")
    done(page, "supplement", PROOF, reason="Giấy chứng sinh chưa có dấu.")
    assert again(dossier).supplement_requests == 2
    last = Entry.objects.filter(act="dossier.supplement_asked").latest("serial")
    assert '"again"' in last.new


def test_what_cannot_be_taken_in_is_refused_with_its_slip(
    page: Page, seen: Seen, world: World, dossier: Dossier
) -> None:
    entered(page, world.lan)
    page.get_by_role("link", name=dossier.code).click()
    page.locator("#act-refuse summary").click()
    page.locator("[name='refuse-reason']").fill("Không thuộc thẩm quyền của Phường 12.")
    seen("refusal")
    page.locator("#act-refuse form button").click()
    page.locator(".message.success").wait_for()
    assert printed(page, "Từ chối").startswith(b"%PDF")
    page.get_by_text("Không thuộc thẩm quyền của Phường 12.").first.wait_for()
    seen("refused")
    assert again(dossier).status == Status.NOT_RECEIVED
    page.goto("/")
    assert page.get_by_role("link", name=dossier.code).count() == 0
