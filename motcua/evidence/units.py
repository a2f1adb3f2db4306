"""Provinces, districts and communes of Vietnam with their official codes, before and since 1 July 2025."""

import csv
import gzip
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from motcua.evidence.catalogue import Era

Level = Literal["province", "district", "commune"]


@dataclass(frozen=True)
class AdministrativeUnit:
    """One unit; codes of two eras may name different units. `successor`: known for old Đồng Tháp and Tiền Giang."""

    era: Era
    level: Level
    code: str
    name: str
    parent: str | None
    successor: str | None


@cache
def administrative_units(era: Era) -> tuple[AdministrativeUnit, ...]:
    """Every unit of an era, provinces before districts before communes inside each province."""
    packed = files("motcua.evidence").joinpath("data/units.csv.gz").read_bytes()
    rows = csv.DictReader(gzip.decompress(packed).decode("utf-8").splitlines())
    return tuple(_unit(row) for row in rows if row["era"] == era)


def _unit(row: dict[str, str]) -> AdministrativeUnit:
    era: Era = "three-level" if row["era"] == "three-level" else "two-level"
    levels: dict[str, Level] = {"province": "province", "district": "district", "commune": "commune"}
    return AdministrativeUnit(
        era, levels[row["level"]], row["code"], row["name"], row["parent"] or None, row["successor"] or None
    )
