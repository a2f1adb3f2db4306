"""Tokens by PKCS#11: which certificates are on them, and signatures by their keys. No key leaves its token."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from motcua.language import Refusal, Words
from motcua.signing.keys import Chain
from motcua.signing.raw import fingerprint, verifies

NO_EXTRA = Words(
    "Thiếu phần truy cập thiết bị ký: cài đặt motcua[agent].",
    "What reaches tokens is not installed: install motcua[agent].",
)
NO_MODULE = Words(
    "{module}: không mở được thư viện PKCS#11 của thiết bị; kiểm tra --module.",
    "{module}: not a PKCS#11 library that can be opened; check --module.",
)
NO_TOKEN = Words(
    "Chưa cắm thiết bị ký số; hãy cắm vào rồi thử lại.", "No token is plugged in; plug it in and try again."
)
NO_CERTIFICATE = Words(
    "Thiết bị đang cắm không có chứng thư số đã chọn; hãy cắm đúng thiết bị.",
    "The token plugged in does not hold the certificate chosen; plug in the right one.",
)
NO_KEY = Words(
    "Thiết bị không có khóa dùng được của chứng thư số này (RSA hoặc ECDSA).",
    "The token has no usable key of this certificate (RSA or ECDSA).",
)
NOT_ITS_KEY = Words(
    "Khóa trên thiết bị không khớp với chứng thư số; không ký.",
    "The key on the token does not belong to the certificate; nothing was signed.",
)
WRONG_PIN = Words(
    "Mã PIN không đúng; sai nhiều lần thiết bị sẽ bị khóa.",
    "The PIN is wrong; a token locks after several wrong ones.",
)
LOCKED = Words(
    "Thiết bị ký đã bị khóa vì nhập sai mã PIN nhiều lần; liên hệ nơi cấp để mở khóa.",
    "The token is locked after too many wrong PINs; ask its issuer to unlock it.",
)
PIN_EXPIRED = Words(
    "Mã PIN phải được đổi trước khi ký; đổi bằng phần mềm của thiết bị.",
    "The PIN must be changed before signing; change it with the token's own program.",
)
PULLED_OUT = Words(
    "Thiết bị ký đã bị rút ra hoặc không trả lời; cắm lại rồi ký lại.",
    "The token was pulled out or does not answer; plug it in again and sign again.",
)
NOT_DONE = Words("Thiết bị ký báo lỗi {error}.", "The token reports {error}.")
REFUSALS = {
    "PinIncorrect": WRONG_PIN, "PinInvalid": WRONG_PIN, "PinLenRange": WRONG_PIN, "PinLocked": LOCKED,
    "PinExpired": PIN_EXPIRED, "TokenNotPresent": PULLED_OUT, "DeviceRemoved": PULLED_OUT, "DeviceError": PULLED_OUT,
    "TokenNotRecognised": PULLED_OUT, "SessionHandleInvalid": PULLED_OUT, "SessionClosed": PULLED_OUT,
    "ObjectHandleInvalid": PULLED_OUT, "KeyHandleInvalid": PULLED_OUT, "SlotIDInvalid": PULLED_OUT,
    "GeneralError": PULLED_OUT, "FunctionFailed": PULLED_OUT,
}  # fmt: skip


@dataclass(frozen=True)
class Held:
    """A certificate that its holder signs with, and the token that it is on."""

    chain: Chain
    key_id: bytes
    label: str
    serial: bytes
    last_try: bool
    own_pad: bool  # the PIN is typed on the reader itself


class Device:
    """The tokens behind one PKCS#11 library. For one thread at a time. Raises Refusal where it cannot be opened."""

    def __init__(self, module: Path, label: str | None = None) -> None:
        try:
            import pkcs11  # noqa: PLC0415  only officers' computers need it
        except ImportError:
            raise Refusal(NO_EXTRA) from None
        self._pkcs11: Any = pkcs11
        self._label = label
        try:
            self._lib: Any = pkcs11.lib(str(module))
        except pkcs11.PKCS11Error:
            raise Refusal(NO_MODULE, module=module) from None

    def held(self) -> list[Held]:
        """Every certificate that one may sign with, on all tokens or the one chosen. No PIN is needed.

        Raises Refusal where no token is there.
        """
        try:
            found = self._held()
        except self._pkcs11.PKCS11Error:  # one that was there a while ago may be gone
            found = None
        try:
            if found is None:
                self._anew()  # and some libraries see what was plugged in only so
                found = self._held()
        except self._pkcs11.PKCS11Error as error:
            raise self._refusal(error) from None
        if found is None:
            raise Refusal(NO_TOKEN)
        return found

    def find(self, certificate: str) -> Held:
        """The one with this SHA-256. Raises Refusal."""
        for one in self.held():
            if fingerprint(one.chain.certificate) == certificate:
                return one
        raise Refusal(NO_CERTIFICATE)

    def sign(self, held: Held, pin: str, many: Iterable[bytes]) -> Iterator[bytes]:
        """A signature of each, in order, as they are made: PKCS #1 v1.5 or ECDSA (DER), both with SHA-256.

        Raises Refusal where the PIN is wrong or the token does not sign.
        """
        try:
            token = next(one for one in self._tokens() if one.serial == held.serial)
            with token.open(user_pin=self._pkcs11.PROTECTED_AUTH if held.own_pad else pin) as session:
                key = self._key(session, held)
                for said in many:
                    signature = self._signature(key, said, pin)
                    if not verifies(held.chain.certificate, said, signature):
                        raise Refusal(NOT_ITS_KEY)
                    yield signature
        except StopIteration:
            raise Refusal(PULLED_OUT) from None
        except self._pkcs11.PKCS11Error as error:
            raise self._refusal(error) from None

    def _held(self) -> list[Held] | None:
        """None where no token is there."""
        tokens = self._tokens()
        return [one for token in tokens for one in self._on(token)] if tokens else None

    def _tokens(self) -> list[Any]:
        ready = self._pkcs11.TokenFlag.TOKEN_INITIALIZED
        tokens = [slot.get_token() for slot in self._lib.get_slots(token_present=True)]
        return [one for one in tokens if ready in one.flags and self._label in (None, one.label)]

    def _on(self, token: Any) -> Iterator[Held]:
        kinds = self._pkcs11.Attribute
        with token.open() as session:
            wanted = {kinds.CLASS: self._pkcs11.ObjectClass.CERTIFICATE}
            found = [(bytes(one[kinds.VALUE]), bytes(one[kinds.ID])) for one in session.get_objects(wanted)]
        everyone = [der for der, _ in found]
        flags = self._pkcs11.TokenFlag
        for der, key_id in found:
            if _signs(der):
                chain = Chain(der, tuple(_issuers(der, everyone)))
                last, pad = flags.USER_PIN_FINAL_TRY in token.flags, flags.PROTECTED_AUTHENTICATION_PATH in token.flags
                yield Held(chain, key_id, token.label, token.serial, last, pad)

    def _key(self, session: Any, held: Held) -> Any:
        kinds = self._pkcs11.Attribute
        wanted = {kinds.CLASS: self._pkcs11.ObjectClass.PRIVATE_KEY, kinds.ID: held.key_id}
        for key in session.get_objects(wanted):
            if key.key_type in (self._pkcs11.KeyType.RSA, self._pkcs11.KeyType.EC):
                return key
        raise Refusal(NO_KEY)

    def _signature(self, key: Any, said: bytes, pin: str) -> bytes:
        mechanisms = self._pkcs11.Mechanism
        again = {"pin": pin} if key[self._pkcs11.Attribute.ALWAYS_AUTHENTICATE] else {}
        if key.key_type == self._pkcs11.KeyType.RSA:
            return bytes(key.sign(said, mechanism=mechanisms.SHA256_RSA_PKCS, **again))
        # hashed here: tokens that hash for ECDSA themselves are rare
        both = bytes(key.sign(sha256(said).digest(), mechanism=mechanisms.ECDSA, **again))
        half = len(both) // 2
        return encode_dss_signature(int.from_bytes(both[:half]), int.from_bytes(both[half:]))

    def _refusal(self, error: Exception) -> Refusal:
        """What to tell the officer; the library starts anew, with no session of a token that may be gone."""
        with suppress(self._pkcs11.PKCS11Error):  # what went wrong first is told; the next request tries again
            self._anew()
        return spoken(error)

    def _anew(self) -> None:
        if self._lib.initialized:
            self._lib.finalize()
        self._lib.initialize()


def spoken(error: Exception) -> Refusal:
    """An error of PKCS#11 as one sentence."""
    name = type(error).__name__
    return Refusal(REFUSALS.get(name, NOT_DONE), error=name)


def _signs(der: bytes) -> bool:
    """Whether a person signs documents with it: no certificate of an authority, none for other uses alone."""
    try:
        extensions = x509.load_der_x509_certificate(der).extensions
    except ValueError:
        return False
    try:
        if extensions.get_extension_for_class(x509.BasicConstraints).value.ca:
            return False
    except x509.ExtensionNotFound:
        pass
    try:
        usage = extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def _issuers(der: bytes, everyone: Iterable[bytes]) -> Iterator[bytes]:
    """Those on the token that issued it, nearest first, each once: by key, as names outlive keys."""
    below, left = x509.load_der_x509_certificate(der), [one for one in everyone if one != der]
    while found := next((one for one in left if _issued(below, one)), None):
        left.remove(found)
        yield found
        below = x509.load_der_x509_certificate(found)


def _issued(below: x509.Certificate, der: bytes) -> bool:
    try:
        below.verify_directly_issued_by(x509.load_der_x509_certificate(der))
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
