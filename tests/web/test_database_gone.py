"""The database away while the desk is served: said in both languages, nothing typed is lost, and it comes back."""

import json
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

from tests.office.apart import Office
from tests.web.serving import Served, gone, own_office, served

SIGNED_IN = """
import django, json
django.setup()
from bench.desk.over_http import cookies
from tests.world import build
world = build()
print(json.dumps([*cookies(world.lan), world.versions["birth"].pk, world.ward.pk]))
"""
COUNTED = """
import django
django.setup()
from motcua.office.dossiers.models import Dossier
print(Dossier.objects.count())
"""


class Answer(NamedTuple):
    status: int
    page: str
    led_to: str
    seconds: float


class Browser:
    """Lan's, past password and code."""

    def __init__(self, office: Office, server: Served) -> None:
        self.office, self.server = office, server
        self.cookie, self.token, self.version, self.ward = json.loads(office.run("-c", SIGNED_IN))

    def send(self, method: str, path: str, fields: dict[str, object] | None = None, language: str = "vi") -> Answer:
        wire, began = HTTPConnection("127.0.0.1", self.server.port, timeout=60), time.monotonic()
        told = {"Cookie": f"{self.cookie}; language={language}", "X-CSRFToken": self.token}
        wire.request(
            method, path, urlencode(fields or {}), told | {"Content-Type": "application/x-www-form-urlencoded"}
        )
        answer = wire.getresponse()
        page = answer.read().decode()
        wire.close()
        return Answer(answer.status, page, answer.headers["Location"] or "", time.monotonic() - began)

    def form(self) -> dict[str, object]:
        return {
            "do": "receive", "kind": "citizen", "number": "087090000011", "name": "Phạm Văn Bình",
            "submitter_kind": "self", "unit": self.ward, "competent": self.ward, "channel": "counter",
            "return_way": "counter", "sets": 1, "version": self.version, "paper_1": "on", "form_1": "copy",
            "count_1": 1, "paper_2": "on", "form_2": "copy", "count_2": 1,
        }  # fmt: skip


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    with own_office(tmp_path / "office") as apart, served(apart) as server:
        yield Browser(apart, server)


def test_a_form_sent_while_the_database_is_away_is_sent_again_when_it_is_back(browser: Browser) -> None:
    form = browser.form()
    assert [browser.send("GET", "/").status for _ in range(6)] == [200] * 6

    with gone(browser.office):
        away = browser.send("POST", "/reception/", form)
        english = browser.send("POST", "/reception/", form, "en")
        page = browser.send("GET", "/")

    assert [one.status for one in (away, english, page)] == [503] * 3
    assert "Cơ sở dữ liệu hiện không trả lời" in away.page
    assert "The database does not answer now" in english.page
    for name, value in form.items():
        assert f'name="{name}" value="{value}"' in away.page
        assert f'name="{name}" value="{value}"' in english.page
    assert max(one.seconds for one in (away, english, page)) < 8

    back = browser.send("POST", "/reception/", form)
    assert back.status == 302, back.page
    assert back.led_to.endswith("/received/")
    assert browser.office.run("-c", COUNTED).strip() == "1"
    assert [browser.send("GET", "/").status for _ in range(12)] == [200] * 12
