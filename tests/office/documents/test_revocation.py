"""Revocation lists are fetched from a real server; who is revoked is found out, and little is looked at anew."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command
from pytest_django import Settings

from motcua.office.documents import revocation as fetching
from motcua.office.documents.files import current
from motcua.office.documents.models import OutgoingDocument, Verdict
from motcua.office.documents.revocation import NOT_KEPT, fetch_lists
from motcua.office.documents.verdicts import recheck, verdict_of
from motcua.office.dossiers.rounds import Rounds
from motcua.signing import revocation
from motcua.signing.local.authority import Authority
from motcua.signing.local.times import serving
from motcua.signing.trust import FETCHED
from tests.office.documents import course, trusted
from tests.world import World

LATER = course.AFTER + timedelta(days=1)
pytestmark = pytest.mark.django_db


class Served:
    """What the authority serves; a test may put something else there."""

    def __init__(self, authority: Authority) -> None:
        self.authority, self.made = authority, authority.revocation_list(at=course.AFTER)

    def renew(self, at: datetime) -> None:
        self.made = self.authority.revocation_list(at=at)


@pytest.fixture
def authority(settings: Settings, tmp_path: Path) -> Authority:
    return trusted.authority(settings, tmp_path)


@pytest.fixture
def served(authority: Authority, settings: Settings) -> Iterator[Served]:
    held = Served(authority)
    key = authority.time_stamper("Dấu thời gian thử", at=trusted.MADE)
    with serving(key, lambda: course.ISSUED, lists={"/ca.crl": lambda: held.made}) as address:
        named(settings, f"{address}ca.crl")
        yield held


def named(settings: Settings, *addresses: str) -> None:
    file = Path(settings.TRUST_LIST)
    told = yaml.safe_load(file.read_text("utf-8"))
    file.write_text(yaml.safe_dump(told | {"points": list(addresses)}), "utf-8")


def verdict(document: OutgoingDocument, at: datetime = LATER) -> Verdict:
    last = current(document)
    assert last is not None
    return verdict_of(last.file, at)


def test_a_list_is_fetched_once_and_again_when_there_is_a_newer_one(served: Served, settings: Settings) -> None:
    assert fetch_lists(LATER) == (1, [])
    assert fetch_lists(LATER) == (0, [])
    served.renew(LATER)
    assert fetch_lists(LATER) == (1, [])

    (kept,) = (Path(settings.TRUST_LIST).parent / FETCHED).iterdir()
    assert kept.read_bytes() == served.made


def test_who_was_revoked_before_signing_is_found_out_by_the_list_that_was_fetched(
    world: World, authority: Authority, served: Served
) -> None:
    document = trusted.signed_and_issued(world, authority, at=course.ISSUED)
    assert verdict(document).person == "valid"
    signer = document.signing_requests.get(capacity="person")
    authority.revoked[_serial(bytes(signer.prepared))] = course.DRAFTED
    served.renew(LATER)

    assert fetch_lists(LATER) == (1, [])

    assert verdict(document).person == "invalid"
    assert "đã bị thu hồi trước khi ký" in verdict(document).why[0]


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (lambda _: b"x" * 3000, revocation.NO_LIST),
        (lambda _: Authority.root("Lạ", at=trusted.MADE).revocation_list(at=LATER), revocation.STRANGER),
        (lambda authority: authority.revocation_list(at=trusted.MADE), revocation.NOT_NOW),
        (lambda authority: authority.revocation_list(at=course.DRAFTED - timedelta(hours=1)), revocation.OLDER),
        (lambda _: bytes(revocation_limit() + 1), fetching.NO_ANSWER),
    ],
    ids=["no list", "of a stranger", "late", "older", "too large"],
)
def test_a_wrong_list_is_not_taken_and_what_is_kept_stays(
    served: Served,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    made: Callable[[Authority], bytes],
    why: object,
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", revocation_limit())
    served.made = made(served.authority)

    renewed, refused = fetch_lists(LATER)

    assert (renewed, [one.words for one in refused]) == (0, [why])
    assert not (Path(settings.TRUST_LIST).parent / FETCHED).exists()


def test_while_no_list_comes_the_rounds_say_so_once_and_signatures_are_unknown_with_a_reason(
    world: World, authority: Authority, settings: Settings, files: None
) -> None:
    document = trusted.signed_and_issued(world, authority, at=course.ISSUED)
    named(settings, "http://127.0.0.1:1/ca.crl")
    (Path(settings.TRUST_LIST).parent / "revoked.der").write_bytes(authority.revocation_list(at=trusted.MADE, days=1))
    told: list[str] = []
    rounds = Rounds(told.append)

    rounds.hourly(LATER)
    rounds.hourly(LATER)

    assert len(told) == 1 and "chưa tải được danh sách thu hồi" in told[0]
    Verdict.objects.all().delete()
    found = verdict(document)
    assert (found.person, found.agency) == ("unknown", "unknown")
    assert "không có danh sách thu hồi" in found.why[0]
    with pytest.raises(CommandError, match="chưa tải được"):
        call_command("fetch_revocation_lists")


def test_a_folder_that_cannot_be_written_to_is_one_sentence(served: Served, settings: Settings) -> None:
    (Path(settings.TRUST_LIST).parent / FETCHED).write_bytes(b"in the way")

    renewed, refused = fetch_lists(LATER)

    assert (renewed, [one.words for one in refused]) == (0, [NOT_KEPT])


def test_only_files_of_who_was_revoked_are_looked_at_anew(world: World, authority: Authority, served: Served) -> None:
    document = trusted.signed_and_issued(world, authority, at=course.ISSUED)
    assert recheck(LATER) == 0

    assert fetch_lists(LATER) == (1, [])
    assert recheck(LATER) == 0
    authority.revoke(authority.person("Người khác", "Phường 12", at=trusted.MADE).chain(), at=LATER)
    served.renew(LATER)
    assert fetch_lists(LATER) == (1, [])
    assert recheck(LATER) == 0

    then, seal = LATER + timedelta(hours=1), document.signing_requests.get(capacity="agency")
    authority.revoked[_serial(bytes(seal.prepared))] = LATER
    served.renew(then)
    assert fetch_lists(then) == (1, [])
    assert recheck(then) == 1  # the sealed one: those before bear the person's signature alone
    assert recheck(then) == 0


def test_files_are_looked_at_anew_when_a_certificate_of_theirs_ends(world: World, authority: Authority) -> None:
    trusted.signed_and_issued(world, authority, at=course.ISSUED)

    assert recheck(LATER) == 0
    assert recheck(trusted.MADE + timedelta(days=731)) == 3
    assert set(Verdict.objects.values_list("person", flat=True)) == {"unknown"}


def revocation_limit() -> int:
    return 100_000


def _serial(prepared: bytes) -> int:
    from asn1crypto import x509

    from motcua.signing.signing import Prepared

    return int(x509.Certificate.load(Prepared.from_bytes(prepared).chain.certificate).serial_number)
