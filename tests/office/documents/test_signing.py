"""Signing in two steps: the right officer, the right version, one signature however often it is asked for or sent."""

import json
from base64 import b64encode
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from motcua.language import Refusal
from motcua.office.documents import engine as engines
from motcua.office.documents.acts.asking import answer, answer_many, ask_many, ask_signature, sign_with
from motcua.office.documents.acts.drafting import send_back
from motcua.office.documents.acts.register import issue, number
from motcua.office.documents.acts.signing import seal_on_paper, sign_on_paper
from motcua.office.documents.files import content_of, current
from motcua.office.documents.guards import moving
from motcua.office.documents.guards import signing as guards
from motcua.office.documents.models import Capacity, FileStep, OutgoingDocument, SigningRequest, State, Verdict
from motcua.office.documents.rates import rates
from motcua.office.documents.standing import standing_of
from motcua.office.documents.told import Uploaded
from motcua.office.documents.verdicts import recheck, verdict_of
from motcua.office.journal.models import Entry
from motcua.office.people.models import Position
from motcua.office.people.policy import NotAllowed, forget_terms
from tests.office.apart import office
from tests.office.documents import course, engine
from tests.office.documents.engine import Signs
from tests.office.records.scans import scan
from tests.world import World

PERSON, AGENCY = Capacity.PERSON, Capacity.AGENCY
pytestmark = pytest.mark.usefixtures("signing_engine")


def asked(world: World, key: Signs) -> tuple[OutgoingDocument, SigningRequest]:
    document = course.approved(world)
    return document, ask_signature(document.pk, PERSON, key.chain(), by=world.hoa, at=course.SIGNED)


def signed(world: World, key: Signs) -> OutgoingDocument:
    document = course.approved(world)
    sign_with(key, document.pk, PERSON, by=world.hoa, at=course.SIGNED)
    return course.again(document)


def sealed(world: World, key: Signs, agency: Signs) -> OutgoingDocument:
    document = number(signed(world, key).pk, by=world.van, at=course.NUMBERED)
    sign_with(agency, document.pk, AGENCY, by=world.van, at=course.SEALED)
    return course.again(document)


def test_a_document_is_signed_numbered_sealed_and_issued_and_both_signatures_hold(
    world: World, hoa: Signs, agency: Signs
) -> None:
    document = issue(sealed(world, hoa, agency).pk, by=world.van, at=course.ISSUED)

    last = current(document)
    assert last is not None
    verdict = verdict_of(last.file, course.AFTER)
    assert (verdict.person, verdict.agency) == ("valid", "valid")
    steps = [one.step for one in document.files.all()]
    assert steps == [FileStep.DRAFTED, FileStep.SIGNED, FileStep.NUMBERED, FileStep.SEALED]
    assert engine.filled(content_of(last)) == {"number": "01", "day": "27", "month": "7", "year": "2023"}
    acts = [line.act for line in Entry.objects.filter(subject=f"document {document.pk}").order_by("pk")]
    assert acts[2:] == ["document.signed", "document.numbered", "document.sealed", "document.issued"]
    of = rates(world.ward, date(2023, 7, 27), date(2023, 7, 27))
    assert (of.signed.numerator, of.by_both.numerator, of.by_both.denominator) == (1, 1, 1)


def test_whoever_holds_the_code_learns_that_both_signatures_hold(world: World, hoa: Signs, agency: Signs) -> None:
    document = sealed(world, hoa, agency)
    assert standing_of(document.code) is None

    issue(document.pk, by=world.van, at=course.ISSUED)

    standing = standing_of(document.code.upper())
    last = current(document)
    assert standing is not None and last is not None
    assert (standing.number, standing.person, standing.seal, standing.in_force) == (
        "01/TB-UBND",
        "Hợp lệ",
        "Hợp lệ",
        True,
    )
    assert standing.files == {last.file.sha256}


def test_asked_again_after_a_lost_reply_it_is_the_same_request(world: World, hoa: Signs) -> None:
    document, first = asked(world, hoa)

    again = ask_signature(document.pk, PERSON, hoa.chain(), by=world.hoa, at=course.SIGNED + timedelta(minutes=5))

    assert again == first
    assert bytes(again.said) == bytes(first.said)


def test_answered_twice_nothing_changes_the_second_time(world: World, hoa: Signs) -> None:
    document, request = asked(world, hoa)
    answer(request.pk, hoa.sign(request.said), by=world.hoa, at=course.SIGNED)
    files, lines = document.files.count(), Entry.objects.count()

    second = answer(request.pk, hoa.sign(request.said), by=world.hoa, at=course.SIGNED + timedelta(hours=5))
    third = ask_signature(document.pk, PERSON, hoa.chain(), by=world.hoa, at=course.SIGNED + timedelta(hours=5))

    assert second == third == request
    assert (document.files.count(), Entry.objects.count()) == (files, lines)
    assert course.again(document).signed_at == course.SIGNED


def test_a_request_is_answered_by_whom_it_was_asked_of_alone(world: World, hoa: Signs) -> None:
    document, request = asked(world, hoa)

    with pytest.raises(NotAllowed):
        answer(request.pk, hoa.sign(request.said), by=world.van, at=course.SIGNED)

    assert course.again(document).state == State.APPROVED


def test_an_old_request_is_not_answered_and_a_new_one_takes_its_place(world: World, hoa: Signs) -> None:
    document, request = asked(world, hoa)
    late = course.SIGNED + timedelta(minutes=31)

    with pytest.raises(Refusal) as caught:
        answer(request.pk, hoa.sign(request.said), by=world.hoa, at=late)
    assert caught.value.words == guards.EXPIRED

    newer = ask_signature(document.pk, PERSON, hoa.chain(), by=world.hoa, at=late)
    assert newer != request
    with pytest.raises(Refusal) as caught:
        answer(request.pk, hoa.sign(request.said), by=world.hoa, at=late)
    assert caught.value.words == guards.GIVEN_UP
    answer(newer.pk, hoa.sign(newer.said), by=world.hoa, at=late)


def test_a_draft_sent_back_meanwhile_is_not_signed_in_its_old_version(world: World, hoa: Signs) -> None:
    document, request = asked(world, hoa)
    send_back(document.pk, reason="Sai ngày", by=world.hoa, at=course.SIGNED)

    with pytest.raises(Refusal) as caught:
        answer(request.pk, hoa.sign(request.said), by=world.hoa, at=course.SIGNED)

    assert caught.value.words == guards.GIVEN_UP
    assert not document.files.filter(step=FileStep.SIGNED).exists()


@pytest.mark.parametrize("wrong", [b"", b"no signature", None])
def test_a_signature_that_does_not_hold_is_not_taken_and_the_right_one_still_is(
    world: World, hoa: Signs, wrong: bytes | None
) -> None:
    document, request = asked(world, hoa)
    given = Signs("another").sign(bytes(request.said)) if wrong is None else wrong

    with pytest.raises(Refusal) as caught:
        answer(request.pk, given, by=world.hoa, at=course.SIGNED)

    assert caught.value.words == guards.DOES_NOT_HOLD
    assert (document.files.count(), Verdict.objects.count()) == (1, 0)
    answer(request.pk, hoa.sign(request.said), by=world.hoa, at=course.SIGNED)
    assert course.again(document).state == State.SIGNED


def test_the_certificate_bears_the_name_of_who_signs(world: World) -> None:
    document = course.approved(world)

    with pytest.raises(Refusal) as caught:
        ask_signature(document.pk, PERSON, Signs("Trần Văn Minh").chain(), by=world.hoa, at=course.SIGNED)

    assert caught.value.words == guards.OTHER_NAME


def test_whoever_may_no_longer_sign_when_the_answer_comes_has_not_signed(world: World, hoa: Signs) -> None:
    document, request = asked(world, hoa)
    Position.objects.filter(officer=world.hoa).update(to_on=date(2023, 7, 26))
    forget_terms(world.hoa)

    with pytest.raises(NotAllowed):
        answer(request.pk, hoa.sign(request.said), by=world.hoa, at=course.SIGNED)

    assert course.again(document).state == State.APPROVED


def test_many_are_asked_and_answered_each_on_its_own(world: World, hoa: Signs) -> None:
    good, early, other = course.approved(world), course.drafted(world), course.approved(world)

    requests = ask_many([good.pk, early.pk, other.pk], PERSON, hoa.chain(), by=world.hoa, at=course.SIGNED)

    first, refused, last = requests
    assert isinstance(first, SigningRequest) and isinstance(last, SigningRequest)
    assert isinstance(refused, Refusal) and refused.words == moving.WRONG_STATE
    answers = [(first.pk, hoa.sign(first.said)), (last.pk, b"no signature")]
    done, not_taken = answer_many(answers, by=world.hoa, at=course.SIGNED)
    assert isinstance(done, SigningRequest) and isinstance(not_taken, Refusal)
    assert [course.again(one).state for one in (good, early, other)] == [State.SIGNED, State.DRAFTED, State.APPROVED]


def test_the_agency_signs_by_its_clerk_and_only_what_has_its_number(world: World, hoa: Signs, agency: Signs) -> None:
    document = signed(world, hoa)
    with pytest.raises(Refusal) as caught:
        ask_signature(document.pk, AGENCY, agency.chain(), by=world.van, at=course.NUMBERED)
    assert caught.value.words == moving.WRONG_STATE

    number(document.pk, by=world.van, at=course.NUMBERED)
    for who in (world.hoa, world.minh, world.nam):
        with pytest.raises(NotAllowed):
            ask_signature(document.pk, AGENCY, agency.chain(), by=who, at=course.SEALED)


def test_paper_and_digital_signatures_do_not_mix(world: World, hoa: Signs, agency: Signs) -> None:
    by_hand, digital = course.numbered(world), number(signed(world, hoa).pk, by=world.van, at=course.NUMBERED)

    with pytest.raises(Refusal) as caught:
        ask_signature(by_hand.pk, AGENCY, agency.chain(), by=world.van, at=course.SEALED)
    assert caught.value.words == guards.ON_PAPER
    with pytest.raises(Refusal) as caught:
        seal_on_paper(digital.pk, scan=scan(), by=world.van, at=course.SEALED)
    assert caught.value.words == moving.SIGNED_DIGITALLY


def test_a_file_without_blanks_is_signed_on_paper_alone(world: World, hoa: Signs) -> None:
    document = course.approved(world, content=Uploaded(scan()))

    with pytest.raises(Refusal) as caught:
        ask_signature(document.pk, PERSON, hoa.chain(), by=world.hoa, at=course.SIGNED)

    assert caught.value.words == guards.NO_PLACES
    sign_on_paper(document.pk, by=world.hoa, at=course.SIGNED)


def test_where_signing_is_not_set_up_one_sentence_says_so(world: World, hoa: Signs, settings: Settings) -> None:
    settings.SIGNING_ENGINE = ""

    with pytest.raises(Refusal) as caught:
        asked(world, hoa)

    assert caught.value.words == engines.NO_ENGINE
    issue(course.sealed(world).pk, by=world.van, at=course.ISSUED)


def test_a_verdict_is_computed_anew_when_the_trust_list_changes(world: World, hoa: Signs, agency: Signs) -> None:
    document = issue(sealed(world, hoa, agency).pk, by=world.van, at=course.ISSUED)
    assert recheck(course.AFTER) == 0
    engine.distrusted.add(b64encode(hoa.certificate).decode())
    assert recheck(course.AFTER) == 0

    engine.trusted = "list 2"

    assert recheck(course.AFTER) == 3
    last = current(document)
    assert last is not None
    assert (last.file.verdict.person, last.file.verdict.agency) == ("invalid", "valid")
    assert last.file.verdict.reasons == [{"code": "CHANGED", "field": "person", "name": ""}]
    of = rates(world.ward, date(2023, 7, 27), date(2023, 7, 27))
    assert (of.signed.numerator, of.by_both.numerator) == (1, 0)


def test_a_scan_of_paper_has_no_signatures_and_counts_so(world: World) -> None:
    course.issued(world)

    of = rates(world.ward, date(2023, 7, 27), date(2023, 7, 27))
    assert (of.signed.numerator, of.signed.denominator) == (0, 1)


def test_the_journal_names_certificate_and_file_and_no_person(world: World, hoa: Signs) -> None:
    document = signed(world, hoa)

    said = json.loads(Entry.objects.filter(act="document.signed").get().new)

    assert set(said) == {"document", "file", "certificate", "mode"}
    assert said["file"] == document.files.get(step=FileStep.SIGNED).file.sha256


def test_asked_for_and_answered_by_many_at_once_each_document_is_signed_once(tmp_path: Path) -> None:
    with office(tmp_path) as apart:
        found = json.loads(apart.run("-m", "tests.office.documents.crowd", "signing"))

    assert found["errors"] == []
    assert found["requests"] == found["signed"] == found["lines"] == found["documents"] == 8
    assert found["faults"] == []
