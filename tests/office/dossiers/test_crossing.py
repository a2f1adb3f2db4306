"""Many at one counter who also act on the same dossiers: each act is done once, every book, slip and code in a row."""

import json
from pathlib import Path
from typing import Any

from tests.office.apart import office


def test_thirty_two_threads_that_cross_on_the_same_dossiers_leave_no_double_no_gap_and_no_deadlock(
    tmp_path: Path,
) -> None:
    with office(tmp_path) as apart:
        found: dict[str, Any] = json.loads(apart.run("-m", "tests.office.crossing"))

    assert found["errors"] == []
    assert found["returned"] == 4
    assert found["received"] == 4 + 32 * 2
    assert found["slips"] >= 36 * 2 + 32
    assert found["faults"] == []
