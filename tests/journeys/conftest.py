"""A real browser before a real server, and officers who sign in with a password and a one-time code."""

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.apps import apps
from django.contrib.auth.hashers import make_password
from django.db import connection
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Browser, Error, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from motcua.office.people.models import Officer
from tests.world import World, build

append_only = import_module("motcua.office.journal.migrations.0002_append_only")
Seen = Callable[[str], None]
AA = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PASSWORD = "cau-lanh-nho-song-tien"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
SHOTS = os.environ.get("SCREENSHOTS")  # a folder: each page seen is kept there, wide and narrow

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's loop runs in the thread of the tests


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def guarded_again(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """After the module the journal refuses changes as before."""
    yield
    with django_db_blocker.unblock():
        _guarded()


@pytest.fixture
def world(guarded_again: None, transactional_db: None) -> Iterator[World]:
    """The world, with a password for each officer. At the end the journal is let go of, to be emptied."""
    _unguarded()
    _guarded()
    made = build()
    Officer.objects.update(password=make_password(PASSWORD))
    yield made
    _unguarded()


def _guarded() -> None:
    with connection.schema_editor() as editor:
        append_only.refuse(apps, editor)


def _unguarded() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION IF EXISTS journal_append_only() CASCADE")
            return
        for table in append_only.TABLES:
            for what in ("UPDATE", "DELETE"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{what}")


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    switched_on: bool = request.param
    return switched_on


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, scripts: bool) -> Iterator[Page]:
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=scripts, viewport={"width": 1280, "height": 900}
    )
    context.set_default_timeout(8000)
    yield context.new_page()
    context.close()


@pytest.fixture
def seen(page: Page, scripts: bool) -> Seen:
    """Looks at the page as it stands; where scripts run, axe finds no barrier of WCAG 2.2 AA, and a phone suffices."""

    def look(name: str) -> None:
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            if SHOTS is not None:
                page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)
            if scripts:
                found = _barriers(page)
                assert not [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
                assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.set_viewport_size({"width": 1280, "height": 900})

    return look


def _barriers(page: Page) -> list[dict[str, Any]]:
    """What axe finds on the page that a click led to; a page that goes while axe looks at it is looked at again."""
    for _ in range(3):
        page.wait_for_load_state("load")
        address = page.url
        try:
            found: list[dict[str, Any]] = Axe().run(page, options=AA).response["violations"]
        except Error:  # of the browser, whose document was taken away meanwhile
            continue
        if page.url == address:
            return found
    raise AssertionError(f"{page.url} never stood still")


def sign_in(page: Page, officer: Officer) -> None:
    """By keyboard alone; with the code that the officer's telephone would show."""
    page.context.clear_cookies()
    page.goto("/sign-in/")
    page.get_by_label("Tên đăng nhập").fill(officer.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    if officer.username in ("hoa", "quan"):
        page.get_by_label("Mã 6 số").fill(code(officer))
        page.keyboard.press("Enter")
    page.get_by_role("heading", name="Việc của tôi").wait_for()


def code(officer: Officer) -> str:
    device, _ = TOTPDevice.objects.get_or_create(user=officer, confirmed=True)
    device.last_t = -1  # this officer may sign in twice within half a minute of a test
    device.save(update_fields=["last_t"])
    return f"{TOTP(device.bin_key).token():06d}"
