"""The agent: answers pages of the desk, and nobody else, with signatures by the token of the officer at this computer.

`GET /certificates` lists what may be signed with; `POST /sign` signs a request (`request.py`) after the officer's PIN.
What protects: it listens on the loopback address alone; every request must come from a page of an allowed origin; only
signed attributes of documents are signed (`said.py`); the PIN is typed on this computer, never in the page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock
from urllib.parse import urlsplit

from cryptography import x509

from motcua.language import Language, Refusal, Words, speak, speaking
from motcua.signing.loopback import Answer, Asked, NotServed, refused, told
from motcua.signing.raw import fingerprint
from motcua.signing.token.answers import Answers
from motcua.signing.token.device import Device, Held
from motcua.signing.token.pin import WAIT, Pins, Question
from motcua.signing.token.request import Item, Request, base64_text, read_request, reply
from motcua.signing.token.said import check

NOT_AN_ORIGIN = Words(
    "--origin “{origin}”: viết dạng https://tên-máy hoặc https://tên-máy:cổng (http chỉ cho 127.0.0.1, localhost).",
    "--origin “{origin}”: write https://host or https://host:port (http only for 127.0.0.1, localhost).",
)
FOREIGN = Words(
    "Trang {origin} không được phép yêu cầu ký trên máy này.", "Pages of {origin} may not ask to sign on this computer."
)
NOTHING_HERE = Words("Không có gì ở địa chỉ này.", "Nothing is at this address.")
BUSY = Words(
    "Thiết bị ký đang bận với yêu cầu khác; trả lời yêu cầu đó rồi thử lại.",
    "The token is busy with another request; answer that one and try again.",
)
SIGNED = Words("{origin}: đã ký {number} văn bản.", "{origin}: signed {number}.")
SIGNED_BEFORE = Words("{origin}: gửi lại {number} chữ ký đã có.", "{origin}: sent {number} again, signed before.")
REFUSED = Words("{origin}: không ký: {why}", "{origin}: not signed: {why}")
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "::1")
PORTS = {"https": 443, "http": 80}


def origin_of(text: str) -> str:
    """An origin as browsers write it, from `--origin`. Raises Refusal for anything more or less, and for plain http."""
    try:
        parts = urlsplit(text.strip().removesuffix("/"))
        host, port = parts.hostname, parts.port
    except ValueError:
        raise Refusal(NOT_AN_ORIGIN, origin=text) from None
    whole = not (parts.path or parts.query or parts.fragment or parts.username or parts.password)
    safe = parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK_NAMES)
    if not (whole and safe and host and "*" not in host):
        raise Refusal(NOT_AN_ORIGIN, origin=text)
    shown = f"[{host}]" if ":" in host else host.encode("idna").decode()
    return f"{parts.scheme}://{shown}" + ("" if port in (None, PORTS[parts.scheme]) else f":{port}")


@dataclass
class Agent:
    """Answers requests of pages of the allowed origins (`origin_of`)."""

    device: Device
    origins: frozenset[str]
    pins: Pins
    answers: Answers = field(default_factory=Answers)
    tell: Callable[..., None] = told
    patience: float = WAIT
    _lock: Lock = field(default_factory=Lock)

    def answer(self, asked: Asked) -> Answer:
        """For the server. What the page may read says so; what a foreign page asks is not even looked at."""
        origin = ", ".join(asked.headers.get_all("Origin", []))
        with speaking(_language(asked)):
            if origin not in self.origins:
                return refused(NotServed(HTTPStatus.FORBIDDEN, FOREIGN, origin=origin[:100] or "?"))
            try:
                answer = self._of(asked, origin)
            except Refusal as refusal:
                answer = refused(refusal)
        readable = {"Access-Control-Allow-Origin": origin, "Vary": "Origin"}
        return Answer(answer.status, answer.said, readable | dict(answer.headers))

    def _of(self, asked: Asked, origin: str) -> Answer:
        if asked.path not in ("/certificates", "/sign"):
            raise NotServed(HTTPStatus.NOT_FOUND, NOTHING_HERE)
        if asked.method == "OPTIONS":
            return Answer(HTTPStatus.NO_CONTENT, headers=_may(asked))
        if (asked.method, asked.path) == ("GET", "/certificates"):
            return Answer(HTTPStatus.OK, self.certificates())
        if (asked.method, asked.path) == ("POST", "/sign"):
            return Answer(HTTPStatus.OK, self.signed(read_request(asked.json()), origin))
        raise NotServed(HTTPStatus.METHOD_NOT_ALLOWED, NOTHING_HERE)

    def certificates(self) -> dict[str, object]:
        """What is on the tokens. Raises Refusal where none is there."""
        self._take()
        try:
            return {"certificates": [_shown(one) for one in self.device.held()]}
        finally:
            self._lock.release()

    def signed(self, request: Request, origin: str) -> dict[str, object]:
        """The signatures of a request; those made before are not made again. Raises Refusal, nothing given out."""
        self._take()
        try:
            made = self.answers.of(origin, request)
            left = [one for one in request.items if one.id not in made]
            if left:
                self._sign(left, request.certificate, made, origin)
            self.tell(SIGNED if left else SIGNED_BEFORE, origin=origin, number=len(request.items))
        except Refusal as refusal:
            self.tell(REFUSED, origin=origin, why=refusal)
            raise
        finally:
            self._lock.release()
        return reply(request, made)

    def _sign(self, left: Sequence[Item], certificate: str, made: dict[str, bytes], origin: str) -> None:
        held = self.device.find(certificate)
        for one in left:
            check(one.said, held.chain.certificate, one.title)
        question = Question(origin, held.label, tuple(one.title for one in left), held.last_try)
        pin = "" if held.own_pad else self.pins.of(question)
        try:
            signatures = self.device.sign(held, pin, (one.said for one in left))
            for one, signature in zip(left, signatures, strict=True):
                made[one.id] = signature
        except Refusal:
            self.pins.forget()
            raise
        self.pins.right(question, pin)

    def _take(self) -> None:
        """The token, for one request at a time."""
        if not self._lock.acquire(timeout=self.patience):
            raise NotServed(HTTPStatus.SERVICE_UNAVAILABLE, BUSY)


def _shown(held: Held) -> dict[str, object]:
    """A certificate as a page needs it: to be chosen by its holder, and to prepare documents with."""
    read = x509.load_der_x509_certificate(held.chain.certificate)
    return {
        "sha256": fingerprint(held.chain.certificate),
        "subject": _named(read.subject),
        "issuer": _named(read.issuer),
        "from": read.not_valid_before_utc.isoformat(),
        "until": read.not_valid_after_utc.isoformat(),
        "token": held.label,
        "certificate": base64_text(held.chain.certificate),
        "issuers": [base64_text(one) for one in held.chain.issuers],
    }


def _named(name: x509.Name) -> str:
    common = name.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(common[0].value) if common else name.rfc4514_string()


def _may(asked: Asked) -> dict[str, str]:
    """What a browser asks before it lets a page ask: methods, headers, and a step into this computer."""
    may = {"Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "content-type"}
    if asked.headers.get("Access-Control-Request-Private-Network") == "true":
        may["Access-Control-Allow-Private-Network"] = "true"
    return may


def _language(asked: Asked) -> Language:
    """That of the page, which says it as browsers do; else the one in use."""
    wanted = asked.headers.get("Accept-Language", "")[:2].lower()
    return "en" if wanted == "en" else "vi" if wanted == "vi" else speak()
