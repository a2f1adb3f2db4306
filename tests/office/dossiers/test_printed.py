"""Slips printed: as they were issued, whatever changes afterwards."""

import io

import pytest
from pypdf import PdfReader

from motcua.language import Refusal
from motcua.office.dossiers.acts.correction import correct
from motcua.office.dossiers.acts.lateness import apologise, draft_apology
from motcua.office.dossiers.acts.waiting import ask_supplement
from motcua.office.dossiers.models import Slip, SlipKind
from motcua.office.dossiers.printed import pdf
from tests.office.dossiers import life
from tests.world import World, moment

AT = moment("2023-07-28 10:00")


def printed(slip: Slip) -> str:
    """The words of the PDF, single spaces between them."""
    pages = PdfReader(io.BytesIO(pdf(slip))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def issued(kind: SlipKind) -> Slip:
    return Slip.objects.select_related("dossier__unit__parent", "dossier__version__procedure").get(kind=kind)


def test_a_receipt_prints_alike_after_the_name_on_it_was_corrected(world: World) -> None:
    dossier = life.in_work(world)
    before = pdf(issued(SlipKind.RECEIPT))

    correct(dossier.pk, changes={"applicant_name": "Phạm Văn Bá"}, reason="Gõ nhầm", by=world.minh, at=AT)

    assert pdf(issued(SlipKind.RECEIPT)) == before
    assert "Phạm Văn Bình" in printed(issued(SlipKind.RECEIPT))


def test_the_control_slip_gains_a_row_with_each_hand_over(world: World) -> None:
    life.in_work(world)

    assert "Trần Văn Minh" in printed(issued(SlipKind.CONTROL))


def test_a_reason_too_short_to_print_is_refused_when_it_is_given(world: World) -> None:
    dossier = life.in_work(world)

    with pytest.raises(Refusal):
        ask_supplement(dossier.pk, wanted=["Giấy tờ chứng minh"], reason="Thiếu", by=world.minh, at=AT)
    assert not Slip.objects.filter(kind=SlipKind.SUPPLEMENT).exists()


def test_an_apology_for_an_error_speaks_of_no_delay_and_promises_no_day(world: World) -> None:
    dossier = life.returned(world)
    fault = "Ghi sai ngày sinh"
    letter = draft_apology(dossier.pk, reason="error", fault=fault, new_due_at=None, by=world.hoa, at=AT)
    with pytest.raises(Refusal):
        pdf(letter)

    apologise(letter.pk, by=world.hoa, at=AT)

    words = printed(issued(SlipKind.APOLOGY))
    assert "về sai sót này." in words
    assert "chậm trễ" not in words
    assert "hẹn lại thời gian trả kết quả vào" not in words
