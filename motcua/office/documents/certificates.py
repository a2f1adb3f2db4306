"""What is read from a certificate that somebody uploads or signs with."""

from dataclasses import dataclass
from datetime import datetime

from asn1crypto import pem
from cryptography import x509
from cryptography.x509.oid import NameOID

from motcua.language import Refusal, Words
from motcua.office.documents.models import Certificate
from motcua.office.people.models import Officer, Unit
from motcua.signing.raw import fingerprint

AT_MOST = 50_000  # bytes of a file
NO_CERTIFICATE = Words(
    vi="Chứng thư số không đọc được; hãy chọn lại.", en="The certificate cannot be read; choose again."
)
OF_AUTHORITY = Words(
    vi="Đây là chứng thư của tổ chức cấp chứng thư, không phải của người ký hay con dấu; hãy chọn lại.",
    en="This is the certificate of an authority, not of a signer or a seal; choose again.",
)


@dataclass(frozen=True)
class Read:
    """`names`: common names; `organisations` with them, for a seal."""

    der: bytes
    serial: str
    subject: str
    issuer: str
    begins_at: datetime
    ends_at: datetime
    names: tuple[str, ...]
    organisations: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.der)

    def row(self, unit: Unit, officer: Officer | None, at: datetime) -> Certificate:
        """As it would be kept, of the officer or of the unit's seal; not saved."""
        return Certificate(
            unit=unit, officer=officer, fingerprint=self.fingerprint, serial=self.serial, subject=self.subject,
            issuer=self.issuer, begins_at=self.begins_at, ends_at=self.ends_at, content=self.der, seen_at=at,
        )  # fmt: skip


def read(content: bytes) -> Read:
    """A certificate in DER or PEM. Raises Refusal where it is none, or one of an authority."""
    try:
        der = pem.unarmor(content)[2] if pem.detect(content) else content
        held = x509.load_der_x509_certificate(der)
        kinds = [one.value for one in held.extensions]
        serial = f"{held.serial_number:x}"
        subject, issuer = _shown(held.subject), _shown(held.issuer)
    except (ValueError, x509.DuplicateExtension) as unreadable:
        raise Refusal(NO_CERTIFICATE) from unreadable
    if any(isinstance(one, x509.BasicConstraints) and one.ca for one in kinds):
        raise Refusal(OF_AUTHORITY)
    return Read(
        der, serial, subject, issuer, held.not_valid_before_utc, held.not_valid_after_utc,
        _all(held.subject, NameOID.COMMON_NAME), _all(held.subject, NameOID.ORGANIZATION_NAME),
    )  # fmt: skip


def _shown(name: x509.Name) -> str:
    """Who it is, for people: common name, then organisation."""
    said = dict.fromkeys((*_all(name, NameOID.COMMON_NAME), *_all(name, NameOID.ORGANIZATION_NAME)))
    return ", ".join(said)[:300]


def _all(name: x509.Name, kind: x509.ObjectIdentifier) -> tuple[str, ...]:
    return tuple(str(one.value) for one in name.get_attributes_for_oid(kind))
