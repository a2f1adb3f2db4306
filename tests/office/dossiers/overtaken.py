"""A scan discarded while the reading of it just ends: `python -m tests.office.dossiers.overtaken`; writes JSON."""

import json
import sys
import time
from threading import Event

from tests.office.crowd import together  # its import sets Django up

from django.db import connection  # isort: skip
from motcua.office.dossiers.acts.digitisation import certify_copy, scan_paper  # isort: skip
from motcua.office.dossiers.acts.retention import discard_files  # isort: skip
from motcua.office.records.content import judge  # isort: skip
from motcua.office.records.models import File, Reading  # isort: skip
from motcua.office.records.readings import Found, claim, finish  # isort: skip
from motcua.office.records.store import keep, lying  # isort: skip
from tests import world as cast  # isort: skip
from tests.office.dossiers import life  # isort: skip
from tests.office.records.scans import scan  # isort: skip

AFTER = cast.moment("2043-08-02 09:00")
PATIENCE = 30.0


def main() -> dict[str, object]:
    world, ending = cast.build(), Event()
    dossier = life.returned(world)
    copy = scan_paper(dossier.pk, 2, contents=[scan()], by=world.lan, at=life.RETURNED)
    certify_copy(dossier.pk, copy.pk, by=world.lan, at=life.RETURNED)
    taken = claim(life.RETURNED)
    assert taken is not None

    def kept() -> File:
        ending.set()
        until = time.monotonic() + PATIENCE
        while connection.vendor == "postgresql" and not waited_for() and time.monotonic() < until:
            pass
        return keep(scan(2), judge(scan(2)), at=life.RETURNED)

    def discarded() -> None:
        ending.wait(PATIENCE)
        list(discard_files(AFTER))

    errors = together([discarded, lambda: finish(taken, Found("text", keep=kept), life.RETURNED)])
    return {"errors": errors, "lying": len(list(lying())), "readings": Reading.objects.count()}


def waited_for() -> bool:
    """Whether the other waits for what this one has locked; on SQLite the one writer is waited for anyway."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        (count,) = cursor.fetchone()
    return bool(count)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main()))
