"""Issues certificates and revocation lists, for demonstration and tests; no key is kept in any repository."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from motcua.signing.keys import Chain
from motcua.signing.local.keys import SoftKey
from motcua.signing.trust import Capacity, Rule, Trust

POLICIES = {Capacity.PERSON: "1.3.6.1.4.1.32473.1.1", Capacity.AGENCY: "1.3.6.1.4.1.32473.1.2"}  # a documentation arc
_BITS = 2048


@dataclass
class Authority:
    """A certificate authority: itself the root, or under one."""

    name: str
    key: rsa.RSAPrivateKey
    certificate: x509.Certificate
    above: Authority | None = None
    revoked: dict[int, datetime] = field(default_factory=dict)
    lists_at: str = ""  # where the certificates that it issues say its revocation lists are

    @classmethod
    def root(cls, name: str, *, at: datetime, days: int = 7300) -> Authority:
        key = rsa.generate_private_key(65537, _BITS)
        named = _named(name, "")
        built = _begun(named, named, key.public_key(), at, days)
        return cls(name, key, _as_authority(built).sign(key, SHA256()))

    def under(self, name: str, *, at: datetime, days: int = 3650) -> Authority:
        """Another authority whose certificate this one issues."""
        key = rsa.generate_private_key(65537, _BITS)
        built = _as_authority(_begun(_named(name, ""), self.certificate.subject, key.public_key(), at, days))
        return Authority(name, key, self._pointing(built).sign(self.key, SHA256()), above=self)

    def person(self, name: str, organisation: str, *, at: datetime, days: int = 730) -> SoftKey:
        return self._signer(name, organisation, Capacity.PERSON, at, days)

    def agency(self, name: str, *, at: datetime, days: int = 730) -> SoftKey:
        return self._signer(name, name, Capacity.AGENCY, at, days)

    def time_stamper(self, name: str, *, at: datetime, days: int = 3650) -> SoftKey:
        key = rsa.generate_private_key(65537, _BITS)
        built = _begun(_named(name, ""), self.certificate.subject, key.public_key(), at, days)
        use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        return self._issued(_for_signing(built).add_extension(use, critical=True), key)

    def revoke(self, chain: Chain, *, at: datetime) -> None:
        self.revoked[x509.load_der_x509_certificate(chain.certificate).serial_number] = at

    def revocation_list(self, *, at: datetime, days: int = 7) -> bytes:
        """The revocation list issued at this moment, as DER."""
        built = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.certificate.subject)
            .last_update(at)
            .next_update(at + timedelta(days=days))
            .add_extension(x509.CRLNumber(int(at.timestamp())), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False)
        )
        for serial, since in self.revoked.items():
            gone = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(since)
            reason = x509.CRLReason(x509.ReasonFlags.key_compromise)
            built = built.add_revoked_certificate(gone.add_extension(reason, critical=False).build())
        return built.sign(self.key, SHA256()).public_bytes(Encoding.DER)

    def issuers(self) -> tuple[bytes, ...]:
        """This authority's certificate and those above it, as DER."""
        mine = self.certificate.public_bytes(Encoding.DER)
        return (mine, *(self.above.issuers() if self.above else ()))

    def trust(self, *, at: datetime, days: int = 7) -> Trust:
        """A trust list of this authority with its revocation lists as of this moment."""
        *inner, root = self.issuers()
        lists = [self.revocation_list(at=at, days=days)]
        above = self.above
        while above:
            lists.append(above.revocation_list(at=at, days=days))
            above = above.above
        rules = tuple(Rule(capacity, policy=policy) for capacity, policy in POLICIES.items())
        return Trust((root,), tuple(inner), tuple(lists), rules)

    def _signer(self, name: str, organisation: str, capacity: Capacity, at: datetime, days: int) -> SoftKey:
        key = rsa.generate_private_key(65537, _BITS)
        built = _begun(_named(name, organisation), self.certificate.subject, key.public_key(), at, days)
        policy = x509.PolicyInformation(x509.ObjectIdentifier(POLICIES[capacity]), None)
        return self._issued(_for_signing(built).add_extension(x509.CertificatePolicies([policy]), critical=False), key)

    def _pointing(self, built: x509.CertificateBuilder) -> x509.CertificateBuilder:
        if not self.lists_at:
            return built
        point = x509.DistributionPoint([x509.UniformResourceIdentifier(self.lists_at)], None, None, None)
        return built.add_extension(x509.CRLDistributionPoints([point]), critical=False)

    def _issued(self, built: x509.CertificateBuilder, key: rsa.RSAPrivateKey) -> SoftKey:
        above = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        made = self._pointing(built).add_extension(above, critical=False).sign(self.key, SHA256())
        return SoftKey(key, Chain(made.public_bytes(Encoding.DER), self.issuers()))


def _named(name: str, organisation: str) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COUNTRY_NAME, "VN")]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation[:64]))
    return x509.Name([*parts, x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])


def _begun(
    subject: x509.Name, issuer: x509.Name, key: rsa.RSAPublicKey, at: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at)
        .not_valid_after(at + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _as_authority(built: x509.CertificateBuilder) -> x509.CertificateBuilder:
    return built.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True).add_extension(
        _usage(issues=True), critical=True
    )


def _for_signing(built: x509.CertificateBuilder) -> x509.CertificateBuilder:
    return built.add_extension(_usage(issues=False), critical=True)


def _usage(*, issues: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not issues,
        content_commitment=not issues,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=issues,
        crl_sign=issues,
        encipher_only=False,
        decipher_only=False,
    )
