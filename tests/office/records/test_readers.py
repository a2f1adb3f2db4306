"""Who reads scans: seen at work or missed, killed and cleared up after, overtaken by a discarding, robbed."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import cast

import pytest
from django.db import IntegrityError, transaction

from motcua.language import Refusal
from motcua.office.records.content import judge
from motcua.office.records.models import File, ReaderSeen, Reading
from motcua.office.records.ocr import PREFIX, YOUNG, sweep
from motcua.office.records.pictures import joined
from motcua.office.records.readers import OFTEN, SILENT, heard, last_seen, seen
from motcua.office.records.readings import Found, again, claim, finish, give_up, queue_later
from motcua.office.records.store import keep, lying, path_of
from motcua.office.records.verifying import verify
from motcua.office.records.working import work
from tests.office.records.scans import picture
from tests.office.records.test_reading import NOW, kept, letter, read, scanned

READS = """
import sys
from pathlib import Path
from motcua.office.records.ocr import read
with read(Path(sys.argv[1]), 1, over_text=False, go_on=lambda _: not print("reads", flush=True)):
    pass
"""

pytestmark = pytest.mark.django_db


def test_silence_is_told_where_something_waits() -> None:
    heard(NOW)
    kept(letter())
    with pytest.raises(Refusal, match="chưa có tiến trình đọc nào"):
        heard(NOW)

    seen(NOW)
    seen(NOW + OFTEN / 2)
    assert last_seen() == NOW
    seen(NOW + OFTEN)
    assert last_seen() == NOW + OFTEN

    heard(NOW + OFTEN + SILENT)
    with pytest.raises(Refusal, match="từ 09:00 27/07/2023"):
        heard(NOW + OFTEN + SILENT + timedelta(seconds=1))


def test_who_reads_is_seen_even_where_nothing_waits() -> None:
    work(lambda: NOW, iter([False, True]).__next__)

    assert last_seen() == NOW


def test_there_is_one_row_of_readers() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ReaderSeen.objects.create(pk=2, at=NOW)


def test_what_a_killed_reader_left_is_swept_and_what_one_reads_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    source = tmp_path / "scan.pdf"
    source.write_bytes(scanned().getvalue())
    reads = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", READS, str(source)], env=os.environ | {"TMPDIR": str(tmp_path)}, text=True,
        stdout=subprocess.PIPE,
    )  # fmt: skip
    assert reads.stdout is not None
    assert reads.stdout.readline() == "reads\n"
    later = time.time() + YOUNG + 1
    assert sweep(later) == 0

    reads.send_signal(signal.SIGKILL)
    reads.communicate(timeout=60)

    assert len(list(tmp_path.glob(f"{PREFIX}*"))) == 1
    assert sweep(time.time()) == 0  # it may have begun just now
    assert sweep(later) == 1
    assert list(tmp_path.iterdir()) == [source]


def test_what_was_kept_before_waits_behind_what_comes_in_today() -> None:
    old, today = keep(letter(), judge(letter()), at=NOW), scanned()
    assert queue_later(File.objects.all(), NOW) == 1
    assert queue_later(File.objects.all(), NOW) == 0
    new = kept(today)

    taken = [claim(NOW + timedelta(seconds=no)) for no in range(2)]

    assert [one and one.file for one in taken] == [new, old]


def test_what_nobody_needs_is_not_read_and_what_is_read_stays() -> None:
    waiting, done = kept(scanned()), kept(letter())
    Reading.objects.filter(file=done).update(state="done", read_at=NOW)

    give_up(waiting)
    give_up(done)

    assert Reading.objects.get().file == done


def test_what_was_discarded_while_it_was_read_leaves_nothing_in_the_store() -> None:
    file = kept(scanned())
    before, asked, ticks = set(lying()), count(), count()

    def gone() -> bool:
        if next(asked) == 2:
            Reading.objects.all().delete()
        return False

    work(lambda: NOW + timedelta(seconds=10 * next(ticks)), gone)

    assert set(lying()) == before
    assert File.objects.get() == file


def test_what_was_discarded_at_the_end_of_its_reading_is_not_kept_either() -> None:
    kept(letter())
    reading = claim(NOW)
    assert reading is not None
    Reading.objects.all().delete()

    finish(reading, Found("text", keep=lambda: pytest.fail("it is kept")), NOW)

    assert not Reading.objects.exists()


def test_a_readable_copy_that_the_store_lost_is_found_and_made_again() -> None:
    file = kept(BytesIO(cast(BytesIO, joined([picture(dpi=100, text="Phường 12 xác nhận")]).content).getvalue()))
    lost = read(file).result
    assert lost is not None
    path_of(lost.sha256).unlink()
    assert [fault.sha256 for fault in verify(NOW)] == [lost.sha256]

    again(file, NOW)
    reading = read(file)

    assert reading.result is not None
    assert path_of(reading.result.sha256).exists()
    assert reading.text
    assert list(verify(NOW)) == []
    with pytest.raises(Refusal):
        again(file, NOW)


def test_a_lost_readable_copy_that_is_also_another_file_stays_known() -> None:
    file = kept(scanned())
    other = keep(picture(), judge(letter()), at=NOW)
    kept_too = Reading.objects.create(file=other, queued_at=NOW)
    Reading.objects.filter(file=file).update(state="done", read_at=NOW, result=other)
    File.objects.filter(pk=other.pk).update(faulty_since=NOW)

    again(file, NOW)

    assert Reading.objects.get(pk=kept_too.pk).file == other
