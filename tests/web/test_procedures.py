"""The pages of procedures: catalogue, import and release, processes, postings, reviews."""

import re
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from motcua.language import plain
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Role
from motcua.office.procedures.models import Component, Posting, Procedure, Process, Review, Service, Version
from motcua.office.procedures.workbook import COLUMNS, EXAMPLE, FEES, PROCEDURES
from tests.web.conftest import SignedIn
from tests.web.test_pages import LIGHT, STYLE
from tests.world import BEGAN, World, officer

IMPORT, BOARD = "/procedures/import/", "Bảng niêm yết Bộ phận Một cửa"
TODAY = timezone.localdate()


def text(answer: Any) -> str:
    return str(answer.content.decode())


def day(on: date) -> str:
    return f"{on:%d/%m/%Y}"


@pytest.fixture
def tam(world: World) -> Officer:
    """Procedure control of the province."""
    return officer("tam", "Châu Thành Tâm", world.province, Role.CONTROL)


@pytest.fixture
def of_province(tam: Officer, signed_in: SignedIn) -> Client:
    return signed_in(tam)


@pytest.fixture
def of_ward(world: World, signed_in: SignedIn) -> Client:
    """Procedure control of ward 12."""
    return signed_in(officer("kiet", "Hồ Văn Kiệt", world.ward, Role.CONTROL))


def book(code: str = "1.001193", **other: object) -> BytesIO:
    """A workbook of one procedure, in force from today."""
    told = {"code": code, "version": "2", "decided_on": day(TODAY), "in_force_from": day(TODAY), **other}
    made = BytesIO()
    with xlsxwriter.Workbook(made) as file:
        for name, columns in COLUMNS.items():
            sheet = file.add_worksheet(name)
            sheet.write_row(0, 0, columns.values())
            row = dict(zip(columns, EXAMPLE[name], strict=True))
            row |= {key: told[key] for key in columns if key in told and (key != "name" or name == PROCEDURES)}
            sheet.write_row(1, 0, row.values())
    made.seek(0)
    made.name = "thu-tuc.xlsx"
    return made


def more(world: World, number: int, first: int = 0) -> None:
    """As many further procedures, taken in by ward 12, each with a process and posted but for every third."""
    for no in range(first, first + number):
        made = Procedure.objects.create(code=f"9.{no:06d}")
        version = Version.objects.create(
            procedure=made, version="1", name=f"Thủ tục số {no}", search_name=plain(f"Thủ tục số {no}"),
            domain="Hộ tịch", term_value=5, term_unit="working_day", in_force_from=BEGAN, levels=["commune"],
        )  # fmt: skip
        Component.objects.create(version=version, no=1, name="Tờ khai theo mẫu", originals=1)
        version.released_at = timezone.now()
        version.save()
        Service.objects.create(unit=world.ward, procedure=made, valid_from=BEGAN)
        Process.objects.create(unit=world.ward, version=version)
        if no % 3:
            Posting.objects.create(unit=world.ward, version=version, place=BOARD, posted_on=TODAY)
        Review.objects.create(
            unit=world.ward, year=TODAY.year, domain=f"Lĩnh vực {no}", assigned_by="05/KH-UBND", due_on=TODAY,
            contents=["Sự cần thiết"],
        )  # fmt: skip


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


def test_the_catalogue_tells_what_is_soon_to_be_reviewed(world: World, of_ward: Client) -> None:
    assigned(of_ward, due_on=day(TODAY))
    assert "1 lĩnh vực sắp hoặc đã quá hạn rà soát" in text(of_ward.get("/procedures/"))


# processes


def edit(client: Client, pk: int) -> dict[str, Any]:
    """What the form of a draft would send as it stands."""
    page = text(client.get(reverse("desk:process-edit", args=[pk])))
    return sent(page)


def sent(page: str) -> dict[str, Any]:
    """The fields of a page's form with their values, read from its HTML."""
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input\b[^>]*>", page):
        name, value = re.search(r'name="(s[^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ("checkbox" not in tag or "checked" in tag):
            found[name[1]] = value[1] if value else "on" if "checkbox" in tag else ""
    for name, options in re.findall(r'<select name="(s[^"]+)".*?>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


@pytest.fixture
def draft(world: World, signed_in: SignedIn) -> tuple[Client, int]:
    """The head, and the draft of a process for births."""
    hoa = signed_in(world.hoa)
    where = reverse("desk:process-draft", args=[world.versions["birth"].pk])
    assert "Đã lập bản nháp quy trình số 1" in text(hoa.post(where, follow=True))
    return hoa, Process.objects.get().pk


def names(pk: int) -> list[str]:
    return list(Process.objects.get(pk=pk).steps.order_by("no").values_list("name", flat=True))


def test_a_process_is_drafted_read_checked_and_released(world: World, draft: tuple[Client, int]) -> None:
    hoa, pk = draft
    page = text(hoa.get(reverse("desk:process", args=[pk])))
    assert "có thể ban hành" in page
    assert "Chuyển bước 2: Thẩm định" in page and "Từ chối" in page and "cho ra kết quả" in page

    assert "đang áp dụng" in text(hoa.post(reverse("desk:process-release", args=[pk]), follow=True))

    assert Process.objects.get().released_at is not None
    assert hoa.get(reverse("desk:process-edit", args=[pk])).status_code == 302
    assert "Số 1" in text(hoa.get("/processes/"))


def test_saving_a_form_as_it_stands_changes_nothing(world: World, draft: tuple[Client, int]) -> None:
    hoa, pk = draft

    def told() -> list[Any]:
        steps = Process.objects.get(pk=pk).steps
        rows = steps.values_list("no", "name", "role", "term_value", "term_unit", "outcome", "gives_result", "unit")
        ways = steps.order_by("no", "branches__pk").values_list("no", "branches__kind", "branches__to_step__no")
        return [*rows, *ways]

    before = told()
    hoa.post(reverse("desk:process-edit", args=[pk]), edit(hoa, pk) | {"do": "save"})
    assert told() == before


def test_a_step_is_moved_with_the_ways_that_lead_to_it_and_written_only_when_saved(
    world: World, draft: tuple[Client, int]
) -> None:
    hoa, pk = draft
    where, before = reverse("desk:process-edit", args=[pk]), names(pk)

    page = text(hoa.post(where, edit(hoa, pk) | {"do": "down-2"}))
    assert "Chưa lưu" in page and names(pk) == before
    hoa.post(where, sent(page) | {"do": "save"})

    assert names(pk) == [before[0], before[2], before[1], *before[3:]]
    first, head, specialist = Process.objects.get(pk=pk).steps.order_by("no")[:3]
    assert first.branches.get(kind="next").to_step == specialist
    assert specialist.branches.get(kind="next").to_step == head


def test_a_step_is_added_and_another_removed(world: World, draft: tuple[Client, int]) -> None:
    hoa, pk = draft
    where = reverse("desk:process-edit", args=[pk])
    page = text(hoa.post(where, edit(hoa, pk) | {"do": "add"}))
    assert "errorlist" in text(hoa.post(where, sent(page) | {"do": "save"})) and len(names(pk)) == 5
    assert "s6-name" not in text(hoa.post(where, sent(page) | {"do": "remove-6"}))
    page = text(hoa.post(where, sent(page) | {"s6-name": "Lưu trữ", "s6-role": "clerk", "do": "remove-4"}))
    hoa.post(where, sent(page) | {"do": "save"})
    assert names(pk)[-2:] == ["Trả kết quả", "Lưu trữ"] and len(names(pk)) == 5

    found = text(hoa.get(reverse("desk:process", args=[pk])))
    assert "Bước 4 “Trả kết quả”: không bước nào dẫn đến đây." in found
    assert "Ban hành quy trình" not in found
    refused = text(hoa.post(reverse("desk:process-release", args=[pk]), follow=True))
    assert "Chưa ban hành được quy trình" in refused
    assert Process.objects.get(pk=pk).released_at is None


def test_an_opinion_of_a_unit_by_its_name_and_a_way_to_no_step_or_unit_is_said(
    world: World, draft: tuple[Client, int]
) -> None:
    hoa, pk = draft
    where, form = reverse("desk:process-edit", args=[pk]), edit(hoa, pk)
    ways = int(form["s2-ways"])
    more_ = {f"s2-w{ways}-kind": "opinion", f"s2-w{ways}-unit": "Phường 99"}
    assert "Không có đơn vị “Phường 99”" in text(hoa.post(where, form | more_ | {"do": "save"}))
    page = text(hoa.post(where, form | {f"s2-w{ways}-kind": "next", f"s2-w{ways}-to": "77", "do": "save"}))
    assert "phải ghi số của một bước từ 1 đến 5" in page

    hoa.post(where, form | more_ | {f"s2-w{ways}-unit": "Phường 13", "do": "save"})
    opinion = Process.objects.get(pk=pk).steps.get(no=2).branches.get(kind="opinion")
    assert opinion.to_unit == world.elsewhere


def test_a_released_process_is_changed_by_a_draft_that_begins_like_it(world: World, draft: tuple[Client, int]) -> None:
    hoa, pk = draft
    hoa.post(reverse("desk:process-edit", args=[pk]), edit(hoa, pk) | {"s2-name": "Xem xét", "do": "save"})
    hoa.post(reverse("desk:process-release", args=[pk]))
    hoa.post(reverse("desk:process-draft", args=[world.versions["birth"].pk]))
    second = Process.objects.get(number=2)
    assert names(second.pk) == names(pk) and second.released_at is None
    form = {"do": "save", "steps": "0"}
    hoa.post(reverse("desk:process-edit", args=[pk]), form)
    assert len(names(pk)) == 5


def test_a_specialist_reads_processes_and_changes_none(
    world: World, signed_in: SignedIn, draft: tuple[Client, int]
) -> None:
    _, pk = draft
    minh = signed_in(world.minh)
    page = text(minh.get(reverse("desk:process", args=[pk])))
    assert "Thẩm định" in page and "Sửa các bước" not in page and "Ban hành quy trình" not in page
    assert minh.post(reverse("desk:process-release", args=[pk])).status_code == 403


# postings


def post(client: Client, *versions: Version, **other: object) -> str:
    said = {"versions": [one.pk for one in versions], "where": BOARD, "on": day(TODAY), "complete": "on", **other}
    return text(client.post("/postings/post/", said, follow=True))


def test_what_is_missing_is_posted_several_at_once(world: World, of_ward: Client) -> None:
    assert "Phải niêm yết: 4 thủ tục" in text(of_ward.get("/postings/"))

    page = post(of_ward, world.versions["birth"], world.versions["land"])

    assert f"Đã ghi niêm yết 2 thủ tục tại “{BOARD}”" in page
    assert "Phải niêm yết: 2 thủ tục" in page and "Đang niêm yết: 2" in page
    assert Entry.objects.filter(act="procedure.posted", unit=world.ward.unit_id).count() == 2


def test_a_new_version_is_warned_of_and_takes_the_place_of_the_old(
    world: World, of_province: Client, of_ward: Client
) -> None:
    birth = world.versions["birth"]
    Posting.objects.create(unit=world.ward, version=birth, place=BOARD, posted_on=BEGAN)
    of_province.post(IMPORT, {"file": book()})
    draft = Version.objects.get(version="2")
    of_province.post(reverse("desk:version-release", args=[draft.pk]))
    page = text(of_ward.get("/postings/"))
    assert "còn niêm yết phiên bản đã hết hiệu lực" in page and "hết hiệu lực</span>" in page

    assert "còn niêm yết phiên bản đã hết hiệu lực" not in post(of_ward, draft)

    assert Posting.objects.get(version=birth).removed_on == TODAY
    assert Posting.objects.get(version=draft).removed_on is None


def test_one_that_is_refused_leaves_all_unposted_and_what_was_typed_stays(world: World, of_ward: Client) -> None:
    page = post(of_ward, world.versions["birth"], on=day(TODAY + timedelta(days=1)))
    assert "chưa đến" in page and f'value="{BOARD}"' in page
    assert f'name="versions" value="{world.versions["birth"].pk}" checked' in page
    assert not Posting.objects.exists() and not Entry.objects.exists()


def test_a_posting_is_taken_down(world: World, of_ward: Client) -> None:
    post(of_ward, world.versions["birth"])
    posting = Posting.objects.get()
    assert "Chưa đánh dấu bản niêm yết nào" in text(of_ward.post("/postings/remove/", {"off": day(TODAY)}))
    page = text(of_ward.post("/postings/remove/", {"posting": posting.pk, "off": day(TODAY)}, follow=True))
    assert "Đã ghi gỡ 1 bản niêm yết" in page and "Phải niêm yết: 4 thủ tục" in page


def test_nobody_posts_for_another_unit(world: World, signed_in: SignedIn, of_ward: Client) -> None:
    kim = signed_in(world.kim)
    said = {"versions": [world.versions["birth"].pk], "where": BOARD, "on": day(TODAY)}
    assert "Phải niêm yết" in text(kim.get("/postings/", {"unit": world.ward.pk}))
    assert kim.post(f"/postings/post/?unit={world.ward.pk}", said).status_code == 404
    assert of_ward.get("/postings/", {"unit": world.elsewhere.pk}).status_code == 404
    assert not Posting.objects.exists()


# reviews


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


# all of them

PLACES = ("procedures", "processes", "postings", "reviews")


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def test_pages_are_light_and_ask_as_often_for_many_as_for_few(world: World, of_ward: Client) -> None:
    more(world, 6)
    few = {place: queries(of_ward, f"/{place}/") for place in PLACES}
    more(world, 120, first=6)
    for place in PLACES:
        assert queries(of_ward, f"/{place}/") == few[place], place
        content = of_ward.get(f"/{place}/").content
        assert len(content) + len(STYLE) <= LIGHT, place
        assert not re.search(rb"<script|<style|\sstyle=|\son\w+=", content), place


def test_the_form_of_a_process_is_light(world: World, draft: tuple[Client, int]) -> None:
    hoa, pk = draft
    content = hoa.get(reverse("desk:process-edit", args=[pk])).content
    assert len(content) + len(STYLE) <= LIGHT
