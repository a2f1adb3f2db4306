"""Processes of an office apart, killed with -9: `python -m tests.office.felled moments|statements`; writes JSON."""

import hashlib
import itertools
import json
import mmap
import os
import random
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import django

django.setup()

from django.apps import apps  # noqa: E402  after the set-up
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from motcua.office.dossiers.models import Dossier, Status  # noqa: E402
from motcua.office.journal.sealing import seal  # noqa: E402
from motcua.office.people.models import Unit  # noqa: E402
from tests import world as cast  # noqa: E402
from tests.office.forking import forked  # noqa: E402
from tests.office.lives import Next, beginning, brought_home, further  # noqa: E402
from tests.office.wholeness import faults  # noqa: E402

ROUNDS = 20
AT_ONCE = 2
ACTS = (
    "between", "receive", "certify", "pass_on", "take_over", "ask_supplement", "resubmit", "draft_apology",
    "apologise", "charge", "pay", "propose", "approve", "record_result", "return_result", "seal",
)  # fmt: skip
WRITING = re.compile(r"\s*(INSERT|UPDATE|DELETE)")
STARTED = time.time()
Tell = Callable[[Any], None]


def now() -> datetime:
    """A morning of the test's world; it goes on as the clock does, in all its processes."""
    return cast.moment("2023-07-27 08:00") + timedelta(seconds=time.time() - STARTED)


def moments() -> dict[str, Any]:
    """Two processes lead lives of dossiers until they are killed, again and again; then the rest is brought home."""
    chance = random.Random(20230727)  # noqa: S311  nothing secret
    told(_built)
    killed_in: Counter[str] = Counter()
    for number in range(ROUNDS):
        killed_in.update(_killed(chance, number))
        if found := told(faults):
            return {"killed_in": killed_in, "faults": found}
    return {"killed_in": killed_in, "home": told(lambda: brought_home(now)), "faults": told(faults)}


def statements() -> dict[str, Any]:
    """Every act of three lives, killed before each statement by which it writes; it must leave nothing."""
    told(_built)
    kills: dict[str, int] = {}
    statement, before = 1, ""
    while True:
        (act, rows), ended = _reported(partial(_dying, statement=statement, kills=kills))
        if act == "done":
            return {"kills": kills, "faults": told(faults)}
        if statement > 1 and rows != before:
            return {"faults": [f"{act}, killed before its statement {statement - 1}, left something behind"]}
        before = rows
        if os.WIFSIGNALED(ended):
            statement += 1
        else:
            assert ended == 0, "its traceback stands above"
            kills.setdefault(act, statement - 1)
            statement = 1


def _built() -> None:
    world = cast.build()
    cast.fee(world.versions["copy"], "Phí chứng thực", 2000, "trang")


def _killed(chance: random.Random, number: int) -> list[str]:
    """The acts in which the processes of one round were killed, each some acts after it began."""
    marks = mmap.mmap(-1, AT_ONCE * 2)  # of each process: the act it is in, and how many it has begun
    children = [forked(partial(_live, seat, marks, number)) for seat in range(AT_ONCE)]
    acts = []
    for seat, child in enumerate(children):
        begun, until = chance.randint(1, 5), time.monotonic() + 20
        while marks[AT_ONCE + seat] < begun and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        acts.append(ACTS[marks[seat]])
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1]), "it ended before it was killed"
    return acts


def _live(seat: int, marks: mmap.mmap, number: int) -> None:
    """Lives led without an end by one of the processes; each has dossiers of its own."""
    chance = random.Random(number * AT_ONCE + seat)  # noqa: S311  nothing secret
    for begun in itertools.count(1):
        name, act = _any(chance, seat)
        marks[seat], marks[AT_ONCE + seat] = ACTS.index(name), min(begun, 255)
        act()
        marks[seat] = ACTS.index("between")


def _any(chance: random.Random, seat: int) -> Next:
    going = [one for one in Dossier.objects.exclude(status=Status.RETURNED) if one.pk % AT_ONCE == seat]
    if chance.random() < 0.05:
        return "seal", lambda: seal(timezone.now())
    if len(going) < 2 or chance.random() < 0.15:
        return beginning(Unit.objects.get(unit_id="w12"), copies=chance.random() < 0.4, at=now())
    return further(chance.choice(going), at=now())


def _next() -> Next:
    """Copies first, then three dossiers, each to its return."""
    ward, number = Unit.objects.get(unit_id="w12"), Dossier.objects.count()
    if (one := Dossier.objects.exclude(status=Status.RETURNED).first()) is not None:
        return further(one, at=now())
    return beginning(ward, copies=number == 0, at=now()) if number <= 3 else ("done", lambda: None)


def _dying(tell: Tell, statement: int, kills: dict[str, int]) -> None:
    """Tells the act and every row there is; then does the act, up to that statement where it was not killed before."""
    rows = _digest()
    try:
        name, act = _next()
    except Exception:
        tell(("going on", rows))  # what an act left half done may let nothing go on
        raise
    tell((name, rows))
    done = 0

    def kill(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        nonlocal done
        done += WRITING.match(str(sql)) is not None
        if done == statement and name not in kills:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(kill):
        act()


def _digest() -> str:
    """Every row of the tables that acts write, in one word."""
    said = hashlib.sha256()
    for label in ("dossiers", "journal", "exchange"):
        for model in apps.get_app_config(label).get_models():
            said.update(repr(list(model._default_manager.order_by("pk").values_list())).encode())
    return said.hexdigest()


def told(work: Callable[[], Any]) -> Any:
    """What the work gives, done in a process of its own: this one never connects, so that it can fork."""
    said, ended = _reported(lambda tell: tell(work()))
    assert ended == 0, "its traceback stands above"
    return said


def _reported(work: Callable[[Tell], object]) -> tuple[Any, int]:
    """What a process told, and how it ended."""
    reading, writing = os.pipe()

    def tell(said: Any) -> None:
        with os.fdopen(writing, "w") as out:
            json.dump(said, out)

    child = forked(lambda: work(tell))
    os.close(writing)
    with os.fdopen(reading) as wire:
        said = wire.read()
    ended = os.waitpid(child, 0)[1]
    return json.loads(said or "null"), ended


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"moments": moments, "statements": statements}[sys.argv[1]]()))
