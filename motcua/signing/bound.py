"""On how much of the trust list a verdict depends, so that a list issued anew has few files looked at anew.

`-`: on nothing, no signature is there. `=` and names of issuers: on the authorities, the rules, and on which
certificates these issuers revoked. `!` and names: also on any newer list of theirs, as something is not known yet.
A moment goes with it: when a certificate of the file ends, what is found may be another.
"""

from collections.abc import Iterable
from datetime import datetime

from asn1crypto import cms, x509
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from motcua.signing.trust import SETTLED, UNBOUND, WAITING, Trust, issuer_name


def bound(embedded: Iterable[EmbeddedPdfSignature], trust: Trust, *, settled: bool) -> str:
    """How what is found of these signatures is bound to the trust list."""
    certificates = list(_all(embedded))
    if not certificates:
        return UNBOUND
    names = {issuer_name(one.issuer) for one in certificates}
    waiting = list(names)
    while waiting:
        above = {issuer_name(one.issuer) for one in trust.authorities.get(waiting.pop(), ())} - names
        names |= above
        waiting += above
    return (SETTLED if settled else WAITING) + ",".join(sorted(names & trust.authorities.keys()))


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
