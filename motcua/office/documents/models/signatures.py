"""Asking for a signature and having it, and what validation found on a file."""

from django.db import models
from django.db.models import F, Q

from motcua.office.documents.models.document import DocumentFile, OutgoingDocument
from motcua.office.people.models import Officer
from motcua.office.records.models import File


class Capacity(models.TextChoices):
    PERSON = "person", "Người có thẩm quyền"
    AGENCY = "agency", "Cơ quan"


class SigningRequest(models.Model):
    """What went out to be signed, and whether the signature came: one at a time for a document and capacity.

    It holds to one version of the document, one officer and one certificate, and grows old.
    """

    document = models.ForeignKey(OutgoingDocument, models.PROTECT, related_name="signing_requests")
    capacity = models.CharField(max_length=6, choices=Capacity)
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    version = models.ForeignKey(DocumentFile, models.PROTECT, related_name="+")
    certificate = models.CharField(max_length=64)  # SHA-256 of the signer's certificate
    prepared = models.BinaryField()
    said = models.BinaryField()  # what the key signs
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.ForeignKey(DocumentFile, models.PROTECT, null=True, blank=True, related_name="+")
    given_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "capacity"],
                condition=Q(given_up_at=None),
                name="documents_one_signature_of_a_capacity",
            ),
            models.CheckConstraint(name="documents_request_expires", condition=Q(expires_at__gt=F("asked_at"))),
            models.CheckConstraint(
                name="documents_answered_in_time_with_a_file",
                condition=Q(answered_at=None, answer=None)
                | Q(
                    answered_at__isnull=False,
                    answered_at__gte=F("asked_at"),
                    answered_at__lte=F("expires_at"),
                    answer__isnull=False,
                )
                & Q(given_up_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.capacity}"


class Found(models.TextChoices):
    VALID = "valid", "Hợp lệ"
    INVALID = "invalid", "Không hợp lệ"
    NONE = "none", "Không có"
    UNKNOWN = "unknown", "Chưa kết luận được"


class Verdict(models.Model):
    """What validation found on a file, kept to be read again: computed, never claimed."""

    file = models.OneToOneField(File, models.PROTECT, related_name="verdict")
    person = models.CharField(max_length=8, choices=Found)
    agency = models.CharField(max_length=8, choices=Found)
    reasons = models.JSONField(default=list)
    trust = models.CharField(max_length=64)  # which version of the trust list it was held against
    checked_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.file}: {self.person}, {self.agency}"
