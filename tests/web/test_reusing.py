"""Papers used again in the browser: offered once a dossier is received, taken with one post, told with their source."""

from django.test import Client
from django.urls import reverse

from motcua.office.dossiers.acts.digitisation import certify_copy, scan_paper
from motcua.office.dossiers.models import DigitalCopy, Dossier
from motcua.office.journal.models import Entry
from tests.office.dossiers import life
from tests.office.records.scans import scan
from tests.web.conftest import SignedIn
from tests.world import World

OFFERED = "Đã có trong kho của người yêu cầu"
UNDIGITISED = "Chưa giấy tờ nào của hồ sơ được số hóa và đối chiếu"


def stored(world: World) -> DigitalCopy:
    dossier = life.received(world)
    copy = scan_paper(dossier.pk, 2, contents=[scan(2)], by=world.lan, at=life.MOVED)
    return certify_copy(dossier.pk, copy.pk, by=world.lan, at=life.MOVED)


def received(client: Client, dossier: Dossier) -> str:
    return client.get(reverse("desk:received", args=[dossier.pk])).content.decode()


def test_one_button_takes_a_paper_from_the_store_and_the_page_tells_where_it_came_from(
    world: World, signed_in: SignedIn
) -> None:
    source, dossier, lan = stored(world), life.received(world, "land"), signed_in(world.lan)
    assert source.component is not None
    code = source.component.dossier.code
    said = received(lan, dossier)
    assert OFFERED in said
    compared = "27/07/2023; đối chiếu: Nguyễn Thị Lan; không rõ thời hạn giá trị"
    assert f"2. Giấy tờ chứng minh ← Giấy tờ chứng minh, hồ sơ {code}, {compared}" in said
    assert f'name="reuse-copy-copy" value="2-{source.pk}"' in said

    address = reverse("desk:act", args=[dossier.pk, "reuse-copy"])
    page = lan.post(address, {"reuse-copy-copy": f"2-{source.pk}"}, follow=True).content.decode()

    taken = DigitalCopy.objects.get(source=source)
    assert f"từ hồ sơ {code}; đối chiếu: Nguyễn Thị Lan" in page
    assert reverse("desk:copy", args=[taken.pk]) in page
    assert "Dùng lại giấy tờ đã có trong kho</strong> – Nguyễn Thị Lan" in page
    assert OFFERED not in received(lan, dossier)


def test_what_is_not_offered_is_not_taken_however_it_is_posted(world: World, signed_in: SignedIn) -> None:
    source, dossier, lan = stored(world), life.received(world, applicant=world.an), signed_in(world.lan)
    before = Entry.objects.count()
    address = reverse("desk:act", args=[dossier.pk, "reuse-copy"])

    for said in (f"2-{source.pk}", "2-", "x", ""):
        lan.post(address, {"reuse-copy-copy": said})

    assert OFFERED not in received(lan, dossier)
    assert (DigitalCopy.objects.count(), Entry.objects.count()) == (1, before)


def test_who_does_not_work_at_the_desk_is_offered_nothing(world: World, signed_in: SignedIn) -> None:
    stored(world)
    dossier = life.received(world)

    assert "act-reuse-copy" in signed_in(world.lan).get(reverse("desk:dossier", args=[dossier.pk])).content.decode()
    assert "act-reuse-copy" not in signed_in(world.hoa).get(reverse("desk:dossier", args=[dossier.pk])).content.decode()


def test_until_one_paper_is_digitised_who_passes_the_dossier_on_is_warned_and_not_stopped(
    world: World, signed_in: SignedIn
) -> None:
    source, dossier, lan = stored(world), life.received(world, "land"), signed_in(world.lan)
    address = reverse("desk:dossier", args=[dossier.pk])
    assert UNDIGITISED in lan.get(address).content.decode()

    lan.post(reverse("desk:act", args=[dossier.pk, "reuse-copy"]), {"reuse-copy-copy": f"2-{source.pk}"})
    assert UNDIGITISED not in lan.get(address).content.decode()

    other = life.received(world, "contract", applicant=world.an)
    said = {"pass-on-to": f"{world.ward.pk}:specialist"}
    lan.post(reverse("desk:act", args=[other.pk, "pass-on"]), said)
    assert life.lines(other)[-1] == "dossier.passed_on"
