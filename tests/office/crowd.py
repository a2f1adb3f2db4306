"""What the tests of many at once run in an office apart: `python -m tests.office.crowd ACT`; writes JSON."""

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import django

django.setup()

from django.apps import apps  # noqa: E402  after the set-up
from django.db import connection, connections  # noqa: E402

from motcua.office.dossiers.acts.certification import Copies, certify  # noqa: E402
from motcua.office.dossiers.acts.handover import pass_on, take_over  # noqa: E402
from motcua.office.dossiers.acts.legs import link, receive_leg  # noqa: E402
from motcua.office.dossiers.acts.money import charge, pay  # noqa: E402
from motcua.office.dossiers.acts.reception import receive  # noqa: E402
from motcua.office.dossiers.models import BookEntry, Dossier, Leg, PaperForm, PaymentChannel  # noqa: E402
from motcua.office.dossiers.told import Paper, Reception  # noqa: E402
from motcua.office.journal.verifying import verify  # noqa: E402
from motcua.office.people.models import Officer, Person, Role, Unit  # noqa: E402
from motcua.office.procedures.models import Version  # noqa: E402
from tests import world as cast  # noqa: E402
from tests.office.forking import forked  # noqa: E402

THREADS = 32
ON = cast.moment("2023-07-27 09:00")


def main(act: str) -> None:
    sys.stdout.write(json.dumps(ACTS[act]()))


def together(works: Sequence[Callable[[], object]]) -> list[str]:
    """Run all at once, each in its thread; the errors, by their last line."""

    def one(work: Callable[[], object]) -> str:
        try:
            work()
        except Exception:  # noqa: BLE001  every error is what the test wants to see
            return traceback.format_exc().splitlines()[-1]
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(THREADS) as threads:
        return [error for error in threads.map(one, works) if error]


def counter() -> dict[str, Any]:
    """Thirty-two threads at one counter, four dossiers each."""
    world = cast.build()
    told = world.reception()
    errors = together([lambda: receive(told, by=world.lan, at=ON)] * (THREADS * 4))
    return seen(errors)


def mixed() -> dict[str, Any]:
    """Two units at once: copies, receptions, legs asked for and taken in, hand-overs, money."""
    world = cast.build()
    land = cast.procedure(world, "1.011441", "Đăng ký đất đai", "Đất đai", term=(10, "working_day"), special="land")
    world.versions["soil"] = land
    papers = world.papers(land)
    copies = Copies(world.ward, world.versions["copy"], world.an, world.hoa, "Bằng tốt nghiệp", 1, 2)

    def whole_with_leg() -> None:
        whole = receive(world.reception("soil"), by=world.lan, at=ON)
        link(whole.pk, unit=world.elsewhere, by=world.lan, at=ON)
        receive_leg(whole.pk, unit=world.elsewhere, papers=papers, by=world.nam, at=ON)

    def paid_and_passed_on() -> None:
        dossier = receive(world.reception(), by=world.lan, at=ON)
        charge(dossier.pk, name="Lệ phí", amount=8000, by=world.lan, at=ON)
        pay(dossier.pk, amount=8000, channel=PaymentChannel.CASH, by=world.ke, at=ON)
        pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=ON)
        take_over(dossier.pk, by=world.minh, at=ON)

    def other_way_round() -> None:
        whole = receive(world.reception("soil", unit=world.elsewhere), by=world.nam, at=ON)
        link(whole.pk, unit=world.ward, by=world.nam, at=ON)
        receive_leg(whole.pk, unit=world.ward, papers=papers, by=world.lan, at=ON)

    works = [whole_with_leg, paid_and_passed_on, other_way_round, lambda: certify(copies, by=world.lan, at=ON)]
    return seen(together(works * 16)) | {"legs": Leg.objects.exclude(taken_in=None).count()}


def killed() -> dict[str, Any]:
    """A reception, then copies, killed with -9 before each of their statements in turn; what was left each time."""
    _in_child(lambda: cast.build() and None)
    before = _counted()
    left: dict[str, list[int]] = {}
    for name, act in {"receive": _receive, "certify": _certify}.items():
        left[name] = []
        for statement in range(1, 200):
            status = _in_child(lambda act=act, statement=statement: _dying(statement, act))  # type: ignore[misc]
            if status == 0:
                break
            assert os.WIFSIGNALED(status), status
            left[name].append(_counted() - before)
        before = _counted()
    return {"left": left} | seen([])


def _receive(world: Any) -> None:
    receive(world.reception(), by=world.lan, at=ON)


def _certify(world: Any) -> None:
    certify(
        Copies(world.ward, world.versions["copy"], world.an, world.hoa, "Bằng tốt nghiệp", 1, 2), by=world.lan, at=ON
    )


def _found() -> Any:
    """What the two acts need of a world that another process built."""
    ward, versions = Unit.objects.get(unit_id="w12"), {one.special: one for one in Version.objects.all()}
    told = Reception(ward, versions[""], Person.objects.all()[0], papers=())
    papers = [Paper(one.name, PaperForm.COPY, one.no) for one in told.version.components.all()]
    return SimpleNamespace(
        ward=ward,
        versions={"copy": versions["certified_copy"]},
        an=told.applicant,
        lan=Officer.objects.get(username="lan"),
        hoa=Officer.objects.get(username="hoa"),
        reception=lambda: replace(told, papers=papers),
    )


def _dying(statement: int, act: Callable[[Any], None]) -> None:
    world = _found()
    done = 0

    def kill(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        nonlocal done
        done += 1
        if done == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(kill):
        act(world)


def _counted() -> int:
    """Rows of every table that an act writes, counted by a process of their own: this one never connects."""
    reading, writing = os.pipe()

    def count() -> None:
        models = [m for label in ("dossiers", "journal", "exchange") for m in apps.get_app_config(label).get_models()]
        os.write(writing, str(sum(model._default_manager.count() for model in models)).encode())

    assert _in_child(count) == 0
    os.close(writing)
    with os.fdopen(reading) as said:
        return int(said.read())


def _in_child(work: Callable[[], object]) -> int:
    """How a forked process ended."""
    return os.waitpid(forked(work), 0)[1]


def seen(errors: list[str]) -> dict[str, Any]:
    books = BookEntry.objects.order_by("unit__unit_id", "kind", "serial").values_list("unit__unit_id", "kind", "serial")
    return {
        "errors": errors,
        "codes": sorted(Dossier.objects.values_list("code", flat=True)),
        "books": [list(line) for line in books],
        "faults": [str(fault) for fault in verify()],
    }


ACTS: dict[str, Callable[[], dict[str, Any]]] = {"counter": counter, "mixed": mixed, "killed": killed}

if __name__ == "__main__":
    main(sys.argv[1])
