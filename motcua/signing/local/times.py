"""A time-stamp authority on this computer: answers RFC 3161 requests with the moment a clock says."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import randbits
from threading import Thread

from asn1crypto import cms, tsp, x509
from pyhanko.sign.general import as_signing_certificate_v2, simple_cms_attribute

from motcua.signing.local.keys import SoftKey
from motcua.signing.times import TimeStamps

_MOST_BYTES = 10_000
NO_LISTS: Mapping[str, Callable[[], bytes]] = {}
_POLICY = "1.3.6.1.4.1.32473.1.3"


def time_stamps(key: SoftKey, clock: Callable[[], datetime]) -> TimeStamps:
    """Time stamps in this process, by this key, at what the clock says."""
    return TimeStamps(lambda asked: answer(asked, key, clock()))


def answer(asked: bytes, key: SoftKey, at: datetime) -> bytes:
    """The response, as DER, to a time-stamp request, as DER."""
    request = tsp.TimeStampReq.load(asked)
    own = x509.Certificate.load(key.chain().certificate)
    said = tsp.TSTInfo(
        {
            "version": "v1",
            "policy": _POLICY,
            "message_imprint": request["message_imprint"],
            "serial_number": randbits(63),
            "gen_time": at.replace(microsecond=0),
            **({"nonce": request["nonce"]} if request["nonce"].native is not None else {}),
        }
    ).dump()
    attributes = cms.CMSAttributes(
        [
            simple_cms_attribute("content_type", "tst_info"),
            simple_cms_attribute("message_digest", hashlib.sha256(said).digest()),
            simple_cms_attribute("signing_certificate_v2", as_signing_certificate_v2(own)),
        ]
    )
    signer = {
        "version": "v1",
        "sid": cms.SignerIdentifier(
            "issuer_and_serial_number", {"issuer": own.issuer, "serial_number": own.serial_number}
        ),
        "digest_algorithm": {"algorithm": "sha256"},
        "signature_algorithm": {"algorithm": "sha256_rsa"},
        "signed_attrs": attributes,
        "signature": key.sign(attributes.dump()),
    }
    chain = [own, *(x509.Certificate.load(issuer) for issuer in key.chain().issuers)]
    data = {
        "version": "v3",
        "digest_algorithms": [{"algorithm": "sha256"}],
        "encap_content_info": {"content_type": "tst_info", "content": cms.ParsableOctetString(said)},
        "certificates": [cms.CertificateChoices("certificate", held) for held in chain],
        "signer_infos": [signer],
    }
    token = cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(data)})
    return bytes(tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token}).dump())


@contextmanager
def serving(
    key: SoftKey,
    clock: Callable[[], datetime],
    port: int = 0,
    lists: Mapping[str, Callable[[], bytes]] = NO_LISTS,
) -> Iterator[str]:
    """Serves RFC 3161 over HTTP on this computer alone while inside; gives its address. Port 0 is any free one.

    `lists` are revocation lists by the path at which each is served too.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if (made := lists.get(self.path)) is None:
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            self._say(made(), "application/pkix-crl")

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            if not 0 < length <= _MOST_BYTES:
                self.send_error(HTTPStatus.BAD_REQUEST)
                return
            try:
                said = answer(self.rfile.read(length), key, clock())
            except (ValueError, KeyError, TypeError):
                self.send_error(HTTPStatus.BAD_REQUEST)
                return
            self._say(said, "application/timestamp-reply")

        def _say(self, said: bytes, kind: str) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, format: str, *args: object) -> None:
            """Keeps quiet."""

    with ThreadingHTTPServer(("127.0.0.1", port), Handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
