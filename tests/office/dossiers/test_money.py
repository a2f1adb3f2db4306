"""What a dossier owes and what is paid of it."""

import pytest

from motcua.language import Refusal
from motcua.office.dossiers.acts.money import charge, pay
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.guards import money as guards
from motcua.office.dossiers.models import Charge, Dossier, Payment, PaymentChannel, Slip, Status
from motcua.office.journal.models import Entry
from motcua.office.people.policy import NotAllowed
from tests.world import THURSDAY_MORNING, World, again, moment

LATER = moment("2023-07-27 09:00")


@pytest.fixture
def owing(world: World) -> Dossier:
    """A dossier that owes 8 000 đồng."""
    dossier = receive(world.reception(), by=world.lan, at=THURSDAY_MORNING)
    charge(dossier.pk, name="Lệ phí khai sinh", amount=8000, by=world.lan, at=LATER)
    return dossier


def test_a_charge_is_owed_at_once_and_leaves_its_line(owing: Dossier) -> None:
    assert again(owing).fee_due == 8000
    assert Charge.objects.get().amount == 8000
    assert [entry.act for entry in Entry.objects.order_by("serial")] == ["dossier.received", "dossier.charged"]


def test_cash_is_taken_in_with_a_numbered_fee_slip(world: World, owing: Dossier) -> None:
    pay(owing.pk, amount=8000, channel=PaymentChannel.CASH, by=world.ke, at=LATER)

    slip = Slip.objects.get(kind="fee")
    assert again(owing).fee_paid == 8000
    assert (slip.number, slip.said["amount"], slip.said["owed_after"]) == ("01/PT", 8000, 0)
    assert Entry.objects.order_by("serial").last().act == "dossier.paid"  # type: ignore[union-attr]


def test_part_of_a_fee_is_paid_and_the_rest_stays_owed(world: World, owing: Dossier) -> None:
    pay(owing.pk, amount=3000, channel=PaymentChannel.CASH, by=world.lan, at=LATER)
    pay(owing.pk, amount=5000, channel=PaymentChannel.TRANSFER, reference="FT123", by=world.lan, at=LATER)

    assert [slip.said["owed_after"] for slip in Slip.objects.filter(kind="fee")] == [5000, 0]


def test_more_than_is_owed_is_refused_and_nothing_is_written(world: World, owing: Dossier) -> None:
    with pytest.raises(Refusal, match=r"8\.000") as refused:
        pay(owing.pk, amount=8001, channel=PaymentChannel.CASH, by=world.lan, at=LATER)

    assert refused.value.words == guards.TOO_MUCH
    assert not Payment.objects.exists()
    assert not Slip.objects.filter(kind="fee").exists()


def test_a_bank_reference_is_taken_once_and_leaves_nothing_the_second_time(world: World, owing: Dossier) -> None:
    pay(owing.pk, amount=3000, channel=PaymentChannel.TRANSFER, reference="FT123", by=world.lan, at=LATER)
    lines = Entry.objects.count()

    with pytest.raises(Refusal) as refused:
        pay(owing.pk, amount=3000, channel=PaymentChannel.TRANSFER, reference=" FT123 ", by=world.lan, at=LATER)
    assert refused.value.words == guards.TAKEN
    assert again(owing).fee_paid == 3000
    assert (Payment.objects.count(), Entry.objects.count()) == (1, lines)


def test_a_transfer_without_its_reference_is_refused(world: World, owing: Dossier) -> None:
    with pytest.raises(Refusal) as refused:
        pay(owing.pk, amount=8000, channel=PaymentChannel.ONLINE_NATIONAL, by=world.lan, at=LATER)
    assert refused.value.words == guards.NO_REFERENCE


@pytest.mark.parametrize("amount", [0, -1, 0.5])
def test_only_whole_amounts_above_nothing_are_charged(world: World, owing: Dossier, amount: int) -> None:
    with pytest.raises(Refusal) as refused:
        charge(owing.pk, name="Lệ phí", amount=amount, by=world.lan, at=LATER)
    assert refused.value.words == guards.NOT_WHOLE


def test_a_fee_without_a_name_is_refused(world: World, owing: Dossier) -> None:
    with pytest.raises(Refusal) as refused:
        charge(owing.pk, name=" ", amount=1000, by=world.lan, at=LATER)
    assert refused.value.words == guards.NO_NAME


def test_nothing_is_charged_for_a_dossier_that_ended(world: World, owing: Dossier) -> None:
    Dossier.objects.filter(pk=owing.pk).update(status=Status.WITHDRAWN, finished_at=LATER, no_result_reason="Tự rút")

    with pytest.raises(Refusal) as refused:
        charge(owing.pk, name="Lệ phí", amount=1000, by=world.lan, at=LATER)
    assert refused.value.words == guards.ENDED


def test_who_neither_receives_nor_keeps_accounts_takes_no_money(world: World, owing: Dossier) -> None:
    for officer in (world.minh, world.nam):
        with pytest.raises(NotAllowed):
            pay(owing.pk, amount=8000, channel=PaymentChannel.CASH, by=officer, at=LATER)
        with pytest.raises(NotAllowed):
            charge(owing.pk, name="Lệ phí", amount=1000, by=officer, at=LATER)
