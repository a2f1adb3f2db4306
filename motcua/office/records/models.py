"""Which files the office keeps, each once, however many papers it is a copy of."""

from django.db import models
from django.db.models import Q


class File(models.Model):
    """One content. `faulty_since`: since when the store is seen to have lost or changed it; empty while whole.

    `seen`: each page as it was measured (`judging.Page`), empty where no page was looked at.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=40)
    pages = models.PositiveIntegerField()
    kept_at = models.DateTimeField()
    faulty_since = models.DateTimeField(null=True, blank=True)
    seen = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(name="records_file_some", condition=Q(size__gt=0, pages__gt=0))]

    def __str__(self) -> str:
        return self.sha256
