"""Fees due and what was paid of them, in whole đồng."""

from django.db import models
from django.db.models import Q

from motcua.office.dossiers.models.dossier import Dossier
from motcua.office.people.models import Officer, Unit


class Charge(models.Model):
    """One fee that a dossier owes."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="charges")
    name = models.CharField(max_length=200)
    amount = models.PositiveBigIntegerField()
    charged_at = models.DateTimeField()
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.name} {self.amount}"


class PaymentChannel(models.TextChoices):
    ONLINE_NATIONAL = "online_national", "Cổng Dịch vụ công quốc gia"
    ONLINE_LOCAL = "online_local", "Cổng của tỉnh"
    TRANSFER = "transfer", "Chuyển khoản"
    CASH = "cash", "Tiền mặt"


class Payment(models.Model):
    """Money that came in for a dossier; a reference of a bank or portal is taken once."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="payments")
    amount = models.PositiveBigIntegerField()
    channel = models.CharField(max_length=16, choices=PaymentChannel)
    reference = models.CharField(max_length=80, blank=True)
    paid_at = models.DateTimeField()
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "reference"], condition=~Q(reference=""), name="dossiers_payment_reference_once"
            ),
            models.CheckConstraint(name="dossiers_payment_some", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="dossiers_payment_not_in_cash_has_reference", condition=Q(channel="cash") | ~Q(reference="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier} {self.amount}"
