"""`manage.py tend`: seals, sends and archives each minute, each hour drafts apologies and looks at signatures."""

import logging
import signal

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.language import Words, say
from motcua.office.dossiers.rounds import Rounds
from motcua.office.exchange.tending import Stop, tend
from motcua.office.records.beside import scans_read_beside

BEGUN = Words(
    vi="Cứ {every:g} giây một lượt: niêm nhật ký, gửi tin đến hạn; mỗi giờ dự thảo thư xin lỗi (dừng: Ctrl-C).",
    en="Every {every:g} seconds: the journal is sealed, messages are sent; apologies drafted hourly (Ctrl-C stops).",
)

NO_TIME = Words(
    vi="--every {every:g}: số giây giữa hai lượt phải lớn hơn 0, ví dụ 60.",
    en="--every {every:g}: the seconds between two rounds must be more than 0, for example 60.",
)


class Command(BaseCommand):
    help = "Each minute seal the journal and send what is due, each hour draft apologies, until stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=float, default=60, metavar="SECONDS")

    def handle(self, *, every: float, **_options: object) -> None:
        if not every > 0:
            raise CommandError(say(NO_TIME, every=every))
        stopped = Stop()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, stopped.ask)
        logging.getLogger("psycopg.pool").setLevel(logging.ERROR)  # would tell of each attempt, we tell once
        self.stdout.write(say(BEGUN, every=every))
        self.stdout.flush()
        rounds = Rounds(self.stderr.write)
        with scans_read_beside():
            tend(stopped, every=every, tell=self.stderr.write, each=rounds.each, hourly=rounds.hourly)
