"""Asking for a signature of a document, and having it."""

from django.db import models
from django.db.models import Q

from motcua.office.documents.models.asked import Asked, answered_in_time, expires
from motcua.office.documents.models.document import DocumentFile, OutgoingDocument


class SigningRequest(Asked):
    """What went out to be signed, and whether the signature came: one at a time for a document and capacity.

    It holds to one version of the document, one officer and one certificate, and grows old.
    """

    document = models.ForeignKey(OutgoingDocument, models.PROTECT, related_name="signing_requests")
    version = models.ForeignKey(DocumentFile, models.PROTECT, related_name="+")
    answer = models.ForeignKey(DocumentFile, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "capacity"],
                condition=Q(given_up_at=None),
                name="documents_one_signature_of_a_capacity",
            ),
            expires("documents_request_expires"),
            answered_in_time("documents_answered_in_time_with_a_file"),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.capacity}"
