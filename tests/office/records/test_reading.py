"""Scans are read: waiting, taken in hand, read or failed with a reason; what dies is taken up again."""

import signal
from datetime import timedelta
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import cast

import pikepdf
import pytest
from django.db import IntegrityError, transaction

from motcua.language import Refusal
from motcua.office.records import reasons
from motcua.office.records.content import Content, judge
from motcua.office.records.models import File, Reading, ReadingState
from motcua.office.records.pictures import joined
from motcua.office.records.readings import LEASE, MOST_ATTEMPTS, again, claim, queue
from motcua.office.records.store import keep, opened, path_of
from motcua.office.records.working import work
from motcua.printing import pdf
from tests.office.apart import office
from tests.office.records.scans import LETTER, MADE, WORDS, picture
from tests.office.records.test_pictures import signed
from tests.world import moment

SECONDS = 60
WAITS = """
import django; django.setup()
from tests.office.records.test_reading import NOW, kept, scanned
kept(scanned())
"""
LEASE_OVER = """
import django; django.setup()
from motcua.office.records.models import Reading
from tests.office.records.test_reading import NOW
Reading.objects.update(claimed_until=NOW)
"""
READING = """
import django; django.setup()
from motcua.office.records.models import Reading
reading = Reading.objects.get
"""
STATE = (
    READING
    + """
one = reading()
print(one.state, one.attempts, "nguyen van duc" in one.search_text)
"""
)
NOW = moment("2023-07-27 09:00")

pytestmark = pytest.mark.django_db


def kept(content: BytesIO) -> File:
    file = keep(content, judge(content), at=NOW)
    queue(file, NOW)
    return file


def letter() -> BytesIO:
    """With its own text."""
    return BytesIO(pdf(LETTER, {"text": WORDS}, at=MADE))


def scanned() -> BytesIO:
    """The same without: a picture at 200 dpi."""
    return BytesIO(cast(BytesIO, joined([picture()]).content).getvalue())


def read(file: File) -> Reading:
    work(lambda: NOW, lambda: False)
    return Reading.objects.get(file=file)


def distance(one: str, other: str) -> int:
    """Letters to be changed, put in or left out."""
    row = list(range(len(other) + 1))
    for no, left in enumerate(one, 1):
        before, row[0] = row[0], no
        for at, right in enumerate(other, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (left != right))
    return row[-1]


def test_a_scanned_page_is_read_with_its_vietnamese_letters_and_the_scan_stays_as_it_is() -> None:
    file = kept(scanned())
    before = path_of(file.sha256).read_bytes()

    reading = read(file)

    found, truth = " ".join(reading.text.split()), " ".join(WORDS.split())
    assert distance(found, truth) <= 0.02 * len(truth)
    assert "nguyen van duc, sinh ngay 27 thang 7" in reading.search_text
    assert (reading.state, reading.pages_done, reading.read_at) == (ReadingState.DONE, 1, NOW)
    assert path_of(file.sha256).read_bytes() == before
    assert reading.result is not None
    with opened(reading.result) as content, pikepdf.open(content) as made:
        assert made.open_metadata().pdfa_status.startswith("2")
        assert len(made.pages) == 1


def test_what_has_its_text_is_not_read_by_other_means() -> None:
    reading = read(kept(letter()))

    assert (reading.state, reading.result) == (ReadingState.DONE, None)
    assert "nguyen van duc" in reading.search_text


def test_a_signed_file_is_never_read_by_other_means_even_where_it_shows_no_letter() -> None:
    file = kept(signed())
    before = path_of(file.sha256).read_bytes()

    reading = read(file)

    assert (reading.state, reading.result, reading.text.strip()) == (ReadingState.DONE, None, "")
    assert File.objects.count() == 1
    assert path_of(file.sha256).read_bytes() == before


def test_a_file_that_cannot_be_opened_says_why_and_is_read_again_when_asked() -> None:
    content = BytesIO(b"%PDF-1.7 and nothing more")
    file = keep(content, Content("a" * 64, 25, 1), at=NOW)
    queue(file, NOW)

    assert (read(file).state, read(file).reason) == (ReadingState.FAILED, reasons.BROKEN)

    again(file, NOW)
    assert Reading.objects.get(file=file).state == ReadingState.WAITING
    with pytest.raises(Refusal):
        again(file, NOW)


def test_a_lost_file_says_so() -> None:
    file = kept(letter())
    path_of(file.sha256).unlink()

    assert read(file).reason == reasons.LOST


def test_without_the_programs_it_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    file = kept(scanned())
    monkeypatch.setenv("PATH", "/nowhere")

    assert read(file).reason == reasons.PROGRAM


def test_a_stop_ends_it_at_once_and_it_waits_again_with_no_attempt_lost() -> None:
    file = kept(scanned())
    asked = count()

    work(lambda: NOW, lambda: next(asked) > 0)

    reading = Reading.objects.get(file=file)
    assert (reading.state, reading.attempts, reading.claimed_until) == (ReadingState.WAITING, 0, None)


def test_a_dead_process_holds_it_until_its_lease_ends_and_not_for_ever() -> None:
    file, at = kept(letter()), NOW
    first = claim(at)
    assert first is not None
    assert claim(at + LEASE) is None

    for _ in range(MOST_ATTEMPTS - 1):
        at += LEASE + timedelta(seconds=1)
        assert claim(at) == first
    assert claim(at + LEASE + timedelta(seconds=1)) is None

    reading = Reading.objects.get(file=file)
    assert (reading.state, reading.reason) == (ReadingState.FAILED, reasons.KILLED)


def test_a_process_killed_while_it_reads_leaves_a_job_that_the_next_one_ends(tmp_path: Path) -> None:
    with office(tmp_path) as apart:
        apart.run("-c", WAITS)
        reads = apart.start("manage.py", "read_scans", "--once")
        apart.until("reading().state == 'being_read'", READING)
        reads.send_signal(signal.SIGKILL)
        reads.communicate(timeout=SECONDS)
        assert apart.run("-c", STATE) == "being_read 1 False\n"

        apart.run("-c", LEASE_OVER)
        apart.run("manage.py", "read_scans", "--once")

        assert apart.run("-c", STATE) == "done 2 True\n"


def test_every_reason_has_its_words() -> None:
    codes = {value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)}
    assert codes == set(reasons.REASONS)


@pytest.mark.parametrize(
    "broken",
    [
        {"state": "failed"},
        {"state": "done"},
        {"state": "being_read"},
        {"reason": "other"},
        {"text": "nothing was read"},
        {"claimed_until": NOW},
    ],
)
def test_the_database_keeps_no_reading_that_contradicts_itself(broken: dict[str, object]) -> None:
    rows = Reading.objects.filter(file=kept(letter()))

    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**broken)
