"""Promises about revocation lists: which are taken and kept, and what archived files prove without any."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import crl
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from motcua.language import Refusal, Words
from motcua.signing import revocation
from motcua.signing.keys import Chain
from motcua.signing.local.authority import Authority
from motcua.signing.local.times import time_stamps
from motcua.signing.reasons import Reason
from motcua.signing.revocation import NOT_NOW, OLDER, PARTIAL, STRANGER, accepted, addresses, keep, scope
from motcua.signing.signing import archive, sign
from motcua.signing.trust import FETCHED, SETTLED, UNBOUND, WAITING, Trust, read
from motcua.signing.validation import Verdict, validate
from tests.printing.samples import AT
from tests.signing.world import DAY, NAME, OFFICE, World

AT_LAST = "http://crl.example.vn/cuoi.crl"


def taken(world: World, content: bytes, at: datetime = AT) -> bytes | None:
    return accepted(world.trust, content, where="crl.example.vn", at=at)


def delta(authority: Authority) -> bytes:
    built = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(authority.certificate.subject)
        .last_update(AT)
        .next_update(AT + DAY)
        .add_extension(x509.DeltaCRLIndicator(1), critical=True)
    )
    return built.sign(authority.key, SHA256()).public_bytes(Encoding.DER)


def test_a_newer_list_of_an_authority_is_taken_in_either_form_and_the_same_one_is_not_new(world: World) -> None:
    newer = world.issuing.revocation_list(at=AT + timedelta(hours=1))
    read_back = x509.load_der_x509_crl(newer)

    assert taken(world, newer, AT + DAY) == newer
    assert taken(world, read_back.public_bytes(Encoding.PEM), AT + DAY) == newer
    assert accepted(replace(world.trust, lists=(newer,)), newer, where="", at=AT + DAY) is None


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (lambda _: Authority.root("Lạ", at=AT - DAY).revocation_list(at=AT), STRANGER),
        (lambda world: Authority.root(world.issuing.name, at=AT - DAY).revocation_list(at=AT), STRANGER),
        (lambda world: world.issuing.revocation_list(at=AT - 9 * DAY), NOT_NOW),
        (lambda world: world.issuing.revocation_list(at=AT + DAY), NOT_NOW),
        (lambda world: world.issuing.revocation_list(at=AT - DAY), OLDER),
        (lambda world: delta(world.issuing), PARTIAL),
        (lambda _: b"<html>khong co</html>", revocation.NO_LIST),
        (lambda _: b"", revocation.NO_LIST),
        (lambda world: world.issuing.revocation_list(at=AT)[:-9], revocation.NO_LIST),
        (lambda world: world.issuing.issuers()[0], revocation.NO_LIST),
    ],
    ids=["stranger", "namesake", "ended", "of tomorrow", "older", "delta", "a page", "nothing", "cut", "certificate"],
)
def test_another_list_is_refused_with_its_reason(world: World, made: Callable[[World], bytes], why: Words) -> None:
    with pytest.raises(Refusal) as caught:
        taken(world, made(world))

    assert caught.value.words == why
    assert "crl.example.vn" in str(caught.value)


def test_a_list_with_a_byte_turned_is_not_taken(world: World) -> None:
    held = bytearray(world.issuing.revocation_list(at=AT + timedelta(minutes=1)))
    held[-1] ^= 1

    with pytest.raises(Refusal) as caught:
        taken(world, bytes(held))

    assert caught.value.words == STRANGER


def test_lists_are_fetched_from_where_certificates_and_the_trust_list_say(world: World) -> None:
    root = Authority.root("Gốc", at=AT - 9 * DAY)
    root.lists_at = "http://crl.example.vn/goc.crl"
    under = root.under("Cấp dưới", at=AT - 8 * DAY)
    under.lists_at = "ldap://crl.example.vn/cn=CA"
    person = under.person(NAME, OFFICE, at=AT - DAY).chain().certificate
    trust = replace(under.trust(at=AT), points=(AT_LAST, "file:///etc/passwd"))

    assert addresses(trust, person) == (AT_LAST, "http://crl.example.vn/goc.crl")


def test_a_list_is_kept_in_place_of_the_one_before_and_counts(world: World, tmp_path: Path) -> None:
    file = tmp_path / "list.yaml"
    file.write_text("roots: []", "utf-8")
    first, second = (world.issuing.revocation_list(at=AT + timedelta(hours=hours)) for hours in (1, 2))

    for der in (first, second, world.trust.lists[1]):
        keep(file, der)

    assert set(read(file).lists) == {second, world.trust.lists[1]}
    assert {one.suffix for one in (tmp_path / FETCHED).iterdir()} == {".crl"}
    assert len({scope(crl.CertificateList.load(der)) for der in read(file).lists}) == 2


def test_an_archived_file_holds_by_what_it_carries_after_its_authority_is_gone_for_good(world: World) -> None:
    """The signer's authority issues no list any more; that of the time stamps still does."""
    signs, stamps = (Authority.root(name, at=AT - 9 * DAY) for name in ("Gốc ký", "Gốc giờ"))
    key, clock = signs.person(NAME, OFFICE, at=AT - DAY, days=2), stamps.time_stamper("Giờ", at=AT - DAY)
    whole = _both(signs.trust(at=AT), stamps.trust(at=AT))
    times = time_stamps(clock, lambda: AT)
    signed = sign(world.blank, key, field="person", at=AT, time=times)
    archived = archive(signed, time=times, trust=whole)
    later = AT + 400 * DAY
    gone = replace(whole, lists=(stamps.revocation_list(at=later),))

    assert validate(archived, gone, at=later).person is Verdict.VALID
    without = validate(signed, gone, at=later)
    assert (without.person, without.signatures[0].reason) == (Verdict.UNKNOWN, Reason.NO_LIST)


def test_without_a_list_of_who_stamped_the_time_nothing_is_proven_any_more(world: World) -> None:
    later = AT + 400 * DAY

    report = validate(world.archived(), replace(world.trust, lists=()), at=later)

    assert report.signatures and not any(one.proven for one in report.signatures)


def test_a_verdict_depends_on_what_lists_say_of_its_own_certificates_not_on_what_else_they_say(world: World) -> None:
    issuing = Authority.root("Gốc", at=AT - 9 * DAY)
    key, other = (issuing.person(name, OFFICE, at=AT - DAY) for name in (NAME, "Khác"))
    signed = sign(world.blank, key, field="person", at=AT)
    stranger = Authority.root("Người ngoài", at=AT - DAY)
    before = _both(issuing.trust(at=AT), stranger.trust(at=AT))
    report = validate(signed, before, at=AT)
    assert report.bound.startswith(SETTLED)

    anew = _both(issuing.trust(at=AT + DAY), stranger.trust(at=AT + DAY))
    assert anew.version != before.version
    assert anew.version_for(report.bound) == before.version_for(report.bound)
    stranger.revoke(other.chain(), at=AT)
    elsewhere = _both(issuing.trust(at=AT + DAY), stranger.trust(at=AT + DAY))
    assert elsewhere.version_for(report.bound) == before.version_for(report.bound)
    issuing.revoke(other.chain(), at=AT)
    another = _both(issuing.trust(at=AT + DAY), stranger.trust(at=AT + DAY))
    assert another.version_for(report.bound) == before.version_for(report.bound)
    issuing.revoke(key.chain(), at=AT)
    revoked = _both(issuing.trust(at=AT + DAY), stranger.trust(at=AT + DAY))
    assert revoked.version_for(report.bound) != before.version_for(report.bound)
    assert replace(before, lists=()).version_for(report.bound) != before.version_for(report.bound)
    assert replace(before, rules=()).version_for(report.bound) != before.version_for(report.bound)


def test_a_verdict_depends_on_the_authorities_above_as_well(world: World) -> None:
    root = Authority.root("Gốc", at=AT - 9 * DAY)
    issuing = root.under("Cấp dưới", at=AT - 8 * DAY)
    signed = sign(world.blank, issuing.person(NAME, OFFICE, at=AT - DAY), field="person", at=AT)
    before = issuing.trust(at=AT)
    report = validate(signed, before, at=AT)

    root.revoke(Chain(issuing.issuers()[0]), at=AT - DAY)

    assert issuing.trust(at=AT).version_for(report.bound) != before.version_for(report.bound)
    assert validate(signed, issuing.trust(at=AT), at=AT).person is Verdict.INVALID


def test_what_is_not_known_yet_waits_for_the_lists_of_its_authorities_and_no_signature_for_nothing(
    world: World,
) -> None:
    bare = replace(world.trust, lists=())
    report = validate(sign(world.blank, world.person, field="person", at=AT), bare, at=AT)
    assert report.bound.startswith(WAITING)
    assert bare.version_for(report.bound) != world.trust.version_for(report.bound)

    assert validate(world.blank, bare, at=AT).bound == UNBOUND
    assert bare.version_for(UNBOUND) == Trust(()).version_for(UNBOUND)


def test_a_verdict_is_good_until_the_next_certificate_ends(world: World) -> None:
    short = world.issuing.person(NAME, OFFICE, at=AT - DAY, days=3)
    signed = sign(world.blank, short, field="person", at=AT)

    assert validate(signed, world.trust, at=AT).until == AT + 2 * DAY
    assert validate(signed, world.trust, at=AT + 3 * DAY).person is Verdict.UNKNOWN


def _both(one: Trust, other: Trust) -> Trust:
    return Trust(one.roots + other.roots, (), one.lists + other.lists, one.rules)
