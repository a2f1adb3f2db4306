"""Real signatures of other kinds: keys on elliptic curves, a picture of handwriting, archive stamps renewed in time."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from PIL import Image
from pytest_django import Settings

from motcua.office.documents.acts.asking import sign_with
from motcua.office.documents.acts.register import issue, number
from motcua.office.documents.files import content_of, current
from motcua.office.documents.models import Capacity
from motcua.office.documents.verdicts import verdict_of
from motcua.signing.keys import Chain
from motcua.signing.local.authority import POLICIES, Authority
from motcua.signing.local.keys import SoftKey
from motcua.signing.local.times import time_stamps
from motcua.signing.signing import archive, sign
from motcua.signing.stamps import PersonStamp
from motcua.signing.trust import Capacity as Stands
from motcua.signing.validation import Verdict, validate
from tests.office.documents import course, trusted
from tests.signing.world import World as Signing
from tests.world import World


@pytest.fixture
def authority(settings: Settings, tmp_path: Path) -> Authority:
    return trusted.authority(settings, tmp_path)


def with_curve(authority: Authority, name: str, capacity: Stands) -> SoftKey:
    """A key on the curve P-256, certified as one of RSA is."""
    key = ec.generate_private_key(ec.SECP256R1())
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    policy = x509.PolicyInformation(x509.ObjectIdentifier(POLICIES[capacity]), None)
    built = x509.CertificateBuilder(
        authority.certificate.subject, x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]),
        key.public_key(), 4711, trusted.MADE, trusted.MADE + timedelta(days=730),
    )  # fmt: skip
    built = built.add_extension(usage, critical=True).add_extension(x509.CertificatePolicies([policy]), critical=False)
    made = built.sign(authority.key, SHA256())
    return SoftKey(key, Chain(made.public_bytes(Encoding.DER), authority.issuers()))


def test_person_and_agency_sign_with_elliptic_curves(world: World, authority: Authority) -> None:
    hoa = with_curve(authority, "Lê Thị Hoà", Stands.PERSON)
    seal = with_curve(authority, "Ủy ban nhân dân phường 12", Stands.AGENCY)
    document = course.approved(world)

    sign_with(hoa, document.pk, Capacity.PERSON, by=world.hoa, at=course.SIGNED)
    number(document.pk, by=world.van, at=course.NUMBERED)
    sign_with(seal, document.pk, Capacity.AGENCY, by=world.van, at=course.SEALED)
    issue(document.pk, by=world.van, at=course.ISSUED)

    last = current(document)
    assert last is not None
    found = verdict_of(last.file, course.AFTER)
    assert (found.person, found.agency, found.why) == ("valid", "valid", [])
    assert b"/Sig" in content_of(last)


def test_a_picture_of_handwriting_is_drawn_and_the_signature_is_what_counts(authority: Authority) -> None:
    signing = Signing.made()
    drawn, made = Image.new("RGBA", (300, 120), (0, 0, 200, 128)), BytesIO()
    drawn.save(made, "PNG")
    stamp = PersonStamp("Lê Thị Hoà", made.getvalue())
    at = course.SIGNED + timedelta(days=30)

    signed = sign(signing.blank, signing.person, field="person", at=at, stamp=stamp)

    assert b"/Image" in signed and b"/SMask" in signed
    found = validate(signed, signing.issuing.trust(at=at), at=at)
    assert found.person is Verdict.VALID


def test_an_archived_file_is_stamped_anew_before_the_stamps_certificate_ends_and_holds_after(
    settings: Settings, authority: Authority
) -> None:
    signing, first = Signing.made(), course.SIGNED + timedelta(days=30)
    older = signing.issuing.time_stamper("Giờ cũ", at=first - timedelta(days=1), days=400)
    newer = signing.issuing.time_stamper("Giờ mới", at=first + timedelta(days=300), days=4000)
    signed = sign(signing.blank, signing.person, field="person", at=first, time=time_stamps(older, lambda: first))
    once = archive(signed, time=time_stamps(older, lambda: first), trust=signing.issuing.trust(at=first))
    renewed_at = first + timedelta(days=350)

    twice = archive(once, time=time_stamps(newer, lambda: renewed_at), trust=signing.issuing.trust(at=renewed_at))

    much_later = first + timedelta(days=3000)
    then = signing.issuing.trust(at=much_later)
    assert validate(once, then, at=much_later).person is not Verdict.VALID
    found = validate(twice, then, at=much_later)
    assert (found.person, found.signatures[0].proven, found.signatures[0].signed_at) == (Verdict.VALID, True, first)
    assert twice.startswith(once)
