"""Which units answer for which, and what is said of a code that is not known."""

import pytest

from motcua.inspection.rule import Scope
from motcua.inspection.units import read_units
from motcua.language import Refusal
from tests.conftest import Evidence

UNITS = """
    unit_id | name   | level    | kind       | parent_id
    --------+--------+----------+------------+----------
    87.1    | Huyện  | district | committee  |
    87.1.a  | Phòng  | district | department | 87.1
    87.1.b  | Tổ     | district | department | 87.1.a
    87.1.c  | Xã     | commune  | committee  | 87.1
    87.1.d  | Trường | commune  | school     | 87.1.a
    self    | Tự     | commune  | committee  | self
    ring-1  | Vòng 1 | commune  | department | ring-2
    ring-2  | Vòng 2 | commune  | department | ring-1
"""


@pytest.mark.parametrize(
    ("unit_id", "scope", "answers_for"),
    [
        ("87.1", Scope.OWN, {"87.1", "87.1.a", "87.1.b"}),
        ("87.1", Scope.TREE, {"87.1", "87.1.a", "87.1.b", "87.1.c", "87.1.d"}),
        ("87.1.c", Scope.OWN, {"87.1.c"}),
        ("self", Scope.TREE, {"self"}),
        ("ring-1", Scope.TREE, {"ring-1", "ring-2"}),
    ],
)
def test_a_unit_answers_for_its_parts_and_in_the_tree_for_all_below(
    evidence: Evidence, unit_id: str, scope: Scope, answers_for: set[str]
) -> None:
    found = read_units(evidence(unit=UNITS)).scope(unit_id, scope)
    assert set(found) == answers_for
    assert len(found) == len(answers_for)


def test_codes_like_the_unknown_one_are_named(evidence: Evidence) -> None:
    with pytest.raises(Refusal, match=r"“87.9”.*87\.1, 87\.1\.a"):
        read_units(evidence(unit=UNITS)).get("87.9")
