"""Loading the published units of both eras."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from motcua.language import Refusal
from motcua.office.people import loading
from motcua.office.people.loading import load_units, name_agency_code, name_successor
from motcua.office.people.models import Role, Unit
from motcua.office.people.policy import may
from tests.world import officer

pytestmark = pytest.mark.django_db


def test_a_province_comes_with_both_eras_and_what_went_up_in_it() -> None:
    loaded = load_units(["82"])

    assert loaded.new == Unit.objects.count()
    assert set(Unit.objects.filter(level="province").values_list("unit_id", "name")) == {
        ("82-2025", "Tỉnh Đồng Tháp"),
        ("82", "Tỉnh Tiền Giang"),
        ("87", "Tỉnh Đồng Tháp"),
    }
    old = Unit.objects.get(unit_id="30127")
    assert (old.name, old.valid_to) == ("Xã Bình Thạnh", date(2025, 6, 30))
    assert old.parent == Unit.objects.get(unit_id="873")
    assert old.successor == Unit.objects.get(unit_id="30112-2025")
    assert old.successor.parent == Unit.objects.get(unit_id="82-2025")


def test_one_code_of_two_eras_is_two_units() -> None:
    load_units(["82"])

    assert Unit.objects.get(unit_id="29869").name == "Phường 1"
    assert Unit.objects.get(unit_id="29869-2025").name == "Phường Cao Lãnh"


def test_loading_again_adds_nothing_and_changes_nothing() -> None:
    load_units(["82"])
    Unit.objects.filter(unit_id="82-2025").update(agency_code="H20")

    assert load_units(["82"]).new == 0
    assert Unit.objects.get(unit_id="82-2025").agency_code == "H20"


def test_all_provinces_come_where_none_is_named() -> None:
    assert load_units().new == 10794 + 3355


def test_an_unknown_province_is_refused_before_anything_is_written() -> None:
    with pytest.raises(Refusal) as refused:
        load_units(["82", "87"])

    assert refused.value.words == loading.NO_PROVINCE
    assert not Unit.objects.exists()


def test_who_works_in_the_successor_may_read_the_old_units_dossiers_as_soon_as_it_is_named() -> None:
    load_units(["82"])
    district, province = Unit.objects.get(unit_id="873"), Unit.objects.get(unit_id="82-2025")
    clerk = officer("tu", "Lê Văn Tư", province, Role.CLERK)
    on = date(2025, 7, 2)
    assert not may(clerk, "dossier.read", district, None, on)

    name_successor("873", "82-2025")

    assert may(clerk, "dossier.read", district, None, on)


def test_no_unit_succeeds_one_that_goes_on_or_ends_with_it() -> None:
    load_units(["82"])

    for old, new in (("82-2025", "30112-2025"), ("873", "87")):
        with pytest.raises(Refusal) as refused:
            name_successor(old, new)
        assert refused.value.words == loading.NOT_AFTER


def test_the_command_loads_and_names_successors() -> None:
    said = StringIO()
    call_command("load_units", province=["82"], successor=["873=82-2025"], stdout=said)

    assert Unit.objects.get(unit_id="873").successor == Unit.objects.get(unit_id="82-2025")
    assert "Đã nạp thêm" in said.getvalue()


@pytest.mark.parametrize("pair", ["873", "873=nowhere"])
def test_the_command_says_what_is_wrong_with_a_successor(pair: str) -> None:
    with pytest.raises(CommandError):
        call_command("load_units", province=["82"], successor=[pair])


def test_the_agency_code_begins_the_codes_of_the_units_dossiers() -> None:
    call_command("load_units", province=["82"], agency_code=["30112-2025=H20.23", "30127=H20.17.23"])

    assert Unit.objects.get(unit_id="30112-2025").agency_code == "H20.23"
    assert name_agency_code("873", "H20.23").agency_code == "H20.23"  # ended before the other began


@pytest.mark.parametrize(
    ("unit_id", "code", "why"),
    [
        ("30112-2025", "h20.23", "BAD_CODE"),
        ("30112-2025", "H20..23", "BAD_CODE"),
        ("30112-2025", "H20" + ".123" * 5, "BAD_CODE"),
        ("82-2025", "H20.9", "CODE_TAKEN"),
        ("nowhere", "H20", "NO_UNIT"),
    ],
)
def test_an_agency_code_that_cannot_be_or_is_anothers_is_refused(unit_id: str, code: str, why: str) -> None:
    load_units(["82"])
    name_agency_code("30112-2025", "H20.9")

    with pytest.raises(Refusal) as refused:
        name_agency_code(unit_id, code)

    assert refused.value.words == getattr(loading, why)
