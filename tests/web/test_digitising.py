"""Digitisation in the browser: judged on the dossier's page, opened by nobody else, warned of on My work."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from motcua.evidence.engines import DuckEngine
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.inspection.catalogue import rules
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.office.dossiers.acts.digitisation import digitise
from motcua.office.dossiers.digitisation import copy_of
from motcua.office.dossiers.models import DigitalCopy, Dossier
from motcua.office.dossiers.snapshot import write
from motcua.office.people.models import Position, Role
from motcua.office.records.store import path_of
from tests.office.dossiers import life
from tests.office.records.scans import picture, scan
from tests.web.conftest import SignedIn
from tests.world import BEGAN, World

NOT_DIGITISED = "Kết quả chưa được số hóa"


def post(client: Client, dossier: Dossier, scanned: BytesIO) -> str:
    scanned.name = "quet.pdf"
    address = reverse("desk:act", args=[dossier.pk, "digitise"])
    return client.post(address, {"digitise-contents": scanned}, follow=True).content.decode()


def page(client: Client, dossier: Dossier) -> str:
    return client.get(reverse("desk:dossier", args=[dossier.pk])).content.decode()


def heap(client: Client, **asked: str) -> str:
    return client.get(reverse("desk:work"), {"heap": "undigitised", **asked}).content.decode()


def test_the_limit_is_told_before_and_the_scan_opens_from_the_page(world: World, signed_in: SignedIn) -> None:
    dossier, van = life.settled(world), signed_in(world.van)
    before = page(van, dossier)
    assert "Đủ 1 trang. PDF, JPEG hoặc PNG" in before
    assert "chưa số hóa" in before

    after = post(van, dossier, scan())

    copy = DigitalCopy.objects.get()
    address = reverse("desk:copy", args=[copy.pk])
    assert f'href="{address}"' in after
    assert "Số hóa kết quả</strong> – Võ Thị Vân" in after
    opened = van.get(address)
    assert opened.getvalue() == scan().getvalue()
    told = {name: opened[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control")}
    assert told == {
        "Content-Type": "application/pdf", "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store",
    }  # fmt: skip
    assert opened["Content-Disposition"] == f'inline; filename="ket-qua-{dossier.code}.pdf"'
    assert "default-src 'none'" in opened["Content-Security-Policy"]


def test_each_file_that_a_copy_was_made_of_opens_untouched_beside_it(world: World, signed_in: SignedIn) -> None:
    dossier, van, given = life.settled(world), signed_in(world.van), picture()

    after = post(van, dossier, given)

    copy = DigitalCopy.objects.get()
    address = reverse("desk:copy-original", args=[copy.pk, 1])
    assert f'href="{address}"' in after
    opened = van.get(address)
    assert opened.getvalue() == given.getvalue()
    assert (opened["Content-Type"], opened["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert opened["Content-Disposition"] == f'inline; filename="ban-goc-1-{dossier.code}.jpg"'
    assert opened["Cache-Control"] == "private, no-store"
    assert van.get(reverse("desk:copy-original", args=[copy.pk, 2])).status_code == 404
    assert signed_in(world.nam).get(address).status_code == 404


def test_what_is_refused_is_said_beside_the_form_and_nothing_is_kept(world: World, signed_in: SignedIn) -> None:
    dossier, van = life.settled(world), signed_in(world.van)

    assert "kết quả có 1 trang nhưng bản quét có 2 trang" in post(van, dossier, scan(2))
    assert "không phải PDF, JPEG hay PNG" in post(van, dossier, BytesIO(b"MZ this is a program"))
    assert not DigitalCopy.objects.exists()


def test_one_citizens_file_opens_for_nobody_without_a_right_to_the_dossier(world: World, signed_in: SignedIn) -> None:
    copy = life.digitised(world, life.settled(world))
    address = reverse("desk:copy", args=[copy.pk])

    assert signed_in(world.nam).get(address).status_code == 404
    assert signed_in(world.quan).get(address).status_code == 403
    assert Client().get(address).status_code == 302
    assert signed_in(world.lan).get(reverse("desk:copy", args=[copy.pk + 1])).status_code == 404


def test_a_file_that_the_store_lost_is_said_and_no_page_fails(world: World, signed_in: SignedIn) -> None:
    copy = life.digitised(world, life.settled(world))
    path_of(copy.file.sha256).unlink()

    answer = signed_in(world.lan).get(reverse("desk:copy", args=[copy.pk]), follow=True)

    assert "không còn trong kho lưu trữ" in answer.content.decode()


def test_before_the_return_it_is_said_that_the_result_is_not_digitised_and_nobody_is_stopped(
    world: World, signed_in: SignedIn
) -> None:
    dossier, lan = life.at_desk(world), signed_in(world.lan)
    assert NOT_DIGITISED in page(lan, dossier)
    digitise(dossier.pk, contents=[scan()], by=world.lan, at=timezone.now())
    assert NOT_DIGITISED not in page(lan, dossier)

    other = life.at_desk(world)
    said = {"return-to": "Phạm Văn Bình", "return-way": "counter"}
    lan.post(reverse("desk:act", args=[other.pk, "return"]), said)
    assert (Dossier.objects.get(pk=other.pk).status, copy_of(other)) == ("returned", None)


def missing(world: World) -> list[Dossier]:
    """Of three births one is not digitised; of a land dispute and a birth returned none is."""
    births = [life.settled(world) for _ in range(3)]
    for one in births[1:]:
        life.digitised(world, one)
    land = life.returned(world)
    Dossier.objects.filter(pk=land.pk).update(version=world.versions["land"], domain="Đất đai")
    return [births[0], land]


def test_clerk_and_head_see_how_many_of_how_many_and_open_the_rows(world: World, signed_in: SignedIn) -> None:
    birth, land = missing(world)

    for officer in (world.van, world.hoa):
        whole = heap(signed_in(officer))
        assert "1/3 kết quả" in whole
        assert "1/1 kết quả" in whole
        assert whole.count("chưa có kết quả nào số hóa") == 1
        assert birth.code in whole
        assert land.code in whole
    of_land = heap(signed_in(world.van), procedure="1.012812", unit=str(world.ward.pk))
    assert land.code in of_land
    assert birth.code not in of_land
    assert "undigitised" not in heap(signed_in(world.ke))


def test_the_figures_are_those_of_the_inspection(world: World, signed_in: SignedIn, tmp_path: Path) -> None:
    missing(world)
    at = timezone.now()
    write(tmp_path / "evidence", key=b"k" * 32, at=at)
    opened = open_snapshot(tmp_path / "evidence")
    engine = DuckEngine({table: opened.paths(table) for table in CONTRACT})
    today = timezone.localdate(at)
    period = Period.of(today - timedelta(days=30), today)
    asked = [rule for rule in rules() if rule.code in ("TTHC-016", "TTHC-032")]
    found = Inspection.open(engine, period, [world.ward.unit_id]).verdicts(*asked)

    tallies = {verdict.rule.code: (verdict.tally.breached, verdict.tally.examined) for verdict in found}

    assert tallies == {"TTHC-016": (2, 4), "TTHC-032": (1, 2)}
    whole = heap(signed_in(world.van))
    assert "<b>2</b>Kết quả chưa số hóa" in whole
    assert "1/3 kết quả" in whole
    assert whole.count("chưa có kết quả nào số hóa") == 1


def test_who_has_one_domain_sees_the_results_of_that_domain_alone(world: World, signed_in: SignedIn) -> None:
    birth, land = missing(world)
    Position.objects.filter(officer=world.van, role=Role.CLERK).delete()
    Position.objects.create(officer=world.van, unit=world.ward, role=Role.CLERK, domains=["Đất đai"], from_on=BEGAN)

    whole = heap(signed_in(world.van))

    assert land.code in whole
    assert birth.code not in whole
    assert "1/3" not in whole


@pytest.mark.parametrize("asked", [{}, {"procedure": "1.001193"}])
def test_as_many_queries_for_many_results_as_for_few(world: World, signed_in: SignedIn, asked: dict[str, str]) -> None:
    van = signed_in(world.van)
    told = asked | ({"unit": str(world.ward.pk)} if asked else {})
    counted = []
    for number in (2, 9):
        for _ in range(number):
            life.settled(world)
        heap(van, **told)
        with CaptureQueriesContext(connection) as caught:
            heap(van, **told)
        counted.append(len(caught))
    assert counted[0] == counted[1]


def test_papers_are_scanned_compared_and_opened_on_the_page_of_their_dossier(world: World, signed_in: SignedIn) -> None:
    dossier, lan = life.received(world), signed_in(world.lan)
    first, second = picture(dpi=100), picture("PNG")
    first.name, second.name = "1.jpg", "2.png"
    said = {"scan-paper-paper": "1", "scan-paper-contents": [first, second]}

    scanned = lan.post(reverse("desk:act", args=[dossier.pk, "scan-paper"]), said, follow=True).content.decode()

    copy = DigitalCopy.objects.get()
    assert "Mở bản số hóa giấy tờ số 1 (PDF, 2 trang)" in scanned
    assert "chờ đối chiếu" in scanned
    assert "Trang 1: độ phân giải 100 dpi, nên từ 200 dpi" in scanned
    opened = lan.get(reverse("desk:copy", args=[copy.pk]))
    assert opened.getvalue().startswith(b"%PDF-")
    assert opened["Content-Disposition"] == f'inline; filename="giay-to-1-{dossier.code}.pdf"'
    assert signed_in(world.nam).get(reverse("desk:copy", args=[copy.pk])).status_code == 404
    address = reverse("desk:act", args=[dossier.pk, "certify-copy"])
    unsaid = lan.post(address, {"certify-copy-copy": str(copy.pk)}, follow=True).content.decode()
    assert "chờ đối chiếu" in unsaid

    compared = {"certify-copy-copy": str(copy.pk), "certify-copy-same": "on"}
    assert "đã đối chiếu" in lan.post(address, compared, follow=True).content.decode()
