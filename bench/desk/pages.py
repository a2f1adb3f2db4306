"""What an officer waits for at my work and at search: milliseconds a page, queries and bytes, in process."""

import json
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from statistics import quantiles

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.desk.filled import RARE
from bench.desk.page import PAGE_TIMES
from bench.desk.place import Place
from motcua.office.dossiers.models import Dossier
from motcua.office.people.models import Officer

SEARCH = "desk:search"


@dataclass(frozen=True)
class Seen:
    """One page: its median and 95th percentile in milliseconds, its queries and its bytes."""

    name: str
    p50: float
    p95: float
    queries: int
    size: int


def measure(place: Place) -> str:
    """Every page as JSON, for the process that asked."""
    return json.dumps([asdict(one) for one in pages(place)])


def pages(place: Place) -> Iterator[Seen]:
    lan, minh = place.officers["lan"], place.officers["minh"]
    work = reverse("desk:work")
    yield from (
        _seen(f"my work, {role}", _client(who), work) for role, who in (("the desk", lan), ("a specialist", minh))
    )
    yield _seen("my work, the whole unit", _client(minh), f"{work}?of=unit")
    some = Dossier.objects.filter(unit=place.unit).select_related("applicant").order_by("pk")[1]
    asked = {
        "a code": some.code,
        "a card number": some.applicant.number,
        "a phone": some.applicant.phone,
        "a common name": "nguyen thi hoa",
        "a name that one person has": RARE,
        "a name that nobody has": "Mạc Đĩnh Chi",
    }
    yield from (_seen(f"search by {what}", _client(lan, words), reverse(SEARCH)) for what, words in asked.items())


def _client(officer: Officer, words: str = "") -> Client:
    """Signed in; what is searched stands in the session, as the page keeps it."""
    client = Client(headers={"host": "localhost"})
    client.force_login(officer, backend=settings.AUTHENTICATION_BACKENDS[-1])
    if words:
        client.post(reverse(SEARCH), {"words": words})
    return client


def _seen(name: str, client: Client, address: str) -> Seen:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
        queries = len(asked)
    if answer.status_code != 200:
        raise SystemExit(f"{name}: the page answered {answer.status_code}")
    took = [_once(client, address) for _ in range(PAGE_TIMES)]
    parts = quantiles(took, n=20)
    return Seen(name, parts[9], parts[18], queries, len(answer.content))


def _once(client: Client, address: str) -> float:
    began = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - began) * 1000
