"""Digital copies of results."""

from django.db import models

from motcua.office.dossiers.models.course import Result
from motcua.office.people.models import Officer
from motcua.office.records.models import File


class DigitalCopy(models.Model):
    """A file scanned from a result. A better one replaces it and it stays; whether it counts, `digitisation` says."""

    result = models.ForeignKey(Result, models.PROTECT, related_name="copies")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["result"], condition=models.Q(replaced_at=None), name="dossiers_one_copy_of_a_result"
            )
        ]

    def __str__(self) -> str:
        return f"{self.result} ({self.file})"
