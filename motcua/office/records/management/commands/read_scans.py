"""`manage.py read_scans`: reads what waits, one file at a time, until stopped; `tend` starts it and ends it."""

import logging
import os
import signal
import time
from queue import Empty, SimpleQueue

from django.core.management.base import BaseCommand, CommandParser
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from motcua.office.records.ocr import sweep
from motcua.office.records.working import work

EVERY = 2  # seconds between two looks for work


class Command(BaseCommand):
    help = "Read scans that wait, one at a time, until stopped; with --once until none waits."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true")

    def handle(self, *, once: bool, **_options: object) -> None:
        """While the database is gone it waits; it ends with the process that started it."""
        parent, asked = os.getppid(), SimpleQueue[bool]()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: asked.put(True))
        sweep(time.time())
        logging.getLogger("psycopg.pool").setLevel(logging.CRITICAL)  # the rounds tell of it

        def stopped() -> bool:
            return not asked.empty() or os.getppid() != parent

        while not stopped():
            try:
                work(timezone.now, stopped)
            except (OperationalError, InterfaceError):
                if once:
                    raise
            if once:
                return
            connection.close()
            try:
                asked.put(asked.get(timeout=EVERY))
            except Empty:
                continue
