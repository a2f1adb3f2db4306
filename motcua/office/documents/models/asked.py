"""What every request for a signature has in common, whatever is signed."""

from django.db import models
from django.db.models import F, Q

from motcua.office.people.models import Officer


class Capacity(models.TextChoices):
    PERSON = "person", "Người có thẩm quyền"
    AGENCY = "agency", "Cơ quan"


class Asked(models.Model):
    """What went out to be signed by one officer with one certificate, and when the signature came. It grows old.

    Each table adds what is signed, its `version`, and the `answer`: the file as signed.
    """

    capacity = models.CharField(max_length=6, choices=Capacity)
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    certificate = models.CharField(max_length=64)  # SHA-256 of the signer's certificate
    prepared = models.BinaryField()
    said = models.BinaryField()  # what the key signs
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


def expires(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=Q(expires_at__gt=F("asked_at")))


def answered_in_time(name: str) -> models.CheckConstraint:
    """With a file, before it grew old, and not given up."""
    answered = Q(
        answered_at__isnull=False,
        answered_at__gte=F("asked_at"),
        answered_at__lte=F("expires_at"),
        answer__isnull=False,
    )
    return models.CheckConstraint(
        name=name, condition=Q(answered_at=None, answer=None) | answered & Q(given_up_at=None)
    )
