"""One act on several dossiers at once, and the heaps that offer it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.legs import link
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.acts.settlement import approve, propose, record_result
from motcua.office.dossiers.models import ArchiveHandover, Dossier, Result, Slip, Status
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Role
from tests.web.conftest import SignedIn
from tests.world import World, again, person, procedure

BEGAN = timezone.now() - timedelta(minutes=30)


def received(world: World, number: int) -> list[Dossier]:
    """Dossiers of as many citizens, in the hand of Lan."""
    people = [person(f"Nguyễn Văn Số {no}", f"087095{no:06d}") for no in range(number)]
    return [receive(world.reception(applicant=one), by=world.lan, at=timezone.now()) for one in people]


def moved(world: World, dossier: Dossier, sender: Officer, role: Role, taker: Officer) -> None:
    pass_on(dossier.pk, name="Bước", unit=world.ward, role=role, by=sender, at=timezone.now())
    take_over(dossier.pk, by=taker, at=timezone.now())


def proposed(world: World, number: int, *, refuses: bool = False) -> list[Dossier]:
    """Dossiers with Minh's proposal, in the hand of Hoà."""
    found = received(world, number)
    for one in found:
        moved(world, one, world.lan, Role.SPECIALIST, world.minh)
        propose(one.pk, proposal="Đủ điều kiện, đề nghị cấp.", refuses=refuses, by=world.minh, at=timezone.now())
        moved(world, one, world.minh, Role.HEAD, world.hoa)
    return found


def sent(client: Client, act: str, dossiers: list[Dossier], **more: str) -> str:
    answer = client.post(f"/{act}/", {"dossier": [one.pk for one in dossiers], **more}, follow=True)
    return str(answer.content.decode())


def heights(client: Client) -> dict[str, int]:
    return {section.name: count for section, _, count in client.get("/").context["sections"]}


def test_several_go_on_to_one_role(world: World, signed_in: SignedIn) -> None:
    lan, found = signed_in(world.lan), received(world, 3)
    page = lan.get("/?heap=todo&ticked=all").content.decode()
    assert page.count(" checked") == 3
    assert f'value="{world.ward.pk}:specialist" selected' in page

    said = sent(lan, "pass-on", found, to=f"{world.ward.pk}:specialist", heap="todo")
    assert "Đã chuyển 3 hồ sơ." in said
    assert heights(signed_in(world.minh))["take"] == 3
    assert Entry.objects.filter(act="dossier.passed_on").count() == 3


def test_a_backlog_is_counted_up_to_a_number(
    world: World, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("heaps", "work"):
        monkeypatch.setattr(f"motcua.web.desk.{place}.MANY", 2)
    sent(signed_in(world.lan), "pass-on", received(world, 3), to=f"{world.ward.pk}:specialist", heap="todo")
    minh = signed_in(world.minh)

    assert heights(minh)["take"] == 2
    assert "<b>2+</b>Chờ nhận" in minh.get("/").content.decode()


def test_where_nothing_may_be_sent_nothing_is(world: World, signed_in: SignedIn) -> None:
    (one,) = received(world, 1)
    for target in (f"{world.elsewhere.pk}:specialist", f"{world.ward.pk}:accountant", "x", ""):
        said = sent(signed_in(world.lan), "pass-on", [one], to=target)
        assert "Chuyển các hồ sơ đã đánh dấu tới:" in said
    assert again(one).steps.count() == 1


def test_the_head_approves_several_and_hears_of_each_that_was_not(world: World, signed_in: SignedIn) -> None:
    good, refusal = proposed(world, 2), None
    refusal = proposed_to_refuse(world)
    hoa = signed_in(world.hoa)
    page = hoa.get("/?heap=approve").content.decode()
    assert "Đề xuất từ chối" in page
    assert page.count('name="dossier"') == 2
    approve(good[0].pk, by=world.hoa, at=timezone.now())

    said = sent(hoa, "approve", [*good, refusal], heap="approve")
    assert "Đã duyệt 1 đề xuất." in said
    assert "Chưa làm được 2 hồ sơ" in said
    assert f"Hồ sơ {good[0].code} đã được" in said
    assert f"Hồ sơ {refusal.code} được đề xuất từ chối" in said
    assert Result.objects.filter(approved_at__isnull=False).count() == 2


def proposed_to_refuse(world: World) -> Dossier:
    found = receive(world.reception(applicant=world.an), by=world.lan, at=timezone.now())
    moved(world, found, world.lan, Role.SPECIALIST, world.minh)
    propose(found.pk, proposal="Chưa đủ căn cứ.", refuses=True, by=world.minh, at=timezone.now())
    moved(world, found, world.minh, Role.HEAD, world.hoa)
    return found


def test_results_go_to_the_desk_together_and_lie_there_to_be_returned(world: World, signed_in: SignedIn) -> None:
    found = proposed(world, 2)
    for one in found:
        approve(one.pk, by=world.hoa, at=timezone.now())
        moved(world, one, world.hoa, Role.CLERK, world.van)
        record_result(one.pk, pages=1, by=world.van, at=timezone.now())
    van, lan = signed_in(world.van), signed_in(world.lan)
    assert (heights(van)["desk"], heights(lan)["give"]) == (2, 0)

    assert "Đã chuyển 2 kết quả về Một cửa." in sent(van, "to-desk", found, heap="desk")
    assert "Đã nhận 2 hồ sơ." in sent(lan, "take-over", found)
    assert (heights(van)["desk"], heights(lan)["give"]) == (0, 2)


def test_one_of_another_unit_is_told_apart_and_holds_nothing_up(world: World, signed_in: SignedIn) -> None:
    (mine,) = received(world, 1)
    theirs = receive(world.reception(unit=world.ward, applicant=world.an), by=world.lan, at=timezone.now())
    Dossier.objects.filter(pk=theirs.pk).update(
        unit=world.elsewhere, competent_unit=world.elsewhere, received_by_unit=world.elsewhere
    )
    theirs.steps.update(unit=world.elsewhere)
    said = sent(signed_in(world.lan), "pass-on", [theirs, mine], to=f"{world.ward.pk}:specialist")
    assert "1 hồ sơ đã đánh dấu không có hoặc ngoài phạm vi của bạn." in said
    assert "Đã chuyển 1 hồ sơ." in said


def test_nothing_ticked_is_said(world: World, signed_in: SignedIn) -> None:
    assert "Chưa đánh dấu hồ sơ nào." in sent(signed_in(world.lan), "pass-on", [])


@pytest.fixture
def residence(world: World) -> list[Dossier]:
    """Two settled residence dossiers, six and two days ago."""
    version = procedure(world, "1.004194", "Đăng ký thường trú", "Cư trú", term=(7, "working_day"), special="residence")
    world.versions["residence"] = version
    made = []
    for days, applicant in ((6, world.binh), (2, world.an)):
        one = receive(world.reception("residence", applicant=applicant), by=world.lan, at=timezone.now())
        one.steps.update(role=Role.SPECIALIST)
        settled_at = timezone.now() - timedelta(days=days)
        Dossier.objects.filter(pk=one.pk).update(
            status=Status.SETTLED, finished_at=settled_at, received_at=settled_at - timedelta(days=2)
        )
        made.append(one)
    return made


def test_the_archive_heap_says_until_when_and_hands_over_several(
    world: World, signed_in: SignedIn, residence: list[Dossier]
) -> None:
    minh = signed_in(world.minh)
    page = minh.get("/?heap=archive")
    yesterday, in_three = (timezone.localdate() + timedelta(days=days) for days in (-1, 3))
    assert [(row.by_day, row.by_tone) for row in page.context["lines"]] == [(yesterday, "late"), (in_three, "soon")]
    assert "archive" not in heights(signed_in(world.lan))

    said = sent(minh, "archive", residence, residence_kind="permanent", heap="archive")
    assert "Đã nộp tàng thư 2 hồ sơ." in said
    assert ArchiveHandover.objects.filter(residence_kind="permanent").count() == 2
    assert "đã nộp tàng thư" in sent(minh, "archive", residence, residence_kind="permanent")


def test_an_apology_to_sign_is_the_first_thing_that_the_head_sees(world: World, signed_in: SignedIn) -> None:
    one, other = received(world, 2)
    moved(world, other, world.lan, Role.HEAD, world.hoa)
    due = timezone.now() + timedelta(days=2)
    Dossier.objects.filter(pk=one.pk).update(due_at=due)
    Slip.objects.create(unit=world.ward, dossier=one, kind="apology", by=world.minh, drafted_at=timezone.now())

    page = signed_in(world.hoa).get("/")
    assert page.context["chosen"].name == "apologies"
    assert [row.by_day for row in page.context["lines"]] == [timezone.localdate(due) - timedelta(days=1)]


def test_a_linked_part_waits_at_the_desk_of_the_unit_asked(world: World, signed_in: SignedIn) -> None:
    (one,) = received(world, 1)
    link(one.pk, unit=world.elsewhere, by=world.lan, at=timezone.now())
    assert (heights(signed_in(world.nam))["legs"], heights(signed_in(world.lan))["legs"]) == (1, 0)
