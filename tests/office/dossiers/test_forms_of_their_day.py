"""Slips and books as the office issues them: the set of the day of reception, archival, the same bytes again."""

from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from django.utils import timezone
from pypdf import PdfReader

from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.acts.refusal import terminate
from motcua.office.dossiers.acts.waiting import ask_supplement
from motcua.office.dossiers.guards.refusal import NO_TERMINATION_YET
from motcua.office.dossiers.models import Dossier, Slip
from motcua.office.dossiers.printed import pdf
from motcua.office.dossiers.printed.books import stock_flow, tracking_book
from motcua.office.people.models import Role
from motcua.printing.forms import book_workbook, print_form
from tests.office.test_guards import refused
from tests.printing.forms.reading import sizes_mm
from tests.world import World, moment

OLD, NEW = moment("2025-06-30 09:00"), moment("2025-07-01 09:00")
NUMBERS = {OLD: {"receipt": "01", "supplement": "02", "control": "05"},
           NEW: {"receipt": "01", "supplement": "02", "termination": "05", "control": "06"}}  # fmt: skip


def course(world: World, at: datetime) -> Dossier:
    """Received, sent back for a paper, and stopped where that has a form."""
    dossier = receive(world.reception(), by=world.lan, at=at)
    pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=at)
    take_over(dossier.pk, by=world.minh, at=at)
    wanted = ["Giấy tờ chứng minh"]
    ask_supplement(dossier.pk, wanted=wanted, reason="Giấy tờ bị mờ không đọc được", by=world.minh, at=at)
    return dossier


@pytest.mark.parametrize("at", NUMBERS)
def test_each_slip_is_of_the_set_of_the_day_of_reception_on_a5_and_prints_alike(world: World, at: datetime) -> None:
    dossier = course(world, at)
    stop: dict[str, Any] = {"reason": "Không bổ sung giấy tờ", "by": world.hoa, "at": moment("2025-07-02 09:00")}
    if at == NEW:
        terminate(dossier.pk, **stop)
    else:
        assert refused(terminate, dossier.pk, **stop) == NO_TERMINATION_YET

    found = {}
    for slip in Slip.objects.select_related("dossier__unit__parent", "dossier__version__procedure"):
        content = pdf(slip)
        read = PdfReader(BytesIO(content))
        text = read.pages[0].extract_text()
        found[slip.kind] = text.split("Mẫu số ")[1][:2]
        assert sizes_mm(read) in ({(148, 210)}, {(210, 148)})
        assert "pdfaid:part>2<" in content.decode("latin-1")
        assert pdf(Slip.objects.get(pk=slip.pk)) == content
    assert found == NUMBERS[at]


@pytest.mark.parametrize(("at", "number"), [(OLD, "06"), (NEW, "07")])
def test_the_tracking_book_is_a4_and_goes_to_excel(world: World, at: datetime, number: str) -> None:
    course(world, at)
    book = tracking_book(world.ward, at.date(), at.date())

    read = PdfReader(BytesIO(print_form(book, at=timezone.localtime(at))))
    assert sizes_mm(read) == {(297, 210)}
    assert f"Mẫu số {number}" in read.pages[0].extract_text()
    assert book_workbook(book)[:2] == b"PK"


def test_stock_and_flow_add_up_over_any_days_of_any_unit(world: World) -> None:
    course(world, OLD)
    course(world, NEW)
    for since, until in ((date(2024, 1, 1), date(2026, 12, 31)), (date(2025, 7, 1), date(2025, 7, 1))):
        report = stock_flow(world.ward, since, until)
        total = report.total
        came = total.carried_over + total.online + total.direct
        assert came == total.early + total.on_time + total.late + total.open_in_time + total.open_late == 2
        assert print_form(report, at=timezone.localtime(NEW))[:5] == b"%PDF-"
        assert book_workbook(report)[:2] == b"PK"
    assert stock_flow(world.elsewhere, date(2025, 1, 1), date(2025, 12, 31)).rows == ()
