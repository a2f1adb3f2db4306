"""`manage.py signing_demo`: the demonstration's signing service and time stamps, on this computer, until stopped."""

import signal
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from motcua.language import Refusal, Words, say
from motcua.office.dossiers.demonstration.keys import Keys, opened
from motcua.office.exchange.tending import Stop
from motcua.signing.demo_service import demo_service
from motcua.signing.local.times import serving

EVERY = 12 * 3600.0  # seconds between revocation lists
BEGUN = Words(
    vi="Dịch vụ ký số trình diễn: {service}, dấu thời gian: {stamps} (chỉ để trình diễn; dừng: Ctrl-C).",
    en="The demonstration's signing service: {service}, time stamps: {stamps} (demonstration only; Ctrl-C stops).",
)
CODE = Words(
    vi="Mã ký (chỉ để trình diễn) của {credential}: {code}", en="Code (demonstration only) of {credential}: {code}"
)
NOT_NAMED = Words(
    vi="Cần TRUST_LIST, SIGNING_SERVICE, TIME_STAMPS có cổng trên máy này, như make serve đặt.",
    en="TRUST_LIST, SIGNING_SERVICE and TIME_STAMPS with ports of this computer are needed, as make serve sets them.",
)
IN_USE = Words(
    vi="Cổng của dấu thời gian đang có chương trình khác dùng; chọn PORT khác.",
    en="The port of the time stamps is in use by another program; choose another PORT.",
)


class Command(BaseCommand):
    help = "Serve the demonstration's signing keys and time stamps on this computer, until stopped."

    def handle(self, **_options: object) -> None:
        stopped = Stop()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, stopped.ask)
        ports = [urlsplit(one).port for one in (settings.SIGNING_SERVICE, settings.TIME_STAMPS)]
        if not settings.TRUST_LIST or None in ports:
            raise CommandError(say(NOT_NAMED))
        try:
            self._serve(opened(Path(settings.TRUST_LIST).parent), stopped, *[port or 0 for port in ports])
        except Refusal as refused:
            raise CommandError(str(refused)) from refused
        except OSError as taken:
            raise CommandError(say(IN_USE)) from taken

    def _serve(self, keys: Keys, stopped: Stop, service_port: int, stamps_port: int) -> None:
        def deliver(credential: str, code: str) -> None:
            keys.said(credential, code)
            self.stdout.write(say(CODE, credential=credential, code=code))
            self.stdout.flush()

        keys.renew(timezone.now())
        service = demo_service(keys.files(), keys.password.encode(), keys.bearer, deliver, service_port)
        lists = {"/revoked.crl": (keys.folder / "revoked.der").read_bytes}
        with service as (address, _), serving(keys.stamps(), timezone.now, stamps_port, lists) as stamps:
            keys.listed_at(f"{stamps}revoked.crl")
            self.stdout.write(say(BEGUN, service=address, stamps=stamps))
            self.stdout.flush()
            while not stopped.is_set():
                stopped.wait(EVERY)
                keys.renew(timezone.now())
