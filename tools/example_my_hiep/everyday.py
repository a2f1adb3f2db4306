"""The dossiers of every day: 124 of them, all in order, between 5 January and 12 June 2026."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from motcua.worktime import calendar_rows
from tools.example_my_hiep.dossiers import (
    CONFIRMED,
    COPIES,
    DAY_END,
    EXTRACTS,
    GUARDIANS,
    PERMANENT,
    TEMPORARY,
    Dossier,
    Procedure,
)

WORKING: list[date] = [row["day"] for row in calendar_rows(2026, 2026) if row["working"]]  # type: ignore[misc]
FIRST, LAST = date(2026, 1, 5), date(2026, 6, 12)
COUNTS = (  # procedure, dossiers, of them online
    (COPIES, 36, 0),
    (EXTRACTS, 24, 20),
    (TEMPORARY, 24, 24),
    (CONFIRMED, 24, 24),
    (PERMANENT, 10, 10),
    (GUARDIANS, 6, 0),
)
OPENS, SITS = 7 * 60 + 30, 6 * 60  # minutes: received between 7:30 and 13:30


def everyday() -> Iterator[Dossier]:
    random = Random(2026)  # noqa: S311 - a drawing that must come out the same
    days = WORKING[bisect_left(WORKING, FIRST) : bisect_right(WORKING, LAST)]
    for procedure, number, online in COUNTS:
        for place, day in enumerate(sorted(random.choices(days, k=number))):
            received = datetime.combine(day, time()) + timedelta(minutes=OPENS + random.randrange(SITS))
            yield _settled(procedure, received, early=random.randrange(2), online=place < online)


def _settled(procedure: Procedure, received: datetime, *, early: int, online: bool) -> Dossier:
    if procedure.term is None:
        return Dossier(procedure, received, received + timedelta(hours=2), received + timedelta(minutes=40), online)
    due = WORKING[bisect_right(WORKING, received.date()) + procedure.term - 1]
    done = WORKING[bisect_right(WORKING, received.date()) + procedure.term - 1 - early]
    return Dossier(procedure, received, datetime.combine(due, DAY_END), datetime.combine(done, time(10, 30)), online)
