"""A document that is signed, numbered and dated afterwards tells where: on blanks, beside what is printed."""

import io
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from motcua.printing import OfficialDocument, Place, to_form, to_pdf
from tests.printing.samples import AT, NOTICE

INSET = 3  # points: letters beside a blank touch its edge
SIGNED_BY_ONE = replace(NOTICE, number=None, on=None, signers=NOTICE.signers[:1], annexes=())


def text_in(pdf: bytes, place: Place) -> str:
    page = pypdfium2.PdfDocument(io.BytesIO(pdf))[place.page - 1].get_textpage()
    found: str = page.get_text_bounded(place.left + INSET, place.bottom + INSET, place.right - INSET, place.top)
    return found.strip()


def test_every_place_is_there_and_blank() -> None:
    form = to_form(SIGNED_BY_ONE, AT)

    assert set(form.places) == {"number", "day", "month", "year", "signature", "seal"}
    for name in ("number", "day", "month", "year", "signature"):
        assert text_in(form.pdf, form.places[name]) == "", name


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [("number", "Số:", "/TB"), ("day", "ngày", "tháng"), ("month", "tháng", "năm"), ("year", "năm", "")],
)
def test_a_blank_lies_between_its_words(name: str, before: str, after: str) -> None:
    form = to_form(SIGNED_BY_ONE, AT)
    place = form.places[name]

    around = text_in(form.pdf, replace(place, left=place.left - 38, right=place.right + 38))

    _, _, right = around.partition(before)
    assert right.lstrip().startswith(after), around


def test_the_signature_stands_over_the_name_and_the_seal_covers_a_third_of_it_from_the_left() -> None:
    form = to_form(SIGNED_BY_ONE, AT)
    signature, seal = form.places["signature"], form.places["seal"]

    below = replace(signature, bottom=signature.bottom - 18, top=signature.bottom)
    assert text_in(form.pdf, below) == NOTICE.signers[0].name
    assert seal.page == signature.page
    assert seal.left < signature.left
    assert seal.right - signature.left == pytest.approx((signature.right - signature.left) / 3)


def test_a_long_document_is_signed_on_its_last_page() -> None:
    long = replace(SIGNED_BY_ONE, body=SIGNED_BY_ONE.body * 6)

    form = to_form(long, AT)

    pages = len(pypdfium2.PdfDocument(io.BytesIO(form.pdf)))
    assert form.places["signature"].page == pages > 1
    assert form.places["number"].page == 1


def test_a_letter_says_what_it_is_about_under_its_number_and_has_no_title() -> None:
    letter = replace(SIGNED_BY_ONE, kind="", summary="", notation="UBND-VP")

    form = to_form(letter, AT, about="V/v lịch tiếp công dân", code="Mã kiểm tra: abcd")

    page = pypdfium2.PdfDocument(io.BytesIO(form.pdf))[0].get_textpage()
    said = page.get_text_bounded()
    assert "V/v lịch tiếp công dân" in said
    assert "Mã kiểm tra: abcd" in said
    assert page.get_text_bounded(bottom=0, top=60, left=0, right=595).strip() == "Mã kiểm tra: abcd"


def test_what_is_printed_without_places_stays_as_it_was() -> None:
    whole: OfficialDocument = replace(NOTICE, number=5)

    page = pypdfium2.PdfDocument(io.BytesIO(to_pdf(whole, AT)))[0].get_textpage()

    assert "Số: 05/" in page.get_text_bounded()


def test_the_code_of_a_document_is_read_from_its_first_page() -> None:
    address = "https://motcua.example/v/abcd2345efgh6789/"

    form = to_form(SIGNED_BY_ONE, AT, code="Mã kiểm tra: abcd 2345 efgh 6789", check=address)

    (code,) = zxingcpp.read_barcodes(pypdfium2.PdfDocument(io.BytesIO(form.pdf))[0].render(scale=4).to_pil())
    assert code.text == address
    assert code.position.top_left.y > 0.9 * 842 * 4  # at the foot, below all text
