"""A real browser before a real server, and officers who sign in with a password and a one-time code."""

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.hashers import make_password
from django.db import connection
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from motcua.office.people.models import Officer
from tests.world import World, build

append_only = import_module("motcua.office.journal.migrations.0002_append_only")
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


@pytest.fixture
def emptied(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """After the test the journal refuses changes again; `world` let go of it so that the tables could be emptied."""
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        append_only.refuse(apps, editor)


@pytest.fixture
def world(emptied: None, transactional_db: None) -> Iterator[World]:
    """The world, with a password for each officer."""
    made = build()
    Officer.objects.update(password=make_password(PASSWORD))
    yield made
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION journal_append_only() CASCADE")
            return
        for table in append_only.TABLES:
            for what in ("UPDATE", "DELETE"):
                cursor.execute(f"DROP TRIGGER {table}_no_{what}")


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(browser: Browser, live_server: LiveServer, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=request.param, viewport={"width": 1280, "height": 900}
    )
    context.set_default_timeout(8000)
    yield context.new_page()
    context.close()


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


def looked_at(page: Page, name: str) -> None:
    """Keeps a picture of the page, as wide as a desk's screen and as narrow as a phone."""
    if SHOTS is None:
        return
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})
