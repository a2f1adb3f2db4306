"""The one-stop's forms as they were given out."""

from django.db import models
from django.db.models import Q

from motcua.office.dossiers.models.dossier import Dossier
from motcua.office.people.models import Officer, Unit


class SlipKind(models.TextChoices):
    RECEIPT = "receipt", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    SUPPLEMENT = "supplement", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
    REFUSAL = "refusal", "Phiếu từ chối tiếp nhận giải quyết hồ sơ"
    APOLOGY = "apology", "Phiếu xin lỗi và hẹn lại ngày trả kết quả"
    TERMINATION = "termination", "Thông báo dừng giải quyết hồ sơ"
    CONTROL = "control", "Phiếu kiểm soát quá trình giải quyết hồ sơ"
    FEE = "fee", "Phiếu thu phí, lệ phí"


class Slip(models.Model):
    """One form. `said` holds the values it was printed from, so that it is reprinted byte for byte.

    An apology is a draft until the head signs: only then it has a number and a day. Numbers begin anew each `year`.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="slips")
    kind = models.CharField(max_length=12, choices=SlipKind)
    number = models.CharField(max_length=60, blank=True)
    year = models.PositiveIntegerField(default=0)
    drafted_at = models.DateTimeField()
    issued_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    signed_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(
        max_length=8,
        blank=True,
        choices=[("late", "Quá hạn"), ("error", "Sai sót"), ("lost", "Thất lạc giấy tờ")],
    )
    fault = models.CharField(max_length=1000, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    new_due_at = models.DateTimeField(null=True, blank=True)
    component_rows = models.PositiveIntegerField(default=0)
    said = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "year", "number"], condition=~Q(number=""), name="dossiers_slip_number_once"
            ),
            models.CheckConstraint(
                name="dossiers_receipt_lists_papers", condition=~Q(kind="receipt") | Q(component_rows__gt=0)
            ),
            models.CheckConstraint(
                name="dossiers_apology_signed",
                condition=~Q(kind="apology") | Q(issued_at=None) | Q(signed_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"
