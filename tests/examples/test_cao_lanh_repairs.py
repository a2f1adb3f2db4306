"""For every id of the notice: with its cause repaired in the spreadsheets, exactly its statements go."""

import pytest

from tests.examples.cao_lanh import Statements, names
from tests.examples.conftest import Example, Repaired
from tests.examples.repairs import REPAIRS

TEXTS = {"N0", "X1c1", "X1c4", "X3c1", "H1c1", "H1c6", "H1c7", "H5c3", "K1", "K3"}  # texts of the programme


@pytest.mark.parametrize("id_", sorted(REPAIRS))
def test_a_repaired_cause_takes_exactly_its_statements_away(
    id_: str, example: Example, planned: Statements, repaired: Repaired
) -> None:
    repair = REPAIRS[id_]
    after = names(repaired(repair.steps))
    before = names(example.conclusion)
    assert before - after == planned.going_with(id_)
    assert after - before == repair.appears


def test_every_id_but_the_texts_has_a_repair(planned: Statements) -> None:
    assert set(planned.by_id) - set(REPAIRS) == TEXTS
