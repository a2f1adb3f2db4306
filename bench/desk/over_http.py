"""The life of `place.life` over HTTP: the desk's forms sent to a real server, each officer in a session of their own.

`browsing` also fetches the page that each act leads to, as a browser does.
"""

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from http.client import HTTPConnection
from threading import Barrier, Thread
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.middleware.csrf import _get_new_csrf_string
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

from bench.desk.place import PAPERS, Place
from motcua.office.people.models import Officer, Role

DOSSIER = re.compile(r"^/dossiers/(\d+)/received/$")
WARMING = 10  # lives
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Refused(Exception):
    """The server did not carry an act out."""


def cookies(officer: Officer) -> tuple[str, str]:
    """The officer's cookies past password and code, and the token that forms carry."""
    client = Client()
    client.force_login(officer, backend=settings.AUTHENTICATION_BACKENDS[-1])
    device, _ = TOTPDevice.objects.get_or_create(user=officer, confirmed=True)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    token = _get_new_csrf_string()
    told = {settings.SESSION_COOKIE_NAME: session.session_key, settings.CSRF_COOKIE_NAME: token}
    return "; ".join(f"{name}={value}" for name, value in told.items()), token


class Desk:
    """The officers of a unit at their browsers, one connection kept open."""

    def __init__(self, place: Place, address: str, browsing: bool) -> None:
        parts = urlsplit(address)
        self.place, self.browsing = place, browsing
        self.wire = HTTPConnection(str(parts.hostname), parts.port)
        self.sessions = {name: cookies(officer) for name, officer in place.officers.items()}

    def life(self) -> None:
        """One dossier from reception to return: 11 forms sent."""
        dossier = self.received()
        for who, act, fields in self.acts():
            self.send(who, f"/dossiers/{dossier}/{act}/", {f"{act}-{name}": value for name, value in fields.items()})

    def received(self) -> str:
        said: dict[str, object] = {
            "do": "receive", "kind": "citizen", "number": self.place.applicant.number,
            "name": self.place.applicant.name,
            "submitter_kind": "self", "unit": self.place.unit.pk, "competent": self.place.unit.pk, "channel": "counter",
            "return_way": "counter", "sets": 1, "version": self.place.version.pk,
        }  # fmt: skip
        for no in range(1, len(PAPERS) + 1):
            said |= {f"paper_{no}": "on", f"form_{no}": "copy", f"count_{no}": 1}
        led_to = self.send("lan", "/reception/", said)
        if not (found := DOSSIER.match(led_to)):
            raise Refused(f"reception led to {led_to}")
        return found.group(1)

    def acts(self) -> Iterator[tuple[str, str, Mapping[str, object]]]:
        """Who sends which form with what."""
        yield from self.hand_over("lan", "minh", Role.SPECIALIST)
        yield "minh", "propose", {"proposal": "Đủ điều kiện cấp giấy"}
        yield "hoa", "approve", {}
        yield from self.hand_over("minh", "van", Role.CLERK)
        yield "van", "record-result", {"pages": 1}
        yield from self.hand_over("van", "lan", Role.RECEPTION)
        yield "lan", "return", {"to": self.place.applicant.name, "way": "counter"}

    def hand_over(self, giver: str, taker: str, role: Role) -> Iterator[tuple[str, str, Mapping[str, object]]]:
        yield giver, "pass-on", {"to": f"{self.place.unit.pk}:{role}"}
        yield taker, "take-over", {}

    def send(self, who: str, path: str, fields: Mapping[str, object]) -> str:
        """Where the server leads after the form. Raises Refused where it shows the form again."""
        cookie, token = self.sessions[who]
        told = {"Cookie": cookie, "X-CSRFToken": token}
        self.wire.request("POST", path, urlencode(fields), told | FORM)
        answer = self.wire.getresponse()
        page = answer.read()
        if answer.status != 302:
            raise Refused(f"{path} answered {answer.status}: {page.decode()[:6000]}")
        led_to = str(answer.headers["Location"])
        if self.browsing:
            self.wire.request("GET", led_to, headers=told)
            self.wire.getresponse().read()
        return led_to


def lives(places: list[Place], address: str, seconds: float, browsing: bool) -> float:
    """Lives a second of all places together, a thread each."""
    desks = [Desk(place, address, browsing) for place in places]
    counted, start = [0.0] * len(desks), Barrier(len(desks))

    def work(number: int) -> None:
        with closing(desks[number].wire):
            for _ in range(WARMING):  # what the server reads once is read before the clock starts
                desks[number].life()
            start.wait()
            done, began = 0, time.monotonic()
            while time.monotonic() - began < seconds:
                desks[number].life()
                done += 1
            counted[number] = done / (time.monotonic() - began)

    threads = [Thread(target=work, args=(number,)) for number in range(len(desks))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if not all(counted):
        raise SystemExit("a desk stopped; its traceback stands above")
    return sum(counted)
