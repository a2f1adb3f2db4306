"""The units of a generated province: real names and codes, each committee with its departments, desk and police."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice

from motcua.evidence.catalogue import Era
from motcua.evidence.units import AdministrativeUnit, Level, administrative_units

HOME: dict[Era, str] = {"three-level": "87", "two-level": "82"}
AGENCY = "H20"
TWO_LEVELS = date(2025, 7, 1)
SINCE: dict[Era, date] = {"three-level": date(2004, 1, 1), "two-level": TWO_LEVELS}
DEPARTMENTS: dict[Level, tuple[tuple[str, str], ...]] = {
    "province": (("SNV", "Sở Nội vụ"), ("STP", "Sở Tư pháp"), ("STC", "Sở Tài chính")),
    "district": (
        ("PNV", "Phòng Nội vụ"),
        ("PTP", "Phòng Tư pháp"),
        ("PTN", "Phòng Tài nguyên và Môi trường"),
    ),
    "commune": (),
}
TWO_LEVEL_COMMUNE = (("PVX", "Phòng Văn hóa - Xã hội"), ("PKT", "Phòng Kinh tế"))


@dataclass(frozen=True)
class Committee:
    """A people's committee: the unit that dossiers belong to."""

    unit_id: str
    name: str
    level: Level
    parent_id: str | None
    agency_code: str
    era: Era

    @property
    def desk(self) -> str:
        return f"{self.unit_id}-MC"

    @property
    def police(self) -> str:
        return f"{self.unit_id}-CA"

    @property
    def departments(self) -> tuple[tuple[str, str], ...]:
        """Ids and names of its departments."""
        kinds = DEPARTMENTS[self.level]
        if self.level == "commune" and self.era == "two-level":
            kinds = TWO_LEVEL_COMMUNE
        return tuple((f"{self.unit_id}-{code}", f"{name} {self.name}") for code, name in kinds)


def committees(era: Era, communes: int) -> tuple[Committee, ...]:
    """The province, then each district with its communes; past one province's communes those of its neighbours."""
    units = administrative_units(era)
    home = next(u for u in units if u.level == "province" and u.code == HOME[era])
    chosen = list(islice(_communes(units, home), communes))
    found = [_committee(home, None, AGENCY)]
    parents: dict[str, str] = {home.code: AGENCY}
    names = {u.code: u for u in units if u.level == "district"}
    for commune in chosen:
        parent = commune.parent if commune.parent in names else home.code
        if parent not in parents:
            parents[parent] = f"{AGENCY}.{len(parents) + 9:02d}"
            found.append(_committee(names[parent], home.code, parents[parent]))
        found.append(_committee(commune, parent, _agency(era, parents[parent], len(found))))
    return tuple(found)


def _communes(units: tuple[AdministrativeUnit, ...], home: AdministrativeUnit) -> Iterator[AdministrativeUnit]:
    """Communes of the home province, then of the provinces after it round the country; the notice's district leads."""
    provinces = {u.code: u.parent for u in units if u.level == "district"}
    communes = [u for u in units if u.level == "commune"]
    owner = [provinces.get(u.parent or "", u.parent) for u in communes]
    start = owner.index(home.code)
    leading = [u for u in communes if u.parent == "873"]
    yield from leading
    for unit in islice(cycle(communes), start, start + len(communes)):
        if unit not in leading:
            yield unit


def _committee(unit: AdministrativeUnit, parent: str | None, agency: str) -> Committee:
    name = f"UBND {unit.name[0].lower()}{unit.name[1:]}"
    return Committee(unit.code, name, unit.level, parent, agency, unit.era)


def _agency(era: Era, parent: str, place: int) -> str:
    """A code under its parent's, two digits a step; communes of the two-level era take two steps."""
    if era == "two-level":
        return f"{parent}.{place // 90 + 10:02d}.{place % 90 + 10:02d}"
    return f"{parent}.{place % 90 + 10:02d}"


def unit_rows(found: tuple[Committee, ...]) -> Iterator[dict[str, object]]:
    """Rows of `unit`: every committee, its departments, its one-stop desk, its police."""
    for one in found:
        yield _row(one, one.unit_id, one.name, "committee", one.parent_id) | {"agency_code": one.agency_code}
        for unit_id, name in one.departments:
            yield _row(one, unit_id, name, "department", one.unit_id)
        yield _row(one, one.desk, f"Bộ phận Tiếp nhận và Trả kết quả {one.name}", "one_stop", one.unit_id)
        yield _row(one, one.police, f"Công an {one.name.removeprefix('UBND ')}", "police", one.unit_id)


def _row(one: Committee, unit_id: str, name: str, kind: str, parent: str | None) -> dict[str, object]:
    ended = TWO_LEVELS if one.era == "three-level" else None
    return {
        "unit_id": unit_id,
        "name": name,
        "level": one.level,
        "kind": kind,
        "parent_id": parent,
        "calendar": "VN",
        "valid_from": SINCE[one.era],
        "valid_to": ended.replace(month=6, day=30) if ended and one.level != "province" else None,
    }
