"""What holds of all pages: light, no more queries for many dossiers than for few, both languages, nothing inline."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import motcua.web
from motcua.office.dossiers.acts.handover import pass_on
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.models import Dossier
from motcua.office.people.models import Role
from tests.web.conftest import SignedIn
from tests.world import World, person

WEB = Path(motcua.web.__file__).parent
STYLE = (WEB / "shared/static/shared/office.css").read_bytes()
LIGHT = 100_000
SAY = re.compile(r"{%\s*say\b.*?%}", re.DOTALL)
TAGS = re.compile(r"{%.*?%}|{{.*?}}|<!doctype html>", re.DOTALL)
INSIDE_TAG = re.compile(r"<[^>]*>", re.DOTALL)
SHOWN_ATTRIBUTE = re.compile(r"\b(?:title|alt|placeholder|aria-label)=\"([^\"]*)\"")
LETTERS = re.compile(r"[^\W\d_]{2,}")


def many(world: World, number: int, first: int = 0) -> None:
    """Dossiers in the hand of Lan, and as many sent to Minh and not taken over."""
    at = timezone.now() - timedelta(minutes=5)
    for no in range(first, first + number):
        applicant = person(f"Nguyễn Văn Số {no}", f"087095{no:06d}")
        kept = receive(world.reception(applicant=applicant), by=world.lan, at=at)
        if no % 2:
            pass_on(kept.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=at)


def queries(client: Client, address: str) -> int:
    """How many a page asks, the fewer of twice: now and then one more notes that the officer is still there."""
    client.get(address)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as caught:
            assert client.get(address).status_code == 200
        counts.append(len(caught))
    return min(counts)


def pages(client: Client, world: World) -> Iterator[tuple[str, bytes]]:
    for name in ("work", "search", "reception", "certification", "books"):
        yield name, client.get(reverse(f"desk:{name}")).content
    kept = Dossier.objects.filter(holder=world.lan)[0]
    yield "dossier", client.get(reverse("desk:dossier", args=[kept.pk])).content
    yield "take", client.get(reverse("desk:work"), {"heap": "todo", "of": "unit"}).content
    yield "not found", client.get("/nowhere/").content


def test_every_page_with_its_style_is_light_and_runs_nothing_inline(world: World, signed_in: SignedIn) -> None:
    many(world, 120)
    client = signed_in(world.lan)
    client.post(reverse("desk:search"), {"words": "nguyen"})
    for name, content in pages(client, world):
        assert len(content) + len(STYLE) <= LIGHT, name
        assert not re.search(rb"<script|<style|\sstyle=|\son\w+=", content), name
    assert "script-src" in client.get("/")["Content-Security-Policy"]


@pytest.mark.parametrize("place", ["work", "search"])
def test_as_many_queries_for_200_dossiers_as_for_10(world: World, signed_in: SignedIn, place: str) -> None:
    many(world, 10)
    found = {}
    for officer in (world.lan, world.minh):
        client = signed_in(officer)
        client.post(reverse("desk:search"), {"words": "nguyen van"})
        found[officer.pk] = client, queries(client, reverse(f"desk:{place}"))
    many(world, 190, first=10)
    for client, few in found.values():
        assert queries(client, reverse(f"desk:{place}")) == few


def test_templates_hold_no_text_of_their_own() -> None:
    bare = {}
    for file in WEB.rglob("*.html"):
        text = TAGS.sub(" ", SAY.sub(" ", file.read_text("utf-8")))
        said = [*LETTERS.findall(INSIDE_TAG.sub(" ", text))]
        said += [word for value in SHOWN_ATTRIBUTE.findall(text) for word in LETTERS.findall(value)]
        if said:
            bare[file.name] = said
    assert not bare


def test_every_sentence_of_a_template_is_said_in_both_languages() -> None:
    said = re.compile(r"{%\s*say\s+(?:\"([^\"]*)\"|'([^']*)')\s+(?:\"([^\"]*)\"|'([^']*)')")
    for file in WEB.rglob("*.html"):
        text = file.read_text("utf-8")
        whole = [found for found in said.findall(text) if any(found[:2]) and any(found[2:])]
        dynamic = len(re.findall(r"{%\s*say\s+\w+\.vi\s+\w+\.en", text))
        assert len(whole) + dynamic == len(re.findall(r"{%\s*say\b", text)), file.name


def test_pages_speak_the_language_of_the_cookie(world: World, signed_in: SignedIn) -> None:
    client = signed_in(world.lan)
    assert "Việc của tôi" in client.get("/").content.decode()
    client.post(reverse("shared:language"), {"language": "en", "back": "/search/"})
    assert "My work" in client.get("/", headers={"accept-language": "vi"}).content.decode()
