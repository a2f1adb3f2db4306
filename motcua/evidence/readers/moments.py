"""Days and moments as people and programs write them; where no zone stands, Vietnamese time."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from motcua.evidence.readers.folding import fold
from motcua.evidence.readers.unreadable import Unreadable
from motcua.language import Words

Moment = tuple[date | None, datetime | None]

_AHEAD = timedelta(hours=7)
VIETNAM = timezone(_AHEAD)
FIRST_YEAR, LAST_YEAR = 1990, 2100
NOTHING: Moment = (None, None)
BLANKS = frozenset(
    {"", "-", "--", "–", "—", "...", "…", "n/a", "na", "#n/a", "null", "none", "nan", "nat", "không có", "k có"}
)

_DAY = r"(?:ngay )?(?P<d>\d{1,2})(?:[/.\-]| thang | ?/ ?)(?P<m>\d{1,2})(?:[/.\-]| nam | ?/ ?)(?P<y>\d{4})"
_ISO = r"(?P<y>\d{4})[/\-](?P<m>\d{1,2})[/\-](?P<d>\d{1,2})"
_CLOCK = (
    r"(?P<H>\d{1,2}) ?(?::| ?gio ?| ?h ?| ?g ?)(?:(?P<M>\d{1,2})(?: ?phut| ?p)?)?"
    r"(?::(?P<S>\d{1,2})(?:[.,]\d+)?)?(?: ?(?P<half>am|pm|sa|ch))?"
)
_ZONE = r"(?: ?(?P<zone>z|[+\-]\d{2}(?::?\d{2})?))?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_DAY}(?:[ ,;t]+(?:luc |vao luc |- )?{_CLOCK}{_ZONE})?",
        rf"{_ISO}(?:[ ,t]+{_CLOCK}{_ZONE})?",
        rf"(?:luc )?{_CLOCK}[ ,;]+(?:- )?{_DAY}",
        rf"{_CLOCK}[ ,]+{_ISO}",
    )
)
_QUICK_DAY = re.compile(r"(\d{1,2})[/\-.](\d{1,2})[/\-.](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_QUICK_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_CLOCK_ALONE = re.compile(_CLOCK)
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?", re.ASCII)
_NOT_YET = re.compile(r"chua\b.*")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - serials carry no zone
_SPACES = re.compile(r"\s+")

_ACCEPTED = Words(
    vi="ngày/tháng/năm, kèm giờ nếu có: 27/7/2023 hoặc 27/7/2023 13:30",
    en="day/month/year, with the time if known: 27/7/2023 or 27/7/2023 13:30",
)
_NO_DATE = Words(vi="“{raw}” không phải là ngày", en="“{raw}” is not a date")
_IMPOSSIBLE = Words(vi="không có ngày {raw}", en="there is no day {raw}")
_FAR = Words(vi="năm {year} nằm ngoài 1990–2100", en="the year {year} is outside 1990–2100")
_SHORT = Words(vi="năm trong “{raw}” không đủ bốn chữ số", en="the year in “{raw}” has not four digits")
_TWO_DIGITS = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}(?: .*)?", re.ASCII)


def moment(raw: object) -> Moment:
    """The local day, and the instant in UTC where a time of day is known (midnight exactly counts as not known)."""
    if type(raw) is str:
        written, _, clock = raw.partition(" ")
        known = _quick_day(written)
        since = _quick_clock(clock)
        if known is None or since is None:
            return _text(raw)
        return known[0], known[1] + since if since else None
    if isinstance(raw, datetime):
        return _instant(raw)
    if isinstance(raw, date):
        return _checked_year(raw), None
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return _serial(float(raw), str(raw))
    if raw is None:
        return NOTHING
    raise Unreadable(_NO_DATE, _ACCEPTED, raw=raw)


@lru_cache(maxsize=1 << 14)
def _quick_day(written: str) -> tuple[date, datetime] | None:
    """The day and its first instant, where it stands in the usual way; None leaves it to the thorough reading."""
    found = _QUICK_DAY.fullmatch(written)
    if not found:
        return None
    on, month, year = (int(part) for part in (found.groups()[:3] if found[1] else reversed(found.groups()[3:])))
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= on <= monthrange(year, month)[1]):
        return None
    return date(year, month, on), datetime(year, month, on, tzinfo=VIETNAM).astimezone(UTC)


@lru_cache(maxsize=1 << 12)
def _quick_clock(written: str) -> timedelta | None:
    """The time since midnight of `13:30` and `13:30:05`; nothing written is no time since midnight."""
    if not written:
        return timedelta()
    found = _QUICK_CLOCK.fullmatch(written)
    if not found:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def day(raw: object) -> date | None:
    """The local day; a time of day beside it is dropped."""
    return moment(raw)[0]


def joined(raw_day: object, raw_time: object) -> Moment:
    """A moment whose day and time stand in two cells; the second may also hold the whole moment."""
    if raw_time is None or (isinstance(raw_time, str) and raw_time.strip().lower() in BLANKS):
        return moment(raw_day)
    if isinstance(raw_time, (date, datetime)):
        return moment(raw_time)
    on, _ = moment(raw_day)
    clock = _time_of_day(raw_time)
    if clock is None:
        return moment(raw_time)
    if on is None:
        raise Unreadable(_NO_DATE, _ACCEPTED, raw=raw_time)
    return _instant(datetime.combine(on, clock))


def _time_of_day(raw: object) -> time | None:
    if isinstance(raw, time):
        return raw
    if isinstance(raw, timedelta):
        return (_EPOCH + raw).time()
    if isinstance(raw, float) and 0 <= raw < 1:
        return (_EPOCH + timedelta(seconds=round(raw * 86400))).time()
    found = _CLOCK_ALONE.fullmatch(_plain(str(raw)))
    return time(*_clock(found.groupdict(), str(raw))) if found else None


def _plain(raw: str) -> str:
    """Accents off, but separators kept."""
    return (
        _SPACES.sub(" ", "".join(fold(c) or c for c in raw.lower())).strip()
        if not raw.isascii()
        else " ".join(raw.lower().split())
    )


def _text(raw: str) -> Moment:
    if raw.strip().lower() in BLANKS:
        return NOTHING
    plain = _plain(raw)
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found:
            return _named(raw, found.groupdict())
    if _SERIAL.fullmatch(plain):
        return _serial(float(plain.replace(",", ".")), raw)
    compact = _COMPACT.fullmatch(plain)
    if compact:
        year, month, on, *clock = compact.groups()
        return _built(raw, (on, month, year, *clock), None)
    if _NOT_YET.fullmatch(plain):
        return NOTHING
    raise Unreadable(_SHORT if _TWO_DIGITS.fullmatch(plain) else _NO_DATE, _ACCEPTED, raw=raw)


def _named(raw: str, parts: dict[str, str | None]) -> Moment:
    hours, minutes, seconds = _clock(parts, raw) if parts.get("H") else (None, None, None)
    return _built(raw, (parts["d"], parts["m"], parts["y"], hours, minutes, seconds), _zone(parts.get("zone")))


def _clock(parts: dict[str, str | None], raw: str) -> tuple[int, int, int]:
    hours, minutes, seconds = (int(parts.get(name) or 0) for name in ("H", "M", "S"))
    half = parts.get("half")
    if half:
        if not 1 <= hours <= 12:
            raise Unreadable(_IMPOSSIBLE, _ACCEPTED, raw=raw)
        hours = hours % 12 + (12 if half in ("pm", "ch") else 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        raise Unreadable(_IMPOSSIBLE, _ACCEPTED, raw=raw)
    return hours, minutes, seconds


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    if written == "z":
        return UTC
    sign = -1 if written[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(written[1:3]), minutes=int(written[3:].strip(":") or 0)))


@lru_cache(maxsize=1 << 14)
def _date(year: int, month: int, on: int) -> date:
    return _checked_year(date(year, month, on))


def _built(raw: str, parts: Sequence[str | int | None], zone: timezone | None) -> Moment:
    on, month, year = int(parts[0] or 0), int(parts[1] or 0), int(parts[2] or 0)
    try:
        local = _date(year, month, on)
        if parts[3] is None:
            return local, None
        hours, minutes, seconds = int(parts[3]), int(parts[4] or 0), int(parts[5] or 0)
        if zone is None and not hours and not minutes and not seconds:
            return local, None
        at = datetime(year, month, on, hours, minutes, seconds, tzinfo=zone or VIETNAM)
        return (local if zone is None else at.astimezone(VIETNAM).date()), at.astimezone(UTC)
    except Unreadable:
        raise
    except (ValueError, OverflowError):
        raise Unreadable(_IMPOSSIBLE, _ACCEPTED, raw=raw) from None


def _instant(at: datetime) -> Moment:
    if at.tzinfo is None:
        on = _checked_year(at.date())
        if not (at.hour or at.minute or at.second):
            return on, None
        return on, at.replace(tzinfo=UTC, microsecond=0) - _AHEAD
    at = at.replace(microsecond=0)
    return _checked_year(at.astimezone(VIETNAM).date()), at.astimezone(UTC)


def _checked_year(on: date) -> date:
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        raise Unreadable(_FAR, _ACCEPTED, year=on.year)
    return on


def _serial(value: float, raw: str) -> Moment:
    """An Excel serial of the 1900 system: days since 30 December 1899, the fraction the time of day."""
    if not 32874 <= value < 73416:
        raise Unreadable(_NO_DATE, _ACCEPTED, raw=raw)
    return _instant(_EPOCH + timedelta(seconds=round(value * 86400)))
