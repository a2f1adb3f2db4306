"""Residence looked up, files handed to the archive, a council for each land dispute."""

from datetime import date
from typing import Any

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.acts.refusal import refuse
from motcua.office.dossiers.acts.settlement import approve, propose, record_result
from motcua.office.dossiers.acts.special import archive, archive_due, check_residence, end_mediation, mediate
from motcua.office.dossiers.acts.waiting import ask_supplement, resubmit
from motcua.office.dossiers.guards import reception as reception_guards
from motcua.office.dossiers.guards import special as guards
from motcua.office.dossiers.guards import telling
from motcua.office.dossiers.guards.reception import LOOK_UP
from motcua.office.dossiers.models import (
    ArchiveHandover,
    Dossier,
    MediationCase,
    PaperForm,
    ResidenceCheck,
    Status,
)
from motcua.office.dossiers.told import Paper
from motcua.office.journal.models import Entry
from motcua.office.people.models import Role
from motcua.office.people.policy import NotAllowed
from tests.office.dossiers import life
from tests.office.test_guards import refused
from tests.world import THURSDAY_MORNING, World, again, moment, procedure

LATER = moment("2023-07-27 09:00")


@pytest.fixture
def residence(world: World) -> World:
    """The world with a residence procedure whose second paper is replaced by data."""
    version = procedure(world, "1.004194", "Đăng ký tạm trú", "Cư trú", term=(3, "working_day"), special="residence")
    version.components.filter(no=2).update(replaced_by_data=True)
    world.versions["residence"] = version
    return world


def asked(world: World) -> list[Paper]:
    return [Paper("Tờ khai theo mẫu", PaperForm.ORIGINAL, listed_as=1)]


def settled(world: World, on: str = "2023-07-28 10:00", **told: object) -> Dossier:
    """A residence dossier settled then, written past the acts: this file is not about settling."""
    dossier = receive(world.reception("residence", papers=asked(world), **told), by=world.lan, at=THURSDAY_MORNING)
    dossier.steps.update(role=Role.SPECIALIST)
    Dossier.objects.filter(pk=dossier.pk).update(status=Status.SETTLED, finished_at=moment(on))
    return dossier


def test_a_residence_paper_that_data_replace_is_not_asked_for(residence: World) -> None:
    papers = [*asked(residence), Paper("Sổ hộ khẩu", PaperForm.COPY, listed_as=2)]

    with pytest.raises(Refusal) as refused:
        receive(residence.reception("residence", papers=papers), by=residence.lan, at=THURSDAY_MORNING)
    assert refused.value.words == reception_guards.LOOK_UP


def test_data_in_its_place_are_taken_in(residence: World) -> None:
    papers = [*asked(residence), Paper("Thông tin cư trú", PaperForm.DATA, listed_as=2)]

    assert receive(residence.reception("residence", papers=papers), by=residence.lan, at=THURSDAY_MORNING).pk


def test_a_look_up_is_logged_with_its_method(residence: World) -> None:
    dossier = receive(residence.reception(), by=residence.lan, at=THURSDAY_MORNING)
    check_residence(dossier.pk, method=" Cơ sở dữ liệu quốc gia về dân cư ", by=residence.lan, at=LATER)

    assert ResidenceCheck.objects.get().method == "Cơ sở dữ liệu quốc gia về dân cư"
    assert Entry.objects.latest("serial").act == "dossier.residence_checked"


def test_a_look_up_without_a_method_or_after_the_end_is_refused(residence: World) -> None:
    dossier = receive(residence.reception(), by=residence.lan, at=THURSDAY_MORNING)
    with pytest.raises(Refusal) as refused:
        check_residence(dossier.pk, method=" ", by=residence.lan, at=LATER)
    assert refused.value.words == guards.NO_METHOD

    Dossier.objects.filter(pk=dossier.pk).update(status=Status.SETTLED, finished_at=LATER)
    with pytest.raises(Refusal) as refused:
        check_residence(dossier.pk, method="VNeID", by=residence.lan, at=LATER)
    assert refused.value.words == guards.ENDED


def test_an_accountant_and_a_stranger_look_nothing_up(residence: World) -> None:
    dossier = receive(residence.reception(), by=residence.lan, at=THURSDAY_MORNING)
    for one in (residence.ke, residence.nam):
        with pytest.raises(NotAllowed):
            check_residence(dossier.pk, method="VNeID", by=one, at=LATER)
    assert not ResidenceCheck.objects.exists()


def test_a_settled_residence_dossier_goes_to_the_archive_once(residence: World) -> None:
    dossier = settled(residence)
    archive(dossier.pk, residence_kind="permanent", by=residence.minh, at=moment("2023-07-31 08:00"))

    assert Entry.objects.latest("serial").act == "dossier.archived"
    with pytest.raises(Refusal) as refused:
        archive(dossier.pk, residence_kind="permanent", by=residence.minh, at=moment("2023-07-31 08:01"))
    assert refused.value.words == guards.ARCHIVED
    assert ArchiveHandover.objects.count() == 1


def test_what_is_open_or_no_residence_does_not_go_to_the_archive(residence: World) -> None:
    birth = receive(residence.reception(), by=residence.lan, at=THURSDAY_MORNING)
    unsettled = receive(residence.reception("residence", papers=asked(residence)), by=residence.lan, at=LATER)

    for dossier, kind, words in (
        (birth, "permanent", guards.NOT_RESIDENCE),
        (unsettled, "permanent", guards.NOT_SETTLED),
        (unsettled, "lasting", guards.NO_KIND),
    ):
        with pytest.raises(Refusal) as refused:
            archive(dossier.pk, residence_kind=kind, by=residence.minh, at=LATER)
        assert refused.value.words == words


def test_reception_hands_nothing_to_the_archive(residence: World) -> None:
    with pytest.raises(NotAllowed):
        archive(settled(residence).pk, residence_kind="other", by=residence.lan, at=LATER)


def test_the_warning_list_counts_five_calendar_days_and_forgets_what_is_archived(residence: World) -> None:
    first = settled(residence, "2023-07-28 16:59")
    second = settled(residence, "2023-07-27 10:00", applicant=residence.an)

    due = archive_due(residence.ward, date(2023, 8, 2))
    assert [(one.dossier.pk, one.last_on) for one in due] == [
        (second.pk, date(2023, 8, 1)),
        (first.pk, date(2023, 8, 2)),
    ]
    assert [one.late(date(2023, 8, 2)) for one in due] == [True, False]

    archive(second.pk, residence_kind="temporary", by=residence.minh, at=moment("2023-08-02 08:00"))
    assert [one.dossier.pk for one in archive_due(residence.ward, date(2023, 8, 2))] == [first.pk]
    assert archive_due(residence.elsewhere, date(2023, 8, 2)) == []


def dispute(world: World) -> Dossier:
    dossier = receive(world.reception("land"), by=world.lan, at=THURSDAY_MORNING)
    dossier.steps.update(role=Role.SPECIALIST)
    return dossier


def test_one_decision_serves_one_dispute_and_says_so(world: World) -> None:
    first, second = dispute(world), dispute(world)
    decided: dict[str, Any] = {"council_decision_no": "12/QĐ-UBND", "by": world.minh, "at": LATER}
    mediate(first.pk, council_decided_at=moment("2023-07-27 08:40"), **decided)

    with pytest.raises(Refusal, match=first.code) as refused:
        mediate(second.pk, council_decided_at=moment("2023-07-26 08:40"), **decided)
    assert refused.value.words == guards.SHARED_COUNCIL
    with pytest.raises(Refusal) as refused:
        mediate(first.pk, council_decided_at=moment("2023-07-26 08:40"), **decided)
    assert refused.value.words == guards.HAS_COUNCIL
    assert MediationCase.objects.count() == 1


def test_the_same_number_of_another_year_is_another_decision(world: World) -> None:
    first, second = dispute(world), dispute(world)
    for dossier, on in ((first, "2023-07-27 08:40"), (second, "2022-12-01 08:40")):
        mediate(dossier.pk, council_decision_no="12/QĐ-UBND", council_decided_at=moment(on), by=world.minh, at=LATER)

    assert MediationCase.objects.count() == 2


def test_a_council_needs_a_number_a_past_day_and_a_land_dispute(world: World) -> None:
    land = dispute(world)
    birth = receive(world.reception(), by=world.lan, at=THURSDAY_MORNING)
    for dossier, number, on, words in (
        (land, " ", "2023-07-27 08:40", guards.NO_DECISION),
        (land, "12/QĐ-UBND", "2023-07-28 08:40", guards.NOT_YET_DECIDED),
        (birth, "12/QĐ-UBND", "2023-07-27 08:40", guards.NOT_MEDIATION),
    ):
        with pytest.raises(Refusal) as refused:
            mediate(dossier.pk, council_decision_no=number, council_decided_at=moment(on), by=world.minh, at=LATER)
        assert refused.value.words == words


def test_reception_sets_up_no_council(world: World) -> None:
    with pytest.raises(NotAllowed):
        mediate(dispute(world).pk, council_decision_no="12/QĐ", council_decided_at=LATER, by=world.lan, at=LATER)


ENDED = moment("2023-07-31 08:00")


def council(world: World, dossier: Dossier) -> None:
    decided = moment("2023-07-27 08:40")
    number = "12/QĐ-UBND"
    mediate(dossier.pk, council_decision_no=number, council_decided_at=decided, by=world.minh, at=LATER)


def end(world: World, dossier: Dossier, **told: Any) -> MediationCase:
    said: dict[str, Any] = {"outcome": "reconciled", "minutes_no": "03/BB-HĐHG", "by": world.minh, "at": ENDED}
    return end_mediation(dossier.pk, **(said | told))


def test_a_mediation_ends_with_its_outcome_and_the_number_of_its_minutes(world: World) -> None:
    dossier = dispute(world)
    council(world, dossier)

    case = end(world, dossier)

    assert (case.outcome, case.minutes_no, case.closed_at) == ("reconciled", "03/BB-HĐHG", ENDED)
    assert Entry.objects.latest("pk").act == "dossier.mediation_ended"


def test_a_mediation_does_not_end_twice_without_a_council_or_without_minutes(world: World) -> None:
    dossier = dispute(world)
    for told, words in (({}, guards.NO_COUNCIL), ({"outcome": "?"}, guards.NO_COUNCIL)):
        assert refused(end, world, dossier, **told) == words
    council(world, dossier)
    assert refused(end, world, dossier, outcome="?") == guards.NO_OUTCOME
    assert refused(end, world, dossier, minutes_no=" ") == telling.BLANK
    end(world, dossier, outcome="not_reconciled")
    assert refused(end, world, dossier) == guards.MEDIATED
    with pytest.raises(NotAllowed):
        end(world, dossier, by=world.lan)


def test_a_land_dispute_is_settled_only_after_its_own_council_has_mediated(world: World) -> None:
    dossier = life.in_work(world, "land")
    propose(dossier.pk, proposal="Lập biên bản hoà giải", by=world.minh, at=life.PROPOSED)
    approve(dossier.pk, by=world.hoa, at=life.APPROVED)
    told: dict[str, Any] = {"number": "15/BB", "pages": 1, "by": world.minh, "at": ENDED}

    assert refused(record_result, dossier.pk, **told) == guards.NO_COUNCIL
    council(world, dossier)
    assert refused(record_result, dossier.pk, **told) == guards.NOT_MEDIATED
    end(world, dossier)
    record_result(dossier.pk, **told)
    assert again(dossier).status == "settled"


def test_a_dispute_that_is_refused_needs_no_mediation(world: World) -> None:
    dossier = life.in_work(world, "land")
    reason = "Tranh chấp không thuộc thẩm quyền"
    propose(dossier.pk, proposal=reason, refuses=True, by=world.minh, at=life.PROPOSED)

    refuse(dossier.pk, reason=reason, by=world.hoa, at=life.APPROVED)

    assert again(dossier).status == "settled"


def test_no_paper_is_asked_for_that_residence_data_replace(residence: World) -> None:
    told = residence.reception("residence", papers=asked(residence))
    dossier = receive(told, by=residence.lan, at=THURSDAY_MORNING)
    [replaced] = dossier.version.components.filter(replaced_by_data=True)
    wanted: dict[str, Any] = {"reason": "Chưa rõ nơi cư trú", "by": residence.lan, "at": LATER}

    assert refused(ask_supplement, dossier.pk, wanted=[replaced.name], **wanted) == LOOK_UP
    other = next(one for one in dossier.version.components.all() if not one.replaced_by_data)
    ask_supplement(dossier.pk, wanted=[other.name], **wanted)
    paper = Paper(replaced.name, PaperForm.COPY)
    assert refused(resubmit, dossier.pk, papers=[paper], by=residence.lan, at=ENDED) == LOOK_UP
