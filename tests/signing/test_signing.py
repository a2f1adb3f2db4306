"""Promises about signing: two phases, places, stamps, and that other software finds the same."""

import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from motcua.language import Refusal
from motcua.signing.boxes import Box
from motcua.signing.keys import Chain
from motcua.signing.local.keys import from_pkcs12
from motcua.signing.places import fill, ready
from motcua.signing.signing import Prepared, archive, complete, prepare
from motcua.signing.stamps import PersonStamp, moment
from motcua.signing.validation import validate
from tests.printing.samples import AT
from tests.signing.world import DATE, NAME, NUMBER, PLACE, SEAL, World

SCALE = 2


def prepared(world: World, minutes: int = 0) -> Prepared:
    at = AT + timedelta(minutes=minutes)
    return prepare(world.blank, field="person", chain=world.person.chain(), at=at, stamp=PersonStamp(NAME))


def colours(pdf: bytes, box: Box) -> dict[str, int]:
    """How many points of the picture of a box are blue, red, black."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    page = document[box.page]
    height = page.get_height()
    sides = (box.left, height - box.top, box.right, height - box.bottom)
    cut = page.render(scale=SCALE).to_pil().convert("RGB").crop(tuple(round(side * SCALE) for side in sides))
    found = {"blue": 0, "red": 0, "black": 0}
    raw = cut.tobytes()
    for red, green, blue in zip(raw[::3], raw[1::3], raw[2::3], strict=True):
        found["blue"] += blue > 110 and red < 90
        found["red"] += red > 150 and blue < 110 and green < 110
        found["black"] += red < 90 and green < 90 and blue < 90
    document.close()
    return found


def test_a_document_signed_numbered_sealed_and_archived_is_valid_to_poppler_too(world: World, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(world.archived())
    tool = shutil.which("pdfsig")
    assert tool
    said = subprocess.run([tool, "-nocert", str(file)], capture_output=True, text=True, check=True).stdout  # noqa: S603
    assert said.count("Signature Validation: Signature is Valid.") == 2
    assert "Total document signed" in said


def test_the_stamp_is_blue_the_seal_red_and_number_and_date_stand_in_their_places(world: World) -> None:
    done = world.sealed()
    assert colours(world.blank, NUMBER)["black"] == 0
    assert colours(done, NUMBER)["black"] > 20
    assert colours(done, DATE)["black"] > 20
    assert colours(done, PLACE)["blue"] > 100
    assert colours(done, SEAL)["red"] > 1000


def test_the_seal_covers_a_third_of_the_signature_on_its_left() -> None:
    assert (SEAL.right - PLACE.left) / PLACE.width == pytest.approx(1 / 3)
    assert SEAL.left < PLACE.left


def test_the_same_request_is_prepared_the_same_and_comes_back_from_where_it_is_kept(world: World) -> None:
    assert prepared(world) == prepared(world)
    assert Prepared.from_bytes(prepared(world).to_bytes()) == prepared(world)


def test_a_reply_to_another_request_is_refused(world: World) -> None:
    reply = world.person.sign(prepared(world, minutes=1).to_be_signed)
    with pytest.raises(Refusal, match="nội dung khác"):
        complete(prepared(world), reply)


def test_a_reply_of_another_key_is_refused(world: World) -> None:
    with pytest.raises(Refusal, match="khóa khác"):
        complete(prepared(world), world.agency.sign(prepared(world).to_be_signed))


def test_a_reply_that_was_lost_and_comes_again_gives_the_same_document_with_one_signature(world: World) -> None:
    waits = prepared(world)
    reply = world.person.sign(waits.to_be_signed)
    once, again = complete(waits, reply), complete(Prepared.from_bytes(waits.to_bytes()), reply)
    assert once == again
    assert len(validate(again, world.trust, at=AT).signatures) == 1


def test_a_place_that_is_signed_is_not_signed_again(world: World) -> None:
    with pytest.raises(Refusal, match="đã có chữ ký"):
        prepare(world.signed(), field="person", chain=world.person.chain(), at=AT, stamp=None)


def test_nothing_is_filled_in_after_the_seal(world: World) -> None:
    with pytest.raises(Refusal, match="Cơ quan đã ký"):
        fill(world.sealed(), {"number": "13"}, at=AT)


def test_places_are_not_added_to_a_signed_document(world: World) -> None:
    with pytest.raises(Refusal, match="đã có chữ ký số"):
        ready(world.signed(), signatures={"other": PLACE}, texts={})


def test_what_is_no_pdf_is_refused_in_words(world: World) -> None:
    for content in (b"", b"%PDF-1.7", b"PK", world.blank[:2000]):
        with pytest.raises(Refusal, match="không phải PDF"):
            prepare(content, field="person", chain=world.person.chain(), at=AT, stamp=None)


def test_a_picture_that_is_no_png_is_refused(world: World) -> None:
    with pytest.raises(Refusal, match="PNG"):
        prepare(world.blank, field="person", chain=Chain(*_chain(world)), at=AT, stamp=PersonStamp(NAME, b"GIF89a"))


def test_nothing_is_archived_without_revocation_lists(world: World) -> None:
    with pytest.raises(Refusal, match="Chưa có danh sách thu hồi"):
        archive(world.sealed(), time=world.times, trust=replace(world.trust, lists=()))


def test_a_key_leaves_as_pkcs12_and_comes_back_by_its_password(world: World) -> None:
    held = world.person.exported("mật khẩu")
    assert from_pkcs12(held, "mật khẩu").chain() == world.person.chain()
    with pytest.raises(Refusal, match="mật khẩu"):
        from_pkcs12(held, "khác")


def test_an_attached_file_shows_the_moment_as_the_decree_writes_it() -> None:
    assert moment(AT) == "01-08-2023 09:30:00 +07:00"


def _chain(world: World) -> tuple[bytes, tuple[bytes, ...]]:
    held = world.person.chain()
    return held.certificate, held.issuers
