"""A new version of a procedure from the province's workbook to the ward's board, its process and its review."""

from datetime import timedelta
from pathlib import Path

import pytest
import xlsxwriter
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from playwright.sync_api import Page

from motcua.office.people.models import Officer, Role
from motcua.office.procedures.models import Posting, Process, Review, Version
from motcua.office.procedures.workbook import COLUMNS, EXAMPLE, PROCEDURES
from tests.journeys.conftest import PASSWORD, Seen, sign_in
from tests.world import World, officer

pytestmark = pytest.mark.once


def control(username: str, name: str, world: World, *, province: bool) -> Officer:
    made = officer(username, name, world.province if province else world.ward, Role.CONTROL)
    Officer.objects.filter(pk=made.pk).update(password=make_password(PASSWORD))
    return made


def workbook(path: Path, term_unit: str) -> Path:
    """Birth registration in a second version, in force from today."""
    today = f"{timezone.localdate():%d/%m/%Y}"
    told = {
        "code": "1.001193", "version": "2", "Tên thủ tục": "Đăng ký khai sinh", "term_unit": term_unit,
        "decided_on": today, "in_force_from": today, "result_kind": "Giấy khai sinh",
    }  # fmt: skip
    with xlsxwriter.Workbook(path) as file:
        for name, columns in COLUMNS.items():
            sheet = file.add_worksheet(name)
            sheet.write_row(0, 0, columns.values())
            example = zip(columns.items(), EXAMPLE[name], strict=True)
            sheet.write_row(1, 0, [told.get(key, told.get(heading, value)) for (key, heading), value in example])
    return path


def imported(page: Page, path: Path) -> None:
    page.get_by_label("Tệp Excel (.xlsx) theo mẫu").set_input_files(path)
    page.get_by_role("button", name="Nhập", exact=True).click()


def test_a_new_version_goes_from_a_workbook_with_a_mistake_to_the_wards_board(
    page: Page, seen: Seen, world: World, tmp_path: Path
) -> None:
    tam = control("tam", "Châu Thành Tâm", world, province=True)
    kiet = control("kiet", "Hồ Văn Kiệt", world, province=False)
    Posting.objects.create(
        unit=world.ward, version=world.versions["birth"], place="Bảng niêm yết",
        posted_on=timezone.localdate() - timedelta(days=30),
    )  # fmt: skip

    sign_in(page, tam)
    page.get_by_role("link", name="Thủ tục", exact=True).click()
    seen("procedures-province")
    page.get_by_role("link", name="Nhập từ Excel").click()
    imported(page, workbook(tmp_path / "thu-tuc.xlsx", "tuần"))
    page.get_by_text(f"Trang “{PROCEDURES}”, dòng 2, cột “Đơn vị thời hạn”: “tuần” không hợp lệ").wait_for()
    seen("procedures-import-refused")
    assert not Version.objects.filter(released_at=None).exists()
    imported(page, workbook(tmp_path / "thu-tuc-sua.xlsx", "ngày làm việc"))
    page.get_by_text("Đã nhập 1 bản nháp").wait_for()
    seen("procedures-drafts")
    page.get_by_role("link", name="Đăng ký khai sinh").first.click()
    seen("procedure-draft")
    page.get_by_role("button", name="Ban hành phiên bản 2").click()
    page.get_by_text("Đã ban hành thủ tục 1.001193").wait_for()
    page.get_by_label("Hồ sơ tiếp nhận ngày").fill(f"{timezone.localdate() - timedelta(days=1):%d/%m/%Y}")
    page.get_by_role("button", name="Theo phiên bản nào?").click()
    page.get_by_text("theo phiên bản “1”").wait_for()
    seen("procedure-released")

    sign_in(page, kiet)
    page.goto("/postings/")
    page.get_by_text("còn niêm yết phiên bản đã hết hiệu lực").wait_for()
    seen("postings-missing")
    for box in page.locator("[name=versions]").all():
        box.check()
    page.get_by_label("Nơi niêm yết").fill("Bảng niêm yết")
    page.get_by_role("button", name="Ghi niêm yết các thủ tục đã đánh dấu").click()
    page.get_by_text("Đã ghi niêm yết 4 thủ tục").wait_for()
    page.get_by_text("Mọi thủ tục đang tiếp nhận đều đã niêm yết đầy đủ").wait_for()
    seen("postings-done")
    assert Posting.objects.get(version=world.versions["birth"]).removed_on == timezone.localdate()


def test_a_process_is_drafted_changed_and_released_and_a_review_recorded(page: Page, seen: Seen, world: World) -> None:
    kiet = control("kiet", "Hồ Văn Kiệt", world, province=False)
    sign_in(page, kiet)
    page.goto("/processes/")
    seen("processes")
    page.get_by_role("button", name="Lập bản nháp 1.001193").click()
    page.locator("[name=s2-name]").fill("Xem xét hồ sơ")
    page.get_by_role("button", name="Thêm bước").click()
    page.get_by_text("Chưa lưu").wait_for()
    seen("process-edit")
    page.get_by_role("button", name="Bỏ bước 6").click()
    page.locator("[name=s6-name]").wait_for(state="detached")
    page.get_by_role("button", name="Lưu bản nháp").last.click()
    page.get_by_text("Quy trình đạt, có thể ban hành").wait_for()
    seen("process-draft")
    page.get_by_role("button", name="Ban hành quy trình").click()
    page.get_by_text("đang áp dụng").wait_for()
    seen("process-released")
    assert Process.objects.get().steps.get(no=2).name == "Xem xét hồ sơ"

    page.goto("/reviews/")
    page.get_by_label("Lĩnh vực:").select_option("Hộ tịch")
    page.get_by_label("Hạn rà soát xong").fill(f"{timezone.localdate():%d/%m/%Y}")
    page.get_by_label("Kế hoạch, văn bản giao").fill("05/KH-UBND")
    page.get_by_label("Nội dung phải rà soát").fill("Sự cần thiết\nTính hợp lý")
    page.get_by_role("button", name="Giao rà soát").click()
    page.get_by_text("phải rà soát xong ngày").wait_for()
    seen("reviews-warned")
    page.get_by_role("link", name="Hộ tịch").click()
    page.get_by_label("Sự cần thiết").fill("Cần giữ thủ tục.")
    page.get_by_label("Tính hợp lý").fill("Bớt một bản sao.")
    page.get_by_label("Kết quả rà soát").fill("Đã rà soát một thủ tục.")
    page.get_by_label("Số báo cáo").fill("12/BC-UBND")
    seen("review")
    page.get_by_role("button", name="Ghi kết quả").click()
    page.get_by_text("Đã ghi kết quả rà soát").wait_for()
    seen("reviews-done")
    assert Review.objects.get().contents_complete
