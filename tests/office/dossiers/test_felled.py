"""The server's processes killed at any point of any act: nothing is half done, and the dossier goes on."""

import json
from pathlib import Path
from typing import Any

from tests.office.apart import office


def test_processes_killed_at_random_moments_of_whole_lives_leave_nothing_half_done(tmp_path: Path) -> None:
    with office(tmp_path) as apart:
        found: dict[str, Any] = json.loads(apart.run("-m", "tests.office.felled", "moments"))
        assert apart.run("manage.py", "verify_journal")

    assert found["faults"] == []
    in_acts = {act: times for act, times in found["killed_in"].items() if act != "between"}
    assert sum(in_acts.values()) >= 10
    assert len(in_acts) >= 5
    assert found["home"] >= 5


def test_every_act_of_a_life_killed_before_any_statement_by_which_it_writes_changes_no_row(tmp_path: Path) -> None:
    with office(tmp_path) as apart:
        found: dict[str, Any] = json.loads(apart.run("-m", "tests.office.felled", "statements"))

    assert found["faults"] == []
    assert set(found["kills"]) == {
        "receive", "certify", "pass_on", "take_over", "ask_supplement", "resubmit", "draft_apology", "apologise",
        "charge", "pay", "propose", "approve", "record_result", "return_result",
    }  # fmt: skip
    assert min(found["kills"].values()) >= 3
