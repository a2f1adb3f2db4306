"""The published procedures and the official units are all there, read as their sources say."""

import re
from collections import Counter

from motcua.evidence.catalogue import procedures
from motcua.evidence.units import administrative_units


def test_procedures_of_both_eras_are_known_once_each() -> None:
    counted = Counter(p.era for p in procedures())
    codes = [(p.era, p.code) for p in procedures() if p.code]

    assert counted == {"two-level": 1620, "three-level": 185}
    assert len(codes) == len(set(codes))


def test_birth_registration_is_found_at_communes() -> None:
    [births] = [p for p in procedures() if p.code == "1.001193" and p.era == "two-level"]

    assert births.name == "Thủ tục đăng ký khai sinh"
    assert births.level == ("commune",)
    assert births.components


def test_a_term_has_a_value_and_a_unit_or_neither() -> None:
    units = {"hour", "working_day", "calendar_day", "month"}

    for procedure in procedures():
        assert (procedure.term_value is None) == (procedure.term_unit is None)
        assert procedure.term_unit is None or procedure.term_unit in units
        assert not (procedure.immediate and procedure.term_value)


def test_numbers_of_acts_carry_no_glued_digits() -> None:
    for procedure in procedures():
        for act in procedure.legal_basis:
            assert re.match(r"\d+/(\d{4}/)?[A-ZĐ]", act)
            assert not re.match(r"\d{4}/\d{4}/(QH|NĐ-CP)", act)


def test_the_units_of_the_notice_are_found_with_their_successor() -> None:
    units = {(u.level, u.code): u for u in administrative_units("three-level")}

    assert units["district", "873"].name == "Huyện Cao Lãnh"
    assert units["commune", "30127"].parent == "873"
    assert units["commune", "30127"].successor == "30112"


def test_each_era_has_its_levels() -> None:
    before = Counter(u.level for u in administrative_units("three-level"))
    since = Counter(u.level for u in administrative_units("two-level"))

    assert before == {"province": 63, "district": 696, "commune": 10035}
    assert since == {"province": 34, "commune": 3321}
