"""A remote signing service for demonstrations and tests, on this computer alone: `remote.py` says what it follows.

It holds keys as PKCS #12 files. It is no trust service: who can read its folder and its password has the keys.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hmac import compare_digest
from http import HTTPStatus
from pathlib import Path
from secrets import randbelow, token_urlsafe
from threading import Lock, Thread
from time import monotonic

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

from motcua.language import Refusal, Words
from motcua.signing.loopback import Answer, Asked, Loopback

AT_ONCE, TRIES, SECONDS = 100, 3, 300.0  # hashes of an authorisation; codes typed wrongly; life of code and SAD
NO_FILE = Words(
    "{file}: không phải tệp PKCS#12 mở được bằng mật khẩu đã cho, hoặc khóa không phải RSA, ECDSA.",
    "{file}: no PKCS#12 file that the password given opens, or its key is neither RSA nor ECDSA.",
)
Signs = Callable[[bytes], bytes]


@dataclass
class Credential:
    """One key, its certificates (the holder's first), and what its holder has allowed."""

    sign: Signs
    certificates: tuple[bytes, ...]
    code: str = ""
    code_until: float = 0
    tries: int = 0
    allowed: dict[str, tuple[list[str], float]] = field(default_factory=dict)  # SAD: hashes, until when
    used: set[str] = field(default_factory=set)


class Wrong(Exception):
    """What the service does not do, by the name that the standard gives it."""


@dataclass
class DemoService:
    """Answers requests; `deliver(credential, code)` is how a holder learns a one-time code."""

    credentials: Mapping[str, Credential]
    bearer: str
    deliver: Callable[[str, str], None]
    at_once: int = AT_ONCE
    clock: Callable[[], float] = monotonic
    signed: int = 0  # signatures made, for who counts them
    _answered: dict[tuple[str, str], tuple[dict[str, object], Answer]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def answer(self, asked: Asked) -> Answer:
        if not compare_digest(asked.headers.get("Authorization", "").encode(), f"Bearer {self.bearer}".encode()):
            return _error(HTTPStatus.UNAUTHORIZED, "invalid_token")
        acts = {
            "/csc/v1/credentials/info": self._info,
            "/csc/v1/credentials/sendOTP": self._send_code,
            "/csc/v1/credentials/authorize": self._authorize,
            "/csc/v1/signatures/signHash": self._sign,
        }
        act = acts.get(asked.path)
        if act is None or asked.method != "POST":
            return _error(HTTPStatus.NOT_FOUND, "invalid_request")
        with self._lock:
            return self._once(asked, act)

    def _once(self, asked: Asked, act: Callable[[Credential, Mapping[str, object]], dict[str, object]]) -> Answer:
        """A call that comes again under its key is answered as before; the SAD of who signs is looked at each time."""
        told = asked.json()
        key = asked.path, asked.headers.get("Idempotency-Key", "")
        same = {name: value for name, value in told.items() if name != "SAD"}
        credential = self.credentials.get(str(told.get("credentialID")))
        if credential is None:
            return _error(HTTPStatus.BAD_REQUEST, "invalid_credential")
        try:
            if act == self._sign:
                self._allowed(credential, told)
            if key[1] and key in self._answered:
                before, answer = self._answered[key]
                return answer if before == same else _error(HTTPStatus.CONFLICT, "invalid_request")
            answer = Answer(HTTPStatus.OK, act(credential, told))
        except Wrong as wrong:
            return _error(HTTPStatus.BAD_REQUEST, str(wrong))
        if act in (self._authorize, self._sign):
            self._answered[key] = same, answer
        return answer

    def _info(self, credential: Credential, _told: Mapping[str, object]) -> dict[str, object]:
        certificates = [_text(one) for one in credential.certificates]
        return {
            "key": {"status": "enabled"},
            "cert": {"status": "valid", "certificates": certificates},
            "authMode": "explicit",
            "OTP": {"presence": "true", "type": "online"},
            "multisign": self.at_once,
        }

    def _send_code(self, credential: Credential, told: Mapping[str, object]) -> dict[str, object]:
        credential.code, credential.tries = f"{randbelow(10**6):06}", 0
        credential.code_until = self.clock() + SECONDS
        self.deliver(str(told["credentialID"]), credential.code)
        return {}

    def _authorize(self, credential: Credential, told: Mapping[str, object]) -> dict[str, object]:
        hashes, given = _hashes(told), str(told.get("OTP", ""))
        if told.get("numSignatures") != len(hashes) or len(hashes) > self.at_once:
            raise Wrong("invalid_request")
        credential.tries += 1
        live = credential.code and credential.tries <= TRIES and self.clock() < credential.code_until
        if not live or not compare_digest(credential.code.encode(), given.encode()):
            raise Wrong("invalid_otp")
        credential.code = ""  # one code, one authorisation
        sad = token_urlsafe(32)
        credential.allowed[sad] = hashes, self.clock() + SECONDS
        return {"SAD": sad, "expiresIn": int(SECONDS)}

    def _allowed(self, credential: Credential, told: Mapping[str, object]) -> None:
        hashes, until = credential.allowed.get(str(told.get("SAD")), ([], 0.0))
        if hashes != _hashes(told) or self.clock() >= until:
            raise Wrong("invalid_sad")

    def _sign(self, credential: Credential, told: Mapping[str, object]) -> dict[str, object]:
        if (sad := str(told["SAD"])) in credential.used:
            raise Wrong("invalid_sad")
        credential.used.add(sad)
        made = [credential.sign(b64decode(one)) for one in _hashes(told)]
        self.signed += len(made)
        return {"signatures": [_text(one) for one in made]}


@contextmanager
def demo_service(
    files: Mapping[str, Path],
    password: bytes,
    bearer: str,
    deliver: Callable[[str, str], None],
    port: int = 0,
    at_once: int = AT_ONCE,
) -> Iterator[tuple[str, DemoService]]:
    """Serves while entered: its address for `Wire`, and the service. `files` are PKCS #12 by credential."""
    credentials = {name: read_pkcs12(file, password) for name, file in files.items()}
    service = DemoService(credentials, bearer, deliver, at_once)
    with Loopback(service.answer, port) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"{server.address}/csc/v1", service
        finally:
            server.shutdown()
            thread.join()


def read_pkcs12(file: Path, password: bytes) -> Credential:
    """A key and its certificates. Raises Refusal."""
    try:
        read = load_pkcs12(file.read_bytes(), password)
    except ValueError:
        raise Refusal(NO_FILE, file=file.name) from None
    if read.cert is None or not isinstance(read.key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise Refusal(NO_FILE, file=file.name)
    above = [one.certificate for one in read.additional_certs]
    return Credential(
        _signs(read.key), tuple(one.public_bytes(Encoding.DER) for one in (read.cert.certificate, *above))
    )


def _signs(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> Signs:
    hashed = Prehashed(SHA256())
    if isinstance(key, rsa.RSAPrivateKey):
        return lambda digest: key.sign(digest, padding.PKCS1v15(), hashed)
    return lambda digest: key.sign(digest, ec.ECDSA(hashed))


def _hashes(told: Mapping[str, object]) -> list[str]:
    """Hashes of SHA-256, base64. Raises Wrong."""
    given = told.get("hash")
    try:
        sizes = [len(b64decode(one, validate=True)) for one in given] if isinstance(given, list) else []
        if isinstance(given, list) and len(sizes) <= AT_ONCE and set(sizes) == {SHA256.digest_size}:
            return given
    except (TypeError, ValueError):
        pass
    raise Wrong("invalid_request")


def _error(status: HTTPStatus, name: str) -> Answer:
    return Answer(status, {"error": name})


def _text(content: bytes) -> str:
    return b64encode(content).decode("ascii")
