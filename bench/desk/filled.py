"""A unit with as many dossiers as asked: most returned long ago, the rest open on all heaps. Written in bulk."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from bench.desk.page import OPEN_SHARE
from bench.desk.place import Place
from motcua.language import plain
from motcua.office.dossiers.models import Channel, Dossier, Result, Status, Step
from motcua.office.people.models import Person, Role

FAMILY, MIDDLE, GIVEN = (  # the commonest of each
    tuple(names.split())
    for names in (
        "Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý",
        "Văn Thị Hữu Ngọc Minh Thanh Quốc Kim Hoàng Xuân Đức Thu",
        "An Bình Châu Dũng Giang Hà Hiền Hoa Hùng Khoa Lan Linh Long Mai Nam Nga Phúc Quang Sơn Tâm Trang",
    )
)
RARE = "Tôn Nữ Diễm Kiều"
YEARS, BATCH = 3, 2_000


def fill(place: Place, number: int, seed: int = 7) -> None:
    """`number` dossiers of the place's unit, received evenly over three years up to now."""
    chance = random.Random(seed)  # noqa: S311  names, no secrets
    now = timezone.now()
    people = _people(number // 3 + 1, chance)
    for first in range(0, number, BATCH):
        rows = [_dossier(place, no, number, people, now, chance) for no in range(first, min(first + BATCH, number))]
        Dossier.objects.bulk_create(rows)
        Step.objects.bulk_create(step for row in rows for step in _steps(place, row, chance))
        Result.objects.bulk_create(_result(place, row) for row in rows if row.finished_at)


def _people(number: int, chance: random.Random) -> list[Person]:
    """A third as many as dossiers; one alone has the rare name."""
    named = [f"{chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}" for _ in range(number - 1)]
    rows = [
        Person(name=name, search_name=plain(name), number=f"0871{no:08d}", phone=f"0918{no:06d}")
        for no, name in enumerate([*named, RARE], start=Person.objects.count())
    ]
    return Person.objects.bulk_create(rows, batch_size=BATCH)


def _dossier(place: Place, no: int, number: int, people: list[Person], now: datetime, chance: random.Random) -> Dossier:
    received = now - timedelta(days=365 * YEARS) * (1 - no / number)
    due = received + timedelta(days=7)
    open_ = no >= number * (1 - OPEN_SHARE)
    if open_:  # those in work came in the last weeks
        received = now - timedelta(minutes=chance.randrange(10, 20_000))
        due = now + timedelta(minutes=chance.randrange(-3_000, 10_000))
    person = people[-1] if no == number // 2 else chance.choice(people[:-1])
    status = (
        chance.choice([Status.PROCESSING, Status.PROCESSING, Status.SUPPLEMENT, Status.SETTLED])
        if open_
        else Status.RETURNED
    )
    finished = None if open_ and status != Status.SETTLED else min(received + timedelta(days=4), now)
    return Dossier(
        code=f"{place.unit.agency_code}-{received:%y%m%d}-{no:07d}", unit=place.unit, received_by_unit=place.unit,
        competent_unit=place.unit, version=place.version, domain=place.version.domain, channel=Channel.COUNTER,
        applicant=person, submitter_phone=person.phone, status=status, received_at=received,
        first_due_at=max(due, received), due_at=max(due, received),
        finished_at=finished, returned_at=None if open_ else finished, step_no=2,
        returned_by_unit=None if open_ else place.unit, returned_to="" if open_ else person.name,
        holder=place.officers["minh"] if open_ and chance.random() < 0.5 else None,
        search_text=f"{person.search_name} {place.version.search_name}", register_no=str(no + 1),
    )  # fmt: skip


def _steps(place: Place, row: Dossier, chance: random.Random) -> Iterator[Step]:
    lan, minh = place.officers["lan"], place.officers["minh"]
    told = {"dossier": row, "unit": place.unit}
    yield Step(**told, no=1, name="Tiếp nhận", role=Role.RECEPTION, sender=lan, officer=lan, sent_at=row.received_at,
               received_at=row.received_at, finished_at=row.received_at)  # fmt: skip
    done = row.returned_at
    taken = row.received_at if done or row.holder_id or chance.random() < 0.5 else None
    yield Step(**told, no=2, name="Thẩm định", role=Role.SPECIALIST, sender=lan, officer=minh if taken else None,
               sent_at=row.received_at, received_at=taken, due_at=row.due_at, finished_at=done)  # fmt: skip


def _result(place: Place, row: Dossier) -> Result:
    minh, hoa = place.officers["minh"], place.officers["hoa"]
    return Result(
        dossier=row, kind=place.version.result_kind, proposal="Đủ điều kiện", proposed_by=minh,
        proposed_at=row.received_at, approved_by=hoa, approved_at=row.finished_at, number=f"{row.code}/GKS",
        issued_at=row.finished_at, to_desk_at=row.finished_at, pages=1,
    )  # fmt: skip
