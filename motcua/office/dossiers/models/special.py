"""What some kinds of dossiers need beside the common course: certification, residence, archive, mediation."""

from django.db import models
from django.db.models import F, Q

from motcua.office.dossiers.models.dossier import Dossier
from motcua.office.people.models import Officer, Person, Unit


class Certification(models.Model):
    """Copies or signatures certified: how many copies of how many pages, by whom."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="certification")
    document = models.CharField(max_length=300)
    copies = models.PositiveIntegerField()
    pages = models.PositiveIntegerField()
    certified_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    certified_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="dossiers_certification_some", condition=Q(copies__gt=0, pages__gt=0))
        ]

    def __str__(self) -> str:
        return self.document


class Witness(models.Model):
    """A witness for someone who cannot read, hear, sign or give a fingerprint; two of them, without an interest."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="witnesses")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "person"], name="dossiers_witness_once")]

    def __str__(self) -> str:
        return f"{self.person}"


class ResidenceCheck(models.Model):
    """Residence data looked up in place of asking for papers: by which method, by whom."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="residence_checks")
    checked_at = models.DateTimeField()
    method = models.CharField(max_length=120)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.method


class ArchiveHandover(models.Model):
    """A residence dossier handed to the archive."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="archive_handover")
    residence_kind = models.CharField(
        max_length=10, choices=[("permanent", "Thường trú"), ("temporary", "Tạm trú"), ("other", "Khác")]
    )
    handed_over_at = models.DateTimeField()
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.residence_kind


class Outcome(models.TextChoices):
    RECONCILED = "reconciled", "Hòa giải thành"
    NOT_RECONCILED = "not_reconciled", "Hòa giải không thành"


class MediationCase(models.Model):
    """A land dispute in mediation; the decision that set up its council serves no other. Numbers begin anew yearly."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="mediation")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    council_decision_no = models.CharField(max_length=60)
    council_year = models.PositiveIntegerField()
    council_decided_at = models.DateTimeField()
    outcome = models.CharField(max_length=14, choices=Outcome, blank=True)
    minutes_no = models.CharField(max_length=60, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="dossiers_mediation_closed_by_minutes",
                condition=Q(closed_at=None, outcome="", minutes_no="")
                | Q(closed_at__gte=F("council_decided_at"), outcome__gt="", minutes_no__gt=""),
            ),
            models.UniqueConstraint(
                fields=["unit", "council_year", "council_decision_no"], name="dossiers_council_for_one_dispute"
            ),
        ]

    def __str__(self) -> str:
        return self.council_decision_no
