"""Who holds which position: officers appointed, replaced for some days, transferred, their terms ended."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.journal.writing import write
from motcua.office.people import policy
from motcua.office.people.administering import may_place
from motcua.office.people.models import Officer, Position, Role, Substitution, Unit

HELD = Words(
    vi="{officer} đã giữ vai trò “{role}” tại {unit} trong thời gian này; hãy kết thúc nhiệm kỳ cũ trước.",
    en="{officer} holds the role “{role}” at {unit} in that time already; end the earlier term first.",
)
BACKWARDS = Words(
    vi="Ngày kết thúc {to_on} trước ngày bắt đầu {from_on}; phải từ ngày bắt đầu trở đi.",
    en="The last day {to_on} is before the first {from_on}; it must be the first or later.",
)
OUTSIDE_UNIT = Words(
    vi="{unit} không hoạt động vào ngày {on}; nhiệm kỳ phải nằm trong thời gian đơn vị tồn tại.",
    en="{unit} does not exist on {on}; a term must lie inside the days of the unit.",
)
ENDED = Words(
    vi="Nhiệm kỳ này đã kết thúc ngày {to_on}; chỉ rút ngắn được nhiệm kỳ chưa kết thúc.",
    en="This term ended on {to_on} already; only a term that runs can be cut short.",
)
NO_DECISION = Words(
    vi="Thay thế phải có số quyết định hoặc văn bản phân công.",
    en="A substitution needs the number of the decision or paper that orders it.",
)
OUTSIDE_TERM = Words(
    vi="Thời gian thay thế phải nằm trong nhiệm kỳ, từ {from_on} đến {to_on}.",
    en="The days of a substitution must lie inside the term, {from_on} to {to_on}.",
)
NOT_EARLIER = Words(
    vi="Thay thế này vốn kết thúc ngày {to_on}; ngày mới phải sớm hơn.",
    en="This substitution ends on {to_on} anyway; the new day must be earlier.",
)
SELF = Words(
    vi="{officer} không thể tự thay hoặc tự nhận bàn giao của chính mình; hãy chọn người khác.",
    en="{officer} cannot stand in for or take over from themselves; choose someone else.",
)
NOT_FIT = Words(
    vi="{heir} không giữ vai trò “{role}” tại {unit} vào ngày {on}; hãy giao việc cho người có vai trò đó.",
    en="{heir} does not hold the role “{role}” at {unit} on {on}; hand the work to someone who does.",
)

# Hands the open work that a position brought to another officer and says how many dossiers it was; refuses where there
# is work and nobody named to take it.
HandOver = Callable[[Position, Officer | None], int]


@dataclass(frozen=True)
class Post:
    """A position as it is to be held; no domains: all of them; no last day: until it is ended."""

    unit: Unit
    role: Role
    from_on: date
    to_on: date | None = None
    title: str = ""
    domains: Sequence[str] = ()


@transaction.atomic
def appoint(officer: Officer, post: Post, *, by: Officer, at: datetime) -> Position:
    """Give a position for a term. Raises Refusal where it is held already or outside the days of the unit."""
    on = timezone.localdate(at)
    term = policy.authorise(by, policy.ADMINISTER, post.unit, None, on)
    may_place(officer, by=by, on=on)
    position = placed(officer, post)
    _journal("officer.appointed", officer, post.unit, by=by, term=term, at=at, new=said_of(position))
    return position


@transaction.atomic
def end_position(
    position: int, *, to_on: date, heir: Officer | None, hand_over: HandOver, by: Officer, at: datetime
) -> Position:
    """Set the last day of a term that runs; open work goes to `heir` by name, at once.

    Raises Refusal for a term that ended, a day before it began, and work that nobody takes.
    """
    kept = _kept(position)
    term = policy.authorise(by, policy.ADMINISTER, kept.unit, None, timezone.localdate(at))
    old = said_of(kept)
    moved = _left(kept, heir, to_on, hand_over)
    said = said_of(kept) | {"heir": heir.username if heir else None, "handed_over": moved}
    _journal("officer.position_ended", kept.officer, kept.unit, by=by, term=term, at=at, old=old, new=said)
    return kept


@transaction.atomic
def substitute(  # noqa: PLR0913  who, for whom, when, by which decision
    position: int, officer: Officer, *, from_on: date, to_on: date, decision: str, by: Officer, at: datetime
) -> Substitution:
    """Another officer holds a position for some days, by a decision."""
    kept, on = _kept(position), timezone.localdate(at)
    term = policy.authorise(by, policy.ADMINISTER, kept.unit, None, on)
    may_place(officer, by=by, on=on)
    _ordered(from_on, to_on)
    if not decision.strip():
        raise Refusal(NO_DECISION)
    if officer.pk == kept.officer_id:
        raise Refusal(SELF, officer=officer)
    if from_on < kept.from_on or (kept.to_on is not None and to_on > kept.to_on):
        raise Refusal(OUTSIDE_TERM, from_on=_day(kept.from_on), to_on=_day(kept.to_on) if kept.to_on else "…")
    made = Substitution.objects.create(
        position=kept, substitute=officer, from_on=from_on, to_on=to_on, decision=decision.strip()
    )
    said = {"position": kept.pk, "from_on": from_on, "to_on": to_on, "decision": made.decision}
    _journal("officer.substituted", officer, kept.unit, by=by, term=term, at=at, new=said)
    return made


@transaction.atomic
def end_substitution(substitution: int, *, to_on: date, by: Officer, at: datetime) -> None:
    """The substitute's last day comes earlier; one before the first withdraws a substitution that has not begun.

    Raises Refusal for a day that is not earlier, or before the first of one that has begun.
    """
    found = Substitution.objects.select_for_update(of=("self",), no_key=True)
    kept = found.select_related("position__unit", "substitute").get(pk=substitution)
    unit, on = kept.position.unit, timezone.localdate(at)
    term = policy.authorise(by, policy.ADMINISTER, unit, None, on)
    old = {"position": kept.position_id, "from_on": kept.from_on, "to_on": kept.to_on, "decision": kept.decision}
    if to_on >= kept.to_on:
        raise Refusal(NOT_EARLIER, to_on=_day(kept.to_on))
    withdrawn = to_on < kept.from_on and on < kept.from_on
    if withdrawn:
        kept.delete()
    else:
        _ordered(kept.from_on, to_on)
        kept.to_on = to_on
        kept.save(update_fields=["to_on"])
    new = {} if withdrawn else {"to_on": to_on}
    _journal("officer.substitution_ended", kept.substitute, unit, by=by, term=term, at=at, old=old, new=new)


@transaction.atomic
def transfer(
    position: int, to: Post, *, heir: Officer | None, hand_over: HandOver, by: Officer, at: datetime
) -> Position:
    """Move an officer: the old rights end the day before the new begin, open work goes to `heir` by name.

    The administrator must administer both units. Raises Refusal where nobody takes the work or could do it.
    """
    kept = _kept(position)
    on = timezone.localdate(at)
    term = policy.authorise(by, policy.ADMINISTER, kept.unit, None, on)
    policy.authorise(by, policy.ADMINISTER, to.unit, None, on)
    may_place(kept.officer, by=by, on=on)
    moved = _left(kept, heir, to.from_on - timedelta(days=1), hand_over)
    new = placed(kept.officer, to)
    said = said_of(new) | {"ended": kept.pk, "heir": heir.username if heir else None, "handed_over": moved}
    _journal("officer.transferred", kept.officer, kept.unit, by=by, term=term, at=at, new=said)
    return new


def placed(officer: Officer, post: Post) -> Position:
    """The position, written down without asking for rights. Must run inside a transaction."""
    _ordered(post.from_on, post.to_on)
    unit = post.unit
    for day in (post.from_on, post.to_on):
        if day is not None and (day < unit.valid_from or (unit.valid_to is not None and day > unit.valid_to)):
            raise Refusal(OUTSIDE_UNIT, unit=unit.name, on=_day(day))
    # two appointments at once would both find it free; no_key: acts that name the officer need not wait
    Officer.objects.select_for_update(no_key=True).get(pk=officer.pk)
    held = Position.objects.filter(officer=officer, unit=unit, role=post.role).exclude(to_on__lt=post.from_on)
    if post.to_on is not None:
        held = held.exclude(from_on__gt=post.to_on)
    if held.exists():
        raise Refusal(HELD, officer=officer, role=Role(post.role).label, unit=unit.name)
    made = Position.objects.create(
        officer=officer, unit=unit, role=post.role, title=post.title, domains=list(post.domains),
        from_on=post.from_on, to_on=post.to_on,
    )  # fmt: skip
    policy.forget_terms(officer)
    return made


def _left(position: Position, heir: Officer | None, to_on: date, hand_over: HandOver) -> int:
    """The position ends with that day and its work goes to the heir; how many dossiers that were."""
    if heir is not None:
        if heir.pk == position.officer_id:
            raise Refusal(SELF, officer=heir)
        _fit(heir, position, to_on + timedelta(days=1))
    _cut(position, to_on)
    return hand_over(position, heir)


def _kept(position: int) -> Position:
    return (
        Position.objects.select_for_update(of=("self",), no_key=True).select_related("officer", "unit").get(pk=position)
    )


def _cut(position: Position, to_on: date) -> None:
    """Substitutions that reach beyond the end fall with it: the policy lays them inside the term."""
    if position.to_on is not None and position.to_on <= to_on:
        raise Refusal(ENDED, to_on=_day(position.to_on))
    _ordered(position.from_on, to_on)
    position.to_on = to_on
    position.save(update_fields=["to_on"])
    policy.forget_terms(position.officer)


def _fit(heir: Officer, position: Position, on: date) -> None:
    for domain in position.domains or [None]:
        role = Role(position.role)
        if not policy.holders(position.unit, role, domain, on).filter(pk=heir.pk).exists():
            raise Refusal(NOT_FIT, heir=heir, role=role.label, unit=position.unit.name, on=_day(on))


def _ordered(from_on: date, to_on: date | None) -> None:
    if to_on is not None and to_on < from_on:
        raise Refusal(BACKWARDS, from_on=_day(from_on), to_on=_day(to_on))


def said_of(position: Position) -> dict[str, object]:
    return {
        "position": position.pk,
        "unit": position.unit.unit_id,
        "role": position.role,
        "domains": position.domains,
        "from_on": position.from_on,
        "to_on": position.to_on,
    }


def _journal(  # noqa: PLR0913  what every line says
    act: str,
    officer: Officer,
    unit: Unit,
    *,
    by: Officer,
    term: policy.Term,
    at: datetime,
    new: Mapping[str, object],
    old: Mapping[str, object] | None = None,
) -> None:
    write(act, officer.username, unit=unit.unit_id, by=by.username, authority=str(term), at=at, old=old, new=new)


def _day(on: date) -> str:
    return on.strftime("%d/%m/%Y")
