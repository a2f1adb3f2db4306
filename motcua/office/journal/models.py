"""The journal: who did what when, append-only, chained by hash per unit, heads sealed together."""

from django.db import models


class Chain(models.Model):
    """The head of one unit's chain: its last line. Locked while a line is written, so that no number is left out."""

    unit = models.CharField(max_length=40, primary_key=True)
    serial = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)


class Entry(models.Model):
    """One line. It names its subject and links to none, so that it outlives what it tells of."""

    unit = models.CharField(max_length=40)
    serial = models.BigIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    authority = models.CharField(max_length=80)
    act = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    # text, not JSON: the very bytes that were hashed
    old = models.TextField(default="{}")
    new = models.TextField(default="{}")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "serial"], name="journal_entry_serial_once")]
        indexes = [models.Index(fields=["subject", "at"], name="journal_entry_of_subject")]

    def __str__(self) -> str:
        return f"{self.unit} {self.serial} {self.act} {self.subject}"


class Seal(models.Model):
    """The heads of all chains at one moment, chained among themselves."""

    at = models.DateTimeField()
    heads = models.TextField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
