"""What is known of a dossier is written into its documents, by name; what is not known is told in one sentence."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from motcua.language import Refusal
from motcua.office.documents import names
from motcua.office.documents.acts.templates import keep_template
from motcua.office.documents.files import content_of, current
from motcua.office.documents.models import OutgoingDocument
from motcua.office.documents.told import OfHouse, OfTemplate
from motcua.office.dossiers import about
from motcua.office.people.models import Person, Role
from tests.office.documents import course
from tests.office.documents.written import word
from tests.office.dossiers import life
from tests.world import World, officer

LETTER = "Kính gửi: {{ chu_ho_so }}, {{ dia_chi }}; hồ sơ {{ ma_ho_so }} hẹn trả {{ ngay_hen_tra }}."
ON = course.DRAFTED.date()


def said(document: OutgoingDocument) -> str:
    last = current(document)
    assert last is not None
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content_of(last))).pages).split())


def notice(body: str) -> OfHouse:
    return OfHouse("notice", {"body": body})


def test_a_form_of_the_house_is_merged_with_the_dossiers_data(world: World) -> None:
    dossier = life.received(world)
    Person.objects.filter(pk=world.binh.pk).update(address="Ấp 3, xã Mỹ Thọ {{ noi_nhan }}")

    document = course.drafted(world, content=notice(LETTER), dossier_code=dossier.code)

    whole = f"Phạm Văn Bình, Ấp 3, xã Mỹ Thọ {{{{ noi_nhan }}}}; hồ sơ {dossier.code} hẹn trả 03/08/2023"
    assert f"Kính gửi: {whole}" in said(document)


def test_a_word_template_is_merged_with_the_dossiers_data_and_asks_for_none_of_it(world: World) -> None:
    given = word(("Số:            /{{ ky_hieu }}", "{{ thu_tuc }} của {{ chu_ho_so }}: {{ viec }}", "{{ nguoi_ky }}"))
    kept = keep_template(world.ward, name="Trả lời", kind_code="notice", content=given, by=world.van, at=course.DRAFTED)
    assert kept.places == ["viec"]

    content = OfTemplate(kept.pk, {"viec": "chấp thuận"})
    document = course.drafted(world, content=content, dossier_code=life.received(world).code)

    assert "Đăng ký khai sinh của Phạm Văn Bình: chấp thuận" in said(document)
    with pytest.raises(Refusal) as caught:
        course.drafted(world, content=content)
    assert caught.value.words == names.NO_DOSSIER


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Số {{ so_ket_qua }}", names.NOT_KNOWN),
        ("Địa chỉ {{ dia_chi }}", names.NOT_KNOWN),
        ("Ghi {{ khong_co }}", names.UNKNOWN),
    ],
)
def test_what_is_not_known_is_not_left_blank(world: World, body: str, words: object) -> None:
    with pytest.raises(Refusal) as caught:
        course.drafted(world, content=notice(body), dossier_code=life.received(world).code)

    assert caught.value.words == words


def test_the_data_of_a_dossier_are_for_who_may_read_it(world: World) -> None:
    dossier = life.received(world)
    land = officer("dat", "Lê Văn Đất", world.ward, Role.SPECIALIST, domains=["Đất đai"])

    assert about.told(dossier.code, land, ON) is None
    assert about.told(dossier.code, world.nam, ON) is None
    assert about.told("9999", world.minh, ON) is None
    assert about.told(dossier.code, world.minh, ON) is not None


def test_a_settled_dossier_tells_all_that_may_be_named_and_nothing_else(world: World) -> None:
    Person.objects.filter(pk=world.binh.pk).update(address="Ấp 3")
    dossier = life.settled(world)

    told = about.told(dossier.code, world.minh, ON)

    assert told is not None
    assert set(told) == set(names.OF_DOSSIER)
    assert (told["so_ket_qua"], told["ngay_giai_quyet"]) == ("15/GKS", "28/07/2023")
