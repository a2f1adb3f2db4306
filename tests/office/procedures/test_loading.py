"""Loading the published catalogue."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from motcua.office.people.models import Unit
from motcua.office.procedures.loading import load_catalogue, offer
from motcua.office.procedures.models import Component, Service, Version
from motcua.office.procedures.versions import in_force
from tests.world import THURSDAY_MORNING

pytestmark = pytest.mark.django_db


def test_each_procedure_has_a_version_for_each_era_with_its_source() -> None:
    assert load_catalogue(at=THURSDAY_MORNING) == Version.objects.count() == 1790

    copies = Version.objects.filter(procedure__code="2.000815").order_by("in_force_from")
    assert [(one.version, one.special, one.immediate) for one in copies] == [
        ("three-level", "certified_copy", True),
        ("two-level", "certified_copy", True),
    ]
    assert [one.in_force_to for one in copies] == [date(2025, 6, 30), None]
    assert not Version.objects.filter(source="").exists()
    days = (date(2025, 6, 30), date(2025, 7, 1))
    assert [in_force(on).filter(procedure__code="2.000815").count() for on in days] == [1, 1]


def test_a_guessed_term_is_left_out_and_a_published_one_kept() -> None:
    load_catalogue(at=THURSDAY_MORNING)

    birth = Version.objects.get(procedure__code="1.001193", version="two-level")
    stay = Version.objects.get(procedure__code="1.004194", version="two-level")
    assert (birth.term_value, birth.term_unit) == (None, "")
    assert (stay.term_value, stay.term_unit) == (3, "working_day")


def test_only_papers_of_every_case_are_required_and_no_certificate_is_kept() -> None:
    load_catalogue(at=THURSDAY_MORNING)

    assert not Component.objects.filter(required=True, name__startswith="Trường hợp").exists()
    assert not Component.objects.filter(required=True, originals=0, copies=0).exists()
    assert not Component.objects.filter(keeps_original=True, name__startswith="Giấy chứng nhận").exists()
    assert Component.objects.filter(keeps_original=True, name__startswith="Tờ khai").exists()


def test_loading_again_adds_nothing() -> None:
    call_command("load_catalogue")

    assert load_catalogue(at=THURSDAY_MORNING) == 0


def test_units_take_in_what_their_level_is_competent_for_in_their_days() -> None:
    load_catalogue(at=THURSDAY_MORNING)
    old = Unit.objects.create(unit_id="30127", name="Xã Bình Thạnh", level="commune", valid_from=date(2021, 1, 1),
                              valid_to=date(2025, 6, 30))  # fmt: skip
    new = Unit.objects.create(unit_id="30112-2025", name="Xã Mỹ Hiệp", level="commune", valid_from=date(2025, 7, 1))

    added = offer([old, new], date(2026, 11, 24))

    assert added == Service.objects.count() > 300
    assert set(Service.objects.filter(unit=old).values_list("valid_to", flat=True)) == {date(2025, 6, 30)}
    taken_in = Version.objects.filter(procedure__services__unit=new, version="two-level")
    assert all("commune" in version.levels for version in taken_in)
    assert offer([old, new], date(2026, 11, 24)) == 0


def test_the_command_also_offers_what_a_units_level_is_competent_for() -> None:
    call_command("load_units", province=["82"])
    said = StringIO()
    call_command("load_catalogue", offer=["30112-2025"], stdout=said)

    count = Service.objects.filter(unit__unit_id="30112-2025").count()
    assert count > 100
    assert f"{count} thủ tục" in said.getvalue()


def test_the_command_offers_nothing_for_a_unit_that_is_not_there() -> None:
    with pytest.raises(CommandError):
        call_command("load_catalogue", offer=["nowhere"])

    assert not Version.objects.exists()
