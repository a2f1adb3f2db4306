"""Lives sent over HTTP to a server that is killed: `python -m tests.web.driven build|drive ADDRESS|check`."""

import json
import sys
from http.client import HTTPException
from threading import Thread

import django

django.setup()

from django.utils import timezone  # noqa: E402  after the set-up

from bench.desk.over_http import Desk  # noqa: E402
from bench.desk.place import build, find  # noqa: E402
from tests.office.lives import brought_home  # noqa: E402
from tests.office.wholeness import faults  # noqa: E402

DESKS = 2


def drive(address: str) -> None:
    """Whole lives at each desk until the server is gone; a line for each life done."""
    desks = [Desk(find(number), address, browsing=False) for number in range(DESKS)]

    def work(desk: Desk) -> None:
        while True:
            try:
                desk.life()
            except (OSError, HTTPException):
                return
            sys.stdout.write("done\n")
            sys.stdout.flush()

    threads = [Thread(target=work, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main(what: str, *told: str) -> None:
    if what == "build":
        for number in range(DESKS):
            build(number)
    elif what == "drive":
        drive(*told)
    else:
        found = faults()
        home = 0 if found else brought_home(timezone.now)
        sys.stdout.write(json.dumps({"faults": found, "home": home, "after": faults()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
