"""Papers digitised: from the browser's files in their order, compared by an officer, each counted by its copy alone."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.language import Refusal, Words
from motcua.office.dossiers.acts.correction import correct
from motcua.office.dossiers.acts.digitisation import certify_copy, digitise, scan_paper
from motcua.office.dossiers.digitisation import papers_not_digitised, scans_of, valid_copies_of_papers
from motcua.office.dossiers.guards import correction
from motcua.office.dossiers.guards import digitisation as guards
from motcua.office.dossiers.models import Correction, DigitalCopy, Dossier, DossierComponent, PaperForm
from motcua.office.dossiers.reuse import in_store
from motcua.office.dossiers.told import Paper
from motcua.office.journal.models import Entry
from motcua.office.people.policy import NotAllowed
from motcua.office.records.models import File
from motcua.office.records.store import path_of
from motcua.office.records.verifying import verify
from tests.office.dossiers import life
from tests.office.records.scans import picture, scan
from tests.world import World, moment

SCANNED, COMPARED = moment("2023-07-27 09:40"), moment("2023-07-27 09:50")


def scanned(world: World, dossier: int) -> DigitalCopy:
    return scan_paper(dossier, 1, contents=[scan(2)], by=world.lan, at=SCANNED)


def test_a_paper_photographed_page_by_page_is_one_pdf_with_the_pictures_beside_it(world: World) -> None:
    dossier = life.received(world)
    pages = [picture(), picture("PNG", dpi=150)]

    copy = scan_paper(dossier.pk, 1, contents=pages, by=world.lan, at=SCANNED)

    assert (copy.file.pages, copy.file.content_type) == (2, "application/pdf")
    assert [page["dpi"] for page in File.objects.get(pk=copy.file.pk).seen] == [200, 150]
    kept = [path_of(original.file.sha256).read_bytes() for original in copy.originals.all()]
    assert kept == [page.getvalue() for page in pages]
    line = Entry.objects.filter(subject=dossier.code).latest("pk")
    assert (line.act, line.by) == ("dossier.paper_scanned", "lan")
    assert copy.file.sha256 in line.new


def test_a_scan_counts_once_it_was_compared_with_the_paper_and_not_twice(world: World) -> None:
    dossier = life.received(world)
    copy = scanned(world, dossier.pk)
    assert not valid_copies_of_papers().exists()

    certify_copy(dossier.pk, copy.pk, by=world.lan, at=COMPARED)

    assert list(valid_copies_of_papers()) == [copy]
    assert Entry.objects.filter(subject=dossier.code).latest("pk").act == "dossier.copy_certified"
    with pytest.raises(Refusal) as again:
        certify_copy(dossier.pk, copy.pk, by=world.lan, at=COMPARED)
    assert again.value.words == guards.COMPARED


def test_a_better_scan_replaces_the_former_and_is_compared_anew(world: World) -> None:
    dossier = life.received(world)
    first = scanned(world, dossier.pk)
    certify_copy(dossier.pk, first.pk, by=world.lan, at=COMPARED)
    with pytest.raises(Refusal) as same:
        scanned(world, dossier.pk)
    assert same.value.words == guards.SAME_SCAN

    second = scan_paper(dossier.pk, 1, contents=[scan(3)], by=world.lan, at=COMPARED)

    assert list(scans_of(dossier)) == [second]
    assert not valid_copies_of_papers().exists()
    with pytest.raises(Refusal) as replaced:
        certify_copy(dossier.pk, first.pk, by=world.lan, at=COMPARED)
    assert replaced.value.words == guards.NO_COPY


def test_the_verdict_falls_with_the_file(world: World) -> None:
    dossier = life.received(world)
    copy = scanned(world, dossier.pk)
    certify_copy(dossier.pk, copy.pk, by=world.lan, at=COMPARED)

    path_of(copy.file.sha256).unlink()

    assert len(list(verify(COMPARED))) == 1
    assert not valid_copies_of_papers().exists()


def test_no_paper_of_another_dossier_and_no_data_is_scanned_or_compared(world: World) -> None:
    dossier, other = life.received(world), life.received(world)
    copy = scanned(world, other.pk)
    with pytest.raises(Refusal) as missing:
        scan_paper(dossier.pk, 99, contents=[scan()], by=world.lan, at=SCANNED)
    with pytest.raises(Refusal) as foreign:
        certify_copy(dossier.pk, copy.pk, by=world.lan, at=COMPARED)
    DossierComponent.objects.filter(dossier=dossier, no=1).update(form=PaperForm.DATA)
    with pytest.raises(Refusal) as data:
        scanned(world, dossier.pk)

    assert [one.value.words for one in (missing, foreign, data)] == [guards.NO_PAPER, guards.NO_COPY, guards.DATA]


def test_who_has_no_part_in_papers_scans_and_compares_none(world: World) -> None:
    dossier = life.received(world)
    copy = scanned(world, dossier.pk)

    for officer in (world.hoa, world.ke, world.nam, world.thu):
        with pytest.raises(NotAllowed):
            scan_paper(dossier.pk, 1, contents=[scan(5)], by=officer, at=SCANNED)
        with pytest.raises(NotAllowed):
            certify_copy(dossier.pk, copy.pk, by=officer, at=COMPARED)


def test_the_copy_of_a_result_is_compared_too(world: World) -> None:
    dossier = life.settled(world)
    copy = life.digitised(world, dossier)

    certify_copy(dossier.pk, copy.pk, by=world.van, at=life.AT_DESK)

    assert DigitalCopy.objects.get(pk=copy.pk).certified_by == world.van


def test_the_database_keeps_no_copy_of_nothing_and_none_compared_by_nobody(world: World) -> None:
    copy = scanned(world, life.received(world).pk)
    rows = DigitalCopy.objects.filter(pk=copy.pk)

    for broken in ({"component": None}, {"certified_at": COMPARED}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**broken)


def test_pictures_of_a_result_have_as_many_pages_as_it(world: World) -> None:
    dossier = life.settled(world)

    with pytest.raises(Refusal) as refused:
        digitise(dossier.pk, contents=[picture(), picture(dpi=100)], by=world.van, at=life.RECORDED)

    assert refused.value.words == guards.OTHER_PAGES
    assert not File.objects.exists()


def test_a_dossier_without_any_paper_digitised_electronic_or_data_is_told_as_not_digitised(world: World) -> None:
    dossier, electronic = life.received(world), life.received(world)
    DossierComponent.objects.filter(dossier=electronic, no=1).update(form=PaperForm.ELECTRONIC)
    copy = scanned(world, dossier.pk)
    assert list(papers_not_digitised()) == [dossier]

    certify_copy(dossier.pk, copy.pk, by=world.lan, at=COMPARED)

    assert not papers_not_digitised().exists()


def declared(world: World, pages: int) -> Dossier:
    """A birth whose first paper has so many pages, as was told."""
    papers = [
        Paper("Tờ khai", PaperForm.ORIGINAL, 1, declared_pages=pages),
        Paper("Giấy chứng minh", PaperForm.COPY, 2),
    ]
    return life.received(world, papers=papers)


def test_a_scan_has_as_many_pages_as_were_declared_of_the_paper(world: World) -> None:
    dossier = declared(world, 3)
    with pytest.raises(Refusal) as refused:
        scanned(world, dossier.pk)
    assert refused.value.words == guards.UNLIKE_DECLARED
    assert "ghi 3 trang nhưng bản quét có 2 trang" in str(refused.value)
    assert not File.objects.exists()

    scan_paper(dossier.pk, 1, contents=[scan(3)], by=world.lan, at=SCANNED)
    scan_paper(dossier.pk, 2, contents=[scan(5)], by=world.lan, at=SCANNED)  # nobody told of it


def test_pages_told_wrong_are_corrected_and_the_verdict_follows(world: World) -> None:
    dossier = declared(world, 2)
    copy = scanned(world, dossier.pk)
    certify_copy(dossier.pk, copy.pk, by=world.lan, at=COMPARED)
    assert not papers_not_digitised().exists()

    correct(dossier.pk, changes={"pages_1": 3}, reason="Đếm lại", by=world.lan, at=COMPARED)

    assert list(papers_not_digitised()) == [dossier]
    entry = Correction.objects.get()
    assert (entry.old, entry.new) == ({"pages_1": "2"}, {"pages_1": "3"})
    scan_paper(dossier.pk, 1, contents=[scan(3)], by=world.lan, at=COMPARED)
    correct(dossier.pk, changes={"pages_1": None}, reason="Không rõ", by=world.lan, at=COMPARED)
    assert DossierComponent.objects.get(dossier=dossier, no=1).declared_pages is None


def test_a_scan_that_is_not_of_the_pages_declared_is_not_compared(world: World) -> None:
    dossier = declared(world, 2)
    copy = scanned(world, dossier.pk)
    correct(dossier.pk, changes={"pages_1": 3}, reason="Đếm lại", by=world.lan, at=COMPARED)

    with pytest.raises(Refusal) as refused:
        certify_copy(dossier.pk, copy.pk, by=world.lan, at=COMPARED)

    assert refused.value.words == guards.UNLIKE_DECLARED


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"pages_1": 0}, correction.WRONG),
        ({"pages_1": "ba"}, correction.WRONG),
        ({"pages_9": 2}, correction.NOT_CORRECTABLE),
        ({"pages_": 2}, correction.NOT_CORRECTABLE),
        ({"pages_1": 2}, correction.NOTHING_NEW),
    ],
)
def test_no_pages_are_corrected_that_no_paper_has(world: World, changes: dict[str, object], words: Words) -> None:
    with pytest.raises(Refusal) as refused:
        correct(declared(world, 2).pk, changes=changes, reason="Đếm lại", by=world.lan, at=COMPARED)

    assert refused.value.words == words


def test_a_paper_with_other_pages_than_declared_is_not_taken_from_the_store(world: World) -> None:
    former = life.received(world)
    copy = scan_paper(former.pk, 2, contents=[scan(2)], by=world.lan, at=SCANNED)
    certify_copy(former.pk, copy.pk, by=world.lan, at=COMPARED)
    dossier = life.received(world)
    assert [offer.copy for offer in in_store(dossier, COMPARED.date())] == [copy]

    DossierComponent.objects.filter(dossier=dossier, no=2).update(declared_pages=3)

    assert in_store(dossier, COMPARED.date()) == []


def test_who_compares_may_tell_how_long_the_paper_holds(world: World) -> None:
    dossier = life.received(world)
    copy = scanned(world, dossier.pk)

    certify_copy(dossier.pk, copy.pk, by=world.lan, at=COMPARED, holds_until=date(2024, 6, 30))

    assert DigitalCopy.objects.get(pk=copy.pk).holds_until == date(2024, 6, 30)
    assert "2024-06-30" in Entry.objects.filter(subject=dossier.code).latest("pk").new
