"""Each fault, seeded on a real signed file, is found and named in plain words; the unharmed file is valid.

What Poppler's `pdfsig` can judge by itself, without a trust list, it judges the same.
"""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyhanko.pdf_utils import generic
from pypdf import PdfReader, PdfWriter

from motcua.signing.local.authority import Authority
from motcua.signing.signing import sign
from motcua.signing.stamps import PersonStamp, drawn
from motcua.signing.trust import Trust
from motcua.signing.update import fields, opened
from motcua.signing.validation import Verdict, validate
from tests.printing.samples import AT
from tests.signing.world import DAY, NAME, OFFICE, World

Harmed = tuple[bytes, Trust]
VALID, CHANGED, NONE = "Signature is Valid", "Digest Mismatch", "does not contain any signatures"


@dataclass(frozen=True)
class Fault:
    """What is done to the file, what is found, in which words, and what Poppler says of it; empty: nothing it knows."""

    name: str
    seed: Callable[[World], Harmed]
    verdict: Verdict
    words: str
    poppler: str = VALID
    of: str = "person"


def flipped(world: World) -> Harmed:
    held = bytearray(world.signed())
    place = held.index(b"/MediaBox") + 12
    held[place] = ord("1") if held[place] != ord("1") else ord("2")
    return bytes(held), world.trust


def foreign(world: World) -> Harmed:
    return _by_another(world, "Gốc lạ"), world.trust


def namesake(world: World) -> Harmed:
    return _by_another(world, "CA thử nghiệm"), world.trust


def revoked(world: World) -> Harmed:
    authority = Authority.root("Gốc", at=AT - 9 * DAY)
    key = authority.person(NAME, OFFICE, at=AT - 8 * DAY)
    authority.revoke(key.chain(), at=AT - DAY)
    return sign(world.blank, key, field="person", at=AT), authority.trust(at=AT)


def expired(world: World) -> Harmed:
    short = world.issuing.person(NAME, OFFICE, at=AT - 5 * DAY, days=2)
    return sign(world.blank, short, field="person", at=AT), world.trust


def too_early(world: World) -> Harmed:
    coming = world.issuing.person(NAME, OFFICE, at=AT + DAY)
    return sign(world.blank, coming, field="person", at=AT), world.trust


def signed_tomorrow(world: World) -> Harmed:
    return sign(world.blank, world.person, field="person", at=AT + 3 * DAY), world.trust


def turned(world: World) -> Harmed:
    update = opened(world.signed())
    page = update.page(0).get_object()
    page["/Rotate"] = generic.NumberObject(180)
    update.update_container(page)
    return update.done(), world.trust


def number_altered(world: World) -> Harmed:
    update = opened(world.sealed())
    held = dict(fields(update))["number"].get_object()
    held["/V"] = held["/T"]
    update.update_container(held)
    return update.done(), world.trust


def page_dropped(world: World) -> Harmed:
    """By an addition to the file that leaves the signed bytes as they are."""
    update = opened(world.signed())
    pages = update.root["/Pages"]
    pages["/Kids"].pop()
    pages["/Count"] = generic.NumberObject(int(pages["/Count"]) - 1)
    update.update_container(pages["/Kids"])
    update.update_container(pages)
    return update.done(), world.trust


def saved_anew_without_a_page(world: World) -> Harmed:
    writer = PdfWriter(PdfReader(io.BytesIO(world.signed())))
    writer.remove_page(len(writer.pages) - 1)
    return _written(writer), world.trust


def picture_of_a_stamp(world: World) -> Harmed:
    return drawn(PersonStamp(NAME), 100.0, 50.0), world.trust


def signed_file_attached(world: World) -> Harmed:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_attachment("da-ky.pdf", world.signed())
    return _written(writer), world.trust


def never_signed(world: World) -> Harmed:
    return world.blank, world.trust


def printed_again(world: World) -> Harmed:
    """The signed file "printed to PDF": its pictures stay, its signature does not."""
    reader, writer = PdfReader(io.BytesIO(world.signed())), PdfWriter()
    for page in reader.pages:
        page.pop("/Annots", None)
        writer.add_page(page)
    return _written(writer), world.trust


FAULTS = [
    Fault("flipped byte", flipped, Verdict.INVALID, "bị thay đổi sau khi ký", CHANGED),
    Fault("foreign CA", foreign, Verdict.INVALID, "không thuộc danh sách tin cậy"),
    Fault("foreign CA of the same name", namesake, Verdict.INVALID, "không thuộc danh sách tin cậy"),
    Fault("revoked", revoked, Verdict.INVALID, "đã bị thu hồi trước khi ký"),
    Fault("expired", expired, Verdict.INVALID, "đã hết hạn khi ký"),
    Fault("not yet in force", too_early, Verdict.INVALID, "chưa có hiệu lực khi ký"),
    Fault("signed in the future", signed_tomorrow, Verdict.INVALID, "ở tương lai"),
    Fault("changed after signing", turned, Verdict.INVALID, "thêm hoặc sửa những gì chữ ký không cho phép"),
    Fault("number changed after the seal", number_altered, Verdict.INVALID, "thêm hoặc sửa", of="agency"),
    Fault("page missing", page_dropped, Verdict.INVALID, "thêm hoặc bớt trang"),
    Fault("page missing, saved anew", saved_anew_without_a_page, Verdict.INVALID, "bị thay đổi sau khi ký", ""),
    Fault("picture of a stamp only", picture_of_a_stamp, Verdict.NONE, "hình con dấu .* không phải là chữ ký số", NONE),
    Fault("attached but unsigned", signed_file_attached, Verdict.NONE, "tệp đính kèm bên trong không phải", NONE),
    Fault("unsigned", never_signed, Verdict.NONE, "chưa ai ký số", ""),
    Fault("printed again", printed_again, Verdict.NONE, "không có chữ ký số nào", NONE),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: one.name)
def test_a_seeded_fault_is_found_and_named(world: World, tmp_path: Path, fault: Fault) -> None:
    pdf, trust = fault.seed(world)

    report = validate(pdf, trust, at=AT)

    assert getattr(report, fault.of) is fault.verdict
    why = [one.reason for one in report.signatures if one.verdict is not Verdict.VALID]
    why += [report.reason] if report.reason else []
    assert any(re.search(fault.words, one.words.vi) for one in why), why
    if fault.poppler:
        assert fault.poppler in said_by_poppler(pdf, tmp_path)


def test_the_unharmed_file_is_valid(world: World, tmp_path: Path) -> None:
    report = validate(world.archived(), world.trust, at=AT)

    assert (report.person, report.agency, report.reason) == (Verdict.VALID, Verdict.VALID, None)
    said = said_by_poppler(world.archived(), tmp_path)
    assert said.count(VALID) == 2
    assert CHANGED not in said


def said_by_poppler(pdf: bytes, folder: Path) -> str:
    """What `pdfsig` says; it ends with an error where there is no signature."""
    file = folder / "judged.pdf"
    file.write_bytes(pdf)
    tool = shutil.which("pdfsig")
    assert tool
    done = subprocess.run([tool, "-nocert", str(file)], capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout + done.stderr


def _by_another(world: World, authority: str) -> bytes:
    stranger = Authority.root(authority, at=AT - DAY).person(NAME, OFFICE, at=AT - DAY)
    return sign(world.blank, stranger, field="person", at=AT)


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
