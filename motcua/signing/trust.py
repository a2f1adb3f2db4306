"""Whom signatures are trusted from: certificates, revocation lists and rules, read from one YAML file and its folder.

roots: [root.pem]              # certificates trusted as they are
intermediates: [issuing.pem]   # those that a signature may leave out
lists: [root.crl, issuing.crl] # revocation lists, DER or PEM
capacities:                    # the first that fits says for whom a certificate stands
  - {capacity: person, policy: 1.3.6.1.4.1.32473.1.1}
  - {capacity: agency, issuer: "CA of agencies"}        # common name of the issuer
  - {capacity: agency, subject: "^UBND "}               # pattern of the signer's common name
"""

import hashlib
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import yaml
from asn1crypto import crl, pem, x509

from motcua.language import Refusal, Words

_UNREADABLE = Words(
    vi="Danh sách tin cậy “{file}” không đọc được: {what}.", en="The trust list “{file}” cannot be read: {what}."
)


class Capacity(StrEnum):
    """For whom a certificate stands."""

    PERSON = "person"
    AGENCY = "agency"


@dataclass(frozen=True)
class Rule:
    """A certificate stands for this capacity if every part given fits."""

    capacity: Capacity
    policy: str = ""
    issuer: str = ""
    subject: str = ""

    def fits(self, certificate: x509.Certificate) -> bool:
        policies = {held["policy_identifier"].dotted for held in certificate.certificate_policies_value or ()}
        return (
            (not self.policy or self.policy in policies)
            and (not self.issuer or certificate.issuer.native.get("common_name") == self.issuer)
            and (not self.subject or bool(re.search(self.subject, certificate.subject.native.get("common_name", ""))))
        )


@dataclass(frozen=True)
class Trust:
    """Certificates and revocation lists as DER, and the rules of capacity."""

    roots: tuple[bytes, ...]
    intermediates: tuple[bytes, ...] = ()
    lists: tuple[bytes, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def version(self) -> str:
        """Names this very list: 16 hexadecimal digits."""
        parts = [*self.roots, *self.intermediates, *self.lists, repr(self.rules).encode()]
        return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[:16]

    def crls(self) -> list[crl.CertificateList]:
        return [crl.CertificateList.load(held) for held in self.lists]

    def capacity(self, certificate: x509.Certificate) -> Capacity | None:
        return next((rule.capacity for rule in self.rules if rule.fits(certificate)), None)

    def with_lists(self, *lists: bytes) -> "Trust":
        """The same with revocation lists got elsewhere, each as DER."""
        return replace(self, lists=(*self.lists, *lists))


def read(file: Path) -> Trust:
    """The trust list of a YAML file; the files it names lie beside it. Raises Refusal where one cannot be read."""
    try:
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        roots, inner, lists = (
            tuple(der for name in said.get(key) or () for der in _ders((file.parent / name).read_bytes()))
            for key in ("roots", "intermediates", "lists")
        )
        rules = tuple(
            Rule(Capacity(rule["capacity"]), *(str(rule.get(key, "")) for key in ("policy", "issuer", "subject")))
            for rule in said.get("capacities") or ()
        )
        for der in (*roots, *inner):
            x509.Certificate.load(der).native  # noqa: B018
        for der in lists:
            crl.CertificateList.load(der).native  # noqa: B018
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise Refusal(_UNREADABLE, file=file.name, what=type(error).__name__) from error
    return Trust(roots, inner, lists, rules)


def _ders(held: bytes) -> list[bytes]:
    return [der for _, _, der in pem.unarmor(held, multiple=True)] if pem.detect(held) else [held]
