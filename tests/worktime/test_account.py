"""The paragraph that says how a due date came to be."""

from dataclasses import replace
from datetime import date, time

from motcua.language import say
from motcua.worktime import Change, Line, Season, Term, Window, explain, layered, national_schedule
from tests.worktime.moments import at

OFFICE = national_schedule()
BASE = Line(
    "base",
    at("2026-11-20 09:00"),
    by="Lan",
    document="01/BPTNTKQ",
    rule="QĐ 10/QĐ-UBND",
    term=Term(5, "working_day"),
    version="2026",
)
LINES = [
    BASE,
    Line("pause", at("2026-11-25 10:00"), by="Minh", document="02/HDHS", rule=""),
    Line("resume", at("2026-11-30 10:00"), by="Lan", document="", rule=""),
    Line("extension", at("2026-12-02 10:00"), by="Hoà", document="04/PXL", rule="", new_due=at("2026-12-08 09:00")),
    Line("restart", at("2026-12-04 10:00"), by="", document="", rule="", term=Term(1, "hour")),
]


def test_a_ledger_says_in_vietnamese_how_its_date_came_to_be() -> None:
    assert explain(LINES, OFFICE).vi == (
        "Hạn trả tính từ 09 giờ 00 phút, ngày 20/11/2026 (Lan; 01/BPTNTKQ; QĐ 10/QĐ-UBND (2026)): thời hạn 05 ngày làm"
        " việc, không tính ngày tiếp nhận. Không tính: 04 ngày thứ Bảy, Chủ nhật; Ngày Văn hóa Việt Nam (24/11/2026)."
        " Hạn trả đầu tiên: 09 giờ 00 phút, ngày 30/11/2026."
        " Tạm dừng từ 10 giờ 00 phút, ngày 25/11/2026 để chờ người nộp hồ sơ (Minh; 02/HDHS)."
        " Tính tiếp từ 10 giờ 00 phút, ngày 30/11/2026 (Lan), sau 1440 phút làm việc chờ; hạn dời thêm 03 ngày làm"
        " việc: 09 giờ 00 phút, ngày 03/12/2026."
        " Xin lỗi và hẹn lại lúc 10 giờ 00 phút, ngày 02/12/2026 (Hoà; 04/PXL): 09 giờ 00 phút, ngày 08/12/2026."
        " Hồ sơ nộp lại đầy đủ lúc 10 giờ 00 phút, ngày 04/12/2026: thời hạn 01 giờ làm việc tính lại từ đầu, chỉ tính"
        " trong giờ làm việc (07:00–11:30, 13:30–17:00). Hạn trả mới: 11 giờ 00 phút, ngày 04/12/2026."
        " Hạn trả hiện nay: 11 giờ 00 phút, ngày 04/12/2026."
    )


def test_a_ledger_says_the_same_in_english() -> None:
    assert explain(LINES, OFFICE).en == (
        "The term runs from 2026-11-20 09:00 (Lan; 01/BPTNTKQ; QĐ 10/QĐ-UBND (2026)): 5 working days, the day of"
        " reception not counted. Not counted: 4 days of weekends; Vietnam Culture Day (2026-11-24)."
        " First due date: 2026-11-30 09:00. Paused from 2026-11-25 10:00, waiting for the citizen (Minh; 02/HDHS)."
        " Resumed at 2026-11-30 10:00 (Lan), after waiting 1440 working minutes; the due date moves by 3 working days:"
        " 2026-12-03 09:00. Apology with a new date, 2026-12-02 10:00 (Hoà; 04/PXL): 2026-12-08 09:00."
        " The complete dossier came again at 2026-12-04 10:00: the term of 1 working hour begins from zero, counted"
        " inside office hours only (07:00–11:30, 13:30–17:00). New due date: 2026-12-04 11:00."
        " The due date now: 2026-12-04 11:00."
    )


def test_a_paused_ledger_says_that_it_has_no_date() -> None:
    assert explain(LINES[:2], OFFICE).vi.endswith("(Minh; 02/HDHS). Đang tạm dừng, chưa có hạn trả.")


def test_tet_is_called_by_its_name_and_a_worked_saturday_is_named() -> None:
    told = explain([replace(BASE, at=at("2026-01-07 16:00"), term=Term(30, "working_day"))], OFFICE).vi
    assert "Không tính: 13 ngày thứ Bảy, Chủ nhật; Tết Nguyên đán (16/02/2026–20/02/2026)." in told
    assert "Ngày cuối tuần đi làm, có tính: 10/01/2026." in told


def test_days_off_are_one_stretch_only_where_no_working_day_lies_between() -> None:
    tet = explain([replace(BASE, at=at("2021-02-09 10:00"), term=Term(1, "working_day"))], OFFICE).vi
    assert "Không tính: 02 ngày thứ Bảy, Chủ nhật; Tết Nguyên đán (10/02/2021–16/02/2021)." in tet
    own = Change("unit", "QĐ 15", "2", off=frozenset({date(2026, 11, 25), date(2026, 11, 27)}))
    apart = explain([replace(BASE, at=at("2026-11-24 10:00"), term=Term(2, "working_day"))], layered(OFFICE, own)).vi
    assert "QĐ 15 (2) (25/11/2026); QĐ 15 (2) (27/11/2026)." in apart


def test_a_term_in_days_says_why_it_ends_later() -> None:
    told = explain([replace(BASE, at=at("2026-11-13 09:00"), term=Term(11, "calendar_day"))], OFFICE)
    assert "Ngày cuối cùng 24/11/2026 là ngày nghỉ nên hạn chuyển sang ngày làm việc kế tiếp." in told.vi
    assert "Not counted" not in told.en


def test_a_wait_that_moves_nothing_is_said_to_move_nothing() -> None:
    same_day = [
        BASE,
        Line("pause", at("2026-11-25 08:00"), by="", document="", rule=""),
        Line("resume", at("2026-11-25 10:00"), by="", document="", rule=""),
    ]
    assert "sau 120 phút làm việc chờ; hạn không đổi: 09 giờ 00 phút, ngày 30/11/2026." in explain(same_day, OFFICE).vi


def test_a_second_new_date_is_called_one_too_many() -> None:
    second = replace(LINES[3], at=at("2026-12-07 10:00"), new_due=at("2026-12-15 09:00"))
    assert "Đây là lần hẹn lại thứ 2; quy định chỉ cho hẹn lại một lần." in explain([*LINES[:4], second], OFFICE).vi


def test_decisions_of_the_unit_are_named_where_they_count() -> None:
    morning = (Window(time(7), time(11)),)
    own = Change(
        "unit",
        "QĐ 15/QĐ-UBND",
        "2",
        off=frozenset({date(2026, 11, 25)}),
        seasons=(Season(date(2026, 11, 26), date(2026, 11, 26), morning),),
    )
    told = explain([replace(BASE, at=at("2026-11-23 09:00"), term=Term(10, "hour"))], layered(OFFICE, own)).vi
    assert "Không tính: Ngày Văn hóa Việt Nam (24/11/2026); QĐ 15/QĐ-UBND (2) (25/11/2026)." in told
    assert "Giờ làm việc thay đổi theo: QĐ 15/QĐ-UBND (2)." in told


def test_braces_that_people_wrote_do_not_break_the_sentence() -> None:
    assert "(Lan; (01); QĐ" in say(explain([replace(BASE, document="{01}")], OFFICE))
