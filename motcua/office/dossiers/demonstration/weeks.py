"""Some weeks of dossiers, act after act in the order of time, until now."""

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count

from motcua.language import Refusal
from motcua.office.dossiers.acts.certification import Copies, certify
from motcua.office.dossiers.demonstration import documents
from motcua.office.dossiers.demonstration.cast import Office
from motcua.office.dossiers.demonstration.courses import COMMON, consulted, linked, mediated, owing
from motcua.office.dossiers.demonstration.keys import Keys
from motcua.office.dossiers.demonstration.place import COPIES, Place, build
from motcua.office.dossiers.demonstration.walk import Moments, Walk
from motcua.office.people.models import Role
from motcua.office.procedures.versions import in_force
from motcua.worktime.calendar import national_calendar
from motcua.worktime.timeline import ZONE

# The last weeks of the district, and the last weeks until now of those that work on.
BEFORE = (date(2025, 6, 16), date(2025, 6, 30))
WEEKS = 4
SEED = 20230727
DOCUMENTS = ("Bằng tốt nghiệp", "Giấy khai sinh", "Căn cước công dân", "Giấy chứng nhận kết hôn", "Học bạ")
DAILY = {"30127": (3, 2), "873": (2, 0), "30112-2025": (5, 4), "82-2025": (2, 0)}  # dossiers, certified copies


@dataclass
class Played:
    """What was played: dossiers begun, and the sentences with which an act was refused."""

    dossiers: int = 0
    refused: list[str] = field(default_factory=list)


def last_moment(now: datetime) -> datetime:
    """Now, or late in the last year whose calendar is published: a term beyond that year cannot be reckoned."""
    latest = datetime.combine(date(max(national_calendar().years), 11, 24), time(16, 30), ZONE)
    return min(now.astimezone(ZONE), latest)


def play(password: str, now: datetime, keys: Keys | None = None) -> Played:
    """Build the place in an empty database and let its officers work until `now`; with `keys` they sign digitally."""
    now, rng = last_moment(now), random.Random(SEED)  # noqa: S311  the same weeks each time
    since = now.date() - timedelta(weeks=WEEKS)
    began = {unit: _morning(BEFORE[0] if unit in {"30127", "873"} else since) for unit in DAILY}
    place = build(password, began, now, rng, keys)
    return _played([*_courses(place, *BEFORE, ("30127", "873"), rng),
                    *_courses(place, since, now.date(), ("30112-2025", "82-2025"), rng),
                    *_written(place.offices["30112-2025"], since, now.date(), keys)], now)  # fmt: skip


def _played(courses: list[Moments], now: datetime) -> Played:
    """The act that comes next in time is done next. An act that is refused ends the course of its dossier."""
    order, played = count(), Played(len(courses))
    queue = [(next(course), next(order), course) for course in courses]
    heapq.heapify(queue)
    while queue and queue[0][0] <= now:
        _, _, course = heapq.heappop(queue)
        try:
            moment = next(course, None)
        except Refusal as refused:
            played.refused.append(str(refused))
            continue
        if moment is not None:
            heapq.heappush(queue, (moment, next(order), course))
    return played


def _courses(place: Place, first: date, last: date, units: tuple[str, str], rng: random.Random) -> Iterator[Moments]:
    lower, upper = (place.offices[unit] for unit in units)
    for day in _days(lower, first, last):
        for office in (lower, upper):
            common, copies = DAILY[office.unit.unit_id]
            yield from (_common(place, office, day, rng) for _ in range(common))
            yield from (_copies(place, office, day, rng) for _ in range(copies))
    yield from _between(place, lower, upper, first, rng)


def _written(office: Office, first: date, today: date, keys: Keys | None) -> Iterator[Moments]:
    """Outgoing documents, where they can be signed: until yesterday, so that those that wait are there already."""
    if keys is None:
        return iter(())
    days = list(_days(office, first, today - timedelta(days=1)))
    return documents.courses(office, days, random.Random(SEED))  # noqa: S311  leaves the other weeks as they are


def _common(place: Place, office: Office, day: date, rng: random.Random) -> Moments:
    timed = [one for one in place.versions(office.unit.unit_id, day) if one.term_value and one.special != "mediation"]
    course = rng.choices([one for one, _ in COMMON], [weight for _, weight in COMMON])[0]
    return course(Walk(office, rng.choice(timed), rng.choice(place.citizens), _moment(office, day, rng), rng))


def _between(place: Place, lower: Office, upper: Office, first: date, rng: random.Random) -> Iterator[Moments]:
    """Dossiers in which both units have a part, and land disputes of the lower one."""
    day = next(_days(lower, first, first + timedelta(days=7)))
    for course in (consulted, linked):
        version = place.versions(upper.unit.unit_id, day)[0]
        yield course(Walk(upper, version, rng.choice(place.citizens), _moment(upper, day, rng), rng), lower)
    lands = [one for one in place.versions(upper.unit.unit_id, day) if one.special == "land"]
    for version in lands[:1]:
        yield owing(Walk(upper, version, rng.choice(place.citizens), _moment(upper, day, rng), rng))
    disputes = [one for one in place.versions(lower.unit.unit_id, day) if one.special == "mediation"]
    for number, version in enumerate(disputes * 2, start=101):
        yield mediated(Walk(lower, version, rng.choice(place.citizens), _moment(lower, day, rng), rng), number)


def _copies(place: Place, office: Office, day: date, rng: random.Random) -> Moments:
    """Certified copies, done at once."""
    version = in_force(day).select_related("procedure").get(procedure__code=COPIES)
    at = _moment(office, day, rng)
    yield at
    told = Copies(
        unit=office.unit, version=version, applicant=rng.choice(place.citizens), signer=office.officers[Role.HEAD],
        document=rng.choice(DOCUMENTS), copies=rng.randint(1, 5), pages=rng.randint(1, 4),
    )  # fmt: skip
    certify(told, by=office.officers[Role.RECEPTION], at=at)


def _days(office: Office, first: date, last: date) -> Iterator[date]:
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return (day for day in days if office.schedule.works(day))


def _moment(office: Office, day: date, rng: random.Random) -> datetime:
    window = rng.choice(office.schedule.windows_on(day))
    opens, closes = (datetime.combine(day, clock, ZONE) for clock in (window.start, window.end))
    return opens + timedelta(minutes=rng.randrange(int((closes - opens).total_seconds()) // 60 - 5))


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(7), ZONE)
