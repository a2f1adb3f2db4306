"""The pages of the catalogue: versions, import of a workbook and release, where a procedure is taken in."""

from datetime import timedelta
from io import BytesIO

from django.test import Client
from django.urls import reverse

from motcua.office.journal.models import Entry
from motcua.office.people.models import Role
from motcua.office.procedures.models import Service, Version
from motcua.office.procedures.workbook import FEES, PROCEDURES
from tests.web.conftest import SignedIn
from tests.web.reading import TODAY, day, text
from tests.web.workbooks import IMPORT, book
from tests.world import BEGAN, World, officer


def test_a_procedure_is_found_without_diacritics_or_by_its_code(world: World, of_ward: Client) -> None:
    for words in ("khai sinh", "1.001193"):
        page = text(of_ward.get("/procedures/", {"words": words}))
        assert "Đăng ký khai sinh" in page and "Hòa giải tranh chấp" not in page


def test_a_version_of_the_catalogues_own_file_is_called_by_its_era(world: World, of_ward: Client) -> None:
    Version.objects.filter(pk=world.versions["birth"].pk).update(version="two-level")
    page = text(of_ward.get("/procedures/"))
    assert "thời hai cấp" in page and "two-level" not in page


def test_what_the_unit_does_not_take_in_is_found_in_the_whole_catalogue_only(world: World, of_ward: Client) -> None:
    Service.objects.filter(unit=world.ward, procedure__code="1.001193").delete()
    assert "Đăng ký khai sinh" not in text(of_ward.get("/procedures/"))
    assert "Đăng ký khai sinh" in text(of_ward.get("/procedures/", {"all": "1"}))


def test_a_workbook_with_mistakes_is_refused_by_sheet_row_and_column_and_writes_nothing(
    world: World, of_province: Client
) -> None:
    page = text(of_province.post(IMPORT, {"file": book(name=" ", term_unit="tuần", amount="miễn phí")}))

    assert f"Trang “{PROCEDURES}”, dòng 2, cột “Tên thủ tục”" in page
    assert f"Trang “{PROCEDURES}”, dòng 2, cột “Đơn vị thời hạn”: “tuần”" in page
    assert f"Trang “{FEES}”, dòng 2, cột “Mức thu (đồng)”: “miễn phí”" in page
    assert Version.objects.filter(released_at=None).count() == 0
    assert not Entry.objects.exists()


def test_a_file_of_another_kind_is_named_as_the_officer_named_it(of_province: Client) -> None:
    file = BytesIO(b"not a workbook")
    file.name = "ảnh thẻ.xlsx"
    assert "ảnh thẻ.xlsx: không đọc được" in text(of_province.post(IMPORT, {"file": file}))


def test_an_imported_version_is_a_draft_until_the_province_releases_it(
    world: World, of_province: Client, of_ward: Client
) -> None:
    assert "Đã nhập 1 bản nháp" in text(of_province.post(IMPORT, {"file": book()}, follow=True))
    birth = world.versions["birth"].procedure
    draft = Version.objects.get(procedure=birth, version="2")
    where = reverse("desk:procedure", args=[birth.pk])
    assert "Ban hành phiên bản 2" in text(of_province.get(where))
    assert "Phiên bản 2" not in text(of_ward.get(where))

    page = text(of_province.post(reverse("desk:version-release", args=[draft.pk]), follow=True))

    assert f"Đã ban hành thủ tục 1.001193, phiên bản “2”, hiệu lực từ {day(TODAY)}" in page
    assert "Ban hành phiên bản 2" not in page
    before = Version.objects.get(pk=world.versions["birth"].pk)
    assert before.in_force_to == TODAY - timedelta(days=1)
    assert "Phiên bản 2" in text(of_ward.get(where))
    assert Entry.objects.filter(unit=world.province.unit_id).count() == 2


def test_what_the_office_refuses_to_release_is_said(world: World, of_province: Client) -> None:
    of_province.post(IMPORT, {"file": book(decision="")})
    draft = Version.objects.get(version="2")
    page = text(of_province.post(reverse("desk:version-release", args=[draft.pk]), follow=True))
    assert "phải có số và ngày quyết định công bố" in page
    draft.refresh_from_db()
    assert draft.released_at is None


def test_the_page_tells_which_version_a_dossier_of_a_day_keeps(world: World, of_province: Client) -> None:
    of_province.post(IMPORT, {"file": book()})
    draft = Version.objects.get(version="2")
    of_province.post(reverse("desk:version-release", args=[draft.pk]))
    where = reverse("desk:procedure", args=[draft.procedure_id])
    for on, said in (
        (TODAY - timedelta(days=1), "theo phiên bản “1”"), (TODAY, "theo phiên bản “2”"),
        (BEGAN - timedelta(days=1), "không có phiên bản nào"),
    ):  # fmt: skip
        assert said in text(of_province.get(where, {"on": day(on)}))


def test_what_comes_into_force_is_announced(world: World, of_province: Client, of_ward: Client) -> None:
    begins = TODAY + timedelta(days=10)
    of_province.post(IMPORT, {"file": book(in_force_from=day(begins))})
    of_province.post(reverse("desk:version-release", args=[Version.objects.get(version="2").pk]))
    page = text(of_ward.get("/procedures/"))
    assert "Sắp có hiệu lực" in page and day(begins) in page


def test_control_of_a_district_or_ward_neither_imports_nor_releases(
    world: World, signed_in: SignedIn, of_province: Client, of_ward: Client
) -> None:
    of_province.post(IMPORT, {"file": book()})
    draft = Version.objects.get(version="2")
    for client in (of_ward, signed_in(world.kim)):
        assert client.get(IMPORT).status_code == 403
        assert client.post(IMPORT, {"file": book("1.012812")}).status_code == 403
        assert client.get(reverse("desk:procedures-template")).status_code == 403
        assert client.post(reverse("desk:version-release", args=[draft.pk])).status_code == 403
    draft.refresh_from_db()
    assert draft.released_at is None and Version.objects.filter(released_at=None).count() == 1


def test_the_template_that_is_given_can_be_taken_in(of_province: Client) -> None:
    file = BytesIO(of_province.get(reverse("desk:procedures-template")).content)
    file.name = "thu-tuc.xlsx"
    assert "Đã nhập 1 bản nháp" in text(of_province.post(IMPORT, {"file": file}, follow=True))


def test_a_unit_begins_and_ends_to_take_a_procedure_in(world: World, signed_in: SignedIn) -> None:
    client = signed_in(officer("tu", "Trần Thị Tú", world.elsewhere, Role.CONTROL))
    where = reverse("desk:procedure", args=[world.versions["birth"].procedure_id])
    assert "Phường 13 không tiếp nhận thủ tục này" in text(client.get(where))
    assert "đã qua" in text(client.post(f"{where}take-in/", {"day": day(TODAY - timedelta(days=1))}))

    page = text(client.post(f"{where}take-in/", {"day": day(TODAY)}, follow=True))
    assert f"Phường 13 tiếp nhận từ {day(TODAY)}" in page
    assert "1 thủ tục chưa niêm yết đúng" in text(client.get("/procedures/"))
    page = text(client.post(f"{where}stop/", {"day": day(TODAY)}, follow=True))
    assert f"đến hết {day(TODAY)}" in page and "Thôi tiếp nhận" not in page
