"""Files made or broken to harm: each gets a verdict in bounded time, none raises, none that was changed is valid."""

import io
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.language import Refusal
from motcua.signing import apart
from motcua.signing.apart import validate_apart
from motcua.signing.reasons import Reason
from motcua.signing.signing import prepare, sign
from motcua.signing.update import MOST_REVISIONS, opened
from motcua.signing.validation import Verdict, validate
from tests.printing.samples import AT
from tests.signing.world import World

WORLD = World.made()
SIGNED = sign(WORLD.blank, WORLD.person, field="person", at=AT)
TRUST = WORLD.trust
OPENS = SIGNED.index(b"<", SIGNED.rindex(b"/Contents"))
HOLE = range(OPENS, SIGNED.index(b">", OPENS) + 1)  # where the signature itself stands, which it is not over


def numbered(*objects: bytes, trailer: bytes = b"", before: bytes = b"%PDF-1.7\n") -> bytes:
    """A PDF of these objects, the first of which is its root."""
    out, places = io.BytesIO(before), []
    out.seek(0, io.SEEK_END)
    for number, held in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, held))
    xref = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, trailer))
    out.write(b"startxref\n%d\n%%%%EOF\n" % xref)
    return out.getvalue()


PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"


def nested() -> bytes:
    return numbered(b"<</Type/Catalog/Pages 2 0 R/AcroForm " + b"[" * 60_000 + b"]" * 60_000 + b">>", PAGES, PAGE)


def fields_in_a_ring() -> bytes:
    root = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>"
    return numbered(root, PAGES, PAGE, b"<</T(a)/Kids[5 0 R]>>", b"<</T(b)/Parent 4 0 R/Kids[4 0 R]>>")


def xrefs_in_a_ring() -> bytes:
    whole = numbered(b"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE)
    place = whole.index(b"xref\n0")
    return whole.replace(b"/Root", b"/Prev %d/Root" % place)


def root_of_itself() -> bytes:
    return numbered(b"1 0 R")


def endless_stream() -> bytes:
    """An object stream of 128 MB in 128 KB, in which the root is said to lie."""
    packer, part = zlib.compressobj(9), bytes(2**24)
    held = b"".join([packer.compress(part) for _ in range(8)] + [packer.flush()])
    stream = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(held), held)
    body = b"%PDF-1.7\n2 0 obj\n" + stream + b"\nendobj\n"
    rows = b"".join(kind + place.to_bytes(4, "big") + b"\0" for kind, place in ((b"\0", 0), (b"\2", 2), (b"\1", 9)))
    rows += b"\1" + len(body).to_bytes(4, "big") + b"\0"
    told = b"<</Type/XRef/Size 4/W[1 4 1]/Root 1 0 R/Length %d>>stream\n%s\nendstream" % (len(rows), rows)
    return body + b"3 0 obj\n" + told + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(body)


def often_revised() -> bytes:
    whole = numbered(b"<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE)
    place = whole.index(b"xref\n0")
    for _ in range(MOST_REVISIONS + 1):
        told = b"xref\n0 0\ntrailer\n<</Size 4/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (place, len(whole))
        place, whole = len(whole), whole + told
    return whole


HOSTILE = [nested, fields_in_a_ring, xrefs_in_a_ring, root_of_itself, often_revised]


@pytest.mark.parametrize("made", HOSTILE, ids=lambda made: made.__name__)
def test_a_file_made_to_harm_gets_a_verdict(made: Callable[[], bytes]) -> None:
    report = validate(made(), TRUST, at=AT)

    assert report.person in {Verdict.NONE, Verdict.UNKNOWN}
    assert report.reason is not None


@pytest.mark.parametrize("made", HOSTILE, ids=lambda made: made.__name__)
def test_what_cannot_be_read_is_not_signed_but_refused(made: Callable[[], bytes]) -> None:
    with pytest.raises(Refusal):
        prepare(made(), field="person", chain=WORLD.person.chain(), at=AT, stamp=None)


def test_a_file_of_many_revisions_is_called_intricate() -> None:
    assert validate(often_revised(), TRUST, at=AT).reason is Reason.TOO_HARD
    with pytest.raises(Refusal, match="quá nhiều lần sửa"):
        opened(often_revised())


def test_what_unpacks_to_more_than_a_document_holds_is_not_unpacked() -> None:
    report = validate(endless_stream(), TRUST, at=AT)

    assert (report.person, report.agency, report.reason) == (Verdict.UNKNOWN, Verdict.UNKNOWN, Reason.TOO_HARD)
    with pytest.raises(Refusal, match="quá lớn"):
        opened(endless_stream())


def test_apart_the_same_is_found(world: World) -> None:
    pdf = world.archived()

    assert validate_apart(pdf, world.trust, at=AT) == validate(pdf, world.trust, at=AT)


def test_a_file_that_takes_too_long_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.01)

    assert validate_apart(SIGNED, TRUST, at=AT).reason is Reason.TOO_HARD


@settings(max_examples=20, deadline=None)
@given(st.integers(0, len(SIGNED) - 1))
def test_a_cut_file_never_raises_and_is_never_valid(length: int) -> None:
    assert validate(SIGNED[:length], TRUST, at=AT).person is not Verdict.VALID


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_bits_turned_anywhere_never_raise_and_outside_of_the_signature_itself_never_stay_valid(
    data: st.DataObject,
) -> None:
    held = bytearray(SIGNED)
    places = data.draw(st.lists(st.integers(0, len(SIGNED) - 1), min_size=1, max_size=5, unique=True))
    for place in places:
        held[place] ^= 1 << data.draw(st.integers(0, 7))

    report = validate(bytes(held), TRUST, at=AT)

    assert any(place in HOLE for place in places) or report.person is not Verdict.VALID


@settings(max_examples=10, deadline=None)
@given(st.binary(min_size=1, max_size=300))
def test_bytes_put_behind_never_raise_and_what_they_are_is_not_signed(more: bytes) -> None:
    report = validate(SIGNED + more, TRUST, at=AT)

    assert report.person is not Verdict.VALID or report.signatures[0].signed_bytes < len(SIGNED + more)
