"""What stands against the release of a process: a step nobody can take, a trap, no result, too long a term."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time

from motcua.language import Words
from motcua.office.people.models import Role
from motcua.office.people.policy import holders
from motcua.office.procedures.flow import Flow
from motcua.office.procedures.models import Branch, Process, ProcessStep, Version
from motcua.worktime.schedule import Schedule
from motcua.worktime.term import Term
from motcua.worktime.timeline import ZONE

NO_STEPS = Words(vi="Quy trình chưa có bước nào.", en="The process has no steps.")
NOBODY = Words(
    vi="Bước {no} “{name}”: không ai giữ vai trò “{role}” tại {unit} vào ngày {on}.",
    en="Step {no} “{name}”: nobody holds the role “{role}” at {unit} on {on}.",
)
NOWHERE = Words(
    vi="Bước {no} “{name}”: nhánh “{kind}” không chỉ ra đi đâu; hãy chọn bước, đơn vị hoặc cấp.",
    en="Step {no} “{name}”: the branch “{kind}” leads nowhere; choose a step, a unit or a level.",
)
UNREACHED = Words(vi="Bước {no} “{name}”: không bước nào dẫn đến đây.", en="Step {no} “{name}”: no step leads to it.")
TRAP = Words(
    vi="Bước {no} “{name}”: quy trình quay vòng từ đây, không có lối ra.",
    en="Step {no} “{name}”: the process goes round in circles from here, with no way out.",
)
NO_RESULT = Words(
    vi="Bước {no} “{name}”: quy trình có thể kết thúc ở đây mà chưa có kết quả hoặc từ chối.",
    en="Step {no} “{name}”: the process can end here with neither a result nor a refusal.",
)
TOO_LONG = Words(
    vi="Các bước {steps} cộng lại {sum}, dài hơn thời hạn {legal}.",
    en="Steps {steps} add up to {sum}, longer than the legal term of {legal}.",
)
MORE_THAN = Words(
    vi="Các bước {steps} làm lần lượt sẽ xong lúc {end}, sau thời hạn {legal} ({due}).",
    en="Steps {steps} one after the other end on {end}, after the legal term of {legal} ({due}).",
)
ELSEWHERE = frozenset({"opinion", "leg"})
Against = tuple[Words, dict[str, object]]


def check(process: Process, *, on: date, schedule: Schedule) -> list[Against]:
    """Sentences with their values, none where the process may be released on that day."""
    steps = list(process.steps.select_related("unit"))
    if not steps:
        return [(NO_STEPS, {})]
    branches = list(Branch.objects.filter(step__process=process).select_related("step", "to_step"))
    flow = flow_of(steps, branches)
    return [
        *_nobody(process, steps, on),
        *_nowhere(branches),
        *_shape(flow, {step.no: step for step in steps}),
        *_too_long(process, flow, {step.no: step for step in steps}, on, schedule),
    ]


def flow_of(steps: Sequence[ProcessStep], branches: Sequence[Branch]) -> Flow:
    """The graph of the process: what asks the citizen or another unit comes back, to a named step or its own."""
    after: dict[int, set[int]] = {step.no: set() for step in steps}
    for branch in branches:
        if branch.to_step is not None:
            after[branch.step.no].add(branch.to_step.no)
    return Flow(
        first=min(after),
        after=after,
        resulting=frozenset(step.no for step in steps if step.gives_result),
        refusing=frozenset(branch.step.no for branch in branches if branch.kind == "refusal"),
    )


def _nobody(process: Process, steps: Sequence[ProcessStep], on: date) -> Iterator[Against]:
    for step in steps:
        unit, role = step.unit or process.unit, Role(step.role)
        if not holders(unit, role, process.version.domain, on).exists():
            yield NOBODY, _named(step) | {"role": role.label, "unit": unit.name, "on": on.strftime("%d/%m/%Y")}


def _nowhere(branches: Sequence[Branch]) -> Iterator[Against]:
    for branch in branches:
        lost = branch.kind == "next" and branch.to_step is None
        away = branch.kind in ELSEWHERE and branch.to_unit_id is None and not branch.to_level
        if lost or away:
            yield NOWHERE, _named(branch.step) | {"kind": branch.get_kind_display()}


def _shape(flow: Flow, steps: dict[int, ProcessStep]) -> Iterator[Against]:
    for no in sorted(set(steps) - flow.reached()):
        yield UNREACHED, _named(steps[no])
    for no in sorted(flow.trapped()):
        yield TRAP, _named(steps[no])
    for no in sorted(flow.without_result()):
        yield NO_RESULT, _named(steps[no])


def _too_long(
    process: Process, flow: Flow, steps: dict[int, ProcessStep], on: date, schedule: Schedule
) -> Iterator[Against]:
    """The longest way through the process against the legal term; nothing where the version has none.

    Terms in the unit of the law are summed; others are laid one after the other into the unit's working time.
    """
    legal = _term(process.version)
    terms = {no: term for no, step in steps.items() if (term := _term(step)) is not None}
    if legal is None or not terms:
        return
    if {term.unit for term in terms.values()} == {legal.unit}:
        total, path = flow.furthest(0, lambda sum_, no: sum_ + (terms[no].value if no in terms else 0))
        if total > legal.value:
            yield TOO_LONG, _lengths(path, terms, legal) | {"sum": Term(total, legal.unit).text()}
        return
    start = _opening(on, schedule)
    end, path = flow.furthest(start, lambda at, no: schedule.due(at, terms[no]) if no in terms else at)
    if end > (due := schedule.due(start, legal)):
        yield MORE_THAN, _lengths(path, terms, legal) | {"end": f"{end:%H:%M %d/%m/%Y}", "due": f"{due:%H:%M %d/%m/%Y}"}


def _term(timed: ProcessStep | Version) -> Term | None:
    return Term.told(timed.term_value, timed.term_unit)


def _lengths(path: Iterable[int], terms: Mapping[int, Term], legal: Term) -> dict[str, object]:
    return {"steps": ", ".join(str(no) for no in path if no in terms), "legal": legal.text()}


def _opening(on: date, schedule: Schedule) -> datetime:
    """The first moment of office hours from that day on: a dossier that comes in then has a whole day."""
    return schedule.next_open(datetime.combine(on, time(), ZONE))


def _named(step: ProcessStep) -> dict[str, object]:
    return {"no": step.no, "name": step.name}
