"""Linked legs: the part that another unit has in a dossier, asked for here and taken in there."""

from django.db import models

from motcua.office.dossiers.models.dossier import Dossier
from motcua.office.people.models import Officer, Unit


class Leg(models.Model):
    """What was asked of another unit, and the dossier by which that unit took it in: one leg per unit."""

    parent = models.ForeignKey(Dossier, models.CASCADE, related_name="asked_legs")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    due_at = models.DateTimeField(null=True, blank=True)  # within the parent's
    taken_in = models.OneToOneField(Dossier, models.PROTECT, null=True, blank=True, related_name="asked_as")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["parent", "unit"], name="dossiers_leg_once_in_unit")]
        indexes = [
            models.Index(fields=["unit"], condition=models.Q(taken_in=None), name="dossiers_leg_to_take_in"),
        ]

    def __str__(self) -> str:
        return f"{self.parent} → {self.unit}"
