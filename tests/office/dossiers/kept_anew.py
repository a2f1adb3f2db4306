"""A content kept anew while its discarding goes on: `python -m tests.office.dossiers.kept_anew`; writes JSON."""

import json
import sys
import time
from threading import Event

from tests.office.crowd import together  # its import sets Django up

from django.db import connection, transaction  # isort: skip
from motcua.office.dossiers.acts.digitisation import certify_copy, scan_paper  # isort: skip
from motcua.office.dossiers.acts.retention import discard_files  # isort: skip
from motcua.office.records.models import File  # isort: skip
from motcua.office.records.store import path_of  # isort: skip
from tests import world as cast  # isort: skip
from tests.office.dossiers import life  # isort: skip
from tests.office.dossiers.overtaken import AFTER, PATIENCE, waited_for  # isort: skip
from tests.office.records.scans import scan  # isort: skip

AGAIN, LATER = cast.moment("2043-08-03 09:00"), cast.moment("2043-08-04 09:00")


def main() -> dict[str, object]:
    world, keeping = cast.build(), Event()
    dossier = life.returned(world)
    copy = scan_paper(dossier.pk, 2, contents=[scan()], by=world.lan, at=life.RETURNED)
    certify_copy(dossier.pk, copy.pk, by=world.lan, at=life.RETURNED)
    path = path_of(copy.file.sha256)
    list(discard_files(AFTER))
    path.write_bytes(scan().getvalue())  # the process ended between its mark and the file

    def kept() -> None:
        with transaction.atomic():
            scan_paper(life.received(world).pk, 2, contents=[scan()], by=world.lan, at=AGAIN)
            keeping.set()
            until = time.monotonic() + PATIENCE
            while connection.vendor == "postgresql" and not waited_for() and time.monotonic() < until:
                pass

    def discarded() -> None:
        keeping.wait(PATIENCE)
        list(discard_files(LATER))

    errors = together([kept, discarded])
    faulty = File.objects.filter(pk=copy.file_id, faulty_since__isnull=False).exists()
    return {"errors": errors, "faulty": faulty, "lying": path.exists()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main()))
