"""Digital copies of results and of the papers that were handed in."""

from django.db import models
from django.db.models import Q

from motcua.office.dossiers.models.course import Result
from motcua.office.dossiers.models.dossier import Dossier, DossierComponent
from motcua.office.people.models import Officer, Person
from motcua.office.records.models import File


class DigitalCopy(models.Model):
    """A file scanned from a result or from a paper. A better one replaces it and it stays.

    Whether it counts, `digitisation` says. `certified_by` compared it with the original. `signed`: the file with the
    signatures over it; what came in stays untouched beside it, and without it the copy is compared, not signed.
    One with a `source` was taken from the applicant's store, not scanned: it is the same file, compared there.
    `owner` and `paper_type` are computed as it is made (`copying`). `holds_until`: the last day printed on the paper,
    empty where none is known.
    """

    result = models.ForeignKey(Result, models.PROTECT, null=True, blank=True, related_name="copies")
    component = models.ForeignKey(DossierComponent, models.PROTECT, null=True, blank=True, related_name="scans")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    source = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="used_again")
    owner = models.ForeignKey(Person, models.PROTECT, related_name="+")
    paper_type = models.CharField(max_length=16)
    made_at = models.DateTimeField()
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True, blank=True)
    certified_at = models.DateTimeField(null=True, blank=True)
    certified_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    signed = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    holds_until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "paper_type"], name="dossiers_store_by_type")]
        constraints = [
            models.UniqueConstraint(
                fields=["result"], condition=Q(replaced_at=None), name="dossiers_one_copy_of_a_result"
            ),
            models.UniqueConstraint(
                fields=["component"], condition=Q(replaced_at=None), name="dossiers_one_copy_of_a_paper"
            ),
            models.CheckConstraint(
                name="dossiers_copy_of_one_thing",
                condition=Q(result__isnull=True, component__isnull=False)
                | Q(result__isnull=False, component__isnull=True),
            ),
            models.CheckConstraint(
                name="dossiers_copy_certified_by_somebody",
                condition=Q(certified_at=None, certified_by=None)
                | Q(certified_at__isnull=False, certified_by__isnull=False),
            ),
            models.CheckConstraint(
                name="dossiers_copy_used_again_is_a_paper",
                condition=Q(source=None) | Q(component__isnull=False, certified_at=None),
            ),
            models.CheckConstraint(name="dossiers_copy_of_some_type", condition=Q(paper_type__gt="")),
            models.CheckConstraint(
                name="dossiers_copy_validity_read_as_compared",
                condition=Q(holds_until=None) | Q(certified_at__isnull=False),
            ),
            models.CheckConstraint(
                name="dossiers_copy_signed_was_compared",
                condition=Q(signed=None) | Q(certified_at__isnull=False) | Q(source__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.result or self.component} ({self.file})"


class CopyOriginal(models.Model):
    """A file as it came in, untouched, where the copy was put together of several or of pictures."""

    copy = models.ForeignKey(DigitalCopy, models.PROTECT, related_name="originals")
    no = models.PositiveIntegerField()
    file = models.ForeignKey(File, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["copy", "no"], name="dossiers_copy_original_once")]

    def __str__(self) -> str:
        return f"{self.copy} {self.no}"


class Discarded(models.Model):
    """A file deleted from the store because its term was past: whose, which term, when. Its row and copies stay.

    It is gone while `at` is the moment since which the file is faulty; the same content kept anew is a file again.
    """

    file = models.OneToOneField(File, models.PROTECT, related_name="discarded")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    term = models.CharField(max_length=60)  # its name among the law's values
    years = models.PositiveIntegerField()
    ended_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.file} {self.at}"
