"""One process of the measurement; the last line that it prints is its figure.

`migrate` · `build UNITS` · `office|bare WORKER UNIT SECONDS` · `http FIRST UNITS SECONDS forms|browsing` · `pages UNIT
DOSSIERS`.
"""

import os
import sys
import time

import django
from django.core.management import call_command
from django.db import connection

django.setup()

from bench.desk import over_http, pages  # noqa: E402  models want the set-up first
from bench.desk.bare import play, recorded  # noqa: E402
from bench.desk.filled import fill  # noqa: E402
from bench.desk.place import build, find, life  # noqa: E402
from bench.desk.server import served  # noqa: E402

# Keys that the database gives start far apart, so that one number means one row of one table.
APART = 10_000_000


def migrate() -> None:
    call_command("migrate", verbosity=0)
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1")
        for number, (name,) in enumerate(cursor.fetchall(), start=1):
            cursor.execute(f'ALTER SEQUENCE "{name}" AS bigint RESTART WITH {number * APART}')


def wait() -> None:
    """Until the others are ready too: a life recorded while another plays would number its lines after theirs."""
    print("ready", flush=True)
    sys.stdin.readline()


def office(unit: int, seconds: float) -> float:
    place = find(unit)
    life(place)  # what is read once is read before the clock starts
    wait()
    number, began = 0, time.monotonic()
    while time.monotonic() - began < seconds:
        life(place)
        number += 1
    return number / (time.monotonic() - began)


def bare(worker: int, unit: int, seconds: float) -> float:
    script = recorded(find(unit))
    connection.close()
    wait()
    number, took = play(script, os.environ["DATABASE_URL"], worker + 1, seconds)
    return number / took


def http(first: int, units: int, seconds: float, *, browsing: bool) -> float:
    places = [find(number) for number in range(first, first + units)]
    with served() as address:
        return over_http.lives(places, address, seconds, browsing)


def pages_of(unit: int, dossiers: int) -> str:
    """The unit filled with as many dossiers, then its pages."""
    place = find(unit)
    fill(place, dossiers)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return pages.measure(place)


def main(what: str, *told: str) -> None:
    if what == "migrate":
        migrate()
    elif what == "build":
        for number in range(int(told[0])):
            build(number)
    elif what == "office":
        print(office(int(told[1]), float(told[2])))
    elif what == "bare":
        print(bare(int(told[0]), int(told[1]), float(told[2])))
    elif what == "http":
        print(http(int(told[0]), int(told[1]), float(told[2]), browsing=told[3] == "browsing"))
    else:
        print(pages_of(int(told[0]), int(told[1])))


if __name__ == "__main__":
    main(*sys.argv[1:])
