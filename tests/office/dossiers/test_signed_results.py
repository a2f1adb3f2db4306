"""A result that is an electronic document is recorded only signed and sealed, and returned only while it stands."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from motcua.language import Refusal
from motcua.office.documents.about import NOT_THERE
from motcua.office.documents.acts.afterwards import recall, replace
from motcua.office.documents.acts.drafting import approve as approve_document
from motcua.office.documents.acts.drafting import draft, redraft
from motcua.office.documents.files import current
from motcua.office.documents.models import OutgoingDocument, Secrecy, Verdict
from motcua.office.documents.told import OfHouse
from motcua.office.documents.verdicts import verdict_of
from motcua.office.dossiers.acts.copy_signing import sign_copy_with
from motcua.office.dossiers.acts.correction import reopen
from motcua.office.dossiers.acts.digitisation import digitise
from motcua.office.dossiers.acts.settlement import record_result, return_result
from motcua.office.dossiers.copying import paper_type
from motcua.office.dossiers.digitisation import copy_of
from motcua.office.dossiers.guards import signed_result as guards
from motcua.office.dossiers.models import Channel, DigitalCopy, Dossier, Result, Status
from motcua.office.dossiers.reuse import in_store
from motcua.office.dossiers.signatures import not_signed
from motcua.office.people.models import Role
from motcua.office.procedures.models import Version
from motcua.signing.local.authority import Authority
from tests.office.documents import course, trusted
from tests.office.dossiers import life
from tests.office.dossiers.compared import AGENCY, PERSON, Keys
from tests.office.records.scans import scan
from tests.world import World, again, moment, officer

SIGNED = moment("2023-07-28 14:30")
LATER = moment("2023-07-28 17:00")


@pytest.fixture
def authority(settings: Settings, tmp_path: Path) -> Authority:
    return trusted.authority(settings, tmp_path)


@pytest.fixture
def dossier(world: World, files: None) -> Dossier:
    """Approved, of a procedure whose result is electronic."""
    Version.objects.filter(pk=world.versions["birth"].pk).update(signed_result=True)
    return life.approved(world)


def decided(
    world: World, dossier: Dossier, authority: Authority, *, sealed: bool = True, at: datetime = SIGNED, **told: object
) -> OutgoingDocument:
    """A decision of ward 12 in the dossier, signed, sealed and issued."""
    whole = course.RESULT | {"dossier_code": dossier.code} | told
    return trusted.signed_and_issued(world, authority, sealed=sealed, at=at, **whole)


def record(dossier: Dossier, world: World, document: OutgoingDocument | None = None) -> Result:
    named = None if document is None else document.pk
    return record_result(dossier.pk, by=world.minh, at=life.RECORDED, document=named)


def refusal(dossier: Dossier, world: World, document: OutgoingDocument | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        record(dossier, world, document)
    assert again(dossier).status == Status.PROCESSING
    return caught.value


def test_number_and_pages_are_those_of_the_signed_document(
    world: World, dossier: Dossier, authority: Authority
) -> None:
    document = decided(world, dossier, authority)
    result = record(dossier, world, document)
    assert (result.document, result.number, result.pages) == (document, str(document), document.pages)
    assert again(dossier).status == Status.SETTLED


def test_it_is_digitised_by_its_own_file_whose_signatures_the_server_found(
    world: World, dossier: Dossier, authority: Authority
) -> None:
    document = decided(world, dossier, authority)
    record(dossier, world, document)
    copy, last = copy_of(dossier), current(document)
    assert copy is not None
    assert last is not None
    assert copy.file == last.file
    assert (copy.file.verdict.person, copy.file.verdict.agency) == ("valid", "valid")


def test_without_a_document_nothing_is_recorded(world: World, dossier: Dossier, authority: Authority) -> None:
    assert refusal(dossier, world).words == guards.NONE_ISSUED


def test_a_document_of_another_dossier_does_not_do(world: World, dossier: Dossier, authority: Authority) -> None:
    other = decided(world, life.received(world), authority)
    assert refusal(dossier, world, other).words == guards.NONE_ISSUED
    decided(world, dossier, authority)
    assert refusal(dossier, world, other).words == guards.NOT_NAMED


def test_a_letter_that_was_issued_later_does_not_take_the_place_of_the_result(
    world: World, dossier: Dossier, authority: Authority
) -> None:
    document = decided(world, dossier, authority)
    notice = trusted.signed_and_issued(world, authority, at=SIGNED, dossier_code=dossier.code)

    assert refusal(dossier, world).words == guards.NOT_NAMED
    assert [one.pk for one in guards.possible(dossier)] == [notice.pk, document.pk]
    assert record(dossier, world, document).document == document


def test_what_can_be_no_result_is_none(world: World, dossier: Dossier, authority: Authority) -> None:
    sorry = {"to": "Bà Huỳnh Thị An", "about": "trả trễ", "reason": "Hồ sơ nhiều.", "remedy": "Trả tại nhà."}
    apology = decided(world, dossier, authority, kind="apology", content=OfHouse("apology", sorry), sealed=False)
    invitation = decided(world, dossier, authority, kind="invitation")
    secret = decided(world, dossier, authority, secrecy=Secrecy.SECRET)
    recalled = decided(world, dossier, authority)
    recall(recalled.pk, reason="Sai họ tên", by=world.hoa, at=SIGNED)
    other = decided(world, dossier, authority)
    life_of_other = life.approved(world)
    Result.objects.filter(dossier=life_of_other).update(document=other)

    assert guards.possible(dossier) == []
    for one in (apology, invitation, secret, recalled, other):
        assert refusal(dossier, world, one).words == guards.NONE_ISSUED


def test_a_code_under_which_the_drafter_may_read_no_dossier_is_refused(world: World, dossier: Dossier) -> None:
    stranger = officer("son", "Đỗ Sơn", world.elsewhere, Role.SPECIALIST)
    there = course.told(world, unit=world.elsewhere, signer=world.hoa, dossier_code=dossier.code)
    for told, by in ((course.told(world, dossier_code="H20.17.12-230727-9999"), world.minh), (there, stranger)):
        with pytest.raises(Refusal) as caught:
            draft(told, by=by, at=course.DRAFTED)
        assert caught.value.words == NOT_THERE
    drafted = course.drafted(world)
    with pytest.raises(Refusal) as caught:
        redraft(drafted.pk, course.told(world, dossier_code="9999"), by=world.minh, at=course.DRAFTED)
    assert caught.value.words == NOT_THERE


def test_a_document_on_paper_does_not_do(world: World, dossier: Dossier, authority: Authority) -> None:
    paper = course.issued(world, **course.RESULT, dossier_code=dossier.code)
    assert refusal(dossier, world, paper).words == guards.NONE_ISSUED  # issued before the proposal was approved
    Result.objects.filter(dossier=dossier).update(approved_at=course.DRAFTED)
    assert refusal(dossier, world, paper).words == guards.NOT_VALID


def test_a_document_without_the_agencys_seal_does_not_do(world: World, dossier: Dossier, authority: Authority) -> None:
    document = decided(world, dossier, authority, sealed=False)
    assert refusal(dossier, world, document).words == guards.NOT_VALID


def test_a_verdict_that_somebody_wrote_is_found_out_when_the_list_changes(
    world: World, dossier: Dossier, authority: Authority
) -> None:
    document = decided(world, dossier, authority, sealed=False)
    Verdict.objects.update(agency="valid", trust="claimed")
    assert refusal(dossier, world, document).words == guards.NOT_VALID


def test_a_recalled_result_is_not_returned_until_another_took_its_place(
    world: World, dossier: Dossier, authority: Authority
) -> None:
    document = decided(world, dossier, authority)
    record(dossier, world, document)
    life.moved(world, again(dossier), world.minh, world.lan, Role.RECEPTION)
    recall(document.pk, reason="Sai họ tên", by=world.hoa, at=LATER)
    with pytest.raises(Refusal) as caught:
        return_result(dossier.pk, way=Channel.COUNTER, to="Phạm Văn Bình", by=world.lan, at=life.RETURNED)
    assert caught.value.words == guards.RECALLED


def test_a_recalled_result_leaves_the_store_though_its_copy_was_compared(
    world: World, dossier: Dossier, authority: Authority
) -> None:
    document = decided(world, dossier, authority)
    record(dossier, world, document)
    asking = life.received(world, "land", applicant=dossier.applicant)
    paper, copy = asking.components.get(no=2), DigitalCopy.objects.filter(result__dossier=dossier)
    copy.update(paper_type=paper_type(paper.name), certified_at=LATER, certified_by=world.lan)
    assert [offer.copy for offer in in_store(asking, LATER.date())] == list(copy)

    recall(document.pk, reason="Sai họ tên", by=world.hoa, at=LATER)

    assert in_store(asking, LATER.date()) == []


def test_a_replaced_result_keeps_both_documents_and_is_returned(
    world: World, dossier: Dossier, authority: Authority
) -> None:
    document = decided(world, dossier, authority)
    record(dossier, world, document)
    life.moved(world, again(dossier), world.minh, world.lan, Role.RECEPTION)
    told = course.told(world, **course.RESULT, dossier_code=dossier.code)
    newer = replace(document.pk, told, by=world.minh, at=LATER)
    approve_document(newer.pk, by=world.hoa, at=LATER)
    return_result(dossier.pk, way=Channel.COUNTER, to="Phạm Văn Bình", by=world.lan, at=life.RETURNED)
    assert Result.objects.get(dossier=dossier).document == document
    assert newer.replaces == document


def test_a_dossier_taken_up_again_needs_a_new_document(world: World, dossier: Dossier, authority: Authority) -> None:
    record(dossier, world, decided(world, dossier, authority))
    reopen(dossier.pk, reason="Sai sót", by=world.hoa, at=LATER)
    result = Result.objects.get(dossier=dossier)
    assert result.document is None
    result.approved_at, result.approved_by = LATER + timedelta(hours=1), world.hoa
    result.save()
    with pytest.raises(Refusal) as caught:
        guards.signed_document(again(dossier), None, LATER + timedelta(hours=2))
    assert caught.value.words == guards.NONE_ISSUED


def test_a_procedure_that_asks_for_none_is_recorded_as_before(world: World, files: None) -> None:
    result = record_result(life.approved(world).pk, pages=2, number="15/GKS", by=world.minh, at=life.RECORDED)
    assert (result.document, result.pages) == (None, 2)


def test_a_scan_without_signatures_is_warned_of_until_a_signed_one_replaces_it(
    world: World, authority: Authority, files: None
) -> None:
    dossier = life.settled(world)
    copy = life.digitised(world, dossier)
    verdict_of(copy.file, life.AT_DESK)
    assert list(not_signed()) == [dossier]
    Verdict.objects.update(person="valid", agency="valid")
    assert not not_signed()


def test_nothing_is_said_of_signatures_where_nobody_is_trusted(world: World, files: None) -> None:
    life.digitised(world, life.settled(world))
    assert not not_signed()


def test_an_office_that_wants_it_returns_a_result_only_once_its_copy_is_signed_and_sealed(
    world: World, settings: Settings, tmp_path: Path, files: None
) -> None:
    keys, dossier = Keys.made(settings, tmp_path), life.at_desk(world)
    settings.RETURN_SIGNED_ONLY = True

    def returned() -> None:
        return_result(dossier.pk, way=Channel.COUNTER, to="Phạm Văn Bình", by=world.lan, at=life.RETURNED)

    def refused() -> None:
        with pytest.raises(Refusal) as caught:
            returned()
        assert caught.value.words == guards.COPY_NOT_SIGNED

    refused()
    copy = digitise(dossier.pk, contents=[scan()], by=world.lan, at=life.AT_DESK)
    refused()
    sign_copy_with(keys.lan, copy.pk, PERSON, by=world.lan, at=life.AT_DESK)
    refused()
    sign_copy_with(keys.seal, copy.pk, AGENCY, by=world.van, at=life.AT_DESK)
    returned()
    assert again(dossier).status == Status.RETURNED
