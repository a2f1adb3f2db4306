"""An outgoing document from draft to issue, whom it goes to, and every file that its steps made."""

from django.db import models
from django.db.models import F, Q

from motcua.office.documents.models.house import Delegation, Mode, Template
from motcua.office.people.models import Officer, Unit
from motcua.office.records.models import File


class Secrecy(models.TextChoices):
    OPEN = "open", "Không mật"
    SECRET = "secret", "Mật"
    HIGH = "high", "Tối mật"
    TOP = "top", "Tuyệt mật"


class Urgency(models.TextChoices):
    NORMAL = "normal", "Thường"
    URGENT = "urgent", "Khẩn"
    VERY = "very", "Thượng khẩn"
    EXPRESS = "express", "Hỏa tốc"


class State(models.TextChoices):
    """Where a document stands; follows from its moments alone and is kept nowhere."""

    DRAFTED = "drafted", "Dự thảo, chờ duyệt"
    SENT_BACK = "sent_back", "Trả lại để sửa"
    APPROVED = "approved", "Đã duyệt, chờ ký"
    SIGNED = "signed", "Đã ký, chờ lấy số"
    NUMBERED = "numbered", "Đã có số, chờ đóng dấu"
    SEALED = "sealed", "Đã đóng dấu, chờ phát hành"
    ISSUED = "issued", "Đã phát hành"
    REPLACED = "replaced", "Đã được thay thế"
    RECALLED = "recalled", "Đã thu hồi"


class FileStep(models.TextChoices):
    SOURCE = "source", "Tệp Word của dự thảo"
    DRAFTED = "drafted", "Dự thảo"
    SIGNED = "signed", "Bản đã ký"
    NUMBERED = "numbered", "Bản đã có số, ngày"
    SEALED = "sealed", "Bản đã đóng dấu"
    ARCHIVED = "archived", "Bản lưu trữ lâu dài"


def _after(later: str, earlier: str, **also: object) -> Q:
    """`later` is empty, or `earlier` was, and not after it."""
    return Q(**{later: None}) | Q(**{f"{earlier}__isnull": False, f"{later}__gte": F(earlier)}, **also)


def _by(at: str, by: str) -> Q:
    """Both are there, or neither."""
    return Q(**{at: None, by: None}) | Q(**{f"{at}__isnull": False, f"{by}__isnull": False})


def _check(name: str, condition: Q) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=condition)


NUMBERED = {"number__isnull": False, "number__gt": 0, "dated_on__isnull": False, "year__isnull": False, "book__gt": ""}
SOME_PAGES = {"pages__isnull": False, "pages__gt": 0}
BLANK = {"number": None, "dated_on": None, "year": None, "book": ""}


class OutgoingDocument(models.Model):
    """What one unit writes and sends out. `code` opens it to whoever holds it, and cannot be guessed."""

    code = models.CharField(max_length=20, unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="outgoing_documents")
    kind = models.CharField(max_length=24)
    subject = models.CharField(max_length=500)
    drafting_sign = models.CharField(max_length=12, blank=True)  # who drafted it, in the notation of an official letter
    notation = models.CharField(max_length=30)  # what follows the number and the stroke: QĐ-UBND
    number = models.PositiveIntegerField(null=True, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    book = models.CharField(max_length=20, blank=True)
    year = models.PositiveIntegerField(null=True, blank=True)
    secrecy = models.CharField(max_length=8, choices=Secrecy, default=Secrecy.OPEN)
    urgency = models.CharField(max_length=8, choices=Urgency, default=Urgency.NORMAL)
    dossier_code = models.CharField(max_length=40, blank=True, db_index=True)
    copies = models.PositiveIntegerField(default=1)
    pages = models.PositiveIntegerField(null=True, blank=True)
    form = models.CharField(max_length=24, blank=True)  # which form of the house it was set from
    template = models.ForeignKey(Template, models.PROTECT, null=True, blank=True, related_name="+")
    said = models.JSONField(default=dict)  # the values it was made from
    places = models.JSONField(default=dict)  # where number, date, signature and seal stand on it, in points

    drafted_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    sent_back_at = models.DateTimeField(null=True, blank=True)
    sent_back_reason = models.CharField(max_length=500, blank=True)
    approved_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    signer = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    signer_title = models.CharField(max_length=120)
    mode = models.CharField(max_length=4, choices=Mode)
    delegation = models.ForeignKey(Delegation, models.PROTECT, null=True, blank=True, related_name="+")
    on_paper = models.BooleanField(default=False)  # signed and sealed by hand, then scanned
    signed_at = models.DateTimeField(null=True, blank=True)
    numbered_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    numbered_at = models.DateTimeField(null=True, blank=True)
    needs_seal = models.BooleanField(default=True)
    sealed_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    sealed_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    issued_at = models.DateTimeField(null=True, blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    recalled_by = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+")
    recalled_at = models.DateTimeField(null=True, blank=True)
    recalled_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "issued_at"], name="documents_issued_of_unit")]
        constraints = [
            models.UniqueConstraint(fields=["unit", "book", "year", "number"], name="documents_number_once"),
            models.UniqueConstraint(
                fields=["unit", "year", "number", "notation"],
                condition=Q(secrecy="open"),
                name="documents_notation_once",
            ),
            _check("documents_approved_after_drafted", _after("approved_at", "drafted_at")),
            _check("documents_approved_by_somebody", _by("approved_at", "approved_by")),
            _check("documents_signed_after_approved", _after("signed_at", "approved_at")),
            _check("documents_numbered_after_signed", _after("numbered_at", "signed_at")),
            _check("documents_numbered_by_somebody", _by("numbered_at", "numbered_by")),
            _check(
                "documents_number_is_whole",
                Q(numbered_at=None, **BLANK) | Q(numbered_at__isnull=False, **NUMBERED),
            ),
            _check("documents_sealed_after_numbered", _after("sealed_at", "numbered_at")),
            _check("documents_sealed_by_somebody", _by("sealed_at", "sealed_by")),
            _check(
                "documents_issued_after_sealed",
                _after("issued_at", "sealed_at")
                | Q(needs_seal=False, sealed_at=None, numbered_at__isnull=False, issued_at__gte=F("numbered_at")),
            ),
            _check(
                "documents_issued_with_pages",
                Q(issued_at=None, issued_by=None) | Q(issued_at__isnull=False, issued_by__isnull=False, **SOME_PAGES),
            ),
            _check(
                "documents_recalled_says_why",
                Q(recalled_at=None, recalled_by=None, recalled_reason="")
                | _after("recalled_at", "issued_at", recalled_by__isnull=False, recalled_reason__gt=""),
            ),
            _check(
                "documents_delegated_by_a_decision",
                Q(signed_at=None) | ~Q(mode__in=("TL.", "TUQ.")) | Q(delegation__isnull=False),
            ),
            _check(
                "documents_replaces_or_corrects_another",
                (Q(replaces=None) | Q(corrects=None))
                & ~Q(replaces__isnull=False, replaces=F("pk"))
                & ~Q(corrects__isnull=False, corrects=F("pk")),
            ),
            _check("documents_some_copies", Q(copies__gt=0)),
        ]

    def __str__(self) -> str:
        """`05/QĐ-UBND`; three dots while there is no number."""
        return f"{'…' if self.number is None else f'{self.number:02d}'}/{self.notation}"

    @property
    def state(self) -> State:
        return next((state for state, at in self._moments() if at is not None), State.DRAFTED)

    @property
    def replacement(self) -> "OutgoingDocument | None":
        """The document issued in its place, None while there is none."""
        found: OutgoingDocument | None = getattr(self, "replaced_by", None)
        return found if found is not None and found.issued_at is not None else None

    def _moments(self) -> tuple[tuple[State, object], ...]:
        """Every state with what says that it came, the last one first."""
        return (
            (State.RECALLED, self.recalled_at),
            (State.REPLACED, self.issued_at and self.replacement),
            (State.ISSUED, self.issued_at),
            (State.SEALED, self.sealed_at),
            (State.NUMBERED, self.numbered_at),
            (State.SIGNED, self.signed_at),
            (State.APPROVED, self.approved_at),
            (State.SENT_BACK, self.sent_back_at),
        )


class Recipient(models.Model):
    """One line under `Nơi nhận`; `unit` where it is a unit that the office knows."""

    document = models.ForeignKey(OutgoingDocument, models.CASCADE, related_name="recipients")
    no = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["document", "no"]
        constraints = [models.UniqueConstraint(fields=["document", "no"], name="documents_recipient_once")]

    def __str__(self) -> str:
        return self.name


class DocumentFile(models.Model):
    """A file as one step left it; later steps add theirs, none is taken away. The last PDF is the document."""

    document = models.ForeignKey(OutgoingDocument, models.PROTECT, related_name="files")
    step = models.CharField(max_length=10, choices=FileStep)
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "step"],
                condition=Q(step__in=("signed", "numbered", "sealed", "archived")),
                name="documents_each_step_leaves_one_file",
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} ({self.step})"
