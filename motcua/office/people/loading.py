"""Loads the published units of both eras, three levels until 30 June 2025 and two since, with their successors."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import transaction

from motcua.evidence.catalogue import Era
from motcua.evidence.published import ERAS
from motcua.evidence.units import AdministrativeUnit, administrative_units
from motcua.language import Refusal, Words
from motcua.office.people.directory import forget_units
from motcua.office.people.models import Unit
from motcua.office.people.policy import forget_tree

# A code names another unit in each era: a unit of two levels bears the year from which it exists.
SUFFIX: dict[Era, str] = {"three-level": "", "two-level": "-2025"}
NO_PROVINCE = Words(
    vi="Không có tỉnh mã {code} trong danh mục từ 01/7/2025; hãy dùng mã tỉnh hiện hành, ví dụ 82 (Đồng Tháp).",
    en="No province has the code {code} since 1 July 2025; give a code of today, for example 82 (Đồng Tháp).",
)
NO_UNIT = Words(
    vi="Không có đơn vị {unit_id}; đơn vị trước 01/7/2025 mang mã cũ (30127), sau đó mang mã kèm năm (30112-2025).",
    en="There is no unit {unit_id}; units before 1 July 2025 bear the old code (30127), later ones code and year "
    "(30112-2025).",
)
NOT_AFTER = Words(
    vi="{successor} không thể kế tục {unit}: đơn vị cũ phải đã kết thúc và đơn vị mới còn hoạt động sau ngày đó.",
    en="{successor} cannot succeed {unit}: the old unit must have ended and the new one work on after that day.",
)
BAD_CODE = Words(
    vi="Mã cơ quan “{code}” của {unit} không đúng: phải như H20.17.23 (chữ hoa, hai chữ số, rồi các cụm chữ số sau dấu "
    "chấm), dài không quá 20 ký tự.",
    en="The agency code “{code}” of {unit} is wrong: it is like H20.17.23 (a capital, two digits, then groups of "
    "digits after points), 20 characters at most.",
)
CODE_TAKEN = Words(
    vi="Mã cơ quan {code} đã là của {holder}; mỗi đơn vị cùng thời gian có mã riêng, nếu không mã hồ sơ sẽ trùng.",
    en="The agency code {code} is that of {holder}; units of one time have codes of their own, else their dossiers "
    "share codes.",
)
AGENCY_CODE = re.compile(r"^(?=.{3,20}$)[A-Z]\d{2}(\.\d{1,3})*$", re.ASCII)


@dataclass(frozen=True)
class Loaded:
    """How many units were new, and how many of those that ended have no successor that is known."""

    new: int
    without_successor: int


def unit_id(unit: AdministrativeUnit) -> str:
    return unit.code + SUFFIX[unit.era]


@transaction.atomic
def load_units(provinces: Collection[str] = ()) -> Loaded:
    """Add the units of some provinces as they stand today, with those that went up in them; of all where none is named.

    Units that are there stay as they are, so that loading again adds nothing. Raises Refusal for an unknown province.
    """
    for code in sorted(set(provinces) - {unit.code for unit in administrative_units("two-level")}):
        raise Refusal(NO_PROVINCE, code=code)
    there = set(Unit.objects.values_list("unit_id", flat=True))
    wanted = [unit for unit in _wanted(frozenset(provinces)) if unit_id(unit) not in there]
    Unit.objects.bulk_create([_unit(unit) for unit in wanted], batch_size=500)
    _link(wanted)
    forget_tree()
    forget_units()
    return Loaded(len(wanted), Unit.objects.filter(successor=None, valid_to__isnull=False).count())


@transaction.atomic
def name_successor(old: str, new: str) -> Unit:
    """Say who works on after a unit that ended, where the published map does not. Raises Refusal for one not after."""
    unit, successor = _named(old), _named(new)
    goes_on = unit.valid_to is not None and (successor.valid_to is None or successor.valid_to > unit.valid_to)
    if not goes_on:
        raise Refusal(NOT_AFTER, unit=unit.name, successor=successor.name)
    unit.successor = successor
    unit.save(update_fields=["successor"])
    forget_tree()
    forget_units()
    return unit


@transaction.atomic
def name_agency_code(unit_id: str, code: str) -> Unit:
    """Say the first part of a unit's dossier codes. Raises Refusal for one that cannot be or that another unit has."""
    unit = _named(unit_id)
    if not AGENCY_CODE.match(code):
        raise Refusal(BAD_CODE, code=code, unit=unit.name)
    others = Unit.objects.filter(agency_code=code).exclude(pk=unit.pk).exclude(valid_to__lt=unit.valid_from)
    if unit.valid_to is not None:
        others = others.exclude(valid_from__gt=unit.valid_to)
    if (holder := others.first()) is not None:
        raise Refusal(CODE_TAKEN, code=code, holder=holder.name)
    unit.agency_code = code
    unit.save(update_fields=["agency_code"])
    forget_units()
    return unit


def _wanted(provinces: frozenset[str]) -> Iterable[AdministrativeUnit]:
    """Newest first, so that successors are there before those they succeed."""
    for era in ("two-level", "three-level"):
        inside: set[str] = set()
        for unit in administrative_units(era):
            chosen = not provinces or (unit.parent is None and (unit.successor or unit.code) in provinces)
            if chosen or unit.parent in inside:
                inside.add(unit.code)
                yield unit


def _unit(unit: AdministrativeUnit) -> Unit:
    begins, ends = ERAS[unit.era]
    place = unit.name.removeprefix("Tỉnh ").removeprefix("Huyện ").removeprefix("Xã ")
    return Unit(unit_id=unit_id(unit), name=unit.name, level=unit.level, place=place, valid_from=begins, valid_to=ends)


def _link(added: Iterable[AdministrativeUnit]) -> None:
    """Parents in the same era, successors in the next."""
    kept = Unit.objects.in_bulk(field_name="unit_id")
    changed = []
    for unit in added:
        row = kept[unit_id(unit)]
        row.parent = kept.get(f"{unit.parent}{SUFFIX[unit.era]}")
        row.successor = kept.get(f"{unit.successor}{SUFFIX['two-level']}")
        changed.append(row)
    Unit.objects.bulk_update(changed, ["parent", "successor"], batch_size=500)


def _named(unit_id: str) -> Unit:
    found = Unit.objects.filter(unit_id=unit_id).first()
    if found is None:
        raise Refusal(NO_UNIT, unit_id=unit_id)
    return found
