"""On how much of the trust list a verdict depends, so that a list issued anew has few files looked at anew.

`-`: on nothing, no signature is there. `=` and `issuer.serial` of certificates: on the authorities, the rules, and on
what lists say of these very certificates. `!` and names of issuers: on any newer list of theirs, as something is not
known yet, or as the certificates are too many to be named.
A moment goes with it: when a certificate of the file ends, what is found may be another.
"""

from collections.abc import Iterable
from datetime import datetime

from asn1crypto import cms, x509
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from motcua.signing.lists import serial
from motcua.signing.trust import SETTLED, UNBOUND, WAITING, Trust, issuer_name

LONGEST = 1500  # letters, of which databases make an index


def bound(embedded: Iterable[EmbeddedPdfSignature], trust: Trust, *, settled: bool) -> str:
    """How what is found of these signatures is bound to the trust list."""
    certificates = _with_above(list(_all(embedded)), trust)
    if not certificates:
        return UNBOUND
    known = [(name, one) for one in certificates if (name := issuer_name(one.issuer)) in trust.authorities]
    said = SETTLED + ",".join(sorted({f"{name}.{serial(one).hex()}" for name, one in known}))
    if settled and len(said) <= LONGEST:
        return said
    return WAITING + ",".join(sorted({name for name, _ in known}))


def _with_above(certificates: list[x509.Certificate], trust: Trust) -> list[x509.Certificate]:
    """With those of the trust list that they stand on."""
    found, waiting = {one.sha256: one for one in certificates}, certificates
    while waiting:
        above = [one for held in waiting for one in trust.authorities.get(issuer_name(held.issuer), ())]
        waiting = [one for one in above if one.sha256 not in found]
        found |= {one.sha256: one for one in waiting}
    return list(found.values())


def until(embedded: Iterable[EmbeddedPdfSignature], trust: Trust, at: datetime) -> datetime | None:
    """When the next certificate ends of those that the signatures stand on."""
    above = [one for held in trust.authorities.values() for one in held]
    ends = [one.not_valid_after for one in (*_all(embedded), *above)]
    return min((end for end in ends if end > at), default=None)


def _all(embedded: Iterable[EmbeddedPdfSignature]) -> Iterable[x509.Certificate]:
    """Certificates of signers and of who stamped the time."""
    for held in embedded:
        yield from (held.signer_cert, *held.other_embedded_certs)
        for attribute in held.signer_info["unsigned_attrs"] or ():
            if attribute["type"].native == "signature_time_stamp_token":
                yield from _of(attribute["values"][0]["content"])


def _of(token: cms.SignedData) -> Iterable[x509.Certificate]:
    return (choice.chosen for choice in token["certificates"] if isinstance(choice.chosen, x509.Certificate))
