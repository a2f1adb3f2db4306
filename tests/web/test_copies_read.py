"""The dossier's page tells how far each copy is read, and a failed one is read again by who may digitise."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.language import plain
from motcua.office.dossiers.acts.digitisation import scan_paper
from motcua.office.dossiers.models import DigitalCopy
from motcua.office.journal.models import Entry
from motcua.office.records.models import File, Reading
from motcua.office.records.readers import seen
from tests.office.dossiers import life
from tests.office.records.scans import picture, scan
from tests.web.conftest import SignedIn
from tests.world import World


def copied(world: World) -> tuple[DigitalCopy, str]:
    dossier = life.settled(world)
    return life.digitised(world, dossier), reverse("desk:dossier", args=[dossier.pk])


def shown(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_copy_waits_is_read_page_by_page_and_can_be_opened(world: World, signed_in: SignedIn) -> None:
    copy, address = copied(world)
    rows, van = Reading.objects.filter(file=copy.file), signed_in(world.van)
    assert "chờ đọc" in shown(van, address)
    assert "chưa có tiến trình đọc nào hoạt động" in shown(van, address)
    seen(timezone.now() - timedelta(hours=1))
    assert "không có tiến trình đọc nào hoạt động từ" in shown(van, address)
    seen(timezone.now())
    assert "tiến trình đọc" not in shown(van, address)

    rows.update(state="being_read", claimed_until=timezone.now() + timedelta(minutes=1))
    assert "đang đọc trang 1/1" in shown(van, address)
    rows.update(claimed_until=timezone.now())
    assert "chờ đọc" in shown(van, address)  # who read it died

    rows.update(state="done", claimed_until=None, read_at=life.RETURNED, result=copy.file)
    readable = reverse("desk:readable-copy", args=[copy.pk])
    assert readable in shown(van, address)
    answer = van.get(readable)
    assert answer.getvalue().startswith(b"%PDF")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "private, no-store")
    assert signed_in(world.nam).get(readable).status_code == 404


def test_a_failed_one_says_why_and_is_read_again_once(world: World, signed_in: SignedIn) -> None:
    copy, address = copied(world)
    rows, van = Reading.objects.filter(file=copy.file), signed_in(world.van)
    rows.update(state="failed", reason="program", attempts=2)
    assert "thiếu Tesseract" in shown(van, address)

    act = reverse("desk:act", args=[copy.result.dossier_id if copy.result else 0, "read-again"])
    said = {"read-again-copy": str(copy.pk)}
    assert signed_in(world.hoa).post(act, said).status_code == 403
    assert "chờ đọc" in signed_in(world.van).post(act, said, follow=True).content.decode()
    assert rows.get().attempts == 0
    assert Entry.objects.latest("pk").act == "dossier.reading_tried_again"


def test_a_lost_readable_copy_is_said_and_made_again(world: World, signed_in: SignedIn) -> None:
    copy, address = copied(world)
    made = life.digitised(world, life.settled(world), scan(width=590)).file
    rows, van = Reading.objects.filter(file=copy.file), signed_in(world.van)
    rows.update(state="done", read_at=life.RETURNED, result=made)
    File.objects.filter(pk=made.pk).update(faulty_since=life.RETURNED)
    assert "mất bản tìm được chữ" in shown(van, address)

    act = reverse("desk:act", args=[copy.result.dossier_id if copy.result else 0, "read-again"])
    assert "chờ đọc" in van.post(act, {"read-again-copy": str(copy.pk)}, follow=True).content.decode()
    assert rows.get().result is None


def test_a_page_upside_down_is_told_beside_the_copy_and_before_it_is_compared(
    world: World, signed_in: SignedIn
) -> None:
    dossier, lan = life.received(world), signed_in(world.lan)
    copy = scan_paper(dossier.pk, 1, contents=[picture(), picture("PNG")], by=world.lan, at=life.RETURNED)
    address, sentence = reverse("desk:dossier", args=[dossier.pk]), "Trang 2: quét ngược đầu"
    assert sentence not in shown(lan, address)

    Reading.objects.filter(file=copy.file).update(state="done", read_at=life.RETURNED, turned=[[2, 180]])

    assert shown(lan, address).count(sentence) == 2


def test_who_replaces_a_copy_spares_the_reading_of_the_former(world: World) -> None:
    copy, _ = copied(world)
    assert copy.result is not None

    better = life.digitised(world, copy.result.dossier, scan(width=590))

    assert Reading.objects.get().file == better.file


def found(client: Client, words: str, *, texts: bool = True) -> str:
    said = {"words": words} | ({"texts": "on"} if texts else {})
    return client.post(reverse("desk:search"), said, follow=True).content.decode()


def test_what_a_copy_says_finds_its_dossier_within_rights(world: World, signed_in: SignedIn) -> None:
    copy, _ = copied(world)
    said = {"text": "Giấy khai sinh số ba mươi", "search_text": plain("Giấy khai sinh số ba mươi")}
    Reading.objects.filter(file=copy.file).update(state="done", read_at=life.RETURNED, **said)
    assert copy.result is not None
    code, van = copy.result.dossier.code, signed_in(world.van)

    assert code in found(van, "ba muoi GIẤY")
    assert code not in found(van, "ba mươi", texts=False)
    assert code not in found(van, "bốn mươi")
    assert code not in found(signed_in(world.nam), "ba mươi")
    life.digitised(world, copy.result.dossier, scan(width=590))
    assert code not in found(van, "ba mươi")
