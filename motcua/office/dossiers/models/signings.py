"""Asking for a signature over a digital copy, and having it."""

from django.db import models
from django.db.models import Q

from motcua.office.documents.models.asked import Asked, answered_in_time, expires
from motcua.office.dossiers.models.copies import DigitalCopy
from motcua.office.records.models import File


class CopySigning(Asked):
    """What of a copy went out to be signed, and whether the signature came: one at a time for a copy and capacity.

    `version`: the file that it was prepared from. What was prepared is let go once nobody waits for the signature: it
    is the whole file once more.
    """

    copy = models.ForeignKey(DigitalCopy, models.PROTECT, related_name="signings")
    version = models.ForeignKey(File, models.PROTECT, related_name="+")
    answer = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["copy", "capacity"], condition=Q(given_up_at=None), name="dossiers_one_signature_of_a_copy"
            ),
            expires("dossiers_copy_request_expires"),
            answered_in_time("dossiers_copy_answered_in_time_with_a_file"),
        ]

    def __str__(self) -> str:
        return f"{self.copy} {self.capacity}"
