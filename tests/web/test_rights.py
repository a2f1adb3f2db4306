"""Every address with every kind of visitor, against a table written by hand."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.copying import new_copy
from motcua.office.dossiers.models import CopyOriginal, DigitalCopy, Dossier, Result
from motcua.office.people.models import Officer, Position, Role, Substitution
from motcua.office.procedures.models import Process, Review
from motcua.office.records.content import judge
from motcua.office.records.models import Reading
from motcua.office.records.store import keep
from motcua.web.desk.acts import ALL
from tests.office.documents.course import drafted
from tests.office.records.scans import scan
from tests.web.conftest import SignedIn
from tests.web.rights import ACTS, ANSWERS, TABLE, VISITORS, rows
from tests.world import World, officer

pytestmark = pytest.mark.once


def names(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from names(one.url_patterns, f"{one.namespace}:" if one.namespace else space)
        else:
            yield f"{space}{one.name}"


def visitor(world: World, name: str) -> Officer | None:
    """The officer of that name; beside the cast of the world those whose rights are somebody else's or over."""
    today = timezone.localdate()
    if name == "anonymous":
        return None
    if name == "other_domain":
        return officer("dat", "Cao Văn Đất", world.ward, Role.SPECIALIST, domains=["Đất đai"])
    if name == "ended":
        left = officer("cuu", "Mai Thị Cựu", world.ward, Role.RECEPTION)
        Position.objects.filter(officer=left).update(to_on=today - timedelta(days=1))
        return left
    if name == "substitute":
        stands_in = Officer.objects.create(username="the", full_name="Lý Văn Thế")
        Substitution.objects.create(
            position=Position.objects.get(officer=world.lan), substitute=stands_in, from_on=today, to_on=today,
            decision="05/QĐ-UBND",
        )  # fmt: skip
        return stands_in
    if name == "stranger":
        return Officer.objects.create(username="la", full_name="Người Lạ")
    found: Officer = getattr(world, name)
    return found


def keys(address: str, dossier: Dossier, world: World) -> list[object]:
    """What an address is asked for: the dossier, its receipt, the officer Lan, ward 12, what it has of a birth."""
    if address in ("desk:dossier", "desk:received"):
        return [dossier.pk]
    if address.endswith("copy") or address == "desk:copy-original":
        return copy_with(address, world)
    if address.removeprefix("desk:").startswith("document") and address not in ("desk:documents", "desk:document-new"):
        return letter_of(world, address)
    if address in ("desk:arrange", "desk:certify"):
        return ["retire"]
    if address == "portal:document":
        return ["nobody-was-given-this"]
    birth = world.versions["birth"]
    process, _ = Process.objects.get_or_create(unit=world.ward, version=birth, number=1)
    review, _ = Review.objects.get_or_create(
        unit=world.ward, year=2023, domain=birth.domain, assigned_by="05/KH-UBND", due_on=timezone.localdate()
    )
    told: dict[str, list[object]] = {
        "procedure": [birth.procedure_id], "procedure-take-in": [birth.procedure_id],
        "procedure-stop": [birth.procedure_id], "version-release": [birth.pk], "process-draft": [birth.pk],
        "process": [process.pk], "process-edit": [process.pk], "process-release": [process.pk], "review": [review.pk],
        "slip": [dossier.slips.all()[0].pk], "officer": [world.lan.pk], "officer-act": [world.lan.pk, "end"],
        "unit": [world.ward.pk],
    }  # fmt: skip
    return told.get(address.removeprefix("desk:"), [])


def letter_of(world: World, address: str) -> list[object]:
    """A draft of ward 12, its file, or the reason for which the head would recall it, which is not given."""
    letter = drafted(world)
    told: dict[str, list[object]] = {
        "desk:document-file": [letter.files.all()[0].pk],
        "desk:document-act": [letter.pk, "recall"],
    }
    return told.get(address, [letter.pk])


def copy_with(address: str, world: World) -> list[object]:
    """The digital copy of a result, with what the address opens of it."""
    copy, at = copy_of_another(world), timezone.now()
    of = DigitalCopy.objects.filter(pk=copy)
    if address == "desk:signed-copy":
        of.update(signed=of.values("file"), certified_at=at, certified_by=world.van)
    if address == "desk:readable-copy":
        file = of.get().file
        Reading.objects.create(file=file, queued_at=at, state="done", read_at=at, result=file)
    if address == "desk:copy-original":
        CopyOriginal.objects.create(copy_id=copy, no=1, file=of.get().file)
        return [copy, 1]
    return [copy]


def copy_of_another(world: World) -> int:
    """The digital copy of a result that another dossier of ward 12 has."""
    at, scanned = timezone.now(), scan()
    result = Result.objects.create(
        dossier=receive(world.reception(), by=world.lan, at=at), kind="Trích lục", pages=1, number="1/TL",
        proposed_by=world.minh, proposed_at=at, approved_by=world.hoa, approved_at=at, issued_at=at,
    )  # fmt: skip
    file = keep(scanned, judge(scanned), at=at)
    copy = new_copy(result, by=world.van, at=at)
    copy.file = file
    copy.save()
    return copy.pk


@pytest.fixture
def dossier(world: World) -> Dossier:
    return receive(world.reception(), by=world.lan, at=timezone.now() - timedelta(minutes=1))


@pytest.fixture
def browser(world: World, signed_in: SignedIn, request: pytest.FixtureRequest) -> Client:
    found = visitor(world, request.param)
    return Client() if found is None else signed_in(found)


@pytest.mark.parametrize("browser", VISITORS, indirect=True)
def test_each_address_answers_each_visitor_as_the_table_says(
    browser: Client, dossier: Dossier, world: World, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.params["browser"]
    wrong = []
    for (method, address), expected in rows(TABLE):
        answer = browser.generic(method, reverse(address, args=keys(address, dossier, world)))
        answer.getvalue()  # a file is read to its end, and closed
        if (status := answer.status_code) != ANSWERS[expected[name]]:
            wrong.append(f"{method} {address}: {status}, expected {expected[name]}")
    assert not wrong


@pytest.mark.parametrize("browser", VISITORS, indirect=True)
def test_each_act_answers_each_visitor_as_the_table_says(
    browser: Client, dossier: Dossier, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.params["browser"]
    before = browser.session.session_key
    wrong = []
    for (act,), expected in rows(ACTS):
        status = browser.post(reverse("desk:act", args=[dossier.pk, act])).status_code
        if status != ANSWERS[expected[name]]:
            wrong.append(f"{act}: {status}, expected {expected[name]}")
    assert not wrong
    assert before == browser.session.session_key


def test_no_address_is_missing_from_the_table() -> None:
    told = {address for (_, address), _ in rows(TABLE)} | {"desk:act"}
    assert set(names(list(get_resolver().url_patterns))) == told


def test_no_act_is_missing_from_the_table() -> None:
    assert [act for (act,), _ in rows(ACTS)] == list(ALL)


def test_an_act_that_does_not_exist_is_not_found(world: World, signed_in: SignedIn, dossier: Dossier) -> None:
    assert signed_in(world.lan).post(reverse("desk:act", args=[dossier.pk, "burn"])).status_code == 404


@pytest.mark.parametrize("role", ["hoa", "quan"])
def test_who_signs_or_administers_sees_nothing_before_the_code(world: World, dossier: Dossier, role: str) -> None:
    client = Client()
    client.force_login(getattr(world, role), backend=settings.AUTHENTICATION_BACKENDS[-1])
    for (method, address), _ in rows(TABLE):
        if address.startswith("desk:") or address == "shared:password":
            answer = client.generic(method, reverse(address, args=keys(address, dossier, world)))
            assert (answer.status_code, answer["Location"]) == (302, reverse("shared:code"))
