"""Each fault of the notice that the office blocks, tried and refused; each it warns of, tried and still seen."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from motcua.language import Refusal, Words
from motcua.office.dossiers.acts.certification import Copies, certify
from motcua.office.dossiers.acts.digitisation import digitise
from motcua.office.dossiers.acts.lateness import confirm_cause
from motcua.office.dossiers.acts.legs import link, receive_leg
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.acts.settlement import approve, propose, record_result, return_result
from motcua.office.dossiers.acts.special import check_residence
from motcua.office.dossiers.digitisation import not_digitised, shares, to_digitise
from motcua.office.dossiers.guards import certification, digitisation, legs, reception, settlement, special
from motcua.office.dossiers.models import BookEntry, Channel, Dossier, PaperForm, Result, Slip, Step, SubmitterKind
from motcua.office.dossiers.overdue import file_may_close, overdue
from motcua.office.dossiers.told import Paper
from motcua.office.people.policy import NotAllowed
from motcua.office.records import content, pictures
from tests.office.dossiers import life
from tests.office.records.scans import scan
from tests.world import THURSDAY_MORNING, World, again, person, procedure


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
    told: dict[str, Any] = {"unit": world.elsewhere, "papers": world.papers(version), "by": world.nam, "at": life.MOVED}

    assert refused(receive_leg, whole.pk, **told) == legs.NOT_ASKED
    link(whole.pk, unit=world.elsewhere, by=world.lan, at=life.MOVED)
    leg = receive_leg(whole.pk, **told)
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
        (BytesIO(b"a picture of it, later"), pictures.UNKNOWN),
    ):
        assert refused(digitise, dossier.pk, contents=[scanned], by=world.lan, at=life.RETURNED) == words
        assert list(not_digitised()) == [dossier]

    digitise(dossier.pk, contents=[scan()], by=world.lan, at=life.RETURNED)
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

    closing: dict[str, Any] = {"number": "15/GKS", "pages": 1, "at": life.RECORDED}
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


def test_h2b6_who_files_in_their_own_name_is_the_applicant(world: World) -> None:
    clerk = person("Lý Thị Tám")
    told = world.reception(submitter=clerk)
    assert refused(receive, told, by=world.lan, at=THURSDAY_MORNING) == reception.NO_AUTHORITY


def test_h2b6_an_account_is_not_lent_yet_its_owner_may_act_for_another_by_a_paper(world: World) -> None:
    own = world.reception(channel=Channel.ONLINE, submitter_account="binh")
    receive(own, by=world.lan, at=THURSDAY_MORNING)
    for_an = replace(own, applicant=world.an, submitter=world.binh, authority="Giấy ủy quyền 12",
                     submitter_kind=SubmitterKind.REPRESENTATIVE)  # fmt: skip
    lent = replace(for_an, submitter=person("Lý Thị Tám"))

    assert refused(receive, lent, by=world.lan, at=THURSDAY_MORNING) == reception.ONE_ACCOUNT
    receive(for_an, by=world.lan, at=THURSDAY_MORNING)
    receive(own, by=world.lan, at=THURSDAY_MORNING)
    nameless = replace(own, submitter_account="")
    assert refused(receive, nameless, by=world.lan, at=THURSDAY_MORNING) == reception.NO_ACCOUNT


def test_x2c4_witnesses_are_two_others_without_a_part_in_it(world: World) -> None:
    files, stands_by, other = person("Lý Thị Tám"), person("Đỗ Văn Chín"), person("Lê Thị Mười")
    told = world.reception(
        "contract", special_case=True, submitter=files, submitter_kind=SubmitterKind.REPRESENTATIVE,
        authority="Giấy ủy quyền 12", data_subject=world.an,
    )  # fmt: skip
    for two in ([stands_by, stands_by], [stands_by, world.binh], [stands_by, files], [stands_by, world.an], []):
        wrong = replace(told, witnesses=two)
        assert refused(receive, wrong, by=world.lan, at=THURSDAY_MORNING) == reception.NO_WITNESSES
    receive(replace(told, witnesses=[stands_by, other]), by=world.lan, at=THURSDAY_MORNING)


def test_x2b7_a_leg_of_a_land_dispute_has_its_line_too(world: World) -> None:
    whole = life.received(world, "land")
    link(whole.pk, unit=world.elsewhere, by=world.lan, at=life.MOVED)

    papers = world.papers(world.versions["land"])
    leg = receive_leg(whole.pk, unit=world.elsewhere, papers=papers, by=world.nam, at=life.MOVED)

    assert leg.book_entries.filter(kind="linked_land", unit=world.elsewhere).exists()


def test_x2a3_residence_is_not_settled_before_it_was_looked_up(world: World) -> None:
    version = procedure(world, "1.004194", "Đăng ký tạm trú", "Cư trú", term=(3, "working_day"), special="residence")
    version.components.filter(no=2).update(replaced_by_data=True)
    world.versions["residence"] = version
    dossier = life.in_work(world, "residence", papers=[Paper("Tờ khai theo mẫu", PaperForm.COPY, 1)])
    propose(dossier.pk, proposal="Đủ điều kiện", by=world.minh, at=life.PROPOSED)
    approve(dossier.pk, by=world.hoa, at=life.APPROVED)

    closing: dict[str, Any] = {"number": "15/CT07", "pages": 1, "by": world.minh, "at": life.RECORDED}
    assert refused(record_result, dossier.pk, **closing) == special.NOT_LOOKED_UP
    check_residence(dossier.pk, method="Cơ sở dữ liệu quốc gia về dân cư", by=world.minh, at=life.RECORDED)
    record_result(dossier.pk, **closing)


def test_the_result_of_a_late_dossier_is_returned_though_nobody_apologised(world: World) -> None:
    dossier = life.at_desk(world)
    dossier.due_lines.update(term_value=1, term_unit="hour")

    return_result(dossier.pk, way=Channel.POST, to="Phạm Văn Bình", by=world.lan, at=life.RETURNED)

    kept = again(dossier)
    assert overdue(kept, life.RETURNED)
    assert kept.returned_at == life.RETURNED
    assert not file_may_close(kept, life.RETURNED)
    confirm_cause(kept.pk, cause="us", by=world.hoa, at=life.RETURNED)
    assert file_may_close(again(dossier), life.RETURNED)
