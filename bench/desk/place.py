"""A unit to measure in: its officers, one procedure with three papers, and the life of one dossier there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from motcua.language import plain
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.acts.settlement import approve, propose, record_result, return_result
from motcua.office.dossiers.models import Channel, PaperForm
from motcua.office.dossiers.told import Paper, Reception
from motcua.office.people.models import Level, Officer, Person, Position, Role, Unit
from motcua.office.procedures.models import Component, Procedure, Service, Version

BEGAN = date(2023, 1, 1)
OFFICERS = {
    "lan": Role.RECEPTION,
    "minh": Role.SPECIALIST,
    "hoa": Role.HEAD,
    "van": Role.CLERK,
}
PAPERS = ("Tờ khai theo mẫu", "Giấy chứng sinh", "Giấy tờ tùy thân của người yêu cầu")
PASSWORD = "mot-cua-do-luong-2026"  # noqa: S105  of a database that lives as long as the measurement


@dataclass(frozen=True)
class Place:
    """A unit, who works there by role, what is asked and who asks."""

    unit: Unit
    officers: dict[str, Officer]
    version: Version
    applicant: Person


def build(number: int) -> Place:
    """The unit of this number, and the procedure if it is the first."""
    unit = Unit.objects.create(
        unit_id=f"b{number:02d}", name=f"Xã số {number}", level=Level.COMMUNE, agency_code=f"H20.17.{number:02d}",
        valid_from=BEGAN, place=f"Xã số {number}",
    )  # fmt: skip
    for name, role in OFFICERS.items():
        officer = Officer(username=f"{name}{number}", full_name=f"Cán bộ {name} {number}")
        officer.set_password(PASSWORD)
        officer.save()
        Position.objects.create(officer=officer, unit=unit, role=role, from_on=BEGAN)
    procedure, _ = Procedure.objects.get_or_create(code="1.001193")
    version, made = Version.objects.get_or_create(
        procedure=procedure, version="1",
        defaults={
            "name": "Đăng ký khai sinh", "search_name": "dang ky khai sinh", "domain": "Hộ tịch", "term_value": 5,
            "term_unit": "working_day", "in_force_from": BEGAN, "released_at": timezone.now(), "levels": ["commune"],
            "result_kind": "Giấy khai sinh",
        },
    )  # fmt: skip
    if made:
        Component.objects.bulk_create(
            Component(version=version, no=no, name=name, originals=1) for no, name in enumerate(PAPERS, start=1)
        )
    Service.objects.create(unit=unit, procedure=procedure, valid_from=BEGAN)
    name = f"Phạm Văn Bình {number}"
    Person.objects.create(name=name, search_name=plain(name), number=f"08709000{number:04d}")
    return find(number)


def find(number: int) -> Place:
    """The place of this number as the database has it."""
    return Place(
        unit=Unit.objects.get(unit_id=f"b{number:02d}"),
        officers={name: Officer.objects.get(username=f"{name}{number}") for name in OFFICERS},
        version=Version.objects.select_related("procedure").get(procedure__code="1.001193"),
        applicant=Person.objects.get(number=f"08709000{number:04d}"),
    )


def life(place: Place, between: Callable[[], None] = lambda: None) -> int:
    """One dossier from reception to return: three papers, three hand-overs taken over, result, return: 11 acts.

    `between` is called after each act. Gives the dossier's pk.
    """
    lan, minh, hoa, van = (place.officers[name] for name in OFFICERS)
    papers = [Paper(name, PaperForm.COPY, listed_as=no) for no, name in enumerate(PAPERS, start=1)]
    told = Reception(unit=place.unit, version=place.version, applicant=place.applicant, papers=papers)
    pk = receive(told, by=lan, at=timezone.now()).pk
    between()

    def hand_over(name: str, role: Role, giver: Officer, taker: Officer) -> None:
        pass_on(pk, name=name, unit=place.unit, role=role, by=giver, at=timezone.now())
        between()
        take_over(pk, by=taker, at=timezone.now())
        between()

    hand_over("Thẩm định", Role.SPECIALIST, lan, minh)
    propose(pk, proposal="Đủ điều kiện cấp giấy", by=minh, at=timezone.now())
    between()
    approve(pk, by=hoa, at=timezone.now())
    between()
    hand_over("Vào sổ, đóng dấu", Role.CLERK, minh, van)
    record_result(pk, pages=1, by=van, at=timezone.now())
    between()
    hand_over("Chuyển kết quả về Một cửa", Role.RECEPTION, van, lan)
    return_result(pk, way=Channel.COUNTER, to=place.applicant.name, by=lan, at=timezone.now())
    between()
    return pk
