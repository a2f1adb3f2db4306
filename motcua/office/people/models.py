"""Units of the administration, officers and the positions they hold, and the persons who come to the door."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import UserManager
from django.db import models
from django.db.models import F, Q


class Level(models.TextChoices):
    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"


class UnitKind(models.TextChoices):
    COMMITTEE = "committee", "Ủy ban nhân dân"
    DEPARTMENT = "department", "Cơ quan chuyên môn"
    ONE_STOP = "one_stop", "Bộ phận Một cửa"
    POLICE = "police", "Công an"
    POST = "post", "Bưu điện"
    SCHOOL = "school", "Trường học"
    OTHER = "other", "Khác"


class Unit(models.Model):
    """A unit between the days it exists; `successor` works on with its dossiers after the last."""

    unit_id = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    level = models.CharField(max_length=10, choices=Level)
    kind = models.CharField(max_length=12, choices=UnitKind, default=UnitKind.COMMITTEE)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="predecessors")
    agency_code = models.CharField(max_length=20, blank=True)  # H20.17.23, first part of its dossiers' codes
    place = models.CharField(max_length=120, blank=True)  # where its papers are dated
    calendar = models.CharField(max_length=40, default="VN")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_unit_ends_after_it_begins", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
            )
        ]

    def __str__(self) -> str:
        return self.name


class WorkingTimeDecision(models.Model):
    """Days off, worked days or hours that a province or unit decided, as the YAML that working time reads."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="working_time_decisions")
    decision = models.CharField(max_length=160)
    changes = models.TextField()

    def __str__(self) -> str:
        return self.decision


class Officer(AbstractBaseUser):
    """Someone who signs in. What they may do follows from their positions alone: there is no superuser."""

    username = models.CharField(max_length=60, unique=True)
    full_name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)  # an administrator told it: it opens one page alone
    last_seen_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]
    objects = UserManager()
    terms_held: tuple[object, ...] | None = None  # what the policy read of this officer, once for each object

    def __str__(self) -> str:
        return self.full_name


class Role(models.TextChoices):
    RECEPTION = "reception", "Tiếp nhận và trả kết quả"
    SPECIALIST = "specialist", "Chuyên môn"
    CLERK = "clerk", "Văn thư"
    HEAD = "head", "Người đứng đầu"
    ACCOUNTANT = "accountant", "Kế toán"
    CONTROL = "control", "Kiểm soát thủ tục hành chính"
    ADMINISTRATOR = "administrator", "Quản trị"
    INSPECTOR = "inspector", "Kiểm tra"


class Position(models.Model):
    """A role held in a unit for a term, in some domains or, where `domains` is empty, in all."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="positions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="positions")
    role = models.CharField(max_length=16, choices=Role)
    title = models.CharField(max_length=120, blank=True)
    domains = models.JSONField(default=list, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_position_ends_after_it_begins", condition=Q(to_on=None) | Q(to_on__gte=F("from_on"))
            ),
            models.UniqueConstraint(fields=["officer", "unit", "role", "from_on"], name="people_position_once"),
        ]

    def __str__(self) -> str:
        return f"{self.officer} – {self.title or self.get_role_display()}"


class Substitution(models.Model):
    """Another officer holds a position for some days, by a decision."""

    position = models.ForeignKey(Position, models.PROTECT, related_name="substitutions")
    substitute = models.ForeignKey(Officer, models.PROTECT, related_name="substitutions")
    from_on = models.DateField()
    to_on = models.DateField()
    decision = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_substitution_ends_after_it_begins", condition=Q(to_on__gte=F("from_on"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.substitute} thay {self.position}"


class PersonKind(models.TextChoices):
    CITIZEN = "citizen", "Công dân"
    ORGANISATION = "organisation", "Tổ chức"


class Person(models.Model):
    """A citizen or organisation. `number` is the citizen number or the tax code, empty where it was not told."""

    kind = models.CharField(max_length=14, choices=PersonKind, default=PersonKind.CITIZEN)
    number = models.CharField(max_length=14, blank=True, db_index=True)
    name = models.CharField(max_length=160)
    search_name = models.CharField(max_length=160, db_index=True)  # without diacritics, small letters
    birth_on = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=6, blank=True)
    address = models.CharField(max_length=250, blank=True)
    phone = models.CharField(max_length=20, blank=True, db_index=True)
    email = models.EmailField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="people_person_number_once")
        ]

    def __str__(self) -> str:
        return self.name
