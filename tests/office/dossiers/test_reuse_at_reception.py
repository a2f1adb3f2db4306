"""What the State holds is not asked for: shown at the desk before there is a dossier, taken with it, journalled."""

from datetime import date

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts.reception import receive, submit
from motcua.office.dossiers.acts.reuse import look_up
from motcua.office.dossiers.digitisation import papers_not_digitised, valid_copies_of_papers
from motcua.office.dossiers.guards import reuse
from motcua.office.dossiers.models import Channel, DigitalCopy, Dossier, PaperForm, SlipKind
from motcua.office.dossiers.reuse import in_store
from motcua.office.dossiers.told import Paper
from motcua.office.journal.models import Entry
from motcua.office.people.models import Person
from motcua.office.people.persons import Told
from motcua.office.people.policy import NotAllowed
from motcua.office.records.store import path_of
from tests.office.dossiers import life
from tests.office.dossiers.test_reuse import LATER, PROOF, stored
from tests.world import World


def from_store(copy: DigitalCopy) -> Paper:
    return Paper("Giấy tờ chứng minh", PaperForm.COPY, PROOF, copy=copy.pk)


def received(world: World, copy: DigitalCopy) -> Dossier:
    """A birth for which the proof is used again instead of being handed in."""
    papers = [Paper("Tờ khai", PaperForm.ORIGINAL, 1), from_store(copy)]
    return receive(world.reception(papers=papers), by=world.lan, at=LATER)


def test_a_paper_in_store_is_not_asked_for_and_stands_on_the_receipt_with_its_source(world: World) -> None:
    source = stored(world)
    assert source.component is not None
    code = source.component.dossier.code

    dossier = received(world, source)

    component = dossier.components.get(no=PROOF)
    copy = DigitalCopy.objects.get(component=component)
    assert (component.form, copy.source, copy.file) == (PaperForm.DATA, source, source.file)
    assert copy in valid_copies_of_papers()
    assert dossier not in papers_not_digitised()
    receipt = dossier.slips.get(kind=SlipKind.RECEIPT).said["printed"]
    assert f"Dữ liệu thay giấy tờ, từ hồ sơ {code}" in str(receipt)
    assert in_store(dossier, LATER.date()) == []


def test_the_journal_says_in_the_same_breath_which_paper_was_used_again_and_for_what(world: World) -> None:
    source = stored(world)
    assert source.component is not None

    dossier = received(world, source)

    assert life.lines(dossier) == ["dossier.received", "dossier.copy_reused"]
    line = Entry.objects.filter(subject=dossier.code).latest("pk")
    assert source.component.dossier.code in line.new
    assert '"purpose": "1.001193"' in line.new
    assert world.binh.number not in line.new


def test_what_is_not_on_offer_or_not_whole_stops_the_reception_and_nothing_of_it_stays(world: World) -> None:
    theirs, own = stored(world, person=world.an), stored(world, pages=3)
    before = Entry.objects.count()
    path_of(own.file.sha256).unlink()

    for copy, words in ((theirs, reuse.NOT_IN_STORE), (own, reuse.NOT_WHOLE)):
        with pytest.raises(Refusal) as refused:
            received(world, copy)
        assert refused.value.words == words
    assert Dossier.objects.count() == 2
    assert Entry.objects.count() == before


def test_for_what_comes_by_post_papers_in_store_are_used_too(world: World) -> None:
    source = stored(world)

    dossier = submit(world.reception(papers=[from_store(source)], channel=Channel.POST), by=world.lan, at=LATER)

    assert DigitalCopy.objects.get(component__dossier=dossier).source == source
    assert life.lines(dossier) == ["dossier.submitted", "dossier.copy_reused"]


def looked(
    world: World, name: str = "Phạm Văn Bình", number: str = "087090000011", birth_on: date | None = None
) -> list[int]:
    """The copies that Lan is shown for a birth."""
    who = Told(name, number, birth_on=birth_on)
    return [one.copy.pk for one in look_up(who, world.versions["birth"], world.ward, by=world.lan, at=LATER).offers]


def test_the_desk_is_shown_what_the_store_holds_and_the_journal_says_so(world: World) -> None:
    source = stored(world)
    assert source.component is not None

    assert looked(world) == [source.pk]

    line = Entry.objects.latest("pk")
    assert (line.act, line.subject, line.by, line.unit) == ("store.looked_up", "1.001193", "lan", world.ward.unit_id)
    assert source.component.dossier.code in line.new
    assert world.binh.number not in line.new


def test_the_same_look_is_said_once(world: World) -> None:
    stored(world)
    who, version = Told("Phạm Văn Bình", world.binh.number), world.versions["birth"]
    first = look_up(who, version, world.ward, by=world.lan, at=LATER)
    before = Entry.objects.count()

    again = look_up(who, version, world.ward, by=world.lan, at=LATER, last=first.key)

    assert again == first
    assert Entry.objects.count() == before
    assert world.binh.number not in first.key


def test_a_number_without_its_name_or_with_another_birth_day_shows_nothing(world: World) -> None:
    source = stored(world)
    Person.objects.filter(pk=world.binh.pk).update(birth_on=date(1990, 7, 27))
    before = Entry.objects.count()

    assert looked(world, name="Phạm Văn Khác") == []
    assert looked(world, name="") == []
    assert looked(world, number="") == []
    assert looked(world, number="087090000099") == []
    assert looked(world, birth_on=date(1991, 7, 27)) == []
    assert Entry.objects.count() == before
    assert looked(world, birth_on=date(1990, 7, 27)) == looked(world) == [source.pk]


def test_who_may_not_use_papers_again_at_that_desk_looks_into_no_store(world: World) -> None:
    stored(world)
    who, version = Told("Phạm Văn Bình", world.binh.number), world.versions["birth"]

    for officer in (world.minh, world.hoa, world.van, world.ke, world.kim, world.quan, world.thu, world.nam):
        with pytest.raises(NotAllowed):
            look_up(who, version, world.ward, by=officer, at=LATER)
