"""The whole way with real PDF signatures: signed, numbered, sealed, issued, and found valid by the room for signing."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytest_django import Settings

from motcua.language import Refusal, speaking
from motcua.office.documents.acts.asking import answer, ask_signature, sign_with
from motcua.office.documents.acts.register import issue, number
from motcua.office.documents.files import content_of, current
from motcua.office.documents.guards import signing as guards
from motcua.office.documents.models import Capacity, DocumentFile, OutgoingDocument, State, Verdict
from motcua.office.documents.rates import rates
from motcua.office.documents.standing import standing_of
from motcua.office.documents.verdicts import recheck, verdict_of
from motcua.office.records.content import judge
from motcua.office.records.store import keep
from motcua.signing.keys import Key
from motcua.signing.local.authority import Authority
from motcua.signing.reasons import Reason
from tests.office.documents import course, trusted
from tests.office.documents.trusted import MADE, trusting
from tests.office.records.scans import scan
from tests.world import World


@pytest.fixture
def authority(settings: Settings, tmp_path: Path) -> Authority:
    """One that the office trusts, by a list in a file."""
    return trusted.authority(settings, tmp_path)


def sealed(world: World, authority: Authority) -> OutgoingDocument:
    hoa: Key = authority.person("Lê Thị Hoà", "Phường 12", at=MADE)
    agency: Key = authority.agency("Ủy ban nhân dân phường 12", at=MADE)
    document = course.approved(world)
    sign_with(hoa, document.pk, Capacity.PERSON, by=world.hoa, at=course.SIGNED)
    number(document.pk, by=world.van, at=course.NUMBERED)
    sign_with(agency, document.pk, Capacity.AGENCY, by=world.van, at=course.SEALED)
    return course.again(document)


def test_both_signatures_hold_after_number_and_date_are_filled_in(world: World, authority: Authority) -> None:
    document = issue(sealed(world, authority).pk, by=world.van, at=course.ISSUED)

    last = current(document)
    assert last is not None
    verdict = verdict_of(last.file, course.ISSUED)
    assert (verdict.person, verdict.agency, verdict.reasons) == ("valid", "valid", [])
    fields = PdfReader(BytesIO(content_of(last))).get_form_text_fields()
    assert fields == {"number": "01", "day": "27", "month": "7", "year": "2023"}
    of = rates(world.ward, date(2023, 7, 27), date(2023, 7, 27))
    assert (of.signed.numerator, of.by_both.numerator, of.by_both.denominator) == (1, 1, 1)


def test_a_signature_of_somebody_whom_the_office_does_not_trust_is_not_taken(
    world: World, authority: Authority
) -> None:
    stranger = Authority.root(authority.name, at=MADE).person("Lê Thị Hoà", "Phường 12", at=MADE)
    document = course.approved(world)

    with pytest.raises(Refusal) as caught:
        sign_with(stranger, document.pk, Capacity.PERSON, by=world.hoa, at=course.SIGNED)

    assert caught.value.words == guards.DOES_NOT_HOLD
    assert course.again(document).state == State.APPROVED


def test_a_signature_of_another_key_is_not_taken(world: World, authority: Authority) -> None:
    hoa = authority.person("Lê Thị Hoà", "Phường 12", at=MADE)
    document = course.approved(world)
    request = ask_signature(document.pk, Capacity.PERSON, hoa.chain(), by=world.hoa, at=course.SIGNED)
    other = authority.person("Lê Thị Hoà", "Phường 12", at=MADE)

    with pytest.raises(Refusal):
        answer(request.pk, other.sign(bytes(request.said)), by=world.hoa, at=course.SIGNED)

    answer(request.pk, hoa.sign(bytes(request.said)), by=world.hoa, at=course.SIGNED)
    assert course.again(document).state == State.SIGNED


def test_a_signature_on_a_file_that_cannot_be_read_is_not_taken_and_one_that_waits_for_a_list_is(world: World) -> None:
    document = course.approved(world)
    told = {"person": "unknown", "agency": "unknown"}

    guards.holds(document, Verdict(reasons=[{"code": "NO_LIST", "field": "person", "name": ""}], **told), "person")
    with pytest.raises(Refusal, match="hỏng hoặc bị khóa"):
        guards.holds(document, Verdict(reasons=[{"code": "BROKEN_FILE", "field": "", "name": ""}], **told), "person")


def test_when_the_trust_list_changes_what_it_does_not_hold_is_seen(
    world: World, authority: Authority, settings: Settings
) -> None:
    document = issue(sealed(world, authority).pk, by=world.van, at=course.ISSUED)
    trusting(Authority.root("Tổ chức khác", at=MADE), settings.TRUST_LIST)

    assert recheck(course.AFTER) == 3

    last = current(document)
    assert last is not None
    assert (last.file.verdict.person, last.file.verdict.agency) == ("invalid", "invalid")
    assert len(last.file.verdict.reasons) == 2


def test_why_a_signature_does_not_hold_is_told_in_the_language_of_who_reads(
    world: World, authority: Authority, settings: Settings
) -> None:
    document = issue(sealed(world, authority).pk, by=world.van, at=course.ISSUED)
    trusting(Authority.root("Tổ chức khác", at=MADE), settings.TRUST_LIST)
    recheck(course.AFTER)
    last = current(document)
    assert last is not None

    verdict = Verdict.objects.get(file=last.file)
    assert verdict.reasons[0] == {"code": "FOREIGN", "field": "person", "name": "Lê Thị Hoà"}
    first, second = "Chữ ký của người có thẩm quyền (Lê Thị Hoà): ", "Signature of the competent person (Lê Thị Hoà): "
    assert verdict.why[0] == first + Reason.FOREIGN.words.vi
    with speaking("en"):
        assert verdict.why[0] == second + Reason.FOREIGN.words.en
        standing = standing_of(document.code)
    assert standing is not None
    assert (standing.person, standing.why[0]) == ("Invalid", second + Reason.FOREIGN.words.en)


def test_a_reason_kept_as_a_sentence_or_under_a_code_that_is_gone_is_shown_as_it_is() -> None:
    kept = ["Lê Thị Hoà: chứng thư đã hết hạn khi ký", {"code": "GONE", "field": "Signature1", "name": ""}]

    assert Verdict(reasons=kept).why == ["Lê Thị Hoà: chứng thư đã hết hạn khi ký", "Signature1: GONE"]


def test_an_unsigned_file_in_place_of_the_signed_one_is_found_out(world: World, authority: Authority) -> None:
    document = issue(sealed(world, authority).pk, by=world.van, at=course.ISSUED)
    last = current(document)
    assert last is not None
    unsigned = scan()
    DocumentFile.objects.filter(pk=last.pk).update(file=keep(unsigned, judge(unsigned), at=course.ISSUED))

    verdict = verdict_of(DocumentFile.objects.get(pk=last.pk).file, course.AFTER)

    assert (verdict.person, verdict.agency, verdict.why) == ("none", "none", [Reason.UNSIGNED.words.vi])
    of = rates(world.ward, date(2023, 7, 27), date(2023, 7, 27))
    assert (of.signed.numerator, of.by_both.numerator) == (0, 0)
