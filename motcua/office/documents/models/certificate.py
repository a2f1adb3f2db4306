"""Certificates that an administrator registered for officers and for the seals of units, and those seen in use."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from motcua.office.people.models import Officer, Unit


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def registered(self) -> Self:
        """Those that count: confirmed by an administrator and not retired."""
        return self.filter(confirmed_at__isnull=False, retired_at=None)

    def of(self, officer: Officer | None, unit: Unit) -> Self:
        """Those of the officer wherever they work, or of the unit's seal where none is named."""
        return self.filter(officer=officer) if officer is not None else self.filter(officer=None, unit=unit)


class Certificate(models.Model):
    """What the server read from a certificate: of `officer`, or of the seal of `unit` where there is none.

    Seen where somebody signed with it, it counts once an administrator confirms it. Retired and ended ones stay.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="certificates")
    officer = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="certificates")
    fingerprint = models.CharField(max_length=64)  # SHA-256
    serial = models.CharField(max_length=48)
    subject = models.CharField(max_length=300)
    issuer = models.CharField(max_length=300)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    content = models.BinaryField()  # DER
    seen_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_reason = models.CharField(max_length=500, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["-ends_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=Q(confirmed_at__isnull=False, retired_at=None),
                name="documents_certificate_of_one_holder",
            ),
            models.CheckConstraint(
                name="documents_certificate_ends_after_it_begins", condition=Q(ends_at__gt=F("begins_at"))
            ),
            models.CheckConstraint(
                name="documents_certificate_confirmed_by_somebody",
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="documents_certificate_retired_says_why",
                condition=Q(retired_at=None, retired_by=None, retired_reason="")
                | Q(retired_at__isnull=False, retired_by__isnull=False, retired_reason__gt=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.serial})"

    def ended(self, at: datetime) -> bool:
        return self.ends_at <= at
