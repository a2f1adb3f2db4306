"""Certified copies in one act; signatures and contracts with their witnesses."""

import pytest

from motcua.language import Refusal
from motcua.office.dossiers import fees
from motcua.office.dossiers.acts.certification import Copies, certify, certify_deed
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.guards import certification as guards
from motcua.office.dossiers.guards import money
from motcua.office.dossiers.models import (
    BookEntry,
    BookKind,
    Certification,
    Dossier,
    Payment,
    PaymentChannel,
    Slip,
    Status,
    Witness,
)
from motcua.office.journal.models import Entry
from motcua.office.people.models import Role
from motcua.office.people.policy import NotAllowed
from motcua.office.procedures.models import Fee
from tests.world import THURSDAY_MORNING, World, again, fee, moment, person

LATER = moment("2023-07-27 09:00")


def told(world: World, **other: object) -> Copies:
    """Two copies of a diploma of three pages, for Bình, signed by Hoà, paid in cash."""
    version = world.versions["copy"]
    if not version.fees.exists():
        fee(version, "Phí chứng thực", 2000, "trang")
    asked: dict[str, object] = {"unit": world.ward, "version": version, "applicant": world.binh, "signer": world.hoa}
    asked |= {"document": "Bằng tốt nghiệp", "copies": 2, "pages": 3}
    return Copies(**(asked | other))  # type: ignore[arg-type]


def in_work(world: World, **other: object) -> Dossier:
    """A contract that Minh has taken over."""
    dossier = receive(world.reception("contract", **other), by=world.lan, at=THURSDAY_MORNING)
    pass_on(dossier.pk, name="Thẩm định", unit=world.ward, role=Role.SPECIALIST, by=world.lan, at=LATER)
    take_over(dossier.pk, by=world.minh, at=LATER)
    return dossier


def test_one_act_receives_certifies_charges_takes_the_money_and_returns(world: World) -> None:
    dossier = again(certify(told(world), by=world.lan, at=THURSDAY_MORNING))

    assert dossier.status == Status.RETURNED
    assert (dossier.fee_due, dossier.fee_paid) == (12_000, 12_000)
    assert (dossier.result.number, dossier.result.approved_by) == ("1/2023", world.hoa)
    assert dossier.certification.certified_by == world.hoa
    assert sorted(BookEntry.objects.values_list("kind", "serial")) == [("certification", 1), ("tracking", 1)]
    assert [slip.kind for slip in Slip.objects.all()] == ["fee"]
    assert dossier.components.filter(kept_original=True).count() == 0
    assert [entry.act for entry in Entry.objects.all()] == ["dossier.certified_at_once"]


def test_the_journal_names_neither_applicant_nor_document(world: World) -> None:
    certify(told(world), by=world.lan, at=THURSDAY_MORNING)

    said = Entry.objects.get().new
    assert not any(word in said for word in ("Bình", "087090000011", "Bằng"))


def test_the_certification_book_begins_anew_each_year(world: World) -> None:
    for at in ("2023-07-27 08:30", "2023-12-29 08:30", "2024-01-02 08:30"):
        certify(told(world), by=world.lan, at=moment(at))

    lines = BookEntry.objects.filter(kind=BookKind.CERTIFICATION).order_by("pk")
    assert list(lines.values_list("year", "serial")) == [(2023, 1), (2023, 2), (2024, 1)]


def test_a_transfer_needs_its_reference_and_without_it_nothing_is_written(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        certify(told(world, channel=PaymentChannel.TRANSFER), by=world.lan, at=THURSDAY_MORNING)

    assert refused.value.words == money.NO_REFERENCE
    assert not Dossier.objects.exists()
    assert not BookEntry.objects.exists()
    assert not Entry.objects.exists()


def test_a_reference_taken_before_undoes_the_whole_act(world: World) -> None:
    paid = told(world, channel=PaymentChannel.TRANSFER, reference="FT9")
    certify(paid, by=world.lan, at=THURSDAY_MORNING)

    with pytest.raises(Refusal) as refused:
        certify(paid, by=world.lan, at=THURSDAY_MORNING)
    assert refused.value.words == money.TAKEN
    assert (Dossier.objects.count(), Payment.objects.count()) == (1, 1)
    assert certify(told(world), by=world.lan, at=THURSDAY_MORNING).code.endswith("-0002")


def test_copies_without_a_fee_take_no_money(world: World) -> None:
    asked = told(world)
    Fee.objects.all().delete()

    dossier = certify(asked, by=world.lan, at=THURSDAY_MORNING)
    assert dossier.fee_due == 0
    assert not Slip.objects.exists()


def test_only_who_may_sign_certifies(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        certify(told(world, signer=world.minh), by=world.lan, at=THURSDAY_MORNING)
    assert refused.value.words == guards.MAY_NOT_SIGN


def test_a_stranger_and_an_accountant_certify_nothing(world: World) -> None:
    for officer in (world.nam, world.ke):
        with pytest.raises(NotAllowed):
            certify(told(world), by=officer, at=THURSDAY_MORNING)


@pytest.mark.parametrize("wrong", [{"document": " "}, {"copies": 0}, {"pages": 0}])
def test_a_name_copies_and_pages_are_all_needed(world: World, wrong: dict[str, object]) -> None:
    with pytest.raises(Refusal) as refused:
        certify(told(world, **wrong), by=world.lan, at=THURSDAY_MORNING)
    assert refused.value.words == guards.NOTHING


def test_a_procedure_with_a_term_does_not_take_the_fast_lane(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        certify(told(world, version=world.versions["contract"]), by=world.lan, at=THURSDAY_MORNING)
    assert refused.value.words == guards.NOT_COPIES


@pytest.mark.parametrize(
    ("copies", "pages", "owed"),
    [(1, 1, 2_000), (1, 2, 4_000), (1, 3, 5_000), (3, 10, 36_000), (2, 500, 400_000)],
)
def test_later_pages_cost_less_and_no_copy_more_than_the_highest_fee(
    world: World, copies: int, pages: int, owed: int
) -> None:
    version = world.versions["copy"]
    for amount, per in ((2_000, "trang"), (1_000, "trang từ trang thứ 3"), (200_000, "bản, tối đa")):
        fee(version, "Phí chứng thực", amount, per)

    assert fees.of_copies(version.fees.all(), copies, pages) == [("Phí chứng thực", owed)]


def test_fees_by_copy_and_by_dossier_are_charged_beside_the_pages(world: World) -> None:
    version = world.versions["copy"]
    fee(version, "Chi phí sao chụp", 500, "bản")
    fee(version, "Phí chứng thực", 2_000, "trang")
    fee(version, "Lệ phí", 100, "hồ sơ")

    owed = fees.of_copies(version.fees.all(), copies=4, pages=2)
    assert owed == [("Phí chứng thực", 16_000), ("Chi phí sao chụp", 2_000), ("Lệ phí", 100)]


def test_a_contract_gets_its_number_in_the_book_once(world: World) -> None:
    dossier = in_work(world)
    line = certify_deed(dossier.pk, document="Hợp đồng", copies=3, pages=5, by=world.minh, at=LATER)

    assert (line.kind, line.serial) == ("certification", 1)
    assert Entry.objects.order_by("serial").last().act == "dossier.certified"  # type: ignore[union-attr]
    with pytest.raises(Refusal) as refused:
        certify_deed(dossier.pk, document="Hợp đồng", copies=3, pages=5, by=world.minh, at=LATER)
    assert refused.value.words == guards.TWICE
    assert Certification.objects.count() == 1


def test_who_cannot_sign_needs_two_witnesses_who_are_others(world: World) -> None:
    dossier = in_work(world)
    tam = person("Lý Thị Tám")
    deed = {"document": "Hợp đồng", "copies": 1, "pages": 1, "by": world.minh, "at": LATER, "special_case": True}

    for few in ((), (tam,), (tam, tam), (tam, world.binh)):
        with pytest.raises(Refusal) as refused:
            certify_deed(dossier.pk, witnesses=few, **deed)  # type: ignore[arg-type]
        assert refused.value.words == guards.NO_WITNESSES
    assert not Witness.objects.exists()

    certify_deed(dossier.pk, witnesses=(tam, world.an), **deed)  # type: ignore[arg-type]
    assert (Witness.objects.count(), again(dossier).special_case) == (2, True)


def test_witnesses_of_the_counter_count_at_the_certification(world: World) -> None:
    dossier = in_work(world, special_case=True, witnesses=(world.an, person("Lý Thị Tám")))

    certify_deed(dossier.pk, document="Hợp đồng", copies=1, pages=1, by=world.minh, at=LATER, witnesses=(world.an,))
    assert Witness.objects.count() == 2


def test_a_contract_nobody_works_on_is_not_certified(world: World) -> None:
    dossier = receive(world.reception("contract"), by=world.lan, at=THURSDAY_MORNING)

    with pytest.raises(Refusal) as refused:
        certify_deed(dossier.pk, document="Hợp đồng", copies=1, pages=1, by=world.lan, at=LATER)
    assert refused.value.words == guards.NOT_IN_WORK


def test_a_birth_is_not_entered_in_the_certification_book(world: World) -> None:
    dossier = receive(world.reception("birth"), by=world.lan, at=THURSDAY_MORNING)

    with pytest.raises(Refusal) as refused:
        certify_deed(dossier.pk, document="Hợp đồng", copies=1, pages=1, by=world.lan, at=LATER)
    assert refused.value.words == guards.NOT_CERTIFICATION
