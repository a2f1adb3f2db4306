"""Promises about long revocation lists: read once, and asked only of the certificates of a file."""

import pickle
from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random
from typing import Any

from asn1crypto import crl
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic

from motcua.signing.lists import RevocationList, serial
from motcua.signing.reasons import Reason
from motcua.signing.signing import archive, sign
from motcua.signing.trust import Trust
from motcua.signing.update import opened
from motcua.signing.validation import Verdict, validate
from tests.printing.samples import AT
from tests.signing.world import DAY, World

ROWS = 2000


class Counted(bytes):
    """A list that notes how often something was read in it."""

    read = 0

    def __getitem__(self, key: Any) -> Any:
        self.read += 1
        return super().__getitem__(key)


@cache
def serials() -> tuple[int, ...]:
    drawn = Random(7)  # noqa: S311  a test that can be repeated
    return tuple(drawn.getrandbits(drawn.choice((7, 8, 64, 127, 159))) + 1 for _ in range(ROWS))


def long_list(world: World, *more: int, whose: bool = False) -> bytes:
    """Of the issuing authority: many rows, then these."""
    built = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(world.issuing.certificate.subject)
        .last_update(AT)
        .next_update(AT + 7 * DAY)
    )
    for number in (*serials(), *more):
        row = x509.RevokedCertificateBuilder().serial_number(number).revocation_date(AT - timedelta(days=2))
        row = row.add_extension(x509.CRLReason(x509.ReasonFlags.superseded), critical=False)
        if whose and number == serials()[0]:
            other = x509.DirectoryName(world.issuing.certificate.issuer)
            row = row.add_extension(x509.CertificateIssuer([other]), critical=True)
        built = built.add_revoked_certificate(row.build())
    return built.sign(world.issuing.key, SHA256()).public_bytes(Encoding.DER)


def with_list(world: World, der: bytes) -> Trust:
    return replace(world.trust, lists=(der, world.trust.lists[1]))


def number_of(world: World) -> int:
    return x509.load_der_x509_certificate(world.person.chain().certificate).serial_number


def test_a_list_of_many_rows_is_read_once_for_all_files(world: World) -> None:
    held = Counted(long_list(world))
    trust = with_list(world, held)
    assert validate(world.sealed(), trust, at=AT).agency is Verdict.VALID
    first = held.read
    assert first > ROWS

    for _ in range(3):
        report = validate(world.sealed(), trust, at=AT)
        assert trust.version_for(report.bound)

    assert held.read - first < ROWS // 10


def test_the_list_that_an_archived_file_brings_is_not_read_again_where_it_is_the_one_that_is_kept(world: World) -> None:
    held = Counted(long_list(world))
    trust = with_list(world, held)
    pdf = archive(world.sealed(), time=world.times, trust=trust)
    first = held.read

    report = validate(pdf, trust, at=AT)

    assert (report.person, report.agency) == (Verdict.VALID, Verdict.VALID)
    assert held.read - first < ROWS // 10


def test_who_is_among_many_on_the_list_is_found(world: World) -> None:
    trust = with_list(world, long_list(world, number_of(world)))

    report = validate(sign(world.blank, world.person, field="person", at=AT), trust, at=AT)

    assert (report.person, report.signatures[0].reason) == (Verdict.INVALID, Reason.REVOKED)


def test_each_row_is_found_as_a_full_reading_finds_it_and_the_list_stays_as_signed(world: World) -> None:
    der = long_list(world)
    read = RevocationList(der)
    rows: dict[bytes, bytes] = {}
    for row in crl.CertificateList.load(der)["tbs_cert_list"]["revoked_certificates"]:
        rows.setdefault(row["user_certificate"].contents, row.dump())

    assert all(read.row(number) == row for number, row in rows.items())
    assert read.row(b"\x02\x7f\x00") is None
    few = sorted(rows)[:3]
    seen = read.about(few)
    assert [row["user_certificate"].contents for row in seen["tbs_cert_list"]["revoked_certificates"]] == few
    assert len(read.about([])["tbs_cert_list"]["revoked_certificates"]) == 0
    assert seen.dump() == seen.copy().dump() == read.about([]).dump() == der


def test_a_list_that_tells_of_certificates_of_others_too_is_read_whole(world: World) -> None:
    read = RevocationList(long_list(world, whose=True))

    assert len(read.about([])["tbs_cert_list"]["revoked_certificates"]) == ROWS


def test_a_list_without_rows_says_nothing_of_anyone(world: World) -> None:
    read = RevocationList(world.issuing.revocation_list(at=AT))

    assert read.row(serial(asn1.Certificate.load(world.person.chain().certificate))) is None
    assert read.about([b"\x01"]).dump() == read.der


def test_where_rows_lie_goes_along_to_another_process(world: World) -> None:
    held = Counted(long_list(world))
    trust = with_list(world, held)
    assert trust.revocations and trust.authorities

    other = pickle.loads(pickle.dumps(trust))  # noqa: S301

    assert other == trust
    assert other.lists[0].read == held.read
    assert validate(world.sealed(), other, at=AT) == validate(world.sealed(), trust, at=AT)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_list_that_is_cut_or_turned_is_refused_or_read_and_nothing_else(data: st.DataObject) -> None:
    held = bytearray(SHORT[: data.draw(st.integers(0, len(SHORT)))])
    if held:
        held[data.draw(st.integers(0, len(held) - 1))] ^= data.draw(st.integers(0, 255))
    try:
        read = RevocationList(bytes(held))
    except ValueError:
        return
    assert read.about([b"\x01"]).dump() == read.der


def test_a_list_that_a_file_brings_and_that_is_none_tells_nothing(world: World) -> None:
    update = opened(world.archived())
    brought: Any = update.root["/DSS"]["/CRLs"]
    brought.append(update.add_object(generic.StreamObject(stream_data=b"\x30\x03\x02\x01\x05")))
    update.update_container(brought)

    report = validate(update.done(), world.trust, at=AT)

    assert (report.person, report.agency) == (Verdict.VALID, Verdict.VALID)


SHORT = World.made().issuing.revocation_list(at=AT)
