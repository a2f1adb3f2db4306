"""Keys that a remote signing service keeps for their holders.

Follows the API of the Cloud Signature Consortium, version 1.0.4.0, with explicit authorisation by one-time code:
`credentials/info`, `credentials/sendOTP`, `credentials/authorize` (numSignatures, hash, OTP; answers SAD) and
`signatures/signHash` (hash, hashAlgo, signAlgo; answers signatures). Hashes go out, no document does.
Beyond it, each call carries an `Idempotency-Key`: a service that knows it answers a call that is sent again as before.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from motcua.language import Refusal, Words
from motcua.signing.keys import Chain
from motcua.signing.raw import verifies
from motcua.signing.remote_wire import NOT_UNDERSTOOD, Wire

SHA256 = "2.16.840.1.101.3.4.2.1"
WITH_RSA, WITH_ECDSA = "1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2"
NOT_ENABLED = Words(
    "Dịch vụ ký {host}: chứng thư số này không còn dùng để ký được.",
    "The signing service {host}: this certificate cannot be signed with any more.",
)
DOES_NOT_VERIFY = Words(
    "Dịch vụ ký {host} trả về chữ ký không khớp với văn bản; không dùng chữ ký đó.",
    "The signing service {host} gave a signature that does not fit the document; it is not used.",
)


class RemoteKey:
    """One credential at a service; `holder` gives the one-time code that its holder was sent, when it is needed.

    Every method raises Refusal where the service does not answer, refuses, or answers what does not fit.
    """

    def __init__(self, wire: Wire, credential: str, holder: Callable[[], str]) -> None:
        self._wire, self._credential, self._holder = wire, credential, holder
        self._known: tuple[Chain, int] | None = None

    def chain(self) -> Chain:
        return self._info()[0]

    def send_code(self) -> None:
        """Has the service send its holder a one-time code, by the way agreed between the two."""
        self._wire.post("credentials/sendOTP", {"credentialID": self._credential})

    def sign(self, said: bytes) -> bytes:
        return self.sign_many([said])[0]

    def sign_many(self, many: Sequence[bytes]) -> list[bytes]:
        """Signatures of the first, in order: as many as the service signs with one code, often a single one.

        A code serves once, so whoever wants the rest signed asks for another and calls again.
        """
        return list(self._signed(many[: self._info()[1]]))

    def _signed(self, many: Sequence[bytes]) -> Iterator[bytes]:
        certificate = self.chain().certificate
        hashes = [sha256(said).digest() for said in many]
        told: dict[str, object] = {"credentialID": self._credential, "hash": [_text(one) for one in hashes]}
        asked = {"numSignatures": len(hashes), "OTP": self._holder()}
        allowed = self._wire.post("credentials/authorize", told | asked)
        kinds = {"hashAlgo": SHA256, "signAlgo": _algorithm(certificate)}
        once = sha256(self._credential.encode() + b"".join(hashes)).hexdigest()  # these hashes, whatever allowed them
        answer = self._wire.post("signatures/signHash", told | kinds | {"SAD": allowed.get("SAD")}, once)
        made = self._all(answer, "signatures")
        if len(made) != len(many):
            raise Refusal(NOT_UNDERSTOOD, host=self._wire.host)
        for said, signature in zip(many, made, strict=True):
            if not verifies(certificate, said, signature):
                raise Refusal(DOES_NOT_VERIFY, host=self._wire.host)
            yield signature

    def _info(self) -> tuple[Chain, int]:
        """The certificates, and how many the service signs at once; asked for once."""
        if self._known is None:
            told = self._wire.post("credentials/info", {"credentialID": self._credential, "certificates": "chain"})
            key, cert = told.get("key"), told.get("cert")
            if not (isinstance(key, dict) and isinstance(cert, dict)):
                raise Refusal(NOT_UNDERSTOOD, host=self._wire.host)
            if key.get("status") != "enabled" or cert.get("status", "valid") != "valid":
                raise Refusal(NOT_ENABLED, host=self._wire.host)
            at_once = told.get("multisign", 1)
            self._known = self._chain(cert), at_once if isinstance(at_once, int) and at_once > 0 else 1
        return self._known

    def _chain(self, cert: Mapping[str, object]) -> Chain:
        found = self._all(cert, "certificates")
        try:
            for one in found:
                x509.load_der_x509_certificate(one)
            return Chain(found[0], tuple(found[1:]))
        except (IndexError, ValueError):
            raise Refusal(NOT_UNDERSTOOD, host=self._wire.host) from None

    def _all(self, told: Mapping[str, object], name: str) -> list[bytes]:
        given = told.get(name)
        try:
            if isinstance(given, list):
                return [b64decode(one, validate=True) for one in given]
        except (TypeError, ValueError):
            pass
        raise Refusal(NOT_UNDERSTOOD, host=self._wire.host)


def _algorithm(certificate: bytes) -> str:
    key = x509.load_der_x509_certificate(certificate).public_key()
    return WITH_ECDSA if isinstance(key, ec.EllipticCurvePublicKey) else WITH_RSA


def _text(content: bytes) -> str:
    return b64encode(content).decode("ascii")
