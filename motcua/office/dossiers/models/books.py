"""Books of the one-stop and the counters that number them without gaps."""

from django.db import models

from motcua.office.dossiers.models.dossier import Dossier
from motcua.office.people.models import Unit


class BookKind(models.TextChoices):
    TRACKING = "tracking", "Sổ theo dõi hồ sơ"
    LINKED_LAND = "linked_land", "Sổ hồ sơ đất đai liên thông"
    CERTIFICATION = "certification", "Sổ chứng thực"


class BookEntry(models.Model):
    """One line of a book; its serial runs from 1 to the end of the year."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14, choices=BookKind)
    year = models.PositiveIntegerField()
    serial = models.PositiveIntegerField()
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="book_entries")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "kind", "year", "serial"], name="dossiers_book_serial_once"),
            models.UniqueConstraint(fields=["dossier", "kind"], name="dossiers_book_line_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.serial}/{self.year}"


class Counter(models.Model):
    """The last number drawn of a series (`what`) in a period (`period`: a day or a year). Locked while one is drawn."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    what = models.CharField(max_length=20)
    period = models.CharField(max_length=8)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "what", "period"], name="dossiers_counter_once")]

    def __str__(self) -> str:
        return f"{self.what} {self.period}: {self.last}"
