"""Counts the cases that rules mark, by unit, label and citation; compiles one rule while the engine runs another."""

from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa

from motcua.evidence.engines import Engine
from motcua.inspection.period import Period
from motcua.inspection.rule import Rule
from motcua.inspection.verdict import Tally
from motcua.law import Citation

KEYS = ("unit_id", "about", "citation")
TALLY = ("breached", "kept", "unknown", "drawn")
Asked = tuple[Rule, Collection[str] | None]  # a rule and the units it is asked about, all where there are none
AT_ONCE = 2  # queries; one alone leaves a core idle at its beginning and its end
COUNTED = ("unit_id", "about", "event_on", "breached", "drawn")


@dataclass(frozen=True)
class Group:
    """Counts of the cases of one unit, one label and one citation (its number, None for a day that is not known)."""

    unit_id: str
    about: str | None
    citation: int | None
    tally: Tally


def lawful_cases(rule: Rule, period: Period, units: Collection[str] | None = None) -> ir.Table:
    """The cases of a rule under a law in force on their day, with `citation`, the number of the first that applied."""
    return _lawful(rule, rule.expression(period), units)


@lru_cache(maxsize=512)
def counts(rule: Rule, period: Period, units: frozenset[str] | None) -> ir.Table:
    """The expression that counts a rule's cases by unit, label and citation; kept once built."""
    marked = _lawful(rule, _bare(rule.expression(period)), units)
    return marked.group_by(*KEYS).agg(
        # some engines say null, not zero, where every condition is null
        breached=marked.count(where=marked.breached.fill_null(False)),
        kept=marked.count(where=(~marked.breached).fill_null(False)),
        unknown=marked.count(where=marked.breached.isnull()),
        drawn=marked.count(where=marked.drawn & marked.breached.notnull()),
    )


def count(rule: Rule, period: Period, engine: Engine, units: Collection[str] | None = None) -> list[Group]:
    """Counts of the rule's cases by unit, label and citation; all units where none are named."""
    return _groups(engine.answer(counts(rule, period, None if units is None else frozenset(units))))


def count_all(asked: Iterable[Asked], period: Period, engine: Engine) -> Iterator[list[Group]]:
    """What `count` gives for each rule and its units, in their order."""
    return map(_groups, answers(asked, period, engine))


def answers(asked: Iterable[Asked], period: Period, engine: Engine) -> Iterator[pa.Table]:
    """The answer to each rule's `counts`, in their order; while queries run the next is compiled.

    Compiled from the last to the first: the rules on dossiers, whose queries are long, have the last codes, and while
    they run the others are compiled.
    """
    with engine.abreast(AT_ONCE), ThreadPoolExecutor(AT_ONCE) as runner:
        running = []
        for rule, units in reversed(list(asked)):
            expression = counts(rule, period, None if units is None else frozenset(units))
            engine.prepare(expression)
            running.append(runner.submit(engine.answer, expression))
        for one in reversed(running):
            yield one.result()


def _groups(answer: pa.Table) -> list[Group]:
    keys, tallies = ([answer.column(name).to_pylist() for name in names] for names in (KEYS, TALLY))
    counted = (Tally(*numbers) for numbers in zip(*tallies, strict=True))
    return [Group(unit_id, about, law, tally) for unit_id, about, law, tally in zip(*keys, counted, strict=True)]


def _lawful(rule: Rule, found: ir.Table, units: Collection[str] | None) -> ir.Table:
    if units is not None:
        found = found.filter(found.unit_id.isin(sorted(units)))
    number = ibis.cases(
        *((_applies(c, found.event_on), index) for index, c in enumerate(rule.citations)),
        else_=ibis.null("int64"),
    ).cast("int64")
    numbered = found.mutate(citation=number)
    return numbered.filter(numbered.citation.notnull() | numbered.event_on.isnull())


def _bare(found: ir.Table) -> ir.Table:
    """The cases without what only their reader asks for: it would be compiled, and then left out by the engine."""
    shown = found.op()
    if not isinstance(shown, (ops.Project, ops.JoinChain)):
        return found.select(*COUNTED)
    return shown.copy(values={name: shown.values[name] for name in COUNTED}).to_expr()


def _applies(citation: Citation, on: ir.DateValue) -> ir.BooleanValue:
    since = on >= ibis.literal(citation.since)
    return since if citation.until is None else since & (on < ibis.literal(citation.until))
