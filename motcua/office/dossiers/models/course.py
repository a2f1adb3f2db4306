"""The course of a dossier: hand-overs, the lines that make its due date, opinions of other units, its result."""

from django.db import models
from django.db.models import F, Q

from motcua.office.documents.models import OutgoingDocument
from motcua.office.dossiers.models.dossier import Dossier
from motcua.office.people.models import Officer, Role, Unit


class Step(models.Model):
    """One hand-over: sent, taken over, due, done. The sender answers for it until it is taken over."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="steps")
    no = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    role = models.CharField(max_length=16, choices=Role)
    sender = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    officer = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="steps")
    sent_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["no"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "no"], name="dossiers_step_once"),
            models.UniqueConstraint(fields=["dossier"], condition=Q(finished_at=None), name="dossiers_one_step_open"),
            models.CheckConstraint(
                name="dossiers_step_in_order",
                condition=(Q(received_at=None) | Q(received_at__gte=F("sent_at"), officer__isnull=False))
                & (Q(finished_at=None) | Q(finished_at__gte=F("sent_at"))),
            ),
        ]
        indexes = [
            models.Index(
                fields=["unit", "role"],
                condition=Q(received_at=None, finished_at=None),
                name="dossiers_step_to_take_over",
            ),
            models.Index(fields=["officer", "due_at"], condition=Q(finished_at=None), name="dossiers_step_in_hand"),
        ]

    def __str__(self) -> str:
        return f"{self.no}. {self.name}"


class DueLineKind(models.TextChoices):
    BASE = "base", "Thời hạn theo quy định"
    PAUSE = "pause", "Tạm dừng chờ người dân"
    RESUME = "resume", "Tiếp tục"
    EXTENSION = "extension", "Hẹn lại"
    RESTART = "restart", "Tính lại từ đầu"


class DueLine(models.Model):
    """One line of the ledger from which the due date follows: who, when, by which paper and rule."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="due_lines")
    no = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=DueLineKind)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    document = models.CharField(max_length=120, blank=True)
    rule = models.CharField(max_length=200, blank=True)
    term_value = models.PositiveIntegerField(null=True, blank=True)
    term_unit = models.CharField(max_length=14, blank=True)
    new_due_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["no"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "no"], name="dossiers_due_line_once"),
            models.UniqueConstraint(fields=["dossier"], condition=Q(kind="extension"), name="dossiers_one_new_date"),
        ]

    def __str__(self) -> str:
        return f"{self.no}. {self.get_kind_display()}"


class Opinion(models.Model):
    """Another unit's opinion that was asked for. Silence is no consent: without an answer it stays open."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="opinions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    question = models.CharField(max_length=1000)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    agrees = models.BooleanField(null=True, blank=True)
    answer = models.CharField(max_length=2000, blank=True)

    def __str__(self) -> str:
        return f"{self.dossier} {self.unit}"


class Result(models.Model):
    """What the competent unit decided, with number and day; proposed first, approved by the head, then recorded."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="result")
    kind = models.CharField(max_length=300)
    proposal = models.CharField(max_length=2000, blank=True)
    refuses = models.BooleanField(default=False)
    proposed_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    sent_back_at = models.DateTimeField(null=True, blank=True)
    sent_back_reason = models.CharField(max_length=500, blank=True)
    approved_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    number = models.CharField(max_length=60, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    to_desk_at = models.DateTimeField(null=True, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    document = models.OneToOneField(  # the electronic document that it is
        OutgoingDocument, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="dossiers_result_issued_once_approved",
                condition=Q(issued_at=None)
                | Q(approved_at__isnull=False, number__gt="", issued_at__gte=F("approved_at")),
            ),
            models.CheckConstraint(  # copies certified at once carry no proposal: who signs them may be at the desk
                name="dossiers_nobody_approves_their_own",
                condition=Q(approved_by=None) | Q(proposal="") | ~Q(approved_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="dossiers_result_approved_by_somebody",
                condition=Q(approved_at=None, approved_by=None)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
