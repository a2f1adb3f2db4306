"""Which file is read next, by whom, and what came of it. A job is claimed for a while: its process may die."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import ProtectedError, Q, QuerySet

from motcua.language import Refusal, Words, plain
from motcua.office.records.models import File, Reading, ReadingState
from motcua.office.records.reasons import KILLED

LEASE = timedelta(minutes=2)  # renewed every few seconds while it is read
MOST_ATTEMPTS = 3
AT_ONCE = 500
NOT_FAILED = Words(
    vi="Bản số hóa này không có lần đọc chữ nào bị lỗi; không cần đọc lại.",
    en="No reading of this digital copy failed; there is nothing to try again.",
)


@dataclass(frozen=True)
class Found:
    """What came of reading a file. `keep` puts the readable PDF, where one was made, in the store."""

    text: str
    turned: Sequence[tuple[int, int]] = ()
    keep: Callable[[], File] | None = None


def queue(file: File, at: datetime) -> None:
    """The file waits to be read, once, however often it is kept."""
    Reading.objects.get_or_create(file=file, defaults={"queued_at": at})


def queue_later(files: "QuerySet[File]", at: datetime) -> int:
    """Those of the files that nobody queued wait behind all others; how many. A few hundred are written at once."""
    count, unread = 0, files.filter(reading=None).order_by("pk")
    while found := list(unread[:AT_ONCE]):
        rows = [Reading(file=file, queued_at=at, later=True) for file in found]
        Reading.objects.bulk_create(rows, ignore_conflicts=True)
        count += len(rows)
    return count


def give_up(file: File) -> None:
    """Nobody needs the text of the file any more; where it is read already, the text stays as long as the file."""
    Reading.objects.filter(file=file).exclude(state=ReadingState.DONE).delete()


def claim(at: datetime) -> Reading | None:
    """The next file to be read, for this process alone until the lease ends; None where none waits.

    One whose process died is taken again; too often, it has failed.
    """
    while (found := _next(at)) is not None:
        if found.attempts > MOST_ATTEMPTS:
            fail(found, KILLED)
            continue
        return found
    return None


@transaction.atomic
def _next(at: datetime) -> Reading | None:
    left = Q(state=ReadingState.WAITING) | Q(state=ReadingState.BEING_READ, claimed_until__lt=at)
    rows = Reading.objects.select_for_update(skip_locked=True, of=("self",)).select_related("file")
    found = rows.filter(left).order_by("later", "queued_at", "pk").first()
    if found is not None:
        found.state, found.claimed_until = ReadingState.BEING_READ, at + LEASE
        found.attempts, found.pages_done = found.attempts + 1, 0
        found.save(update_fields=["state", "claimed_until", "attempts", "pages_done"])
    return found


def go_on(reading: Reading, pages_done: int, at: datetime) -> bool:
    """So many pages are read, and the lease begins anew. False where another process has it by now."""
    return bool(_mine(reading).update(pages_done=pages_done, claimed_until=at + LEASE))


@transaction.atomic
def finish(reading: Reading, found: Found, at: datetime) -> None:
    """The file is read. Where it was discarded meanwhile, or another process has it, nothing is kept of it."""
    if _mine(reading).select_for_update().only("pk").first() is None:
        return
    result, clean = found.keep() if found.keep is not None else None, found.text.replace("\0", "")
    _mine(reading).update(
        state=ReadingState.DONE, claimed_until=None, read_at=at, result=result, text=clean, search_text=plain(clean),
        pages_done=reading.file.pages, turned=found.turned,
    )  # fmt: skip


def fail(reading: Reading, reason: str) -> None:
    """It cannot be read, and waits for somebody who asks for it again."""
    _mine(reading).update(state=ReadingState.FAILED, claimed_until=None, reason=reason)


def put_back(reading: Reading) -> None:
    """The process ends before it is read: it waits again, and the attempt does not count."""
    _mine(reading).update(state=ReadingState.WAITING, claimed_until=None, attempts=reading.attempts - 1, pages_done=0)


def to_read_again() -> Q:
    """Readings that failed, and those whose readable PDF the store lost."""
    return Q(state=ReadingState.FAILED) | Q(state=ReadingState.DONE, result__faulty_since__isnull=False)


@transaction.atomic
def again(file: File, at: datetime) -> None:
    """The file waits anew, what was lost is forgotten. Raises Refusal where its reading did not fail."""
    rows = Reading.objects.select_for_update(of=("self",)).select_related("result")
    if (found := rows.filter(to_read_again(), file=file).first()) is None:
        raise Refusal(NOT_FAILED)
    lost = found.result
    Reading.objects.filter(pk=found.pk).update(
        state=ReadingState.WAITING, reason="", attempts=0, pages_done=0, queued_at=at, later=False, read_at=None,
        result=None, text="", search_text="", turned=[],
    )  # fmt: skip
    if lost is not None:
        with suppress(ProtectedError):  # it is something else as well
            lost.delete()


def _mine(reading: Reading) -> "QuerySet[Reading]":
    """The row, while it is claimed by the attempt that this process made."""
    return Reading.objects.filter(pk=reading.pk, attempts=reading.attempts, state=ReadingState.BEING_READ)
