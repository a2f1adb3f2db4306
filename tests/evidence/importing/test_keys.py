"""What is promised of seen keys: exactly the later row of each repeated key is told, with the place of the first."""

from hypothesis import given
from hypothesis import strategies as st

from motcua.evidence.importing.keys import SeenKeys


@given(st.lists(st.lists(st.integers(0, 30), max_size=12), max_size=12))
def test_every_repeat_leads_to_the_first_row_with_its_key(batches: list[list[int]]) -> None:
    seen, first = SeenKeys(), dict[int, tuple[int, int]]()
    for source, batch in enumerate(batches):
        expected = {}
        for row, key in enumerate(batch):
            if key in first:
                expected[row] = first[key]
            first.setdefault(key, (source, row))
        assert seen.repeated([("ward-12", key) for key in batch], source, range(len(batch))) == expected


def test_parts_of_a_key_are_not_run_together() -> None:
    assert SeenKeys().repeated([("a", "bc"), ("ab", "c"), ("abc", "")], 0, [1, 2, 3]) == {}
