"""Money: what a dossier owes, what came in for it, and the fee slip that says so."""

from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.language import Refusal
from motcua.office.dossiers import writing
from motcua.office.dossiers.acts.frame import journal, locked
from motcua.office.dossiers.guards import money as guards
from motcua.office.dossiers.models import Charge, Dossier, Payment, PaymentChannel, Slip, SlipKind
from motcua.office.people.models import Officer


@transaction.atomic
def charge(dossier: int, *, name: str, amount: int, by: Officer, at: datetime) -> Charge:
    """Add a fee that the dossier owes, in whole đồng."""
    kept, term = locked(dossier, "dossier.charge", by=by, at=at)
    guards.chargeable(kept, name, amount)
    made = Charge.objects.create(dossier=kept, name=name.strip(), amount=amount, charged_at=at, by=by)
    owed_before = kept.fee_due
    kept.fee_due += amount
    kept.save(update_fields=["fee_due"])
    old, new = {"fee_due": owed_before}, {"charge": made.name, "fee_due": kept.fee_due}
    journal("dossier.charged", kept, by=by, term=term, at=at, old=old, new=new)
    return made


@transaction.atomic
def pay(
    dossier: int, *, amount: int, channel: PaymentChannel, by: Officer, at: datetime, reference: str = ""
) -> Payment:
    """Take in money for the dossier and give out a fee slip.

    Raises Refusal for more than is owed, and for a reference that was taken already.
    """
    kept, term = locked(dossier, "dossier.pay", by=by, at=at)
    guards.payable(kept, amount, channel, reference)
    paid_before = kept.fee_paid
    payment, slip = take_in(kept, amount, channel, reference, by=by, at=at)
    kept.save(update_fields=["fee_paid"])
    old = {"fee_paid": paid_before}
    new = {"fee_paid": kept.fee_paid, "channel": channel, "reference": payment.reference, "slip": slip.number}
    journal("dossier.paid", kept, by=by, term=term, at=at, old=old, new=new)
    return payment


def take_in(
    dossier: Dossier, amount: int, channel: PaymentChannel, reference: str, *, by: Officer, at: datetime
) -> tuple[Payment, Slip]:
    """The payment and its slip, inside an act; adds to the dossier's `fee_paid` and leaves saving it to the act."""
    reference = reference.strip()
    try:
        with transaction.atomic():  # two at once: the database alone knows which was first
            payment = Payment.objects.create(
                unit=dossier.unit, dossier=dossier, amount=amount, channel=channel, reference=reference, paid_at=at,
                by=by,
            )  # fmt: skip
    except IntegrityError as twice:
        label = PaymentChannel(channel).label
        raise Refusal(guards.TAKEN, reference=reference, channel=label) from twice
    dossier.fee_paid += amount
    return payment, _fee_slip(dossier, payment, by=by, at=at)


def _fee_slip(dossier: Dossier, payment: Payment, *, by: Officer, at: datetime) -> Slip:
    said: dict[str, object] = {
        "charges": list(dossier.charges.order_by("pk").values("name", "amount")),
        "amount": payment.amount,
        "channel": payment.channel,
        "reference": payment.reference,
        "owed_after": dossier.fee_due - dossier.fee_paid,
    }
    return writing.issued(dossier, SlipKind.FEE, by=by, at=at, said=said)
