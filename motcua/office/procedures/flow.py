"""A process as a graph: which steps follow which, which are reached, and which end it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

Far = TypeVar("Far", int, datetime)


@dataclass(frozen=True)
class Flow:
    """Steps by number with those that may follow each; `resulting` give a result, `refusing` may end with a refusal.

    A step with nobody after it ends the process. A branch that comes back to its own step (an opinion, papers asked
    for) is no way on and stands here as the step itself.
    """

    first: int
    after: Mapping[int, Collection[int]]
    resulting: frozenset[int] = field(default_factory=frozenset)
    refusing: frozenset[int] = field(default_factory=frozenset)

    def ends(self, step: int) -> bool:
        return not set(self.after[step]) - {step}

    def reached(self) -> set[int]:
        """Every step that can be come to from the first."""
        return self._spread({self.first}, lambda step: self.after[step])

    def trapped(self) -> set[int]:
        """Steps come to from which no end can be: a loop with no way out."""
        before: dict[int, set[int]] = {step: set() for step in self.after}
        for step, following in self.after.items():
            for one in following:
                before[one].add(step)
        ends = {step for step in self.after if self.ends(step) or step in self.refusing}
        return self.reached() - self._spread(ends, lambda step: before[step])

    def without_result(self) -> set[int]:
        """Ends that can be come to without any step that gives a result."""
        if self.first in self.resulting:
            return set()
        bare = self._spread({self.first}, lambda step: set(self.after[step]) - self.resulting)
        return {step for step in bare if self.ends(step) and step not in self.refusing}

    def furthest(self, start: Far, through: Callable[[Far, int], Far]) -> tuple[Far, tuple[int, ...]]:
        """How far the longest way that never turns back comes, and its steps; `through` takes a step from where it is.

        It must never overtake: who comes to a step later also leaves it later.
        """
        arrived: dict[int, tuple[Far, tuple[int, ...]]] = {self.first: (start, ())}
        left = arrived[self.first]
        for step in sorted(self.after):
            if step not in arrived:
                continue
            gone = _taken(arrived[step], step, through)
            left = max(left, gone)
            for following in self.after[step]:
                if following > step and (following not in arrived or arrived[following] < gone):
                    arrived[following] = gone
        return left

    @staticmethod
    def _spread(start: Iterable[int], following: Callable[[int], Collection[int]]) -> set[int]:
        found, waiting = set(start), list(start)
        while waiting:
            new = set(following(waiting.pop())) - found
            found |= new
            waiting.extend(new)
        return found


def _taken(
    came: tuple[Far, tuple[int, ...]], step: int, through: Callable[[Far, int], Far]
) -> tuple[Far, tuple[int, ...]]:
    return through(came[0], step), (*came[1], step)
