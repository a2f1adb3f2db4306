"""Procedures whose term no published text sets: nothing is promised, nothing is late, nothing is claimed of it."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from motcua.inspection.verdict import Outcome
from motcua.office.dossiers import deadlines
from motcua.office.dossiers.acts.lateness import draft_apologies
from motcua.office.dossiers.guards import lateness
from motcua.office.dossiers.models import Dossier, Slip
from motcua.office.dossiers.overdue import overdue
from motcua.office.dossiers.printed import pdf
from motcua.office.dossiers.printed.books import stock_flow
from tests.office.dossiers import life
from tests.office.dossiers.test_inspected import outcomes
from tests.office.test_guards import refused
from tests.world import World, moment, procedure

MUCH_LATER = moment("2023-12-01 08:00")


@pytest.fixture
def untimed(world: World) -> World:
    world.versions["name"] = procedure(world, "1.004859", "Thay đổi, cải chính hộ tịch", "Hộ tịch")
    world.versions["at once"] = procedure(world, "1.004873", "Cấp giấy xác nhận", "Hộ tịch", immediate=True)
    return world


def receipt(dossier: Dossier) -> str:
    slip = Slip.objects.select_related("dossier__unit__parent", "dossier__version__procedure").get(
        dossier=dossier, kind="receipt"
    )
    return PdfReader(BytesIO(pdf(slip))).pages[0].extract_text()


def test_the_receipt_names_no_appointment_that_nobody_made(untimed: World) -> None:
    dossier = life.received(untimed, "name")

    words = receipt(dossier)
    assert (dossier.due_at, dossier.first_due_at) == (None, None)
    assert "5. Thời gian trả kết quả: Chưa hẹn ngày; cơ quan thông báo khi có kết quả" in " ".join(words.split())
    assert "Trả kết quả ngay" not in words
    assert "Trả kết quả ngay" in receipt(life.received(untimed, "at once"))


def test_it_is_never_late_and_no_apology_is_drafted_for_it(untimed: World) -> None:
    dossier = life.in_work(untimed, "name")

    assert deadlines.standing(dossier) is None
    assert not overdue(dossier, MUCH_LATER)
    assert draft_apologies(MUCH_LATER) == []
    assert refused(lateness.causable, dossier, "us", MUCH_LATER) == lateness.NOT_LATE


def test_the_inspection_does_not_judge_its_term(untimed: World, tmp_path: Path) -> None:
    life.received(untimed, "name")

    assert outcomes(untimed, tmp_path, "TTHC-029") == {"TTHC-029": Outcome.NOT_ASSESSABLE}


def test_the_report_adds_up_with_it(untimed: World) -> None:
    life.received(untimed, "name")

    [row] = stock_flow(untimed.ward, date(2023, 7, 1), date(2023, 7, 31)).rows
    assert (row.open_in_time, row.open_late, row.late) == (1, 0, 0)
