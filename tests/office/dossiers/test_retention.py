"""Files past their term: named or deleted, rows and journal stay; no result and no paper that is needed ever goes."""

import json
from datetime import date, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from motcua.office.documents.models import Verdict
from motcua.office.dossiers.acts.copy_signing import ask_copy_signature, sign_copy_with
from motcua.office.dossiers.acts.digitisation import certify_copy, digitise, scan_paper
from motcua.office.dossiers.acts.retention import discard_files
from motcua.office.dossiers.acts.reuse import reuse_copy
from motcua.office.dossiers.acts.waiting import withdraw
from motcua.office.dossiers.digitisation import copies_in_use, discarded_copies_of_papers
from motcua.office.dossiers.models import CopySigning, DigitalCopy, Discarded, Dossier
from motcua.office.dossiers.retention import later
from motcua.office.journal.models import Entry
from motcua.office.records.content import judge
from motcua.office.records.models import File, Reading
from motcua.office.records.readings import Found, claim, finish
from motcua.office.records.store import keep, lying, path_of
from motcua.office.records.verifying import verify
from tests.office.apart import office
from tests.office.dossiers import life
from tests.office.dossiers.compared import AGENCY, PERSON, Keys
from tests.office.records.scans import picture, scan
from tests.world import World, moment

BEFORE, AFTER = moment("2043-07-31 09:00"), moment("2043-08-02 09:00")  # twenty years after the return


def scanned(world: World, dossier: Dossier, pages: int = 2, paper: int = 2) -> DigitalCopy:
    copy = scan_paper(dossier.pk, paper, contents=[scan(pages)], by=world.lan, at=life.RETURNED)
    return certify_copy(dossier.pk, copy.pk, by=world.lan, at=life.RETURNED)


def discarded(at: datetime) -> list[str]:
    return [found.file.sha256 for found in discard_files(at)]


def test_a_scan_goes_when_its_term_is_past_and_what_it_was_stays_known(world: World) -> None:
    dossier = life.returned(world)
    copy = scanned(world, dossier)
    assert discarded(BEFORE) == []

    assert discarded(AFTER) == [copy.file.sha256]

    assert not path_of(copy.file.sha256).exists()
    gone = Discarded.objects.get()
    assert (gone.file, gone.dossier, gone.years, gone.ended_on) == (copy.file, dossier, 20, date(2023, 7, 31))
    line = Entry.objects.filter(subject=dossier.code).latest("pk")
    assert (line.act, line.by, line.authority) == ("dossier.file_discarded", "motcua", "discard_files")
    assert copy.file.sha256 in line.old
    assert list(discarded_copies_of_papers()) == [copy]
    assert not copies_in_use().exists()
    assert discarded(AFTER) == []


def test_what_was_discarded_is_not_told_as_lost_and_what_is_lost_is(world: World) -> None:
    kept, gone = scanned(world, life.returned(world), 3), scanned(world, life.returned(world))
    Dossier.objects.filter(pk=kept.component.dossier_id if kept.component else 0).update(status="processing")
    assert discarded(AFTER) == [gone.file.sha256]
    assert list(verify(AFTER)) == []

    path_of(kept.file.sha256).unlink()

    assert [fault.sha256 for fault in verify(AFTER)] == [kept.file.sha256]


def test_a_content_kept_anew_is_a_file_again_and_looked_after(world: World) -> None:
    gone = scanned(world, life.returned(world))
    discarded(AFTER)
    dossier = life.received(world)

    again = scan_paper(dossier.pk, 2, contents=[scan(2)], by=world.lan, at=AFTER)

    assert again.file == gone.file
    assert path_of(again.file.sha256).exists()
    path_of(again.file.sha256).unlink()
    assert len(list(verify(moment("2043-08-03 09:00")))) == 1
    assert len(list(verify(moment("2043-08-04 09:00")))) == 1


def read(copy: DigitalCopy) -> File:
    """The readable PDF made of the copy; whether signatures lie over the copy was looked at as well."""
    claimed = claim(life.RETURNED)
    assert claimed is not None
    assert claimed.file == copy.file
    made = keep(scan(2, width=590), judge(scan(2, width=590)), at=life.RETURNED)
    finish(claimed, Found("Bình sinh năm 1983", [(1, 180)], lambda: made), life.RETURNED)
    Verdict.objects.create(file=copy.file, person="none", agency="none", trust="1", checked_at=life.RETURNED)
    return made


def test_what_was_read_of_a_scan_goes_with_it(world: World) -> None:
    copy = scanned(world, life.returned(world))
    made = read(copy)
    assert Reading.objects.filter(search_text__contains="binh sinh nam 1983").exists()

    assert discarded(AFTER) == [copy.file.sha256]

    assert list(lying()) == []
    assert not Reading.objects.exists()
    assert not Verdict.objects.exists()
    assert {gone.file for gone in Discarded.objects.all()} == {copy.file, made}
    assert list(verify(AFTER)) == []


def test_a_readable_copy_that_is_a_paper_too_stays(world: World) -> None:
    copy = scanned(world, life.returned(world))
    made = read(copy)
    other = scan_paper(life.received(world).pk, 2, contents=[scan(2, width=590)], by=world.lan, at=life.RETURNED)
    assert other.file == made

    assert discarded(AFTER) == [copy.file.sha256]

    assert [path.name for path in lying()] == [made.sha256]


def test_no_result_and_no_paper_of_a_dossier_at_work_ever_goes(world: World) -> None:
    dossier = life.returned(world)
    digitise(dossier.pk, contents=[scan()], by=world.lan, at=life.RETURNED)
    scanned(world, life.received(world), 3)
    scanned(world, life.settled(world), 4)

    assert discarded(moment("2123-01-01 09:00")) == []


def test_a_file_that_is_a_result_as_well_stays(world: World) -> None:
    dossier = life.returned(world)
    digitise(dossier.pk, contents=[scan(1)], by=world.lan, at=life.RETURNED)
    scanned(world, dossier, 1)

    assert discarded(AFTER) == []


def test_a_paper_used_again_stays_as_long_as_the_dossier_that_used_it_needs_it(world: World) -> None:
    source, dossier = scanned(world, life.returned(world)), life.received(world)
    reuse_copy(dossier.pk, 2, source.pk, by=world.lan, at=life.RETURNED)
    assert discarded(AFTER) == []

    withdraw(dossier.pk, reason="Công dân rút", by=world.lan, at=moment("2042-01-05 09:00"))
    assert discarded(AFTER) == []  # five years from its own end

    assert discarded(moment("2047-01-06 09:00")) == [source.file.sha256]


def test_what_was_signed_of_a_scan_goes_with_it_and_what_was_prepared_too(world: World, keys: Keys) -> None:
    dossier, at = life.returned(world), life.RETURNED
    copy = scan_paper(dossier.pk, 2, contents=[scan(2)], by=world.lan, at=at)
    sign_copy_with(keys.lan, copy.pk, PERSON, by=world.lan, at=at)
    ask_copy_signature(copy.pk, AGENCY, keys.seal.chain(), by=world.van, at=at)
    signed = DigitalCopy.objects.get(pk=copy.pk).signed
    assert signed is not None
    assert discarded(BEFORE) == []

    assert set(discarded(AFTER)) == {copy.file.sha256, signed.sha256}

    assert not path_of(signed.sha256).exists()
    assert not any(bytes(one.prepared) for one in CopySigning.objects.all())
    assert list(verify(AFTER)) == []


def test_pictures_and_replaced_scans_go_before_the_copy(world: World) -> None:
    dossier = life.returned(world)
    first = scan_paper(dossier.pk, 2, contents=[picture()], by=world.lan, at=life.RETURNED)
    copy = scanned(world, dossier)

    early = discarded(moment("2028-08-01 09:00"))

    assert set(early) == {first.file.sha256, first.originals.get().file.sha256}
    assert path_of(copy.file.sha256).exists()


@pytest.mark.parametrize("flag", ["--dry-run", "--apply"])
def test_the_command_names_each_file_and_that_no_term_was_verified(world: World, flag: str) -> None:
    dossier = life.returned(world)
    copy = scanned(world, dossier)
    Dossier.objects.update(
        received_at=moment("2001-01-05 09:00"), due_at=None, first_due_at=None,
        finished_at=moment("2001-01-06 09:00"), returned_at=moment("2001-01-07 09:00"),
    )  # fmt: skip
    out = StringIO()

    call_command("discard_files", flag, "--terms-verified", stdout=out)

    assert out.getvalue().count("CHƯA KIỂM CHỨNG") == 3
    assert f"{copy.file.sha256}: hồ sơ {dossier.code}, kết thúc 07/01/2001, giữ 20 năm đến 07/01/2021" in out.getvalue()
    assert path_of(copy.file.sha256).exists() == (flag == "--dry-run")


def test_nothing_is_deleted_by_terms_that_nobody_verified(world: World) -> None:
    with pytest.raises(CommandError, match="chưa được kiểm chứng"):
        call_command("discard_files", "--apply")


def test_a_term_from_a_leap_day_ends_no_earlier() -> None:
    assert later(date(2024, 2, 29), 5) == date(2029, 3, 1)
    assert later(date(2024, 2, 29), 20) == date(2044, 2, 29)


def test_a_run_that_was_broken_off_is_ended_by_the_next(world: World) -> None:
    copy = scanned(world, life.returned(world))
    content = path_of(copy.file.sha256).read_bytes()
    discarded(AFTER)
    path_of(copy.file.sha256).write_bytes(content)

    assert discarded(moment("2043-08-03 09:00")) == []
    assert not path_of(copy.file.sha256).exists()


def test_nothing_is_left_of_a_scan_discarded_while_its_reading_ends(tmp_path: Path) -> None:
    with office(tmp_path) as apart:
        told = json.loads(apart.run("-m", "tests.office.dossiers.overtaken"))

    assert told == {"errors": [], "lying": 0, "readings": 0}


def test_a_scan_kept_anew_while_it_is_discarded_lies_in_the_store(tmp_path: Path) -> None:
    with office(tmp_path) as apart:
        told = json.loads(apart.run("-m", "tests.office.dossiers.kept_anew"))

    assert told == {"errors": [], "faulty": False, "lying": True}
