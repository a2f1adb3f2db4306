"""Who works and who comes to the door in the demonstration: all of them invented."""

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password
from django_otp.plugins.otp_totp.models import TOTPDevice

from motcua.language import plain
from motcua.office.people.accounts import DEMONSTRATION
from motcua.office.people.models import Officer, Person, PersonKind, Position, Role, Unit
from motcua.office.people.policy import NEEDS_CODE
from motcua.signing.local.keys import SoftKey
from motcua.worktime.schedule import Schedule

COMMUNE = {
    Role.RECEPTION: ("lan", "Nguyễn Thị Lan"),
    Role.SPECIALIST: ("minh", "Trần Văn Minh"),
    Role.HEAD: ("hoa", "Lê Thị Hoà"),
    Role.CLERK: ("van", "Võ Thị Vân"),
    Role.ACCOUNTANT: ("ke", "Đỗ Văn Kế"),
    Role.CONTROL: ("kim", "Hồ Thị Kim"),
    Role.ADMINISTRATOR: ("quan", "Bùi Văn Quân"),
    Role.INSPECTOR: ("thu", "Phan Thị Thu"),
}
ABOVE = {
    Role.RECEPTION: ("mai", "Đặng Thị Mai"),
    Role.SPECIALIST: ("tuan", "Huỳnh Văn Tuấn"),
    Role.HEAD: ("son", "Phạm Hồng Sơn"),
    Role.CLERK: ("ngoc", "Dương Thị Ngọc"),
    Role.ACCOUNTANT: ("hanh", "Lý Thị Hạnh"),
    Role.CONTROL: ("phuc", "Ngô Văn Phúc"),
    Role.ADMINISTRATOR: ("dung", "Trương Văn Dũng"),
    Role.INSPECTOR: ("thao", "Mai Thị Thảo"),
}
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]
MIDDLE = {"Nam": ["Văn", "Hữu", "Minh", "Quốc", "Thanh"], "Nữ": ["Thị", "Ngọc", "Thu", "Kim", "Mỹ"]}
GIVEN = {
    "Nam": ["An", "Bình", "Cường", "Đạt", "Hải", "Khoa", "Lộc", "Nghĩa", "Phong", "Tài"],
    "Nữ": ["Anh", "Chi", "Diễm", "Hương", "Loan", "Nga", "Oanh", "Quyên", "Trang", "Yến"],
}
HAMLETS = ("Ấp 1", "Ấp 2", "Ấp Bình Hưng", "Ấp Bình Tân")


@dataclass(frozen=True)
class Office:
    """A unit with one officer for each role and its working time; where it signs digitally, the keys it has."""

    unit: Unit
    officers: dict[Role, Officer]
    schedule: Schedule
    own_key: SoftKey | None = None
    clerks_key: SoftKey | None = None
    seal: SoftKey | None = None


def officers(people: dict[Role, tuple[str, str]], password: str) -> dict[Role, Officer]:
    """Accounts with one password, hashed once; those who sign or administer have a device for one-time codes."""
    hashed = make_password(password)
    made = Officer.objects.bulk_create(
        Officer(username=username, full_name=name, password=hashed) for username, name in people.values()
    )
    found = dict(zip(people, made, strict=True))
    TOTPDevice.objects.bulk_create(
        TOTPDevice(user=found[role], name=DEMONSTRATION, confirmed=True) for role in people if role in NEEDS_CODE
    )
    return found


def employ(found: dict[Role, Officer], units: list[Unit]) -> None:
    """The same officers in one unit after the other, each for as long as it exists."""
    Position.objects.bulk_create(
        Position(officer=officer, unit=unit, role=role, from_on=unit.valid_from, to_on=unit.valid_to)
        for unit in units
        for role, officer in found.items()
    )


def seen(at: datetime) -> None:
    """Nobody of the demonstration is idle when it begins."""
    Officer.objects.update(last_seen_at=at)


def citizens(rng: random.Random, count: int, place: str) -> list[Person]:
    """Invented citizens; the running end of their numbers stands where real ones are random."""
    return Person.objects.bulk_create(_citizen(rng, number, place) for number in range(1, count + 1))


def _citizen(rng: random.Random, number: int, place: str) -> Person:
    sex = rng.choice(("Nam", "Nữ"))
    name = " ".join((rng.choice(FAMILY), rng.choice(MIDDLE[sex]), rng.choice(GIVEN[sex])))
    born = date(1950, 1, 1) + timedelta(days=rng.randrange(18_000))
    return Person(
        kind=PersonKind.CITIZEN,
        name=name,
        search_name=plain(name),
        number=f"087{'0' if sex == 'Nam' else '1'}{born:%y}{number:06d}",
        birth_on=born,
        sex=sex,
        address=f"{rng.choice(HAMLETS)}, {place}",
        phone=f"0900{number:06d}",
    )
