"""The store at reception in the browser: shown with source, validity and purpose, taken with one tick."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.office.dossiers.acts.waiting import withdraw
from motcua.office.dossiers.models import DigitalCopy, Dossier
from motcua.office.journal.models import Entry
from motcua.office.procedures.models import Service
from tests.office.dossiers import life
from tests.web.conftest import SignedIn
from tests.web.test_reusing import OFFERED, stored
from tests.world import BEGAN, World

HEAP = "Giấy tờ chưa số hóa"
LOOK = {"do": "look"}


def told(world: World, **more: object) -> dict[str, object]:
    """The reception screen as it is sent, without the second paper."""
    return {
        "do": "receive", "name": "Phạm Văn Bình", "number": "087090000011", "kind": "citizen",
        "version": world.versions["birth"].pk, "unit": world.ward.pk, "competent": world.ward.pk, "channel": "counter",
        "return_way": "counter", "sets": 1, "submitter_kind": "self", "paper_1": "on", "form_1": "copy",
        "form_2": "copy", **more,
    }  # fmt: skip


def screen(client: Client, world: World, **more: object) -> str:
    return client.post(reverse("desk:reception"), told(world, **more)).content.decode()


def code_of(copy: DigitalCopy) -> str:
    assert copy.component is not None
    return copy.component.dossier.code


def test_a_paper_in_store_is_offered_with_source_validity_and_purpose_and_taken_with_one_tick(
    world: World, signed_in: SignedIn
) -> None:
    source, lan = stored(world), signed_in(world.lan)
    last = timezone.localdate() + timedelta(days=400)
    DigitalCopy.objects.filter(pk=source.pk).update(holds_until=last)

    said = screen(lan, world, **LOOK)
    compared = f"Giấy tờ chứng minh, hồ sơ {code_of(source)}, 27/07/2023; đối chiếu: Nguyễn Thị Lan"
    assert f"{compared}; có giá trị đến {last:%d/%m/%Y}" in said
    assert "Chỉ dùng để giải quyết thủ tục 1.001193" in said
    assert f'name="again" value="2-{source.pk}">' in said

    page = lan.post(reverse("desk:reception"), told(world, again=f"2-{source.pk}"), follow=True).content.decode()

    made = Dossier.objects.latest("pk")
    assert made.code in page
    assert OFFERED not in page
    assert DigitalCopy.objects.get(component__dossier=made).source == source
    assert life.lines(made) == ["dossier.received", "dossier.copy_reused"]


def test_one_citizen_looked_up_again_and_again_is_one_line_of_the_journal(world: World, signed_in: SignedIn) -> None:
    source, lan = stored(world), signed_in(world.lan)

    ticked = screen(lan, world, **LOOK | {"again": f"2-{source.pk}"})
    screen(lan, world, **LOOK | {"phone": "0912345678"})

    assert f'name="again" value="2-{source.pk}" checked>' in ticked
    assert Entry.objects.filter(act="store.looked_up").count() == 1


def test_nothing_is_shown_to_who_types_a_number_alone(world: World, signed_in: SignedIn) -> None:
    code, nam = code_of(stored(world)), signed_in(world.nam)
    Service.objects.create(unit=world.elsewhere, procedure=world.versions["birth"].procedure, valid_from=BEGAN)
    there = LOOK | {"unit": world.elsewhere.pk, "competent": world.elsewhere.pk}

    for more in ({"name": ""}, {"name": "Ai Đó"}, {"number": ""}, {"birth_on": "hôm qua"}):
        assert code not in screen(nam, world, **there | more)
    assert not Entry.objects.filter(act="store.looked_up").exists()
    assert code in screen(nam, world, **there)  # the store is the citizen's, whichever unit scanned it


def test_a_paper_is_handed_in_or_in_store_and_what_is_not_offered_is_refused(world: World, signed_in: SignedIn) -> None:
    source, lan = stored(world), signed_in(world.lan)
    before = Dossier.objects.count()

    both = screen(lan, world, paper_2="on", again=f"2-{source.pk}")
    assert "Giấy tờ số 2: chỉ chọn một" in both
    assert f'name="again" value="2-{source.pk}" checked>' in both
    for again in ("2-999999", "1-x", "2-"):
        assert 'class="errorlist"' in screen(lan, world, again=again)
    assert "Còn thiếu giấy tờ số 2" in screen(lan, world)
    assert Dossier.objects.count() == before


def test_my_work_tells_who_scans_of_dossiers_at_work_without_one_paper_digitised(
    world: World, signed_in: SignedIn
) -> None:
    digitised = code_of(stored(world))
    dossier, home = life.received(world), life.received(world)
    withdraw(home.pk, reason="Công dân rút", by=world.lan, at=life.MOVED)

    def heap(client: Client) -> str:
        return client.get(reverse("desk:work"), {"heap": "papers"}).content.decode()

    page = heap(signed_in(world.lan))
    assert f"<b>1</b>{HEAP}" in page
    assert dossier.code in page
    assert digitised not in page
    assert home.code not in page
    assert HEAP in heap(signed_in(world.van))
    assert HEAP not in heap(signed_in(world.hoa))
    assert f"<b>0</b>{HEAP}" in heap(signed_in(world.nam))
