"""The permission policy equals a table written by hand: every act, every role, every situation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest

from motcua.office.people.acts import ACTS
from motcua.office.people.models import Level, Officer, Position, Role, Substitution, Unit, UnitKind
from motcua.office.people.policy import forget_tree, may

FIRST, LAST, ON = date(2026, 3, 2), date(2026, 9, 30), date(2026, 6, 10)
DAY = timedelta(days=1)
LINES = (Path(__file__).parent / "policy_table.txt").read_text("utf-8").splitlines()
Table = dict[str, dict[str, str]]


def table(first: str) -> Table:
    """The part of the file that begins with this word, by row and column."""
    start = next(number for number, line in enumerate(LINES) if line.startswith(first + " "))
    columns, found = LINES[start].split()[1:], {}
    for line in LINES[start + 1 :]:
        if not line:
            break
        name, *cells = line.split()
        found[name] = dict(zip(columns, cells, strict=True))
    return found


@dataclass
class Case:
    """Who asks, where, in which domain, when."""

    officer: Officer
    unit: Unit
    domain: str | None = "Hộ tịch"
    on: date = ON


def unit(
    name: str, parent: Unit | None = None, successor: Unit | None = None, ends: date | None = None, **told: str
) -> Unit:
    return Unit.objects.create(
        unit_id=name, name=name, parent=parent, successor=successor, valid_from=date(2021, 1, 1), valid_to=ends,
        **{"level": Level.DISTRICT, **told},
    )  # fmt: skip


NUMBERS = count(1)


def officer() -> Officer:
    return Officer.objects.create(username=f"someone{next(NUMBERS)}", full_name="Nguyễn Văn A")


class Place:
    """A province with a unit, one beside it, one under it, one it succeeded with a unit under that, and a gone one."""

    def __init__(self) -> None:
        self.province = unit("province", level=Level.PROVINCE)
        self.department = unit("department", self.province, level=Level.PROVINCE, kind=UnitKind.DEPARTMENT)
        self.here = unit("here", self.province)
        self.beside = unit("beside", self.province)
        self.below = unit("below", self.here)
        self.before = unit("before", successor=self.here, ends=date(2025, 6, 30))
        self.below_before = unit("below-before", self.before)
        self.gone = unit("gone", self.province, ends=ON - DAY)
        forget_tree()

    def holder(self, role: Role, place: Unit | None = None, **told: object) -> Officer:
        self.position = Position.objects.create(
            officer=officer(), unit=place or self.here, role=role, domains=["Hộ tịch"], from_on=FIRST, to_on=LAST,
            **told,
        )  # fmt: skip
        return self.position.officer

    def substitute(self, role: Role) -> Officer:
        self.holder(role)
        stands_in = officer()
        Substitution.objects.create(
            position=self.position, substitute=stands_in, from_on=ON, to_on=ON, decision="12/QĐ-UBND"
        )
        return stands_in

    def cases(self, role: Role) -> Iterator[tuple[str, Case]]:
        held, standing = self.holder(role), self.substitute(role)
        gone = self.holder(role, self.gone)
        off = self.holder(role)
        off.is_active = False
        above, beside_above = self.holder(role, self.province), self.holder(role, self.department)
        yield "own_unit", Case(held, self.here)
        yield "own_no_domain", Case(held, self.here, None)
        yield "succeeded_unit", Case(held, self.before)
        yield "unit_below", Case(held, self.below)
        yield "below_succeeded", Case(held, self.below_before)
        yield "unit_beside", Case(held, self.beside)
        yield "unit_above", Case(held, self.province)
        yield "other_domain", Case(held, self.here, "Đất đai")
        yield "before_the_term", Case(held, self.here, on=FIRST - DAY)
        yield "last_day", Case(held, self.here, on=LAST)
        yield "ended_term", Case(held, self.here, on=LAST + DAY)
        yield "substitute", Case(standing, self.here)
        yield "substitute_before", Case(standing, self.here, on=ON - DAY)
        yield "substitute_after", Case(standing, self.here, on=ON + DAY)
        yield "unit_has_ended", Case(gone, self.gone)
        yield "inactive", Case(off, self.here)
        yield "stranger", Case(officer(), self.here)
        yield "province", Case(above, self.province)
        yield "below_province", Case(above, self.here)
        yield "department_of_province", Case(beside_above, self.department)


@pytest.mark.django_db
def test_every_act_role_and_situation_is_as_the_table_says() -> None:
    acts, situations = table("act"), table("situation")
    place = Place()
    wrong, asked = [], set()
    for role in Role:
        for situation, case in place.cases(role):
            asked.add(situation)
            for act, roles in acts.items():
                reach = roles[role]
                expected = reach != "-" and situations[situation][reach] == "yes"
                if may(case.officer, act, case.unit, case.domain, case.on) != expected:
                    wrong.append((act, role, situation, expected))

    assert wrong == []
    assert asked == set(situations)


def test_the_table_names_every_act_and_role_there_is() -> None:
    acts = table("act")

    assert set(acts) == set(ACTS)
    assert all(set(roles) == set(Role) for roles in acts.values())


@pytest.mark.django_db
def test_an_unknown_act_is_an_error_and_no_answer() -> None:
    with pytest.raises(KeyError):
        may(officer(), "dossier.burn", unit("somewhere"), None, ON)
