"""Scans of several files and of pictures: one PDF, its pages measured; hostile files are refused and harm nothing."""

import resource
import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from motcua.language import Refusal
from motcua.office.records import content, looking, paging, pictures
from motcua.office.records.drawing import LONGEST, first_page
from motcua.office.records.judging import Page
from motcua.office.records.looking import looked_at, said_of
from motcua.office.records.pictures import Joined, is_signed, joined
from tests.office.records.scans import hostile, picture, scan


def seen(given: Joined) -> list[Page]:
    return list(looked_at(given.content, given.judged))


def png(width: int, height: int) -> BytesIO:
    """A picture that says it is so large, with nothing in it."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    told = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    ]
    return BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(told))


@cache
def small(kind: str, mode: str) -> bytes:
    made = BytesIO()
    Image.radial_gradient("L").resize((60, 80)).convert(mode).save(made, kind, dpi=(200, 200))
    return made.getvalue()


def signed() -> BytesIO:
    """A PDF with a field of a signature that says which bytes it covers."""
    writer, made = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    value = DictionaryObject({
        NameObject("/Type"): NameObject("/Sig"),
        NameObject("/ByteRange"): ArrayObject([NumberObject(one) for one in (0, 10, 20, 30)]),
    })  # fmt: skip
    field = DictionaryObject({
        NameObject("/FT"): NameObject("/Sig"), NameObject("/T"): TextStringObject("chu-ky"),
        NameObject("/V"): writer._add_object(value),
    })  # fmt: skip
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([writer._add_object(field)])})
    writer._root_object[NameObject("/AcroForm")] = form
    writer.write(made)
    return made


def test_pictures_and_pdfs_become_one_pdf_in_their_order_and_nothing_in_them_changes() -> None:
    jpeg = picture()

    made = joined([jpeg, scan(2), picture("PNG", dpi=150)])

    assert made.judged.pages == 4
    assert [told.content_type for _, told in made.originals] == ["image/jpeg", "application/pdf", "image/png"]
    assert jpeg.getvalue() in cast(BytesIO, made.content).getvalue()
    assert joined([picture(), scan(2), picture("PNG", dpi=150)]).judged == made.judged


def test_one_pdf_stays_as_it_is() -> None:
    alone = scan(3)

    made = joined([alone])

    assert (made.content, made.originals) == (alone, ())


def test_the_resolution_is_measured_from_the_pages() -> None:
    fine, rough, silent = (picture(dpi=200), picture(dpi=100), picture("PNG", dpi=150, tells=False))

    found = seen(joined([fine, rough, silent]))

    assert [page.dpi for page in found] == [200, 100, 150]
    with_words = list(said_of(found, {}))
    assert with_words[0].startswith("Trang 2: độ phân giải 100 dpi, nên từ 200 dpi")
    assert len(with_words) == 2


def test_a_blank_page_and_one_on_its_side_are_named() -> None:
    found = seen(joined([picture(), scan(1, blank=True), picture(turned=90)]))

    assert [(page.blank, page.sideways) for page in found] == [(False, False), (True, False), (False, True)]
    assert [sentence[:8] for sentence in said_of(found, {})] == ["Trang 2:", "Trang 3:"]


def test_what_is_transparent_is_paper() -> None:
    made = BytesIO()
    Image.new("RGBA", (1654, 2339), (0, 0, 0, 0)).save(made, "PNG", dpi=(200, 200))

    assert seen(joined([made]))[0].blank


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([BytesIO()], content.EMPTY),
        ([picture(), BytesIO(b"MZ this is a program")], pictures.UNKNOWN),
        ([picture(), BytesIO(b"<svg onload='alert(1)'/>")], pictures.UNKNOWN),
        ([BytesIO(picture().getvalue()[:3000])], pictures.BAD_PICTURE),
        ([png(10, 10)], pictures.BAD_PICTURE),
        ([png(60_000, 60_000)], pictures.TOO_LARGE),
        ([picture(), signed()], pictures.SIGNED),
        ([scan()] * 41, pictures.TOO_MANY),
        ([picture(), scan(1, locked_by="bí mật")], content.ENCRYPTED),
    ],
    ids=["empty", "program", "drawing with a script", "cut off", "nothing in it", "bomb", "signed", "many", "locked"],
)
def test_what_cannot_be_kept_is_refused_in_one_sentence(given: list[BinaryIO], words: object) -> None:
    with pytest.raises(Refusal) as refused:
        joined(given)

    assert refused.value.words == words


def test_a_pdf_that_unfolds_to_too_much_is_refused_and_the_office_goes_on() -> None:
    bomb = joined([hostile(30_000, 30_000, b"\0" * 1000)])

    with pytest.raises(Refusal) as refused:
        looked_at(bomb.content, bomb.judged)

    assert refused.value.words == looking.CANNOT_BE_SHOWN
    assert len(seen(joined([scan()]))) == 1


def grown(act: Callable[[], object]) -> float:
    """By how many MB the most memory that this process ever had grew."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    act()
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def test_a_page_of_a_mile_is_drawn_small() -> None:
    writer, made = PdfWriter(), BytesIO()
    writer.add_blank_page(4, 3000)
    writer.write(made)

    drawn = first_page(made.getvalue())

    assert drawn is not None
    assert max(Image.open(BytesIO(drawn)).size) <= LONGEST


def test_a_page_that_cannot_be_drawn_has_no_picture() -> None:
    assert first_page(b"%PDF-1.7 and nothing more") is None


def test_a_transparent_picture_of_many_pixels_is_unfolded_elsewhere() -> None:
    made = BytesIO()
    Image.new("RGBA", (7600, 7600), (0, 0, 0, 0)).save(made, "PNG", dpi=(400, 400))
    assert made.seek(0, 2) < 300_000

    assert grown(lambda: joined([made])) < 100


def test_a_page_of_a3_at_400_dpi_is_kept() -> None:
    made = BytesIO()
    Image.new("L", (4677, 6614), 255).save(made, "JPEG", dpi=(400, 400))

    assert seen(joined([made]))[0].dpi == 400


def test_a_broken_picture_among_others_is_named_by_its_place() -> None:
    with pytest.raises(Refusal) as refused:
        joined([picture(), scan(), BytesIO(picture().getvalue()[:3000])])

    assert refused.value.values == {"no": 3}


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from([("JPEG", "RGB"), ("JPEG", "CMYK"), ("PNG", "P"), ("PNG", "RGBA"), ("PNG", "I;16")]))
def test_a_picture_cut_or_changed_anywhere_is_a_page_or_is_broken_and_leads_to_nothing_else(
    data: st.DataObject, of: tuple[str, str]
) -> None:
    whole = small(*of)
    cut, at = data.draw(st.integers(20, len(whole))), data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole[:cut])
    if at < cut:
        changed[at] ^= data.draw(st.integers(1, 255))
    lengths = [len(changed), len(whole)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Image, "MAX_IMAGE_PIXELS", None)  # which it sets in its own process
        told = list(paging._told(bytes(changed) + whole, lengths))

    assert not told or told[-1][paging.HEAD :].startswith(b"%PDF-")
    assert len(told) in (0, 2)  # a size that was changed to too many pixels ends the list


def test_a_signature_is_found_in_the_content() -> None:
    assert is_signed(signed())
    assert not is_signed(scan())
    assert not is_signed(BytesIO(b"%PDF-1.7 and nothing after it"))
