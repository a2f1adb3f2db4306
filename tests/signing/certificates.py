"""Certificates of a test: a root, and an officer that it vouches for, made on the spot."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
BEGAN = datetime(2023, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Officer:
    """An officer's key, the certificate of it and the root's, both as DER."""

    key: PrivateKey
    certificate: bytes
    root: bytes


@cache
def officer(kind: str = "rsa", name: str = "Nguyễn Văn Hòa") -> Officer:
    """One for each kind of key, made once a process."""
    key: PrivateKey = ec.generate_private_key(ec.SECP256R1()) if kind == "ec" else rsa.generate_private_key(65537, 2048)
    root_key = ec.generate_private_key(ec.SECP256R1())
    root = _certificate("Gốc thử nghiệm", root_key, "Gốc thử nghiệm", root_key, authority=True)
    own = _certificate(name, key, "Gốc thử nghiệm", root_key, authority=False)
    return Officer(key, own.public_bytes(Encoding.DER), root.public_bytes(Encoding.DER))


def _certificate(
    name: str, key: PrivateKey, issuer: str, issuer_key: PrivateKey, *, authority: bool
) -> x509.Certificate:
    usage = x509.KeyUsage(not authority, not authority, False, False, False, authority, authority, False, False)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGAN)
        .not_valid_after(BEGAN + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
        .add_extension(usage, critical=True)
        .sign(issuer_key, SHA256())
    )


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
