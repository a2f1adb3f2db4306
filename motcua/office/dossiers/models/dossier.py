"""A dossier and the papers that came with it."""

from django.db import models
from django.db.models import F, Q

from motcua.office.people.models import Officer, Person, Unit
from motcua.office.procedures.models import Version


class Status(models.TextChoices):
    """The statuses that the national portal knows, by their meaning."""

    SUBMITTED = "submitted", "Mới đăng ký"
    RECEIVED = "received", "Được tiếp nhận"
    NOT_RECEIVED = "not_received", "Không được tiếp nhận"
    PROCESSING = "processing", "Đang xử lý"
    SUPPLEMENT = "supplement", "Yêu cầu bổ sung giấy tờ"
    FINANCIAL_DUTY = "financial_duty", "Yêu cầu thực hiện nghĩa vụ tài chính"
    WITHDRAWN = "withdrawn", "Công dân rút hồ sơ"
    STOPPED = "stopped", "Dừng xử lý"
    SETTLED = "settled", "Đã xử lý xong"
    RETURNED = "returned", "Đã trả kết quả"


class Channel(models.TextChoices):
    COUNTER = "counter", "Trực tiếp"
    ONLINE = "online", "Trực tuyến"
    POST = "post", "Bưu chính công ích"


class SubmitterKind(models.TextChoices):
    SELF = "self", "Chủ hồ sơ"
    REPRESENTATIVE = "representative", "Người được ủy quyền"
    ORGANISATION = "organisation", "Tổ chức"
    POST_OFFICE = "post_office", "Nhân viên bưu chính"
    OFFICER = "officer", "Công chức hỗ trợ"


class Dossier(models.Model):
    """What was asked of a unit. `unit` keeps it; who asks, who files and whose data it is are three persons."""

    code = models.CharField(max_length=60)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="dossiers")
    received_by_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    competent_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    helping_unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="legs")
    version = models.ForeignKey(Version, models.PROTECT, related_name="dossiers")
    domain = models.CharField(max_length=160)  # the version's, kept here to narrow lists by it
    subject = models.CharField(max_length=600, blank=True)  # what is asked for, in the applicant's words

    channel = models.CharField(max_length=8, choices=Channel)
    applicant = models.ForeignKey(Person, models.PROTECT, related_name="dossiers")
    submitter = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    submitter_kind = models.CharField(max_length=16, choices=SubmitterKind, default=SubmitterKind.SELF)
    submitter_account = models.CharField(max_length=120, blank=True)
    submitter_phone = models.CharField(max_length=20, blank=True)
    authority = models.CharField(max_length=200, blank=True)  # the paper by which the submitter acts for the applicant
    data_subject = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    status = models.CharField(max_length=16, choices=Status)
    holder = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="in_hand")
    step_no = models.PositiveIntegerField(default=0)
    received_at = models.DateTimeField()
    first_due_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    waiting_minutes = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)
    no_result_reason = models.CharField(max_length=500, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_by_unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    return_way = models.CharField(max_length=8, choices=Channel, default=Channel.COUNTER)
    returned_to = models.CharField(max_length=160, blank=True)
    late_cause = models.CharField(
        max_length=12,
        blank=True,
        choices=[("us", "Đơn vị"), ("other_unit", "Cơ quan khác"), ("citizen", "Người dân"), ("line", "Đường truyền")],
    )
    late_cause_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")

    sets = models.PositiveIntegerField(default=1)
    supplement_requests = models.PositiveIntegerField(default=0)
    special_case = models.BooleanField(default=False)  # cannot read, hear, sign or give a fingerprint
    fee_due = models.PositiveBigIntegerField(default=0)
    fee_paid = models.PositiveBigIntegerField(default=0)
    register_no = models.CharField(max_length=40, blank=True)
    search_text = models.TextField(default="")  # applicant and procedure without diacritics, small letters

    step_at_hand: "models.Model | None"  # the open step, once an act has read it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="dossiers_code_once_in_unit"),
            models.CheckConstraint(
                name="dossiers_closed_with_result_or_reason",
                condition=~Q(status__in=["settled", "returned"]) | Q(finished_at__isnull=False),
            ),
            models.CheckConstraint(
                name="dossiers_ended_without_result_says_why",
                condition=~Q(status__in=["not_received", "withdrawn", "stopped"])
                | Q(finished_at__isnull=False, no_result_reason__gt=""),
            ),
            models.CheckConstraint(
                name="dossiers_returned_after_settled",
                condition=Q(returned_at=None) | Q(finished_at__isnull=False, returned_at__gte=F("finished_at")),
            ),
            models.CheckConstraint(
                name="dossiers_due_after_received", condition=Q(due_at=None) | Q(due_at__gte=F("received_at"))
            ),
            models.CheckConstraint(
                name="dossiers_stranger_needs_authority",
                condition=Q(submitter_kind="self", submitter=None)
                | Q(submitter_kind="self", submitter=F("applicant"))
                | Q(submitter__isnull=False, authority__gt=""),
            ),
            models.CheckConstraint(
                name="dossiers_received_has_its_line",
                condition=~Q(status__in=["received", "processing", "financial_duty", "settled", "returned"])
                | Q(register_no__gt=""),
            ),
            models.CheckConstraint(
                name="dossiers_returned_at_the_desk",
                condition=Q(returned_at=None)
                | Q(returned_by_unit=F("received_by_unit"), return_way__in=Channel.values, returned_to__gt=""),
            ),
            models.CheckConstraint(
                name="dossiers_cause_said_by_somebody",
                condition=Q(late_cause="", late_cause_by=None) | Q(late_cause__gt="", late_cause_by__isnull=False),
            ),
            models.CheckConstraint(name="dossiers_paid_no_more_than_owed", condition=Q(fee_paid__lte=F("fee_due"))),
        ]
        indexes = [
            models.Index(fields=["unit", "status", "due_at"], name="dossiers_by_state"),
            models.Index(fields=["holder", "status"], name="dossiers_in_hand"),
            models.Index(fields=["unit", "received_at"], name="dossiers_by_day"),
            models.Index(fields=["unit", "finished_at"], name="dossiers_by_end"),
            models.Index(fields=["code"], name="dossiers_by_code"),
            models.Index(fields=["submitter_phone"], condition=Q(submitter_phone__gt=""), name="dossiers_by_filer"),
        ]

    def __str__(self) -> str:
        return self.code


class PaperForm(models.TextChoices):
    ORIGINAL = "original", "Bản chính"
    CERTIFIED_COPY = "certified_copy", "Bản sao chứng thực"
    COPY = "copy", "Bản sao"
    ELECTRONIC = "electronic", "Bản điện tử"
    DATA = "data", "Dữ liệu thay giấy tờ"


class DossierComponent(models.Model):
    """One paper as it was taken in; `procedure_component_no` is its number on the version's list.

    `declared_pages`: how many pages one copy of it has, as was told when it came in; empty where nobody told.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="components")
    no = models.PositiveIntegerField()
    name = models.CharField(max_length=1500)
    procedure_component_no = models.PositiveIntegerField(null=True, blank=True)
    form = models.CharField(max_length=16, choices=PaperForm)
    quantity = models.PositiveIntegerField(default=1)
    declared_pages = models.PositiveIntegerField(null=True, blank=True)
    kept_original = models.BooleanField(default=False)

    class Meta:
        ordering = ["no"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "no"], name="dossiers_component_once"),
            models.CheckConstraint(name="dossiers_component_some", condition=Q(quantity__gt=0)),
            models.CheckConstraint(
                name="dossiers_component_of_some_pages",
                condition=Q(declared_pages=None) | Q(declared_pages__gt=0),
            ),
            models.CheckConstraint(  # which originals may be kept the list of the version says
                name="dossiers_kept_original_is_listed",
                condition=Q(kept_original=False) | Q(procedure_component_no__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name
