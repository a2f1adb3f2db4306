"""Internal processes: steps and branches drafted for a unit and version, checked, released; the newest one counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from motcua.language import Refusal, Words, say
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer, Role, Unit
from motcua.office.people.policy import authorise
from motcua.office.procedures.models import Branch, Process, ProcessStep, Version
from motcua.office.procedures.process_checks import check
from motcua.worktime.schedule import Schedule
from motcua.worktime.term import Term

NOT_READY = Words(
    vi="Chưa ban hành được quy trình: {why}",
    en="The process cannot be released: {why}",
)
RELEASED = Words(
    vi="Quy trình này đã ban hành; hãy lập quy trình mới để thay đổi.",
    en="This process is released; draft a new one to change it.",
)
NO_SUCH_STEP = Words(
    vi="Bước {no} rẽ sang bước {to} nhưng quy trình không có bước {to}.",
    en="Step {no} goes on to step {to}, but the process has no step {to}.",
)


@dataclass(frozen=True)
class Way:
    """A way on from a step: to another by number, out with a refusal, or round by another unit and back."""

    kind: str
    to: int | None = None
    unit: Unit | None = None
    level: str = ""


@dataclass(frozen=True)
class StepTold:
    """A step as it is to be drafted; steps are numbered from 1 in their order."""

    name: str
    role: Role
    ways: Sequence[Way] = ()
    term: Term | None = None
    unit: Unit | None = None
    outcome: str = ""
    gives_result: bool = False


@transaction.atomic
def draft(unit: Unit, version: Version, steps: Sequence[StepTold], *, by: Officer, at: datetime) -> Process:
    """A process that does not count yet. Raises Refusal for a way to a step that is not there."""
    term = authorise(by, "process.release", unit, version.domain, timezone.localdate(at))
    process = put_down(unit, version, steps)
    said = {"version": version.version, "process": process.number, "steps": len(steps)}
    code = version.procedure.code
    write("process.drafted", code, unit=unit.unit_id, by=by.username, authority=str(term), at=at, new=said)
    return process


@transaction.atomic
def redraft(process: int, steps: Sequence[StepTold], *, by: Officer, at: datetime) -> Process:
    """Other steps for a draft. Raises Refusal for one that was released, or a way to a step that is not there."""
    kept = _locked(process)
    term = authorise(by, "process.release", kept.unit, kept.version.domain, timezone.localdate(at))
    if kept.released_at is not None:
        raise Refusal(RELEASED)
    old = kept.steps.count()
    kept.steps.all().delete()
    _steps(kept, steps)
    code, said = kept.version.procedure.code, {"version": kept.version.version, "process": kept.number}
    write("process.redrafted", code, unit=kept.unit.unit_id, by=by.username, authority=str(term), at=at,
          old={"steps": old}, new=said | {"steps": len(steps)})  # fmt: skip
    return kept


def put_down(unit: Unit, version: Version, steps: Sequence[StepTold]) -> Process:
    """Save a draft; the act around it authorises and writes the journal."""
    Unit.objects.select_for_update().get(pk=unit.pk)  # two drafts at once would draw the same number
    last = Process.objects.filter(unit=unit, version=version).aggregate(last=Max("number"))["last"] or 0
    process = Process.objects.create(unit=unit, version=version, number=last + 1)
    _steps(process, steps)
    return process


def as_told(process: Process) -> list[StepTold]:
    """The steps of a process as they would be told to draft it again."""
    steps = process.steps.select_related("unit").prefetch_related("branches__to_step", "branches__to_unit")
    return [
        StepTold(
            name=step.name,
            role=Role(step.role),
            ways=[
                Way(one.kind, one.to_step.no if one.to_step else None, one.to_unit, one.to_level)
                for one in sorted(step.branches.all(), key=lambda one: one.pk)
            ],
            term=Term.told(step.term_value, step.term_unit),
            unit=step.unit,
            outcome=step.outcome,
            gives_result=step.gives_result,
        )
        for step in steps
    ]


@transaction.atomic
def release(process: int, *, schedule: Schedule, by: Officer, at: datetime) -> Process:
    """Let a draft count from now on, in place of the one before. `schedule`: the working time of its unit.

    Raises Refusal with everything that stands against it.
    """
    kept = _locked(process)
    term = authorise(by, "process.release", kept.unit, kept.version.domain, timezone.localdate(at))
    if kept.released_at is not None:
        raise Refusal(RELEASED)
    if why := check(kept, on=timezone.localdate(at), schedule=schedule):
        raise Refusal(NOT_READY, why=" ".join(say(words, **values) for words, values in why))
    kept.released_at = at
    kept.save()
    code, said = kept.version.procedure.code, {"version": kept.version.version, "process": kept.number}
    write("process.released", code, unit=kept.unit.unit_id, by=by.username, authority=str(term), at=at, new=said)
    return kept


def counting(unit: Unit, version: Version, at: datetime) -> Process | None:
    """The process by which the unit settles the version at a moment: the newest released until then."""
    released = Process.objects.filter(unit=unit, version=version, released_at__lte=at)
    return released.order_by("-number").first()


def usual(version: Version) -> list[StepTold]:
    """Reception, specialist, head, clerk, reception, in shares of the legal term that keep inside it."""
    steps = [
        StepTold("Tiếp nhận hồ sơ", Role.RECEPTION, (Way("next", 2), Way("refusal"), Way("supplement"))),
        StepTold("Thẩm định", Role.SPECIALIST, (Way("next", 3), Way("supplement"), Way("refusal"))),
        StepTold("Ký duyệt", Role.HEAD, (Way("next", 4), Way("next", 2)), gives_result=True),
        StepTold("Vào sổ, đóng dấu", Role.CLERK, (Way("next", 5),), outcome=version.result_kind[:200]),
        StepTold("Trả kết quả", Role.RECEPTION),
    ]
    if (legal := Term.told(version.term_value, version.term_unit)) is None:
        return steps
    shares = _shares(legal)
    return [replace(step, term=shares.get(no)) for no, step in enumerate(steps, start=1)]


def _shares(legal: Term) -> dict[int, Term]:
    """The specialist has three fifths, the head and the clerk the rest; hours inside a single day."""
    value = legal.value
    if legal.unit == "working_day" and value == 1:
        return {2: Term(4, "hour"), 3: Term(2, "hour"), 4: Term(1, "hour")}
    most = max(1, value * 3 // 5)
    rest = value - most
    found = {2: most, 3: rest - rest // 2, 4: rest // 2}
    return {no: Term(share, legal.unit) for no, share in found.items() if share}


def _locked(process: int) -> Process:
    return Process.objects.select_for_update(of=("self",)).select_related("unit", "version__procedure").get(pk=process)


def _steps(process: Process, steps: Sequence[StepTold]) -> None:
    ProcessStep.objects.bulk_create(_step(process, no, told) for no, told in enumerate(steps, start=1))
    by_no = {step.no: step for step in process.steps.all()}
    Branch.objects.bulk_create(_branch(by_no, no, way) for no, told in enumerate(steps, start=1) for way in told.ways)


def _step(process: Process, no: int, told: StepTold) -> ProcessStep:
    return ProcessStep(
        process=process,
        no=no,
        name=told.name,
        role=told.role,
        unit=told.unit,
        term_value=told.term.value if told.term else None,
        term_unit=told.term.unit if told.term else "",
        outcome=told.outcome,
        gives_result=told.gives_result,
    )


def _branch(by_no: dict[int, ProcessStep], no: int, way: Way) -> Branch:
    if way.to is not None and way.to not in by_no:
        raise Refusal(NO_SUCH_STEP, no=no, to=way.to)
    return Branch(
        step=by_no[no],
        kind=way.kind,
        to_step=None if way.to is None else by_no[way.to],
        to_unit=way.unit,
        to_level=way.level,
    )
