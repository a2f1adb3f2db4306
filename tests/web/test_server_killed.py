"""The served desk killed with -9 while forms are on their way: nothing is half done, and it goes on when it is back."""

import json
import random
import time
from pathlib import Path

from tests.office.apart import office
from tests.web.serving import served

ROUNDS = 2


def test_a_server_killed_under_forms_on_their_way_leaves_nothing_half_done(tmp_path: Path) -> None:
    chance = random.Random(20230727)  # noqa: S311  nothing secret
    with office(tmp_path) as apart:
        apart.run("-m", "tests.web.driven", "build")
        for _ in range(ROUNDS):
            with served(apart) as server:
                driver = apart.start("-m", "tests.web.driven", "drive", server.address)
                assert driver.stdout is not None
                assert driver.stdout.readline() == "done\n"
                time.sleep(chance.uniform(0, 0.5))
                server.kill()
                driver.communicate(timeout=30)
        found = json.loads(apart.run("-m", "tests.web.driven", "check"))
        assert apart.run("manage.py", "verify_journal")

    assert found["faults"] == found["after"] == []
    assert found["home"] >= ROUNDS
