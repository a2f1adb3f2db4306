"""Taking a dossier in."""

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.guards import reception as guards
from motcua.office.dossiers.models import BookEntry, Dossier, PaperForm, Slip
from motcua.office.dossiers.told import Paper
from motcua.office.journal.models import Entry
from motcua.office.people.policy import NotAllowed
from tests.world import THURSDAY_MORNING, World, moment


def test_receiving_gives_code_receipt_control_slip_book_line_and_due_date(world: World) -> None:
    dossier = receive(world.reception(), by=world.lan, at=THURSDAY_MORNING)

    assert dossier.code == "H20.17.12-230727-0001"
    assert dossier.due_at == moment("2023-08-03 08:30")
    assert [(slip.kind, slip.number) for slip in Slip.objects.all()] == [("receipt", "01/TNHS"), ("control", "01/PKS")]
    assert BookEntry.objects.get().serial == 1
    assert Entry.objects.get().act == "dossier.received"


def test_a_second_dossier_of_the_day_has_the_next_number(world: World) -> None:
    receive(world.reception(), by=world.lan, at=THURSDAY_MORNING)
    second = receive(world.reception(applicant=world.an), by=world.lan, at=THURSDAY_MORNING)

    assert second.code == "H20.17.12-230727-0002"


def test_a_stranger_receives_nothing_here(world: World) -> None:
    with pytest.raises(NotAllowed):
        receive(world.reception(), by=world.nam, at=THURSDAY_MORNING)
    assert not Dossier.objects.exists()


def test_a_receipt_without_papers_is_refused_and_gives_its_number_back(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        receive(world.reception(papers=()), by=world.lan, at=THURSDAY_MORNING)

    assert refused.value.words == guards.NO_PAPERS
    assert receive(world.reception(), by=world.lan, at=THURSDAY_MORNING).code.endswith("-0001")


def test_no_original_is_kept_where_the_version_forbids_it(world: World) -> None:
    version = world.versions["contract"]
    papers = [Paper(one.name, PaperForm.ORIGINAL, one.no, kept_original=True) for one in version.components.all()]

    with pytest.raises(Refusal) as refused:
        receive(world.reception("contract", papers=papers), by=world.lan, at=THURSDAY_MORNING)
    assert refused.value.words == guards.KEPT
