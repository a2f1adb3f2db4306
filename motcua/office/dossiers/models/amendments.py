"""What is put right afterwards: corrections of what was written down, and dossiers taken up again after their end."""

from django.db import models

from motcua.office.dossiers.models.dossier import Dossier, Status
from motcua.office.people.models import Officer


class Correction(models.Model):
    """A correcting entry: what stood there, what stands there now. It keeps personal data out of the journal."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="corrections")
    no = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    old = models.JSONField()
    new = models.JSONField()

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["dossier", "no"], name="dossiers_correction_once")]

    def __str__(self) -> str:
        return f"{self.dossier} ({self.no})"


class Reopening(models.Model):
    """A dossier taken up again. Its first end stays with the dossier; the end that follows this one stands here."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="reopenings")
    no = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    ended_as = models.CharField(max_length=16, choices=Status)
    former_result = models.JSONField(default=dict)  # number, day and signer of the result that was given
    finished_again_at = models.DateTimeField(null=True, blank=True)
    returned_again_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["no"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "no"], name="dossiers_reopening_once"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=models.Q(finished_again_at=None),
                name="dossiers_one_reopening_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier} ({self.no})"
