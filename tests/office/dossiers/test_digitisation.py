"""Digitisation: a copy of an issued result, with all its pages; the verdict follows the file, not a mark."""

from io import BytesIO
from pathlib import Path

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts.certification import Copies, certify
from motcua.office.dossiers.acts.correction import reopen
from motcua.office.dossiers.acts.digitisation import digitise, scan_paper
from motcua.office.dossiers.digitisation import copy_of, not_digitised, shares, to_digitise
from motcua.office.dossiers.guards import digitisation as guards
from motcua.office.dossiers.models import DigitalCopy, Dossier, Result
from motcua.office.journal.models import Entry
from motcua.office.people.policy import NotAllowed
from motcua.office.records import content
from motcua.office.records.models import File
from motcua.office.records.store import path_of
from motcua.office.records.verifying import verify
from tests.office.dossiers import life
from tests.office.records.scans import scan
from tests.world import World, moment

LATER = moment("2023-08-01 09:00")


def refused(dossier: Dossier, world: World, scanned: BytesIO) -> object:
    with pytest.raises(Refusal) as caught:
        digitise(dossier.pk, contents=[scanned], by=world.van, at=LATER)
    return caught.value.words


def test_a_recorded_result_is_digitised_by_a_scan_of_all_its_pages(world: World) -> None:
    dossier = life.settled(world)
    assert list(not_digitised()) == [dossier]

    copy = life.digitised(world, dossier)

    assert copy_of(dossier) == copy
    assert (copy.file.pages, copy.by, copy.made_at) == (1, world.van, life.RECORDED)
    assert not not_digitised().exists()
    line = Entry.objects.filter(subject=dossier.code).latest("pk")
    assert (line.act, line.by) == ("dossier.digitised", "van")
    assert copy.file.sha256 in line.new


def test_a_result_is_digitised_after_its_return_too(world: World) -> None:
    dossier = life.returned(world)

    digitise(dossier.pk, contents=[scan()], by=world.lan, at=LATER)

    assert copy_of(dossier) is not None


def test_certified_copies_are_alike_and_one_scan_digitises_them(world: World) -> None:
    copies = Copies(world.ward, world.versions["copy"], world.binh, world.hoa, "Bằng tốt nghiệp", copies=5, pages=2)
    dossier = certify(copies, by=world.lan, at=life.RETURNED)

    assert refused(dossier, world, scan(10)) == guards.OTHER_PAGES
    digitise(dossier.pk, contents=[scan(2)], by=world.lan, at=LATER)

    assert not not_digitised().exists()


def test_nothing_is_digitised_before_it_is_recorded(world: World) -> None:
    assert refused(life.approved(world), world, scan()) == guards.NO_RESULT
    assert refused(life.in_work(world), world, scan()) == guards.NO_RESULT


@pytest.mark.parametrize("pages", [2, 3])
def test_a_scan_with_fewer_or_more_pages_is_refused_and_nothing_is_kept(world: World, files: Path, pages: int) -> None:
    dossier = life.settled(world)
    Result.objects.filter(dossier=dossier).update(pages=5 - pages)
    before = Entry.objects.count()

    assert refused(dossier, world, scan(pages)) == guards.OTHER_PAGES
    assert (Entry.objects.count(), DigitalCopy.objects.count(), File.objects.count()) == (before, 0, 0)
    assert not files.exists()


def test_blank_pages_are_no_copy_and_one_with_something_on_it_lets_the_others_be_blank(world: World) -> None:
    dossier = life.settled(world)
    Result.objects.filter(dossier=dossier).update(pages=2)

    assert refused(dossier, world, scan(2, blank=True)) == guards.BLANK
    with pytest.raises(Refusal) as caught:
        scan_paper(dossier.pk, 2, contents=[scan(blank=True)], by=world.lan, at=LATER)
    assert caught.value.words == guards.BLANK
    assert (DigitalCopy.objects.count(), File.objects.count()) == (0, 0)

    copy = digitise(dossier.pk, contents=[scan(), scan(blank=True)], by=world.van, at=LATER)
    assert copy_of(dossier) == copy


def test_a_locked_or_broken_scan_is_no_copy(world: World) -> None:
    dossier = life.settled(world)

    assert refused(dossier, world, scan(locked_by="bí mật")) == content.ENCRYPTED
    assert refused(dossier, world, BytesIO(scan().getvalue()[:150])) == content.UNREADABLE
    assert not_digitised().exists()


def test_who_has_no_part_in_papers_digitises_nothing(world: World) -> None:
    dossier = life.settled(world)

    for officer in (world.hoa, world.ke, world.nam, world.thu):
        with pytest.raises(NotAllowed):
            digitise(dossier.pk, contents=[scan()], by=officer, at=LATER)


def test_the_same_file_is_not_taken_twice_and_a_better_one_replaces_it(world: World) -> None:
    dossier = life.settled(world)
    first = life.digitised(world, dossier)
    assert refused(dossier, world, scan()) == guards.SAME

    second = digitise(dossier.pk, contents=[scan(width=600)], by=world.van, at=LATER)

    assert copy_of(dossier) == second
    assert list(dossier.result.copies.order_by("pk").values_list("replaced_at", flat=True)) == [LATER, None]
    assert first.file.sha256 in Entry.objects.filter(subject=dossier.code).latest("pk").old
    assert path_of(first.file.sha256).exists()


def test_the_verdict_falls_with_the_file_and_comes_back_with_it(world: World) -> None:
    dossier = life.settled(world)
    path = path_of(life.digitised(world, dossier).file.sha256)
    whole = path.read_bytes()

    path.write_bytes(whole[:-1])
    assert len(list(verify(LATER))) == 1
    assert copy_of(dossier) is None

    digitise(dossier.pk, contents=[scan()], by=world.van, at=LATER)
    assert path.read_bytes() == whole
    assert not not_digitised().exists()


def test_a_result_issued_anew_is_not_digitised_by_the_scan_of_the_former(world: World) -> None:
    dossier = life.returned(world)
    digitise(dossier.pk, contents=[scan()], by=world.lan, at=life.RETURNED)
    reopen(dossier.pk, reason="Ghi sai năm sinh", by=world.hoa, at=LATER)
    assert not to_digitise().exists()

    Result.objects.filter(dossier=dossier).update(
        number="16/GKS", pages=1, approved_by=world.hoa, approved_at=LATER, issued_at=moment("2023-08-02 09:00")
    )

    assert list(not_digitised()) == [dossier]


def test_a_result_with_other_pages_than_its_scan_is_not_digitised(world: World) -> None:
    dossier = life.settled(world)
    life.digitised(world, dossier)

    Result.objects.update(pages=2)

    assert list(not_digitised()) == [dossier]


def test_what_is_missing_is_counted_by_procedure_with_none_digitised_first(world: World) -> None:
    first, *_ = (life.settled(world) for _ in range(4))
    life.digitised(world, first)
    assert [(one.missing, one.results, one.none) for one in shares(to_digitise())] == [(3, 4, False)]

    land = life.settled(world)
    Dossier.objects.filter(pk=land.pk).update(version=world.versions["land"])

    assert [(one.code, one.missing, one.results, one.none) for one in shares(to_digitise())] == [
        ("1.012812", 1, 1, True),
        ("1.001193", 3, 4, False),
    ]
