"""Who may administer an account: who administers every unit in which its officer works or is going to."""

from datetime import date, datetime

from django.db.models import F, Q
from django.utils import timezone

from motcua.language import Words
from motcua.office.people import policy
from motcua.office.people.models import Officer, Position, Substitution, Unit

NOWHERE = Words(
    vi="{officer} chưa giữ vị trí nào ở đơn vị bạn quản trị; hãy giao vị trí trước.",
    en="{officer} holds no position in a unit that you administer; give them one first.",
)


def works_in(officer: Officer, on: date) -> list[Unit]:
    """The units in which the officer holds a position that day or later, their own or that of another."""
    lasting = Q(unit__valid_to=None) | Q(unit__valid_to__gte=on)
    own = Position.objects.filter(lasting & (Q(to_on=None) | Q(to_on__gte=on)), officer=officer)
    stood_in = Substitution.objects.filter(substitute=officer, to_on__gte=on).values("position__unit")
    return list(Unit.objects.filter(Q(pk__in=own.values("unit")) | Q(pk__in=stood_in)).order_by("pk"))


def belongs_to(officer: Officer, on: date) -> list[Unit]:
    """Where the officer works; for who works nowhere any more, where they did last."""
    if found := works_in(officer, on):
        return found
    last = officer.positions.select_related("unit").order_by(F("to_on").desc(nulls_last=True), "-pk").first()
    return [] if last is None else [last.unit]


def over(officer: Officer, *, by: Officer, at: datetime) -> tuple[Unit, policy.Term]:
    """In whose name the account is administered. Raises NotAllowed where one of its units is not the administrator's.

    Else who administers one unit could appoint the head of another there, give them a new password and sign as them.
    """
    on = timezone.localdate(at)
    allowed = [(unit, policy.authorise(by, policy.ADMINISTER, unit, None, on)) for unit in belongs_to(officer, on)]
    if not allowed:
        raise policy.NotAllowed(NOWHERE, officer=officer)
    return allowed[0]


def may_place(officer: Officer, *, by: Officer, on: date) -> None:
    """Raises NotAllowed for an officer who works in a unit that is not the administrator's."""
    for unit in works_in(officer, on):
        policy.authorise(by, policy.ADMINISTER, unit, None, on)
