"""Certified copies by the keyboard alone: keys counted, time told."""

import sys
import time
import unicodedata
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from motcua.office.dossiers.models import Certification
from tests.journeys.conftest import Seen
from tests.journeys.test_birth import CARD
from tests.journeys.walking import entered
from tests.world import World, fee

pytestmark = pytest.mark.once

A_KEY = 0.28  # seconds: a practised typist, some 215 keys a minute; for the sum that is printed alone


@dataclass
class Keys:
    """The officer's fingers: each key is counted; the scanner types for itself."""

    page: Page
    pressed: int = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.pressed += len(unicodedata.normalize("NFD", text))  # Telex: a key more for each mark over a letter

    def scan(self, text: str) -> None:
        """A scanner ends with Enter; the officer pulls one trigger."""
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        self.pressed += 1


def certified(page: Page, keys: Keys) -> None:
    """Three copies of a diploma of two pages."""
    page.locator("[name=name]:focus").wait_for()
    keys.scan(CARD)
    page.locator("[name=name][value='Phạm Văn Bình']").wait_for()
    page.locator("[name=document]:focus").wait_for()
    keys.type("Bằng tốt nghiệp")
    for number in ("3", "2"):
        keys.press("Tab")
        keys.type(number)
    keys.press("Enter")
    page.locator(".message.success").wait_for()


def test_copies_are_certified_by_keyboard_in_a_few_keys(
    page: Page, seen: Seen, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    fee(world.versions["copy"], "Phí chứng thực", 2000, "trang")
    entered(page, world.lan)
    page.goto("/certification/")
    keys, began = Keys(page), time.monotonic()
    certified(page, keys)
    machine = time.monotonic() - began
    seen("certified")
    found = Certification.objects.select_related("dossier__applicant").get()
    assert (found.copies, found.pages, found.dossier.fee_paid) == (3, 2, 12_000)
    assert found.dossier.applicant.number == "087090000011"
    assert keys.pressed == 27
    assert page.locator("[name=name]:focus").count() == 1
    with capsys.disabled():
        told = f"{keys.pressed} keys, {machine:.1f} s of machine, about {machine + keys.pressed * A_KEY:.0f} s in all"
        sys.stdout.write(f"\ncertified copies: {told}\n")

    certified(page, keys)  # the screen stands ready for the next
    assert Certification.objects.count() == 2
