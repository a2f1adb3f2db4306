"""Each fault of the notice that the office blocks, tried and refused; each it warns of, tried and still seen."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from motcua.language import Refusal, Words
from motcua.office.dossiers.acts.certification import Copies, certify
from motcua.office.dossiers.acts.digitisation import digitise
from motcua.office.dossiers.acts.legs import link, receive_leg
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.acts.settlement import propose, record_result, return_result
from motcua.office.dossiers.digitisation import not_digitised, shares, to_digitise
from motcua.office.dossiers.guards import certification, digitisation, legs, reception, settlement
from motcua.office.dossiers.models import BookEntry, Channel, Dossier, PaperForm, Result, Slip, Step, SubmitterKind
from motcua.office.dossiers.told import Paper
from motcua.office.people.policy import NotAllowed
from motcua.office.records import content
from tests.office.dossiers import life
from tests.office.records.scans import scan
from tests.world import THURSDAY_MORNING, World, person, procedure


def refused(act: Any, *given: object, **told: object) -> Words:
    """The sentence with which the act refuses."""
    with pytest.raises(Refusal) as caught:
        act(*given, **told)
    return caught.value.words


def give(world: World, dossier: Dossier, way: str = Channel.COUNTER) -> Words:
    return refused(return_result, dossier.pk, way=way, to="Phạm Văn Bình", by=world.lan, at=life.RETURNED)


def test_x2b3_no_original_of_a_land_certificate_stays_with_a_contract(world: World) -> None:
    papers = [Paper("Giấy chứng nhận", PaperForm.ORIGINAL, no, kept_original=True) for no in (1, 2)]

    told = world.reception("contract", papers=papers)
    assert refused(receive, told, by=world.lan, at=THURSDAY_MORNING) == reception.KEPT


def test_x2b5_nothing_is_returned_without_a_result_and_nothing_stands_outside_the_book(world: World) -> None:
    dossier = life.in_work(world)

    assert give(world, dossier) == settlement.NOT_SETTLED
    assert BookEntry.objects.filter(kind="tracking").count() == Dossier.objects.count() == 1


def test_x2b6_no_receipt_with_an_empty_or_short_list(world: World) -> None:
    for papers, words in (([], reception.NO_PAPERS), ([Paper("Tờ khai", PaperForm.COPY, 1)], reception.SHORT)):
        told = world.reception(papers=papers)
        assert refused(receive, told, by=world.lan, at=THURSDAY_MORNING) == words
    assert not Slip.objects.exists()


def test_x2b7_no_land_leg_without_its_register_line(world: World) -> None:
    version = procedure(world, "1.011441", "Đăng ký đất đai", "Đất đai", term=(10, "working_day"), special="land")
    world.versions["soil"] = version
    whole = life.received(world, "soil")
    told = {"unit": world.elsewhere, "papers": world.papers(version), "by": world.nam, "at": life.MOVED}

    assert refused(receive_leg, whole.pk, **told) == legs.NOT_ASKED
    link(whole.pk, unit=world.elsewhere, by=world.lan, at=life.MOVED)
    leg = receive_leg(whole.pk, **told)  # type: ignore[arg-type]
    assert leg.book_entries.filter(kind="linked_land", unit=world.elsewhere).exists()


def test_x2b8_what_has_a_term_is_not_settled_past_receipt_control_slip_and_steps(world: World) -> None:
    copies = Copies(world.ward, world.versions["contract"], world.binh, world.hoa, "Hợp đồng", 1, 1)
    assert refused(certify, copies, by=world.lan, at=THURSDAY_MORNING) == certification.NOT_COPIES

    dossier = life.received(world)
    assert set(dossier.slips.values_list("kind", flat=True)) == {"receipt", "control"}
    assert Step.objects.filter(dossier=dossier).count() == 1
    early = refused(propose, dossier.pk, proposal="Đủ", by=world.minh, at=life.MOVED)
    assert early == settlement.NOT_IN_WORK


def test_x2b9_h2b8_no_result_is_left_on_paper_unseen_and_only_a_whole_scan_silences_the_warning(world: World) -> None:
    dossier = life.returned(world)
    for scanned, words in (
        (scan(2), digitisation.OTHER_PAGES),
        (scan(locked_by="khóa"), content.ENCRYPTED),
        (BytesIO(b"a picture of it, later"), content.NOT_PDF),
    ):
        assert refused(digitise, dossier.pk, content=scanned, by=world.lan, at=life.RETURNED) == words
        assert list(not_digitised()) == [dossier]

    digitise(dossier.pk, content=scan(), by=world.lan, at=life.RETURNED)
    assert not not_digitised().exists()
    Result.objects.update(pages=2)
    assert list(not_digitised()) == [dossier]


def test_h2b7_a_procedure_with_no_result_digitised_stands_first_however_many_others_are(world: World) -> None:
    for _ in range(3):
        life.digitised(world, life.settled(world))
    life.settled(world)
    land = life.settled(world)
    Dossier.objects.filter(pk=land.pk).update(version=world.versions["land"])

    first, second = shares(to_digitise())
    assert (first.code, first.none, first.missing) == ("1.012812", True, 1)
    assert (second.code, second.none, second.missing, second.results) == ("1.001193", False, 1, 4)


def test_h2b2_a_result_is_not_returned_past_the_desk(world: World) -> None:
    assert give(world, life.settled(world)) == settlement.NOT_AT_DESK


def test_h2b2_a_result_at_the_desk_goes_by_no_other_way_than_desk_post_or_online(world: World) -> None:
    assert give(world, life.at_desk(world), way="department") == settlement.NO_SUCH_WAY


def test_h2b3_a_department_hands_out_no_result(world: World) -> None:
    dossier = life.settled(world)

    with pytest.raises(NotAllowed):
        return_result(dossier.pk, way=Channel.COUNTER, to="Phạm Văn Bình", by=world.minh, at=life.RETURNED)


def test_h2b5_nothing_is_closed_in_the_software_before_it_is_decided(world: World) -> None:
    dossier = life.proposed(world)

    closing = {"number": "15/GKS", "pages": 1, "at": life.RECORDED}
    assert refused(record_result, dossier.pk, by=world.minh, **closing) == settlement.NOT_APPROVED
    assert give(world, dossier) == settlement.NOT_SETTLED


def test_h2b6_no_account_files_online_for_others_without_authority(world: World) -> None:
    online, account = Channel.ONLINE, "buudien-caolanh"
    receive(world.reception(channel=online, submitter_account=account), by=world.lan, at=THURSDAY_MORNING)

    of_another = world.reception(applicant=world.an, channel=online, submitter_account=account)
    assert refused(receive, of_another, by=world.lan, at=THURSDAY_MORNING) == reception.ONE_ACCOUNT
    by_post = world.reception(
        applicant=world.an,
        submitter=person("Lý Thị Tám"),
        submitter_kind=SubmitterKind.POST_OFFICE,
        channel=online,
    )
    assert refused(receive, by_post, by=world.lan, at=THURSDAY_MORNING) == reception.NO_AUTHORITY
    by_post_with_a_paper = replace(by_post, authority="Giấy giới thiệu của bưu điện")
    assert refused(receive, by_post_with_a_paper, by=world.lan, at=THURSDAY_MORNING) == reception.STAFF_ACCOUNT
