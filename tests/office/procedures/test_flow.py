"""The graph of a process, held to a slow walk over all its ways."""

from hypothesis import given
from hypothesis import strategies as st

from motcua.office.procedures.flow import Flow

STEPS = range(1, 6)
some = st.frozensets(st.sampled_from(STEPS))
flows = st.builds(Flow, first=st.just(1), after=st.fixed_dictionaries({no: some for no in STEPS}), resulting=some,
                  refusing=some)  # fmt: skip


def ways(flow: Flow, path: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Every walk on from a path that visits no step twice, itself among them."""
    following = [step for step in flow.after[path[-1]] if step not in path]
    return [path, *(way for step in following for way in ways(flow, (*path, step)))]


@given(flows)
def test_a_step_is_trapped_exactly_where_no_way_from_it_comes_to_an_end(flow: Flow) -> None:
    reached = {way[-1] for way in ways(flow, (1,))}
    free = {
        step for step in reached if any(flow.ends(way[-1]) or way[-1] in flow.refusing for way in ways(flow, (step,)))
    }

    assert flow.reached() == reached
    assert flow.trapped() == reached - free


@given(flows)
def test_an_end_lacks_a_result_exactly_where_some_way_to_it_gives_none(flow: Flow) -> None:
    bare = {way[-1] for way in ways(flow, (1,)) if not set(way) & flow.resulting}

    assert flow.without_result() == {step for step in bare if flow.ends(step) and step not in flow.refusing}


@given(flows, st.fixed_dictionaries({no: st.integers(0, 9) for no in STEPS}))
def test_the_furthest_way_is_the_longest_of_all_that_never_turn_back(flow: Flow, terms: dict[int, int]) -> None:
    forward = [way for way in ways(flow, (1,)) if list(way) == sorted(way)]

    length, path = flow.furthest(0, lambda sum_, no: sum_ + terms[no])

    assert length == max(sum(terms[no] for no in way) for way in forward) == sum(terms[no] for no in path)
    assert path in forward
