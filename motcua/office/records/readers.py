"""Whether anybody reads scans: the moment at which a process that does last said so, and what to think of silence."""

from datetime import datetime, timedelta

from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.records.models import ReaderSeen, Reading, ReadingState

ROW = 1
OFTEN = timedelta(seconds=30)  # it is written no more often
SILENT = timedelta(minutes=5)
NONE_SEEN = Words(
    vi="{waiting} bản số hóa chờ đọc nhưng không có tiến trình đọc nào hoạt động từ {since}; hãy xem read_scans.",
    en="{waiting} digital copies wait, but no process has been seen reading since {since}; look at read_scans.",
)
NEVER_SEEN = Words(
    vi="{waiting} bản số hóa chờ đọc nhưng chưa có tiến trình đọc nào hoạt động; hãy xem read_scans.",
    en="{waiting} digital copies wait, but no process has ever been seen reading; look at read_scans.",
)


def seen(at: datetime) -> None:
    """A process that reads is at work."""
    if not ReaderSeen.objects.filter(pk=ROW, at__gt=at - OFTEN).exists():
        ReaderSeen.objects.update_or_create(pk=ROW, defaults={"at": at})


def last_seen() -> datetime | None:
    """None where there never was one."""
    return ReaderSeen.objects.filter(pk=ROW).values_list("at", flat=True).first()


def silent(last: datetime | None, at: datetime) -> bool:
    """Whether it is so long ago that none can be at work."""
    return last is None or at - last > SILENT


def heard(at: datetime) -> None:
    """Raises Refusal where files wait and nobody reads."""
    last = last_seen()
    if not silent(last, at):
        return
    waiting = Reading.objects.filter(state__in=(ReadingState.WAITING, ReadingState.BEING_READ)).count()
    if waiting and last is None:
        raise Refusal(NEVER_SEEN, waiting=waiting)
    if waiting and last is not None:
        raise Refusal(NONE_SEEN, waiting=waiting, since=f"{timezone.localtime(last):%H:%M %d/%m/%Y}")
