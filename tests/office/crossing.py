"""Thirty-two threads at one counter of which eight drive the same dossiers too: `python -m tests.office.crossing`."""

import json
import random
import sys
import time
from functools import partial

from tests.office.crowd import ON, THREADS, together  # its import sets Django up

from motcua.language import Refusal  # isort: skip
from motcua.office.dossiers.acts.handover import hand_over_work  # isort: skip
from motcua.office.dossiers.acts.lateness import draft_apologies  # isort: skip
from motcua.office.dossiers.models import Dossier, Slip, Status, Step  # isort: skip
from motcua.office.journal.sealing import seal  # isort: skip
from motcua.office.people.models import Role  # isort: skip
from tests import world as cast  # isort: skip
from tests.office.lives import beginning, further  # isort: skip
from tests.office.wholeness import faults  # isort: skip

SHARED = 4
PATIENCE = 60.0


def main() -> dict[str, object]:
    world = cast.build()
    cast.fee(world.versions["copy"], "Phí chứng thực", 2000, "trang")
    tam = cast.officer("tam", "Cao Thị Tâm", world.ward, Role.SPECIALIST)
    for _ in range(SHARED):
        beginning(world.ward, copies=False, at=ON)[1]()
    shared = list(Dossier.objects.values_list("pk", flat=True))

    def at_the_counter(number: int) -> None:
        for copies in (False, True):
            beginning(world.ward, copies=copies, at=ON)[1]()
        if number % 8 == 0:
            giver, taker = (world.minh, tam) if number % 16 else (tam, world.minh)
            hand_over_work(giver, to=taker, by=world.hoa, at=ON, only=shared)
            draft_apologies(ON)
            seal(ON)
        if number % 4 == 0:  # SQLite has one writer: all thirty-two would wait for each other's refusals
            drive(shared, random.Random(number))  # noqa: S311  nothing secret

    errors = together([partial(at_the_counter, number) for number in range(THREADS)])
    return {
        "errors": errors,
        "returned": Dossier.objects.filter(pk__in=shared, status=Status.RETURNED).count(),
        "received": Dossier.objects.count(),
        "slips": Slip.objects.exclude(number="").count(),
        "faults": faults(),
    }


def drive(shared: list[int], chance: random.Random) -> None:
    """Do what comes next of any of them, until all are returned; where another was faster the act is refused."""
    until = time.monotonic() + PATIENCE
    while going := list(Dossier.objects.filter(pk__in=shared).exclude(status=Status.RETURNED)):
        assert time.monotonic() < until, "they never came home"
        try:
            further(chance.choice(going), at=ON)[1]()
        except (Refusal, Step.DoesNotExist):
            time.sleep(0.05)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main()))
