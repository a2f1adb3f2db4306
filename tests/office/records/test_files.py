"""Files: kept once under the hash of their content, whole or not at all; what is lost or changed is found."""

import os
from io import BytesIO, StringIO
from pathlib import Path
from typing import BinaryIO

import pytest
from django.core.management import CommandError, call_command

from motcua.language import Refusal
from motcua.office.records import content, store
from motcua.office.records.content import judge
from motcua.office.records.models import File
from motcua.office.records.store import keep, opened, path_of
from motcua.office.records.verifying import CHANGED, LOST, verify
from tests.office.records.scans import scan
from tests.world import THURSDAY_MORNING, moment

pytestmark = pytest.mark.django_db
LATER = moment("2023-07-28 09:00")


def kept(given: BinaryIO) -> File:
    return keep(given, judge(given), at=THURSDAY_MORNING)


def said() -> str:
    out = StringIO()
    call_command("verify_files", stdout=out)
    return out.getvalue()


def test_a_file_is_kept_once_under_its_hash(files: Path) -> None:
    first, again, other = kept(scan(3)), kept(scan(3)), kept(scan(2))

    assert first == again != other
    assert (first.pages, first.content_type, first.size) == (3, "application/pdf", len(scan(3).getvalue()))
    assert sorted(path for path in files.rglob("*") if path.is_file()) == sorted(
        files / one.sha256[:2] / one.sha256[2:4] / one.sha256 for one in (first, other)
    )
    with opened(first) as content_:
        assert content_.read() == scan(3).getvalue()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (BytesIO(), content.EMPTY),
        (BytesIO(b"\xff\xd8\xff\xe0 a picture"), content.NOT_PDF),
        (BytesIO(b"<script>alert(1)</script>%PDF-1.7"), content.NOT_PDF),
        (BytesIO(scan(2).getvalue()[:200]), content.UNREADABLE),
        (BytesIO(b"%PDF-1.7 and nothing after it"), content.UNREADABLE),
        (scan(0), content.UNREADABLE),
        (scan(1, locked_by="bí mật"), content.ENCRYPTED),
        (BytesIO(b"%PDF-" + b" " * content.AT_MOST), content.TOO_BIG),
    ],
    ids=["empty", "picture", "page with a PDF in it", "cut off", "nothing in it", "no pages", "locked", "too big"],
)
def test_what_is_no_whole_open_pdf_is_refused_in_one_sentence(given: BinaryIO, words: object, files: Path) -> None:
    with pytest.raises(Refusal) as refused:
        kept(given)

    assert refused.value.words == words
    assert not files.exists()


def test_a_disk_that_is_full_leaves_no_half_of_a_file(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        kept(scan())

    assert not [path for path in files.rglob("*") if path.is_file()]
    assert not File.objects.exists()


def test_a_lost_and_a_changed_file_are_found_and_counted_whole_again_once_restored() -> None:
    lost, changed, whole = kept(scan(1)), kept(scan(2)), kept(scan(3))
    assert list(verify(LATER)) == []

    path_of(lost.sha256).unlink()
    one_byte = bytearray(scan(2).getvalue())
    one_byte[-1] ^= 1
    path_of(changed.sha256).write_bytes(one_byte)

    assert [(fault.words, fault.sha256) for fault in verify(LATER)] == [(LOST, lost.sha256), (CHANGED, changed.sha256)]
    assert set(File.objects.filter(faulty_since=LATER)) == {lost, changed}
    with pytest.raises(CommandError):
        said()
    with pytest.raises(Refusal) as gone:
        opened(lost)
    assert gone.value.words == store.GONE

    kept(scan(1))
    kept(scan(2))
    assert list(verify(LATER)) == []
    assert set(File.objects.filter(faulty_since=None)) == {lost, changed, whole}


def test_a_file_that_no_row_names_is_counted(files: Path) -> None:
    kept(scan())
    (files / "ab").mkdir()
    (files / "ab" / ".new-left").write_bytes(b"%PDF-")

    assert "1 tệp; 1 tệp không thuộc" in said()
