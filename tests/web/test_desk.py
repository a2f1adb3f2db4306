"""What the pages of the desk do, page by page."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.office.dossiers import acts
from motcua.office.dossiers.acts.handover import pass_on
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.models import Certification, Dossier, SlipKind
from motcua.office.people.models import Person, Position, Role
from motcua.office.procedures.models import Service
from motcua.web.desk.history import ACTS
from tests.office.records.scans import scan
from tests.web.conftest import SignedIn
from tests.world import BEGAN, World, fee, officer

CARD = "087090000011|341234567|Phạm Văn Bình|27071990|Nam|Ấp 3, Mỹ Hiệp|10052021"
RECEPTION, SEARCH = "/reception/", "/search/"


@pytest.fixture
def lan(world: World, signed_in: SignedIn) -> Client:
    return signed_in(world.lan)


@pytest.fixture
def dossier(world: World) -> Dossier:
    return receive(world.reception(), by=world.lan, at=timezone.now() - timedelta(minutes=1))


def told(world: World, **more: Any) -> dict[str, Any]:
    """What the reception screen sends for Bình and a birth, all papers ticked."""
    version = world.versions["birth"]
    papers = {f"paper_{no}": "on" for no in (1, 2)} | {f"form_{no}": "copy" for no in (1, 2)}
    return {
        "do": "receive", "name": "Phạm Văn Bình", "number": "087090000011", "kind": "citizen", "version": version.pk,
        "unit": world.ward.pk, "competent": world.ward.pk, "channel": "counter", "return_way": "counter", "sets": 1,
        "submitter_kind": "self", **papers, **more,
    }  # fmt: skip


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_scanned_card_fills_the_form(lan: Client) -> None:
    page = text(lan.post(RECEPTION, {"card": CARD, "do": "look"}))
    for value in ("087090000011", "Phạm Văn Bình", "27/07/1990", "Ấp 3, Mỹ Hiệp"):
        assert f'value="{value}"' in page


def test_a_card_that_cannot_be_says_why(lan: Client) -> None:
    page = text(lan.post(RECEPTION, {"card": CARD.replace("1990", "1991"), "do": "look"}))
    assert "không khớp năm sinh 1991" in page


def test_a_person_is_known_from_an_earlier_dossier_here_and_not_elsewhere(
    world: World, lan: Client, signed_in: SignedIn, dossier: Dossier
) -> None:
    Person.objects.filter(pk=world.binh.pk).update(address="Ấp 7, Mỹ Hiệp")
    looked = {"number": "087090000011", "do": "look"}
    assert "Ấp 7, Mỹ Hiệp" in text(lan.post(RECEPTION, looked))
    assert "Ấp 7, Mỹ Hiệp" not in text(signed_in(world.nam).post(RECEPTION, looked))


def test_a_procedure_is_found_without_diacritics_and_says_its_due_date(lan: Client) -> None:
    page = text(lan.post(RECEPTION, {"procedure": "khai sinh", "do": "look"}))
    assert "Hẹn trả:" in page
    assert "05 ngày làm việc" in page
    assert "Không có thủ tục nào khớp" in text(lan.post(RECEPTION, {"procedure": "xyz", "do": "look"}))


def test_receiving_leads_to_the_receipt_and_the_control_slip(world: World, lan: Client) -> None:
    answer = lan.post(RECEPTION, told(world), follow=True)
    made = Dossier.objects.get()
    assert made.code in text(answer)
    for slip in made.slips.all():
        first = lan.get(reverse("desk:slip", args=[slip.pk])).content
        assert first.startswith(b"%PDF")
        assert lan.get(reverse("desk:slip", args=[slip.pk])).content == first


def test_pages_are_declared_at_reception_held_against_the_scan_and_corrected(world: World, lan: Client) -> None:
    lan.post(RECEPTION, told(world, pages_2="3"))
    made = Dossier.objects.get()
    address = reverse("desk:dossier", args=[made.pk])
    assert "× 1, 3 trang" in text(lan.get(address))
    assert "2. Giấy tờ chứng minh (3 trang)" in text(lan.get(address))

    scanned = scan(2)
    scanned.name = "quet.pdf"
    said = {"scan-paper-paper": 2, "scan-paper-contents": scanned}
    page = text(lan.post(reverse("desk:act", args=[made.pk, "scan-paper"]), said))
    assert "khi tiếp nhận ghi 3 trang nhưng bản quét có 2 trang" in page

    said = {"correct-pages-paper": 2, "correct-pages-pages": 2, "correct-pages-reason": "Đếm lại"}
    lan.post(reverse("desk:act", args=[made.pk, "correct-pages"]), said)
    assert "× 1, 2 trang" in text(lan.get(address))


def test_a_receipt_prints_alike_after_the_person_moved(world: World, lan: Client, dossier: Dossier) -> None:
    where = reverse("desk:slip", args=[dossier.slips.get(kind=SlipKind.RECEIPT).pk])
    first = lan.get(where).content
    Person.objects.filter(pk=world.binh.pk).update(address="Nơi khác", name="Tên Khác")
    assert lan.get(where).content == first


def test_what_the_office_refuses_is_said_and_all_that_was_typed_stays(world: World, lan: Client) -> None:
    sent = told(world, subject="Khai sinh cho con trai", phone="0912345678")
    del sent["paper_2"]
    page = text(lan.post(RECEPTION, sent))
    assert "Còn thiếu giấy tờ số 2" in page
    for kept in ('value="Khai sinh cho con trai"', 'value="0912345678"', 'value="Phạm Văn Bình"'):
        assert kept in page
    assert not Dossier.objects.exists()


def test_a_reception_that_is_refused_writes_no_person_down(world: World, lan: Client) -> None:
    sent = told(world, name="Lê Văn Mới", number="087090000077")
    del sent["paper_1"]
    lan.post(RECEPTION, sent)
    assert not Person.objects.filter(number="087090000077").exists()


@pytest.mark.parametrize("words", ["pham van binh", "PHẠM BÌNH", "087090000011", "khai sinh"])
def test_search_finds_without_diacritics(lan: Client, dossier: Dossier, words: str) -> None:
    assert dossier.code in text(lan.post(SEARCH, {"words": words}, follow=True))


def test_search_by_code_and_by_its_end(lan: Client, dossier: Dossier) -> None:
    for words in (dossier.code, dossier.code.lower(), dossier.code.split("-", 1)[1]):
        assert "Không có hồ sơ nào" not in text(lan.post(SEARCH, {"words": words}, follow=True))


def test_search_finds_nothing_of_another_unit(world: World, signed_in: SignedIn, dossier: Dossier) -> None:
    assert dossier.code not in text(signed_in(world.nam).post(SEARCH, {"words": "binh"}, follow=True))


def test_what_was_searched_stands_in_no_address(lan: Client, dossier: Dossier) -> None:
    answer = lan.post(SEARCH, {"words": "Phạm Văn Bình"})
    assert answer["Location"] == SEARCH


def test_heaps_of_work_hold_what_they_say(world: World, lan: Client, signed_in: SignedIn) -> None:
    kept = receive(world.reception(), by=world.lan, at=timezone.now() - timedelta(minutes=2))
    late = receive(world.reception(applicant=world.an), by=world.lan, at=timezone.now() - timedelta(minutes=1))
    Dossier.objects.filter(pk=late.pk).update(received_at="2023-07-01T08:00+07:00", due_at="2023-07-08T08:00+07:00")
    assert [line.dossier.pk for line in lan.get("/?heap=late").context["lines"]] == [late.pk]
    assert len(lan.get("/?heap=todo").context["lines"]) == 2

    pass_on(kept.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=timezone.now())
    assert [line.dossier.pk for line in lan.get("/?heap=sent").context["lines"]] == [kept.pk]
    minh = signed_in(world.minh)
    assert [line.dossier.pk for line in minh.get("/").context["lines"]] == [kept.pk]


def test_several_are_taken_over_at_once_and_each_refusal_is_said(
    world: World, signed_in: SignedIn, dossier: Dossier
) -> None:
    second = receive(world.reception(applicant=world.an), by=world.lan, at=timezone.now())
    pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=timezone.now())
    page = text(signed_in(world.minh).post("/take-over/", {"dossier": [dossier.pk, second.pk]}, follow=True))
    assert "Đã nhận 1 hồ sơ" in page
    assert f"Hồ sơ {second.code} không có bước nào" in page


def test_a_refusal_of_an_act_stands_beside_its_form_with_what_was_typed(
    world: World, signed_in: SignedIn, dossier: Dossier
) -> None:
    act = reverse("desk:act", args=[dossier.pk, "propose"])
    answer = signed_in(world.minh).post(act, {"propose-proposal": "Đề nghị cấp giấy khai sinh"})
    assert "chỉ đề xuất, duyệt khi hồ sơ đang xử lý" in text(answer)
    assert "Đề nghị cấp giấy khai sinh" in text(answer)


def test_copies_are_certified_on_one_screen(world: World, lan: Client) -> None:
    fee(world.versions["copy"], "Phí chứng thực", 2000, "trang")
    sent = {
        "version": world.versions["copy"].pk, "name": CARD, "document": "Bằng tốt nghiệp", "copies": 3, "pages": 2,
        "signer": f"{world.ward.pk}:{world.hoa.pk}", "channel": "cash",
    }  # fmt: skip
    page = text(lan.post("/certification/", sent, follow=True))
    made = Certification.objects.select_related("dossier__applicant").get()
    assert (made.copies, made.dossier.applicant, made.dossier.fee_paid) == (3, world.binh, 12_000)
    assert made.dossier.code in page


def test_a_card_scanned_on_the_fast_lane_is_read_and_the_document_asked_for(world: World, lan: Client) -> None:
    page = text(lan.post("/certification/", {"name": CARD}))
    assert 'value="Phạm Văn Bình"' in page
    assert 'value="087090000011"' in page
    assert "errorlist" not in page


def test_the_fee_is_told_before_anything_is_certified(world: World, lan: Client) -> None:
    fee(world.versions["copy"], "Phí chứng thực", 2000, "trang")
    sent = {"version": world.versions["copy"].pk, "name": "Bình", "copies": "3", "pages": "2", "do": "look"}
    page = text(lan.post("/certification/", sent))
    assert "Phải thu: 12.000 đ" in page
    assert 'value="3"' in page
    assert not Certification.objects.exists()


def test_who_certifies_in_two_units_chooses_where_by_who_signs(world: World, lan: Client) -> None:
    head = officer("dung", "Đinh Văn Dũng", world.elsewhere, Role.HEAD)
    Position.objects.create(officer=world.lan, unit=world.elsewhere, role=Role.RECEPTION, from_on=BEGAN)
    sent = {
        "version": world.versions["copy"].pk, "name": CARD, "document": "Học bạ", "copies": 1, "pages": 1,
        "signer": f"{world.elsewhere.pk}:{head.pk}", "channel": "cash",
    }  # fmt: skip
    refused = text(lan.post("/certification/", sent))
    assert "Phường 13 không làm thủ tục này" in refused
    assert "Phường 12 – Lê Thị Hoà" in refused

    Service.objects.create(unit=world.elsewhere, procedure=world.versions["copy"].procedure, valid_from=BEGAN)
    again = text(lan.post("/certification/", sent, follow=True))
    made = Certification.objects.select_related("dossier").get()
    assert (made.dossier.unit, made.certified_by) == (world.elsewhere, head)
    assert f'value="{world.elsewhere.pk}:{head.pk}" selected' in again


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF"), ("xlsx", b"PK")])
@pytest.mark.parametrize("book", ["tracking", "certification", "stock-flow"])
def test_books_come_as_paper_and_as_workbook(
    world: World, lan: Client, dossier: Dossier, kind: str, begins: bytes, book: str
) -> None:
    today = timezone.localdate()
    asked: dict[str, Any] = {
        "book": book,
        "unit": world.ward.pk,
        "since": f"{today:%d/%m/%Y}",
        "until": f"{today:%d/%m/%Y}",
    }
    assert lan.get("/books/", asked | {"as": kind}).content.startswith(begins)


def test_a_book_of_another_unit_is_not_offered(world: World, lan: Client) -> None:
    today = f"{timezone.localdate():%d/%m/%Y}"
    asked: dict[str, Any] = {"book": "tracking", "unit": world.elsewhere.pk, "since": today, "until": today}
    answer = lan.get("/books/", asked)
    assert answer["Content-Type"].startswith("text/html")


def test_history_tells_each_act(lan: Client, world: World, dossier: Dossier) -> None:
    page = text(lan.get(reverse("desk:dossier", args=[dossier.pk])))
    assert "<strong>Tiếp nhận</strong> – Nguyễn Thị Lan" in page
    assert "087••••••011" in page


def test_every_act_that_the_journal_knows_has_a_word() -> None:
    written = {
        act
        for file in Path(acts.__file__).parent.glob("*.py")
        for act in re.findall(r'journal\(\s*"(dossier\.\w+)"', file.read_text("utf-8"))
    }
    assert written
    assert written <= ACTS.keys()


def test_a_report_runs_over_years_and_a_book_over_one(world: World, lan: Client, dossier: Dossier) -> None:
    asked: dict[str, Any] = {"unit": world.ward.pk, "since": "01/01/2025", "until": f"{timezone.localdate():%d/%m/%Y}"}

    report = lan.get("/books/", asked | {"book": "stock-flow", "as": "xlsx"})
    assert report.content[:2] == b"PK"
    assert "Sổ mở theo từng năm" in text(lan.get("/books/", asked | {"book": "tracking"}))
    backwards = asked | {"since": asked["until"], "until": "01/01/2025", "book": "stock-flow"}
    assert "Ngày cuối phải từ ngày đầu trở đi." in text(lan.get("/books/", backwards))
