"""The named cast and places of all tests of the office: who works where, what may be asked, who comes to the door."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

from motcua.language import plain
from motcua.office.dossiers.models import Dossier, PaperForm
from motcua.office.dossiers.told import Paper, Reception
from motcua.office.people.directory import forget_units
from motcua.office.people.models import Level, Officer, Person, Position, Role, Unit
from motcua.office.people.policy import forget_tree
from motcua.office.procedures.in_use import version_in_use
from motcua.office.procedures.models import Component, Fee, Procedure, Service, Version

VIETNAM = timezone(timedelta(hours=7))
BEGAN = date(2023, 1, 1)


def moment(text: str) -> datetime:
    """A moment in Vietnam: `2023-07-27 08:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


THURSDAY_MORNING = moment("2023-07-27 08:30")


@dataclass
class World:
    """One province, one district, ward 12 with a desk; officers one for each role; a stranger from ward 13."""

    province: Unit
    district: Unit
    ward: Unit
    elsewhere: Unit
    lan: Officer  # reception
    minh: Officer  # specialist
    hoa: Officer  # head, signs
    van: Officer  # clerk of documents
    ke: Officer  # accountant
    kim: Officer  # procedure control, of the district
    quan: Officer  # administrator
    thu: Officer  # inspector, of the province
    nam: Officer  # reception of ward 13: a stranger here
    binh: Person
    an: Person
    versions: dict[str, Version] = field(default_factory=dict)

    def papers(self, version: Version) -> list[Paper]:
        """Every paper of the version, as copies."""
        return [Paper(one.name, PaperForm.COPY, listed_as=one.no) for one in version.components.all()]

    def reception(self, procedure: str = "birth", **told: object) -> Reception:
        """What is told at the counter of ward 12 for Bình, all papers there."""
        version = self.versions[procedure]
        asked: dict[str, object] = {
            "unit": self.ward,
            "version": version,
            "applicant": self.binh,
            "papers": self.papers(version),
        }
        return Reception(**(asked | told))  # type: ignore[arg-type]


def build() -> World:
    """The world, written into the database of the test."""
    forget_tree()
    forget_units()
    version_in_use.cache_clear()
    province = _unit("87", "Tỉnh Đồng Tháp", Level.PROVINCE, "H20")
    district = _unit("873", "Huyện Cao Lãnh", Level.DISTRICT, "H20.17", province)
    ward = _unit("w12", "Phường 12", Level.COMMUNE, "H20.17.12", district)
    elsewhere = _unit("w13", "Phường 13", Level.COMMUNE, "H20.17.13", district)
    world = World(
        province=province,
        district=district,
        ward=ward,
        elsewhere=elsewhere,
        lan=officer("lan", "Nguyễn Thị Lan", ward, Role.RECEPTION),
        minh=officer("minh", "Trần Văn Minh", ward, Role.SPECIALIST),
        hoa=officer("hoa", "Lê Thị Hoà", ward, Role.HEAD),
        van=officer("van", "Võ Thị Vân", ward, Role.CLERK),
        ke=officer("ke", "Đỗ Văn Kế", ward, Role.ACCOUNTANT),
        kim=officer("kim", "Hồ Thị Kim", district, Role.CONTROL),
        quan=officer("quan", "Bùi Văn Quân", ward, Role.ADMINISTRATOR),
        thu=officer("thu", "Phan Thị Thu", province, Role.INSPECTOR),
        nam=officer("nam", "Ngô Văn Nam", elsewhere, Role.RECEPTION),
        binh=person("Phạm Văn Bình", "087090000011"),
        an=person("Huỳnh Thị An", "087190000022"),
    )
    world.versions = {
        "birth": procedure(world, "1.001193", "Đăng ký khai sinh", "Hộ tịch", term=(5, "working_day")),
        "land": procedure(world, "1.012812", "Hòa giải tranh chấp đất đai", "Đất đai", term=(45, "calendar_day"),
                          special="mediation"),
        "contract": procedure(world, "2.001035", "Chứng thực hợp đồng, giao dịch", "Chứng thực",
                              term=(2, "working_day"), special="certification"),
        "copy": procedure(world, "2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực", immediate=True,
                          special="certified_copy"),
    }  # fmt: skip
    return world


def officer(username: str, full_name: str, unit: Unit, role: Role, *, domains: list[str] | None = None) -> Officer:
    made = Officer.objects.create(username=username, full_name=full_name)
    Position.objects.create(officer=made, unit=unit, role=role, domains=domains or [], from_on=BEGAN)
    return made


def person(name: str, number: str = "", **told: str) -> Person:
    return Person.objects.create(name=name, search_name=plain(name), number=number, **told)


def procedure(
    world: World,
    code: str,
    name: str,
    domain: str,
    *,
    term: tuple[int, str] | None = None,
    immediate: bool = False,
    special: str = "",
) -> Version:
    """A released version with two papers, taken in by ward 12 and the district."""
    made = Procedure.objects.create(code=code)
    value, unit = term or (None, "")
    version = Version.objects.create(
        procedure=made, version="1", name=name, search_name=plain(name), domain=domain, term_value=value,
        term_unit=unit, immediate=immediate, special=special, in_force_from=BEGAN,
        levels=["commune"], result_kind=name,
    )  # fmt: skip
    for no, paper in enumerate(("Tờ khai theo mẫu", "Giấy tờ chứng minh"), start=1):
        Component.objects.create(version=version, no=no, name=paper, originals=1)
    version.released_at = THURSDAY_MORNING
    version.save()
    for place in (world.ward, world.district):
        Service.objects.create(unit=place, procedure=made, valid_from=BEGAN)
    return version


def fee(version: Version, name: str, amount: int, per: str) -> None:
    """A fee that the version had when it was released."""
    Fee.objects.bulk_create([Fee(version=version, name=name, amount=amount, per=per)])


def again(dossier: Dossier) -> Dossier:
    """The dossier as the database has it now."""
    return Dossier.objects.select_related("unit", "version__procedure", "applicant").get(pk=dossier.pk)


def _unit(unit_id: str, name: str, level: Level, agency_code: str, parent: Unit | None = None) -> Unit:
    return Unit.objects.create(
        unit_id=unit_id, name=name, level=level, agency_code=agency_code, parent=parent, valid_from=BEGAN, place=name
    )
