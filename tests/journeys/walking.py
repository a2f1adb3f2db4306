"""How journeys walk: come in as an officer, open a dossier, do an act on its page; and what others did before."""

from django.conf import settings
from django.test import Client
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Locator, Page

from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.models import Dossier
from motcua.office.people.models import Officer, Role, Unit


def entered(page: Page, officer: Officer) -> None:
    """At My work, past password and code, which the journey of a birth and sign-in's own tests go through."""
    client = Client()
    client.force_login(Officer.objects.get(pk=officer.pk), backend=settings.AUTHENTICATION_BACKENDS[-1])
    device, _ = TOTPDevice.objects.get_or_create(user=officer, confirmed=True)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    page.context.clear_cookies()
    page.goto("/sign-in/")
    name, value, url = settings.SESSION_COOKIE_NAME, str(session.session_key), page.url.split("sign-in")[0]
    page.context.add_cookies([{"name": name, "value": value, "url": url}])
    page.goto("/")
    page.get_by_role("heading", name="Việc của tôi").wait_for()


def listening(page: Page) -> None:
    """Waits until the page has put the keyboard where it wants it: keys typed before that are lost."""
    page.wait_for_load_state("load")
    page.locator("[autofocus]:focus").wait_for()


def opened(page: Page, dossier: Dossier) -> None:
    page.goto(f"/dossiers/{dossier.pk}/")


def unfolded(page: Page, act: str) -> Locator:
    """The act on the dossier's page, its form open."""
    box = page.locator(f"#act-{act}")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    return box


def done(page: Page, act: str, *ticked: str, **fields: str) -> None:
    """Opens an act, ticks what is named, fills its fields by name and sends it."""
    box = unfolded(page, act)
    for label in ticked:
        box.get_by_label(label).check()
    for name, value in fields.items():
        box.locator(f"[name='{act}-{name}']").fill(value)
    box.locator("form button").click()
    page.locator(".message.success").wait_for()


def passed_on(page: Page, to: str) -> None:
    box = unfolded(page, "pass-on")
    box.locator("select").select_option(label=f"{to} – Phường 12")
    box.locator("form button").click()
    page.locator(".message.success").wait_for()


def printed(page: Page, name: str) -> bytes:
    """The slip of that name, as the page links it."""
    address = page.get_by_role("link", name=name).last.get_attribute("href")
    return page.request.get(str(address)).body()


def went(dossier: Dossier, sender: Officer, unit: Unit, role: Role, taker: Officer) -> None:
    """Passed on and taken over before the journey looks."""
    pass_on(dossier.pk, name="Bước tiếp theo", unit=unit, role=role, by=sender, at=timezone.now())
    take_over(dossier.pk, by=taker, at=timezone.now())
