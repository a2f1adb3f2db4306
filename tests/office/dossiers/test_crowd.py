"""Many at once, and killed in the middle: no double, no gap, no deadlock, nothing half done. On the tests' engine."""

import json
from pathlib import Path
from typing import Any

from tests.office.apart import office


def seen(act: str, folder: Path) -> dict[str, Any]:
    with office(folder) as apart:
        found: dict[str, Any] = json.loads(apart.run("-m", "tests.office.crowd", act))
    return found


def serials(found: dict[str, Any], unit: str, kind: str) -> list[int]:
    return [serial for place, book, serial in found["books"] if (place, book) == (unit, kind)]


def test_thirty_two_threads_at_one_counter_leave_no_double_and_no_gap(tmp_path: Path) -> None:
    found = seen("counter", tmp_path)

    assert found["errors"] == []
    assert found["codes"] == [f"H20.17.12-230727-{number:04d}" for number in range(1, 129)]
    assert serials(found, "w12", "tracking") == list(range(1, 129))
    assert found["faults"] == []


def test_mixed_acts_of_two_units_with_legs_both_ways_do_not_lock_each_other_out(tmp_path: Path) -> None:
    found = seen("mixed", tmp_path)

    assert found["errors"] == []
    assert found["legs"] == 32
    assert serials(found, "w12", "tracking") == list(range(1, 65))
    assert serials(found, "w12", "certification") == list(range(1, 17))
    assert serials(found, "w12", "linked_land") == serials(found, "w13", "linked_land") == list(range(1, 17))
    assert serials(found, "w13", "tracking") == list(range(1, 33))
    assert found["faults"] == []


def test_an_act_killed_before_any_of_its_statements_leaves_nothing_behind(tmp_path: Path) -> None:
    found = seen("killed", tmp_path)

    assert all(len(left) >= 10 for left in found["left"].values())
    assert {rows for left in found["left"].values() for rows in left} == {0}
    assert found["codes"] == ["H20.17.12-230727-0001", "H20.17.12-230727-0002"]
    assert found["faults"] == []
