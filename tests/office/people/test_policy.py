"""The permission policy in lists, over successions, and how often it asks the database."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from motcua.office.dossiers.models import Channel, Dossier, Status
from motcua.office.people import policy
from motcua.office.people.acts import ACTS
from motcua.office.people.models import Officer, Position, Role, Substitution, Unit
from motcua.office.people.policy import holders, may, narrowed
from tests.world import THURSDAY_MORNING, World, officer

BEGINS = date(2023, 1, 1)
DOMAINS = ["Hộ tịch", "Đất đai", "Chứng thực"]
ON = date(2023, 7, 27)
days = st.integers(-3, 3).map(lambda n: ON + timedelta(days=n))


@st.composite
def held(draw: st.DrawFn) -> dict[str, Any]:
    first, last = sorted([draw(days), draw(days)])
    return {
        "unit": draw(st.integers(0, 4)),
        "role": draw(st.sampled_from(list(Role))),
        "domains": draw(st.lists(st.sampled_from(DOMAINS), unique=True, max_size=2)),
        "from_on": first,
        "to_on": draw(st.sampled_from([None, last])),
        "stands_in": draw(st.booleans()),
    }


@given(positions=st.lists(held(), max_size=4), act=st.sampled_from(sorted(ACTS)), on=days, active=st.booleans())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_narrowed_list_holds_exactly_the_rows_that_the_policy_allows(
    world: World, positions: list[dict[str, Any]], act: str, on: date, active: bool
) -> None:
    units = _units(world)
    rows = _one_of_each(world, units)
    someone = _with(positions, units, world.lan, active=active)

    expected = {row.pk for row in rows if may(someone, act, row.unit, row.domain, on)}

    found = narrowed(Dossier.objects.filter(pk__in=[row.pk for row in rows]), someone, act, on)
    assert set(found.values_list("pk", flat=True)) == expected
    _forget(rows, someone)


def _units(world: World) -> list[Unit]:
    gone, _ = Unit.objects.get_or_create(
        unit_id="w12-old",
        defaults={"name": "Phường 12 cũ", "level": "commune", "valid_from": BEGINS, "successor": world.ward},
    )
    policy.forget_tree()
    return [world.province, world.district, world.ward, world.elsewhere, gone]


def _one_of_each(world: World, units: list[Unit]) -> list[Dossier]:
    return Dossier.objects.bulk_create(
        Dossier(
            code=f"{unit.unit_id}-{domain}", unit=unit, received_by_unit=unit, competent_unit=unit, domain=domain,
            version=world.versions["birth"], channel=Channel.COUNTER, applicant=world.binh, status=Status.RECEIVED,
            received_at=THURSDAY_MORNING, register_no="1",
        )
        for unit in units
        for domain in DOMAINS
    )  # fmt: skip


def _with(positions: list[dict[str, Any]], units: list[Unit], other: Officer, *, active: bool) -> Officer:
    someone = Officer.objects.create(username="someone", full_name="Ai Đó", is_active=active)
    for told in positions:
        fields = {key: told[key] for key in ("role", "domains", "from_on", "to_on")}
        holder = other if told["stands_in"] else someone
        unique = {"officer": holder, "unit": units[told["unit"]], "role": fields["role"], "from_on": fields["from_on"]}
        position, _ = Position.objects.get_or_create(**unique, defaults=fields)
        if told["stands_in"]:
            Substitution.objects.create(position=position, substitute=someone, from_on=ON, to_on=ON, decision="1")
    return someone


def _forget(rows: list[Dossier], someone: Officer) -> None:
    Dossier.objects.filter(pk__in=[row.pk for row in rows]).delete()
    Substitution.objects.all().delete()
    Position.objects.filter(officer=someone).delete()
    someone.delete()


def test_terms_are_read_once_for_an_officer(world: World, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    may(world.lan, "dossier.read", world.ward, None, ON)
    lan = Officer.objects.get(pk=world.lan.pk)

    with django_assert_num_queries(2):
        for _ in range(50):
            assert may(lan, "dossier.receive", world.ward, "Hộ tịch", ON)
            assert not may(lan, "dossier.receive", world.elsewhere, "Hộ tịch", ON)


def test_the_successor_works_on_with_the_old_units_dossiers_and_takes_none_in_for_it(world: World) -> None:
    new = Unit.objects.create(unit_id="w12-2025", name="Phường mới", level="commune", valid_from=date(2025, 7, 1))
    Unit.objects.filter(pk=world.ward.pk).update(valid_to=date(2025, 6, 30), successor=new)
    policy.forget_tree()
    hanh = officer("hanh", "Võ Thị Hạnh", new, Role.RECEPTION)
    Position.objects.filter(officer=hanh).update(from_on=date(2025, 7, 1))
    last, first = date(2025, 6, 30), date(2025, 7, 1)

    assert may(world.lan, "dossier.return", world.ward, None, last)
    assert not may(hanh, "dossier.return", world.ward, None, last)
    assert not may(Officer.objects.get(pk=world.lan.pk), "dossier.return", world.ward, None, first)
    assert may(hanh, "dossier.return", world.ward, None, first)
    assert not may(hanh, "dossier.receive", world.ward, None, first)
    assert may(hanh, "dossier.receive", new, None, first)


def test_holders_of_a_role_are_those_in_position_and_their_substitutes(world: World) -> None:
    position = world.minh.positions.get()
    Substitution.objects.create(position=position, substitute=world.van, from_on=ON, to_on=ON, decision="1")

    assert list(holders(world.ward, Role.SPECIALIST, "Hộ tịch", ON)) == [world.minh, world.van]
    assert list(holders(world.ward, Role.SPECIALIST, None, ON + timedelta(days=1))) == [world.minh]
    Position.objects.filter(pk=position.pk).update(domains=["Đất đai"])
    assert not holders(world.ward, Role.SPECIALIST, "Hộ tịch", ON).exists()


def test_holders_for_a_unit_that_is_gone_are_those_of_its_successor(world: World) -> None:
    Unit.objects.filter(pk=world.ward.pk).update(valid_to=date(2023, 7, 1), successor=world.elsewhere)
    policy.forget_tree()

    assert list(holders(world.ward, Role.RECEPTION, None, ON)) == [world.nam]
