"""Which files the office keeps, each once, however many papers it is a copy of, and how far each is read."""

from django.db import models
from django.db.models import Q


class File(models.Model):
    """One content. `faulty_since`: since when the store is seen to have lost or changed it; empty while whole.

    `seen`: each page as it was measured (`judging.Page`), empty where no page was looked at.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=40)
    pages = models.PositiveIntegerField()
    kept_at = models.DateTimeField()
    faulty_since = models.DateTimeField(null=True, blank=True)
    seen = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(name="records_file_some", condition=Q(size__gt=0, pages__gt=0))]

    def __str__(self) -> str:
        return self.sha256


class ReadingState(models.TextChoices):
    WAITING = "waiting"
    BEING_READ = "being_read"
    DONE = "done"
    FAILED = "failed"


class Reading(models.Model):
    """The text of a file, or how far the work on it is. The file itself is never touched.

    `claimed_until`: until when the process that reads it has it for itself. `reason`: a code of `reasons`, of one that
    failed. `result`: the readable PDF/A, empty where the text was taken from the file, as from signed ones. `turned`:
    number and degrees, clockwise, of each page that was turned upright in it. `text` is as it was read, `search_text`
    the same as `language.plain` writes it. `later`: kept before scans were read, its turn comes when no other waits.
    """

    file = models.OneToOneField(File, models.PROTECT, related_name="reading")
    state = models.CharField(max_length=10, choices=ReadingState.choices, default=ReadingState.WAITING)
    later = models.BooleanField(default=False)
    queued_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    pages_done = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=20, blank=True, default="")
    result = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    turned = models.JSONField(default=list, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    text = models.TextField(blank=True, default="")
    search_text = models.TextField(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["state", "later", "queued_at"], name="records_reading_turn")]
        constraints = [
            models.CheckConstraint(
                name="records_reading_claimed_while_read",
                condition=Q(state="being_read", claimed_until__isnull=False)
                | (~Q(state="being_read") & Q(claimed_until=None)),
            ),
            models.CheckConstraint(
                name="records_reading_failed_says_why",
                condition=Q(state="failed") & ~Q(reason="") | ~Q(state="failed") & Q(reason=""),
            ),
            models.CheckConstraint(
                name="records_reading_done_has_a_time",
                condition=Q(state="done", read_at__isnull=False)
                | (~Q(state="done") & Q(read_at=None, result=None, text="", search_text="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file} {self.state}"


class ReaderSeen(models.Model):
    """When a process that reads scans last said that it is at work, whichever it was: one row."""

    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="records_one_row_of_readers", condition=Q(pk=1))]

    def __str__(self) -> str:
        return str(self.at)
