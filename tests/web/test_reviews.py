"""The register of reviews: assigned, warned of, recorded."""

from datetime import date

from django.test import Client
from django.urls import reverse

from motcua.office.people.models import Role
from motcua.office.procedures.models import Review
from tests.web.conftest import SignedIn
from tests.web.reading import TODAY, day, text
from tests.world import World, officer


def assigned(client: Client, **other: object) -> str:
    said = {
        "year": TODAY.year, "domain": "Hộ tịch", "due_on": day(date(TODAY.year, 12, 31)), "assigned_by": "05/KH-UBND",
        "contents": "Sự cần thiết\nTính hợp lý", **other,
    }  # fmt: skip
    return text(client.post("/reviews/assign/", said, follow=True))


def test_a_review_is_assigned_warned_of_and_recorded(world: World, signed_in: SignedIn, of_ward: Client) -> None:
    assert "Đã giao rà soát lĩnh vực “Hộ tịch”" in assigned(of_ward, due_on=day(TODAY))
    assert "phải rà soát xong ngày" in text(of_ward.get("/reviews/"))
    minh = signed_in(world.minh)
    where = reverse("desk:review", args=[Review.objects.get().pk])
    assert where in text(minh.get("/reviews/"))
    assert "1 lĩnh vực sắp hoặc đã quá hạn rà soát" in text(minh.get("/"))
    assert "rà soát" not in text(signed_in(world.van).get("/"))
    said = {"content-0": "Cần giữ", "content-1": "", "result": "Đã rà soát", "report_number": "12/BC-UBND"}

    page = text(minh.post(where, said, follow=True))
    assert "rà soát chưa đủ nội dung" in page and "còn trống: Tính hợp lý" in page
    page = text(minh.post(where, said | {"content-1": "Bớt một bản sao"}, follow=True))

    assert "chưa đủ nội dung" not in page and "12/BC-UBND" in page
    assert "quá hạn rà soát" not in text(minh.get("/"))
    kept = Review.objects.get()
    assert kept.found == {"Sự cần thiết": "Cần giữ", "Tính hợp lý": "Bớt một bản sao"}


def test_an_assignment_that_is_refused_says_why_and_keeps_what_was_typed(world: World, of_ward: Client) -> None:
    page = assigned(of_ward, due_on=day(date(TODAY.year + 1, 1, 31)))
    assert f"không thuộc năm {TODAY.year}" in page and "Tính hợp lý" in page
    assert not Review.objects.exists()


def test_another_year_of_the_register_is_shown_when_asked_for(world: World, of_ward: Client) -> None:
    assigned(of_ward)
    assert "05/KH-UBND" in text(of_ward.get("/reviews/", {"year": TODAY.year}))
    for year in (TODAY.year - 1, "x", "0000"):
        assert of_ward.get("/reviews/", {"year": year}).status_code == 200
    assert "Chưa giao lĩnh vực nào" in text(of_ward.get("/reviews/", {"year": TODAY.year - 1}))


def test_a_specialist_of_another_domain_records_no_review(world: World, signed_in: SignedIn, of_ward: Client) -> None:
    assigned(of_ward)
    land = signed_in(officer("dat", "Cao Văn Đất", world.ward, Role.SPECIALIST, domains=["Đất đai"]))
    assert land.get(reverse("desk:review", args=[Review.objects.get().pk])).status_code == 404


def test_the_catalogue_tells_what_is_soon_to_be_reviewed(world: World, of_ward: Client) -> None:
    assigned(of_ward, due_on=day(TODAY))
    assert "1 lĩnh vực sắp hoặc đã quá hạn rà soát" in text(of_ward.get("/procedures/"))
