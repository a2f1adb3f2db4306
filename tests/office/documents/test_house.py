"""Forms of the house: each is set from its values, with everything decree 30/2020 wants on it; what lacks is named."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from motcua.language import Refusal
from motcua.office.documents import house
from motcua.office.documents.files import content_of, current
from motcua.office.documents.kinds import kinds
from motcua.office.documents.models import OutgoingDocument, Secrecy
from motcua.office.documents.told import OfHouse
from tests.office.documents import course
from tests.world import World

AGENCY = "Ủy ban nhân dân phường 12"


def words(document: OutgoingDocument) -> str:
    last = current(document)
    assert last is not None
    pages = PdfReader(BytesIO(content_of(last))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("form", house.FORMS.values(), ids=lambda form: form.code)
def test_each_form_makes_a_document_with_all_that_is_wanted_on_it(world: World, form: house.HouseForm) -> None:
    values = {place.name: f"giá trị {place.name}" for place in form.places}
    document = course.drafted(world, kind=form.kind, content=OfHouse(form.code, values))

    said = words(document)
    for wanted in (
        "ỦY BAN NHÂN DÂN PHƯỜNG 12", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:", f"/{document.notation}",
        "Phường 12, ngày", "Lịch tiếp công dân tháng 8", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", "Lê Thị Hoà",
        "Nơi nhận: - Các tổ dân phố; - Lưu: VT.",
        " ".join(document.code[place : place + 4] for place in range(0, 16, 4)),
    ):  # fmt: skip
        assert wanted in said
    assert all(value in said for value in values.values())
    assert set(document.places) == {"number", "day", "month", "year", "signature", "seal"}


@pytest.mark.parametrize("form", house.FORMS.values(), ids=lambda form: form.code)
def test_a_place_left_blank_is_named(form: house.HouseForm) -> None:
    values = {place.name: "có" for place in form.places} | {form.places[-1].name: "  "}

    with pytest.raises(Refusal) as caught:
        house.filled(form, values, AGENCY)

    assert form.places[-1].label.vi in str(caught.value)


def test_every_form_is_of_a_kind_that_there_is() -> None:
    assert {form.kind for form in house.FORMS.values()} <= set(kinds())
    with pytest.raises(Refusal):
        house.form("nothing")


def test_an_official_letter_says_what_it_is_about_under_its_number(world: World) -> None:
    said = {"to": "Sở Nội vụ", "body": "Nội dung."}
    document = course.drafted(
        world, kind="official_letter", drafting_sign="VP", content=OfHouse("official_letter", said)
    )  # fmt: skip

    assert document.notation == "UBND-VP"
    assert "V/v Lịch tiếp công dân" in words(document)
    assert "CÔNG VĂN" not in words(document)


def test_a_secret_document_bears_no_code(world: World) -> None:
    document = course.drafted(world, secrecy=Secrecy.SECRET)

    assert "Mã kiểm tra" not in words(document)


@settings(max_examples=50, deadline=None)
@given(body=st.text(min_size=1, max_size=300).filter(lambda text: text.strip()))
def test_whatever_is_typed_is_text_and_the_last_line_ends_the_document(body: str) -> None:
    values: dict[str, Any] = {"body": body}
    text = house.filled(house.form("notice"), values, AGENCY)

    assert [getattr(block, "text", "") for block in text.body][-1].endswith("./.")
    assert len(text.body) == len(house.paragraphs(body))


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("Hồ Thị Kim", "Ông/Bà Hồ Thị Kim"),
        ("Bà Hồ Thị Kim", "Bà Hồ Thị Kim"),
        ("Công ty TNHH Sao Mai", "Công ty TNHH Sao Mai"),
    ],
)
def test_the_agency_apologises_to_whom_it_writes_about_what_happened(to: str, said: str) -> None:
    values = {"to": to, "about": "trả kết quả trễ hẹn.", "reason": "Hồ sơ thất lạc.", "remedy": "Trả tại nhà."}

    opening = house.filled(house.form("apology"), values, AGENCY).body[0]

    assert getattr(opening, "text", "") == f"{AGENCY} chân thành xin lỗi {said} về việc trả kết quả trễ hẹn."
