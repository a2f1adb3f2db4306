"""What a token may be asked to sign: signed attributes of a document's signature (CMS, RFC 5652 5.4), no other bytes.

Who could have any bytes signed could have a certificate request, a time stamp or a sign-in signed.
"""

from hashlib import new, sha256
from typing import Any

from asn1crypto import (
    cms,
    tsp,  # noqa: F401  teaches cms the attributes that name a certificate
)

from motcua.language import Refusal, Words

LARGEST = 64 * 1024  # bytes; real ones have a few hundred
NOT_ATTRIBUTES = Words(
    "“{title}”: nội dung cần ký không phải là thuộc tính ký của một chữ ký số (CMS); không ký.",
    "“{title}”: what is to be signed is not the signed attributes of a digital signature (CMS); it is not signed.",
)
OTHER_CERTIFICATE = Words(
    "“{title}”: được chuẩn bị cho chứng thư số khác; hãy chuẩn bị lại với chứng thư đã chọn.",
    "“{title}”: it was prepared for another certificate; prepare it anew with the one chosen.",
)


def check(said: bytes, certificate: bytes, title: str) -> None:
    """Raises Refusal where `said` is anything but DER signed attributes of data, with a SHA-256 digest.

    Attributes that name the signer's certificate must name this one (DER).
    """
    attributes = _attributes(said)
    digest = attributes.get("message_digest")
    if attributes.get("content_type") != "data" or not isinstance(digest, bytes) or len(digest) != sha256().digest_size:
        raise Refusal(NOT_ATTRIBUTES, title=title)
    for name in ("signing_certificate", "signing_certificate_v2"):
        if name in attributes and not _names(attributes[name], certificate):
            raise Refusal(OTHER_CERTIFICATE, title=title)


def _attributes(said: bytes) -> dict[str, Any]:
    """The value of each attribute by name; empty where these are no DER attributes, each once and with one value."""
    if len(said) > LARGEST:
        return {}
    try:
        read = cms.CMSAttributes.load(said, strict=True)
        if read.dump(force=True) != said or any(len(one["values"]) != 1 for one in read):
            return {}
        found = {one["type"].native: one["values"][0].native for one in read}
        return found if len(found) == len(read) else {}
    except (ValueError, TypeError, KeyError, RecursionError):
        return {}


def _names(attribute: Any, certificate: bytes) -> bool:
    """Whether the first certificate that the attribute names is this one (RFC 5035)."""
    try:
        first = attribute["certs"][0]
        hashed = first.get("hash_algorithm", {"algorithm": "sha1"})  # of the first kind: always SHA-1
        return bool(first["cert_hash"] == new(hashed["algorithm"], certificate).digest())
    except (TypeError, KeyError, IndexError, ValueError):
        return False
