"""Keys in memory and in PKCS#12 files; for demonstration and tests, never for an office's own."""

from dataclasses import dataclass, field

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12

from motcua.language import Refusal, Words
from motcua.signing.keys import Chain

_UNREADABLE = Words(
    vi="Không mở được tệp khóa PKCS#12; hãy kiểm tra tệp và mật khẩu.",
    en="The PKCS#12 file cannot be opened; check the file and its password.",
)


@dataclass(frozen=True)
class SoftKey:
    """A key in memory."""

    private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey = field(repr=False)
    certified: Chain

    def chain(self) -> Chain:
        return self.certified

    def sign(self, said: bytes) -> bytes:
        if isinstance(self.private, rsa.RSAPrivateKey):
            return self.private.sign(said, padding.PKCS1v15(), SHA256())
        return self.private.sign(said, ec.ECDSA(SHA256()))

    def exported(self, password: str) -> bytes:
        """As a PKCS#12 file."""
        issuers = [x509.load_der_x509_certificate(der) for der in self.certified.issuers]
        own = x509.load_der_x509_certificate(self.certified.certificate)
        shut = BestAvailableEncryption(password.encode())
        return pkcs12.serialize_key_and_certificates(b"motcua", self.private, own, issuers, shut)


def from_pkcs12(held: bytes, password: str) -> SoftKey:
    """The key of a PKCS#12 file. Raises Refusal where file or password is wrong."""
    try:
        key, own, issuers = pkcs12.load_key_and_certificates(held, password.encode())
    except ValueError as error:
        raise Refusal(_UNREADABLE) from error
    if own is None or not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise Refusal(_UNREADABLE)
    ders = tuple(issuer.public_bytes(Encoding.DER) for issuer in issuers)
    return SoftKey(key, Chain(own.public_bytes(Encoding.DER), ders))
