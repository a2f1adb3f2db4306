"""Papers used again: from the store of the same person, of the very kind asked for, for one dossier, journalled."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from motcua.language import Refusal
from motcua.office.dossiers.acts.digitisation import certify_copy, digitise, scan_paper
from motcua.office.dossiers.acts.reuse import reuse_copy
from motcua.office.dossiers.acts.waiting import withdraw
from motcua.office.dossiers.copying import paper_type
from motcua.office.dossiers.digitisation import valid_copies_of_papers
from motcua.office.dossiers.guards import digitisation, reuse
from motcua.office.dossiers.models import DigitalCopy, Dossier, DossierComponent, PaperForm, Result
from motcua.office.dossiers.reuse import in_store
from motcua.office.journal.models import Entry
from motcua.office.people.models import Person
from motcua.office.people.policy import NotAllowed
from motcua.office.procedures.models import Component
from motcua.office.records.store import path_of
from motcua.office.records.verifying import verify
from tests.office.dossiers import life
from tests.office.records.scans import scan
from tests.world import World, moment

PROOF = 2  # „Giấy tờ chứng minh“ is no. 2 of every list of the world
LATER = moment("2023-08-02 09:00")


def stored(world: World, *, person: Person | None = None, at: datetime = life.MOVED, pages: int = 2) -> DigitalCopy:
    """The proof of a birth of before, scanned and compared by Lan."""
    dossier = life.received(world, applicant=person or world.binh)
    copy = scan_paper(dossier.pk, PROOF, contents=[scan(pages)], by=world.lan, at=at)
    return certify_copy(dossier.pk, copy.pk, by=world.lan, at=at)


def offered(dossier: Dossier) -> list[tuple[int, int]]:
    return [(offer.paper.no, offer.copy.pk) for offer in in_store(dossier, LATER.date())]


def refused(dossier: Dossier, world: World, copy: DigitalCopy, paper: int = PROOF) -> object:
    with pytest.raises(Refusal) as caught:
        reuse_copy(dossier.pk, paper, copy.pk, by=world.lan, at=LATER)
    return caught.value.words


def test_a_paper_given_before_digitises_the_same_paper_of_a_new_dossier(world: World) -> None:
    source, dossier = stored(world), life.received(world, "land")
    assert offered(dossier) == [(PROOF, source.pk)]

    copy = reuse_copy(dossier.pk, PROOF, source.pk, by=world.lan, at=LATER)

    assert (copy.file, copy.source, copy.certified_at) == (source.file, source, None)
    assert copy in valid_copies_of_papers()
    line = Entry.objects.filter(subject=dossier.code).latest("pk")
    assert (line.act, line.by) == ("dossier.copy_reused", "lan")
    assert source.component is not None
    assert source.component.dossier.code in line.new
    assert "1.012812" in line.new
    assert offered(dossier) == []


def test_what_belongs_to_another_person_of_the_same_name_is_neither_offered_nor_taken(world: World) -> None:
    same_name = Person.objects.create(name=world.binh.name, search_name=world.binh.search_name, number="087090000099")
    theirs, dossier = stored(world, person=same_name), life.received(world)

    assert offered(dossier) == []
    assert refused(dossier, world, theirs) == reuse.NOT_IN_STORE


def test_who_told_no_number_has_no_store(world: World) -> None:
    nobody = Person.objects.create(name="Lê Văn Tám", search_name="le van tam")
    copy, dossier = stored(world, person=nobody), life.received(world, applicant=nobody)

    assert offered(dossier) == []
    assert refused(dossier, world, copy) == reuse.NOT_IN_STORE


def test_only_the_paper_of_the_very_name_fits_capitals_and_diacritics_aside(world: World) -> None:
    source, dossier = stored(world), life.received(world, "land")
    listed = Component.objects.filter(version=dossier.version, no=PROOF)
    listed.update(name="Giấy tờ chứng minh nhân thân")
    dossier = Dossier.objects.get(pk=dossier.pk)
    assert offered(dossier) == []

    listed.update(name="GIẤY TỜ  Chung minh")
    assert offered(Dossier.objects.get(pk=dossier.pk)) == [(PROOF, source.pk)]


def test_a_copy_says_whose_it_is_and_of_which_type_in_every_procedure_alike(world: World) -> None:
    first, second = stored(world), stored(world, person=world.an)
    of_land = life.received(world, "land", data_subject=world.an)
    third = scan_paper(of_land.pk, PROOF, contents=[scan(3)], by=world.lan, at=life.MOVED)

    assert [one.owner for one in (first, second, third)] == [world.binh, world.an, world.an]
    assert {one.paper_type for one in (first, second, third)} == {paper_type("GIẤY TỜ  chung minh")}
    assert world.binh.number not in first.paper_type


def test_what_somebody_handed_in_for_another_is_offered_to_neither_of_them_alone(world: World) -> None:
    former = life.received(world, data_subject=world.an)
    copy = scan_paper(former.pk, PROOF, contents=[scan(2)], by=world.lan, at=life.MOVED)
    certify_copy(former.pk, copy.pk, by=world.lan, at=life.MOVED)

    assert offered(life.received(world)) == []
    assert offered(life.received(world, applicant=world.an)) == []
    assert offered(life.received(world, data_subject=world.an)) == [(PROOF, copy.pk)]


def test_what_was_issued_about_somebody_is_offered_to_them_whoever_asked_for_it(world: World) -> None:
    former = life.returned(world)
    Dossier.objects.filter(pk=former.pk).update(data_subject=world.an)
    copy = digitise(former.pk, contents=[scan()], by=world.lan, at=life.RETURNED)
    certify_copy(former.pk, copy.pk, by=world.lan, at=life.RETURNED)
    dossier = life.received(world, "land", applicant=world.an)
    Component.objects.filter(version=dossier.version, no=PROOF).update(name=former.result.kind)

    assert offered(Dossier.objects.get(pk=dossier.pk)) == [(PROOF, copy.pk)]


def test_what_holds_no_longer_is_not_offered(world: World) -> None:
    source, dossier = stored(world), life.received(world)
    DigitalCopy.objects.filter(pk=source.pk).update(holds_until=LATER.date())
    assert offered(dossier) == [(PROOF, source.pk)]

    DigitalCopy.objects.filter(pk=source.pk).update(holds_until=LATER.date() - timedelta(days=1))
    assert refused(dossier, world, source) == reuse.NOT_IN_STORE


def test_a_scan_that_is_a_copy_of_another_paper_too_is_offered_for_the_one_asked_for(world: World) -> None:
    former, dossier = life.received(world), life.received(world)
    DossierComponent.objects.filter(dossier=former, no=1).update(name="Ảnh chân dung", procedure_component_no=None)
    for no in (PROOF, 1):
        copy = scan_paper(former.pk, no, contents=[scan(2)], by=world.lan, at=life.MOVED)
        certify_copy(former.pk, copy.pk, by=world.lan, at=life.MOVED)

    assert len(offered(dossier)) == 1


def test_a_declaration_is_made_anew_each_time(world: World) -> None:
    former = life.received(world)
    copy = scan_paper(former.pk, 1, contents=[scan()], by=world.lan, at=life.MOVED)
    certify_copy(former.pk, copy.pk, by=world.lan, at=life.MOVED)
    dossier = life.received(world)

    assert offered(dossier) == []
    assert refused(dossier, world, copy, 1) == reuse.NOT_IN_STORE


def test_a_result_issued_to_the_person_stands_for_the_paper_of_its_name(world: World) -> None:
    former = life.returned(world)
    copy = digitise(former.pk, contents=[scan()], by=world.lan, at=life.RETURNED)
    dossier = life.received(world, "land")
    Component.objects.filter(version=dossier.version, no=PROOF).update(name=former.result.kind)
    dossier = Dossier.objects.get(pk=dossier.pk)
    assert offered(dossier) == []  # nobody compared it

    certify_copy(former.pk, copy.pk, by=world.lan, at=life.RETURNED)
    assert offered(dossier) == [(PROOF, copy.pk)]
    reuse_copy(dossier.pk, PROOF, copy.pk, by=world.lan, at=LATER)

    assert valid_copies_of_papers().filter(component__dossier=dossier).count() == 1


def test_a_refusal_is_no_paper_to_be_used(world: World) -> None:
    former = life.returned(world)
    copy = digitise(former.pk, contents=[scan()], by=world.lan, at=life.RETURNED)
    certify_copy(former.pk, copy.pk, by=world.lan, at=life.RETURNED)
    Result.objects.update(refuses=True)
    dossier = life.received(world, "land")
    Component.objects.filter(version=dossier.version, no=PROOF).update(name=former.result.kind)

    assert offered(Dossier.objects.get(pk=dossier.pk)) == []


def test_not_compared_replaced_or_taken_home_it_is_not_in_the_store(world: World) -> None:
    former, dossier = life.received(world), life.received(world)
    copy = scan_paper(former.pk, PROOF, contents=[scan(2)], by=world.lan, at=life.MOVED)
    assert refused(dossier, world, copy) == reuse.NOT_IN_STORE
    certify_copy(former.pk, copy.pk, by=world.lan, at=life.MOVED)
    assert offered(dossier) == [(PROOF, copy.pk)]

    scan_paper(former.pk, PROOF, contents=[scan(3)], by=world.lan, at=life.TAKEN)
    assert refused(dossier, world, copy) == reuse.NOT_IN_STORE

    other = stored(world, pages=4)
    assert other.component is not None
    withdraw(other.component.dossier_id, reason="Công dân rút", by=world.lan, at=LATER)
    assert offered(dossier) == []


def test_a_file_changed_in_the_store_is_found_when_it_is_taken(world: World) -> None:
    source, dossier = stored(world), life.received(world)
    path = path_of(source.file.sha256)
    path.write_bytes(path.read_bytes()[:-1])

    assert refused(dossier, world, source) == reuse.NOT_WHOLE

    assert len(list(verify(LATER))) == 1
    assert offered(dossier) == []


def test_the_paper_used_again_falls_with_its_file(world: World) -> None:
    source, dossier = stored(world), life.received(world)
    reuse_copy(dossier.pk, PROOF, source.pk, by=world.lan, at=LATER)

    path_of(source.file.sha256).unlink()
    assert len(list(verify(LATER))) == 1

    assert not valid_copies_of_papers().exists()


def test_the_desk_of_the_dossier_takes_it_and_nobody_else(world: World) -> None:
    source, dossier = stored(world), life.received(world)

    for officer in (world.minh, world.hoa, world.van, world.ke, world.kim, world.quan, world.thu, world.nam):
        with pytest.raises(NotAllowed):
            reuse_copy(dossier.pk, PROOF, source.pk, by=officer, at=LATER)


def test_papers_of_another_unit_are_the_citizens_too(world: World) -> None:
    source = stored(world)
    assert source.component is not None
    Dossier.objects.filter(pk=source.component.dossier_id).update(
        unit=world.elsewhere, received_by_unit=world.elsewhere
    )
    dossier = life.received(world)

    reuse_copy(dossier.pk, PROOF, source.pk, by=world.lan, at=LATER)


def test_nothing_is_taken_for_a_dossier_that_ended(world: World) -> None:
    source, dossier = stored(world), life.received(world)
    withdraw(dossier.pk, reason="Công dân rút", by=world.lan, at=LATER)

    assert refused(dossier, world, source) == reuse.ENDED


def test_where_data_stand_for_the_paper_nothing_is_taken(world: World) -> None:
    stored(world)
    dossier = life.received(world)
    DossierComponent.objects.filter(dossier=dossier, no=PROOF).update(form=PaperForm.DATA)

    assert offered(dossier) == []


def test_one_used_again_is_not_compared_again_and_gives_way_to_a_scan(world: World) -> None:
    source, dossier = stored(world), life.received(world)
    copy = reuse_copy(dossier.pk, PROOF, source.pk, by=world.lan, at=LATER)
    with pytest.raises(Refusal) as again:
        certify_copy(dossier.pk, copy.pk, by=world.lan, at=LATER)
    assert again.value.words == digitisation.COMPARED

    scan_paper(dossier.pk, PROOF, contents=[scan(5)], by=world.lan, at=LATER)

    assert not valid_copies_of_papers().filter(component__dossier=dossier).exists()


def test_the_database_lets_no_result_be_used_again_as_a_result(world: World) -> None:
    dossier = life.settled(world)
    copy = life.digitised(world, dossier)

    with pytest.raises(IntegrityError), transaction.atomic():
        DigitalCopy.objects.filter(pk=copy.pk).update(source=copy)
