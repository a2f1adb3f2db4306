"""What a unit arranged before it writes: its letterhead, books and counters, who signs for whom, its templates."""

from django.db import models
from django.db.models import F, Q

from motcua.office.people.models import Officer, Unit
from motcua.office.records.models import File


class Mode(models.TextChoices):
    """In whose name a person signs (decree 30/2020, article 13)."""

    OWN = "own", "Ký trực tiếp"
    BODY = "TM.", "Thay mặt tập thể (TM.)"
    FOR = "KT.", "Ký thay (KT.)"
    BY_ORDER = "TL.", "Thừa lệnh (TL.)"
    BY_AUTHORITY = "TUQ.", "Thừa ủy quyền (TUQ.)"


class Letterhead(models.Model):
    """How the unit is named in notations (`UBND`) and its head in signatures (`Chủ tịch`)."""

    unit = models.OneToOneField(Unit, models.PROTECT, related_name="letterhead")
    sign = models.CharField(max_length=20)
    head_title = models.CharField(max_length=80)
    body = models.CharField(max_length=160, blank=True)  # in whose name TM. is signed, as the unit's name where empty

    def __str__(self) -> str:
        return f"{self.unit}: {self.sign}"


class Book(models.Model):
    """A series of numbers that the head decided on for some kinds; the rest is numbered in the general book."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    kinds = models.JSONField(default=list)
    from_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="documents_book_once")]

    def __str__(self) -> str:
        return self.name


class Counter(models.Model):
    """The last number drawn in a book of a year. Locked while one is drawn."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    book = models.CharField(max_length=20)
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "book", "year"], name="documents_counter_once")]

    def __str__(self) -> str:
        return f"{self.book} {self.year}: {self.last}"


class Delegation(models.Model):
    """An officer signs in the name of the head, from one day to another, by a decision; empty `kinds` are all kinds.

    TUQ. is given in writing for limited time: it always has a last day.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="delegations")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="delegations")
    title = models.CharField(max_length=120)
    mode = models.CharField(max_length=4, choices=Mode)
    kinds = models.JSONField(default=list, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    decision = models.CharField(max_length=120)
    decided_on = models.DateField()
    given_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="documents_delegation_ends_after_it_begins",
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="documents_delegation_acts_for_another", condition=Q(mode__in=("KT.", "TL.", "TUQ."))
            ),
            models.CheckConstraint(
                name="documents_authority_is_limited", condition=~Q(mode="TUQ.") | Q(to_on__isnull=False)
            ),
            models.CheckConstraint(
                name="documents_delegation_by_a_decision",
                condition=Q(decision__gt="", decided_on__lte=F("from_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mode} {self.title} {self.officer}"


class Template(models.Model):
    """A Word template that an office edits itself. A new one of that name retires the one before, which stays."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="document_templates")
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=24)
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    places = models.JSONField(default=list)  # what may be filled in, by name
    kept_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"], condition=Q(retired_at=None), name="documents_one_template_of_a_name"
            )
        ]

    def __str__(self) -> str:
        return self.name
