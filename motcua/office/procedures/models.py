"""What may be asked: the catalogue, its versions, papers, fees, the processes inside a unit, and where it is posted."""

from operator import attrgetter
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from motcua.language import Refusal, Words
from motcua.office.people.models import Level, Role, Unit

RELEASED = Words(
    vi="{what} đã ban hành nên không sửa được; hãy lập phiên bản mới.",
    en="{what} was released and never changes; draft a new version.",
)


class Lasting(models.Model):
    """Rows that never change once what they belong to is released; only the act of release itself closes them."""

    whole: ClassVar[str] = ""  # the path to what is released; empty: the row itself, as the database has it

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._refuse_once_released()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        self._refuse_once_released()
        return super().delete(*args, **kwargs)

    def _refuse_once_released(self) -> None:
        if self.whole:
            released = attrgetter(f"{self.whole}.released_at")(self) is not None
        else:
            kept = type(self)._default_manager.filter(pk=self.pk).first()
            released = getattr(kept, "released_at", None) is not None
        if released:
            raise Refusal(RELEASED, what=self)


class TermUnit(models.TextChoices):
    HOUR = "hour", "giờ làm việc"
    WORKING_DAY = "working_day", "ngày làm việc"
    CALENDAR_DAY = "calendar_day", "ngày"
    MONTH = "month", "tháng"


class OnlineLevel(models.TextChoices):
    NONE = "none", "Không trực tuyến"
    PARTIAL = "partial", "Một phần"
    FULL = "full", "Toàn trình"


class Procedure(models.Model):
    """A procedure by its national code; what it asks and promises stands in its versions."""

    code = models.CharField(max_length=40, unique=True)

    def __str__(self) -> str:
        return self.code


class Version(Lasting):
    """One published version. Once released it never changes: a dossier keeps the one it was received under."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="versions")
    version = models.CharField(max_length=40)
    name = models.CharField(max_length=600)
    search_name = models.CharField(max_length=600)  # without diacritics, small letters
    domain = models.CharField(max_length=160)
    levels = models.JSONField(default=list)  # of Level: who is competent
    term_value = models.PositiveIntegerField(null=True, blank=True)
    term_unit = models.CharField(max_length=14, choices=TermUnit, blank=True)
    immediate = models.BooleanField(default=False)
    result_kind = models.CharField(max_length=300, blank=True)
    signed_result = models.BooleanField(
        default=False
    )  # an electronic document, signed by a person, sealed by the agency
    online_level = models.CharField(max_length=8, choices=OnlineLevel, default=OnlineLevel.NONE)
    decision = models.CharField(max_length=160, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    in_force_from = models.DateField()
    in_force_to = models.DateField(null=True, blank=True)
    legal_bases = models.JSONField(default=list)
    special = models.CharField(  # what the law asks beside the common steps
        max_length=16,
        blank=True,
        choices=[
            ("certified_copy", "Chứng thực bản sao"),
            ("certification", "Chứng thực"),
            ("residence", "Cư trú"),
            ("mediation", "Hòa giải đất đai"),
            ("land", "Đất đai"),
        ],
    )
    released_at = models.DateTimeField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["procedure", "version"], name="procedures_version_once"),
            models.CheckConstraint(
                name="procedures_version_term_has_unit",
                condition=Q(term_value=None, term_unit="") | (Q(term_value__gt=0) & ~Q(term_unit="")),
            ),
            models.CheckConstraint(
                name="procedures_version_ends_after_it_begins",
                condition=Q(in_force_to=None) | Q(in_force_to__gte=F("in_force_from")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Component(Lasting):
    """One paper that a version asks for."""

    whole = "version"
    version = models.ForeignKey(Version, models.PROTECT, related_name="components")
    no = models.PositiveIntegerField()
    name = models.CharField(max_length=1500)
    originals = models.PositiveIntegerField(default=0)
    copies = models.PositiveIntegerField(default=0)
    required = models.BooleanField(default=True)
    keeps_original = models.BooleanField(default=False)  # may the office keep it
    replaced_by_data = models.BooleanField(default=False)

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["version", "no"], name="procedures_component_once")]

    def __str__(self) -> str:
        return self.name


class Fee(Lasting):
    """What a version costs, in whole đồng, for a unit of what it is counted in (a dossier, a page, a copy).

    One that a council sets later may join a released version; none changes.
    """

    whole = "version"
    version = models.ForeignKey(Version, models.PROTECT, related_name="fees")
    name = models.CharField(max_length=200)
    amount = models.PositiveBigIntegerField()
    per = models.CharField(max_length=40, default="hồ sơ")

    def __str__(self) -> str:
        return f"{self.name}: {self.amount}"


class Service(models.Model):
    """A procedure that a unit takes in, between two days."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="services")
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="services")
    one_stop = models.BooleanField(default=True)
    pay_online = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "procedure", "valid_from"], name="procedures_service_once")
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.procedure}"


class Posting(models.Model):
    """A version put up at a place of a unit for all to read."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="postings")
    version = models.ForeignKey(Version, models.PROTECT, related_name="postings")
    place = models.CharField(max_length=120)
    posted_on = models.DateField()
    removed_on = models.DateField(null=True, blank=True)
    complete = models.BooleanField(default=True)
    qr = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.version} – {self.place}"


class Process(Lasting):
    """How a unit settles a version inside: steps and branches. Once released it never changes."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="processes")
    version = models.ForeignKey(Version, models.PROTECT, related_name="processes")
    number = models.PositiveIntegerField(default=1)
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "version", "number"], name="procedures_process_once")]

    def __str__(self) -> str:
        return f"{self.version} ({self.number})"


class ProcessStep(Lasting):
    """One step: who takes it, how long they have, what comes out of it."""

    whole = "process"
    process = models.ForeignKey(Process, models.CASCADE, related_name="steps")
    no = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=16, choices=Role)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True)  # None: the unit of the process
    term_value = models.PositiveIntegerField(null=True, blank=True)
    term_unit = models.CharField(max_length=14, choices=TermUnit, blank=True)
    outcome = models.CharField(max_length=200, blank=True)
    gives_result = models.BooleanField(default=False)

    class Meta:
        ordering = ["no"]
        constraints = [models.UniqueConstraint(fields=["process", "no"], name="procedures_step_once")]

    def __str__(self) -> str:
        return f"{self.no}. {self.name}"


class Branch(Lasting):
    """A way on from a step: to another step, or out of the process with a refusal, a supplement or a leg elsewhere."""

    whole = "step.process"
    step = models.ForeignKey(ProcessStep, models.CASCADE, related_name="branches")
    kind = models.CharField(
        max_length=12,
        choices=[
            ("next", "Bước tiếp theo"),
            ("supplement", "Yêu cầu bổ sung"),
            ("opinion", "Lấy ý kiến"),
            ("leg", "Liên thông"),
            ("refusal", "Từ chối"),
        ],
    )
    to_step = models.ForeignKey(ProcessStep, models.CASCADE, null=True, blank=True, related_name="+")
    to_unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    to_level = models.CharField(max_length=10, choices=Level, blank=True)

    def __str__(self) -> str:
        return f"{self.step} → {self.get_kind_display()}"


class Review(models.Model):
    """A domain whose procedures a unit was told to review in a year, the contents asked for, and what came of it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reviews")
    year = models.PositiveIntegerField()
    domain = models.CharField(max_length=160)
    assigned_by = models.CharField(max_length=160)  # the plan or decision
    due_on = models.DateField()
    contents = models.JSONField(default=list)  # asked for
    found = models.JSONField(default=dict)  # what was reviewed, by content
    contents_complete = models.BooleanField(default=False)
    reviewed_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)
    proposal = models.TextField(blank=True)  # what to cut or change
    report_number = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "domain"], name="procedures_review_once"),
            models.CheckConstraint(
                name="procedures_review_is_reported", condition=Q(reviewed_on=None) | ~Q(report_number="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.domain}"
