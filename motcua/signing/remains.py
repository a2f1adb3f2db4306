"""Signatures found in the bytes of a file, where a PDF cannot be read or shows them no more: by the range that each
says it is over and the hole in it. A digest needs no PDF: that signed bytes were changed is known all the same.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from asn1crypto import cms, x509
from pyhanko.sign.general import SigningError, extract_signer_info
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, validate_sig_integrity

_RANGE = re.compile(rb"/ByteRange\s{0,9}\[\s{0,9}0\s{1,9}(\d{1,10})\s{1,9}(\d{1,10})\s{1,9}(\d{1,10})\s{0,9}\]")
_NONE = (
    SigningError,
    SignatureValidationError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True)
class Remains:
    """`hole`: where the signature lies. `intact`: the bytes are those signed; `made`: by the key of `certificate`."""

    hole: tuple[int, int]
    signed_bytes: int
    certificate: x509.Certificate
    intact: bool
    made: bool


def remains(pdf: bytes, *, most: int) -> Iterator[Remains]:
    """Signatures of persons and agencies, no time stamps; so many of them at most."""
    for said, _ in zip(_RANGE.finditer(pdf), range(most), strict=False):
        begin, end, more = map(int, said.groups())
        if pdf[begin : begin + 1] == b"<" and pdf[end - 1 : end] == b">":
            try:
                found = _found(pdf, begin, end, more)
            except _NONE:
                continue
            if found is not None:
                yield found


def _found(pdf: bytes, begin: int, end: int, more: int) -> Remains | None:
    held = cms.ContentInfo.load(bytes.fromhex(pdf[begin + 1 : end - 1].decode("ascii")))["content"]
    if held["encap_content_info"]["content_type"].native != "data":
        return None
    signer, certificate = extract_signer_info(held), extract_certs_for_validation(held).signer_cert
    over = hashlib.new(signer["digest_algorithm"]["algorithm"].native)
    for part in (memoryview(pdf)[:begin], memoryview(pdf)[end : end + more]):
        over.update(part)
    intact, made = validate_sig_integrity(
        signer, certificate, expected_content_type="data", actual_digest=over.digest()
    )
    return Remains((begin, end), begin + more, certificate, bool(intact), bool(made))
