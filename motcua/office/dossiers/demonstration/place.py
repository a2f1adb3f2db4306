"""The demonstration's units, procedures, services, postings and processes, before the first dossier."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from motcua.office.dossiers.deadlines import schedule_of
from motcua.office.dossiers.demonstration.cast import ABOVE, COMMUNE, Office, citizens, employ, officers, seen
from motcua.office.dossiers.demonstration.keys import Keys, certify
from motcua.office.people.loading import load_units, name_successor
from motcua.office.people.models import Person, Role, Unit
from motcua.office.people.policy import forget_tree
from motcua.office.procedures.loading import load_catalogue, offer
from motcua.office.procedures.models import Fee, Posting, Procedure, Version
from motcua.office.procedures.processes import draft, release, usual
from motcua.office.procedures.versions import in_force

PROVINCE = "82"
# Parts of codes below the province's H20 are invented: the sub-codes of these units are not known.
AGENCIES = {"87": "H20", "873": "H20.17", "30127": "H20.17.23", "82-2025": "H20", "30112-2025": "H20.23"}
BOARD = "Bảng niêm yết tại Bộ phận Một cửa"
NOT_POSTED = 3  # so that there is something to be warned of
USED = {
    "30127": ("1.001022", "1.004859", "1.004873", "1.004884", "1.010413"),
    "873": ("2.000720", "2.000748", "2.000620"),
    "30112-2025": ("1.004194", "1.010041", "1.010038", "1.004837", "1.004845", "1.012796", "1.012812", "2.001035"),
    "82-2025": ("1.013992", "1.013833"),
}
COPIES = "2.000815"
ELECTRONIC = "1.004837"  # its result is an electronic document, where the demonstration can sign
FEES = (
    # invented amounts: what a council set is not known here
    (COPIES, "Phí chứng thực (số liệu minh họa)", 2_000, "trang"),
    ("1.004194", "Lệ phí đăng ký cư trú (số liệu minh họa)", 15_000, "hồ sơ"),
    ("1.013992", "Lệ phí địa chính (số liệu minh họa)", 50_000, "hồ sơ"),
)
SIGN = (Role.HEAD, Role.CLERK, Role.SPECIALIST, Role.RECEPTION)


@dataclass(frozen=True)
class Place:
    """The offices by the code of their unit, who may come to their doors, the versions they settle."""

    offices: dict[str, Office]
    citizens: list[Person]

    def versions(self, unit_id: str, on: date) -> list[Version]:
        versions = in_force(on).filter(procedure__code__in=USED[unit_id]).select_related("procedure")
        return list(versions.prefetch_related("components", "fees").order_by("procedure__code"))


def build(password: str, began: dict[str, datetime], now: datetime, rng: random.Random, keys: Keys | None) -> Place:
    """Everything before the first dossier. `began`: when each unit began to work with the software.

    With `keys`, the units of today get theirs and sign digitally.
    """
    load_units([PROVINCE])
    name_successor("873", "82-2025")  # the demonstration's own decision: no map says who follows a district
    for unit_id, code in AGENCIES.items():
        Unit.objects.filter(unit_id=unit_id).update(agency_code=code)
    forget_tree()
    units = Unit.objects.in_bulk(list(USED), field_name="unit_id")
    load_catalogue(at=min(began.values()))
    offer(units.values(), now.date())
    _fees()
    here, above = officers(COMMUNE, password), officers(ABOVE, password)
    employ(here, [units["30127"], units["30112-2025"]])
    employ(above, [units["873"], units["82-2025"]])
    seen(now)
    offices = {
        unit_id: Office(unit, here if unit_id.startswith("301") else above, schedule_of(unit))
        for unit_id, unit in units.items()
    }
    if keys is not None:
        offices |= _with_keys([one for one in offices.values() if one.unit.valid_to is None], keys, now)
        Version.objects.filter(procedure=Procedure.objects.get(code=ELECTRONIC)).update(signed_result=True)
    place = Place(offices, citizens(rng, 80, "xã Mỹ Hiệp, tỉnh Đồng Tháp"))
    for office in offices.values():
        _posted(office.unit)
        _processes(place, office, began[office.unit.unit_id])
    return place


def _with_keys(offices: list[Office], keys: Keys, now: datetime) -> dict[str, Office]:
    """The offices with the keys made for their heads, for who compares copies, and for their seals."""
    holders = {one.officers[role]: one.unit for one in offices for role in SIGN}
    certify(keys, holders, [one.unit for one in offices], now)
    return {
        one.unit.unit_id: replace(
            one,
            own_key=keys.key(one.officers[Role.HEAD].username),
            clerks_key=keys.key(one.officers[Role.CLERK].username),
            seal=keys.key(f"seal-{one.unit.unit_id}"),
        )
        for one in offices
    }


def _fees() -> None:
    for code, name, amount, per in FEES:
        versions = Version.objects.filter(procedure__code=code)
        # released versions take no fee any more: these are put down as if the catalogue had told amounts
        Fee.objects.bulk_create(Fee(version=version, name=name, amount=amount, per=per) for version in versions)


def _posted(unit: Unit) -> None:
    """Everything the unit takes in hangs on its board from its first week on, but for a few."""
    on = unit.valid_to or date.max
    offered = in_force(min(on, unit.valid_from + timedelta(days=7))).filter(procedure__services__unit=unit)
    kept = list(offered.order_by("pk"))[NOT_POSTED:]
    posted_on = unit.valid_from + timedelta(days=7)
    Posting.objects.bulk_create(
        Posting(unit=unit, version=version, place=BOARD, posted_on=posted_on, qr=True) for version in kept
    )


def _processes(place: Place, office: Office, began: datetime) -> None:
    """The head drafts and releases the usual process of each procedure used."""
    unit, head = office.unit, office.officers[Role.HEAD]
    for version in place.versions(unit.unit_id, began.date()):
        process = draft(unit, version, usual(version), by=head, at=began)
        release(process.pk, schedule=office.schedule, by=head, at=began)
