"""Raw signatures: whether one was made over given bytes by the key of a certificate."""

from hashlib import sha256

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256


def fingerprint(certificate: bytes) -> str:
    """SHA-256 of a certificate's DER, in hexadecimal: the name by which it is asked for."""
    return sha256(certificate).hexdigest()


def verifies(certificate: bytes, said: bytes, signature: bytes) -> bool:
    """Whether `signature` is PKCS #1 v1.5 or ECDSA with SHA-256 over `said` by the key in the certificate (DER).

    False also for a certificate that is none, or whose key is of another kind.
    """
    try:
        key = x509.load_der_x509_certificate(certificate).public_key()
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, said, padding.PKCS1v15(), SHA256())
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, said, ec.ECDSA(SHA256()))
        else:
            return False
    except (InvalidSignature, ValueError):
        return False
    return True
