"""Versions of procedures: drafted, released, never changed."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.language import Refusal, Words
from motcua.office.journal.models import Entry
from motcua.office.people.models import Role
from motcua.office.people.policy import NotAllowed
from motcua.office.procedures import models, versions
from motcua.office.procedures.models import Version
from motcua.office.procedures.versions import FeeTold, PaperTold, Told, draft, in_force, release, special
from tests.world import THURSDAY_MORNING, World, officer

pytestmark = pytest.mark.usefixtures("of_province")
TOLD = Told(
    code="1.004873",
    version="2",
    name="Cấp giấy xác nhận tình trạng hôn nhân",
    domain="Hộ tịch",
    in_force_from=date(2023, 8, 1),
    levels=["commune"],
    term_value=3,
    term_unit="working_day",
    decision="1020/QĐ-UBND-HC",
    decided_on=date(2023, 7, 20),
    papers=[PaperTold("Tờ khai theo mẫu", originals=1, keeps_original=True)],
    fees=[FeeTold("Lệ phí", 3000)],
)


def made(world: World, told: Told = TOLD) -> Version:
    return draft(told, unit=world.province, by=world.kim, at=THURSDAY_MORNING)


def released(world: World, told: Told = TOLD) -> Version:
    return release(made(world, told).pk, unit=world.province, by=world.kim, at=THURSDAY_MORNING)


def test_a_draft_has_papers_and_fees_and_is_not_in_force(world: World) -> None:
    version = made(world)

    assert (version.components.count(), version.fees.count()) == (1, 1)
    assert version.search_name == "cap giay xac nhan tinh trang hon nhan"
    assert version not in in_force(date(2023, 8, 1))
    assert Entry.objects.get().act == "procedure.drafted"


def test_a_released_version_is_in_force_on_its_days(world: World) -> None:
    version = released(world)

    assert version in in_force(date(2023, 8, 1))
    assert version not in in_force(date(2023, 7, 31))
    assert [line.act for line in Entry.objects.order_by("pk")] == ["procedure.drafted", "procedure.released"]


def test_the_version_before_ends_the_day_before(world: World) -> None:
    first = released(world)
    second = released(world, replace(TOLD, version="3", in_force_from=date(2023, 9, 1)))

    first.refresh_from_db()
    assert (first.in_force_to, second.in_force_to) == (date(2023, 8, 31), None)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"decision": " "}, versions.NO_DECISION),
        ({"decided_on": None}, versions.NO_DECISION),
        ({"decided_on": date(2023, 8, 2)}, versions.BEFORE_DECISION),
        ({"term_value": None, "term_unit": ""}, versions.NO_TERM),
        ({"papers": []}, versions.NO_PAPERS),
    ],
)
def test_an_incomplete_draft_is_not_released(world: World, change: dict[str, object], why: Words) -> None:
    version = made(world, replace(TOLD, **change))  # type: ignore[arg-type]

    with pytest.raises(Refusal) as refused:
        release(version.pk, unit=world.province, by=world.kim, at=THURSDAY_MORNING)
    assert refused.value.words == why
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("begins", [date(2023, 8, 1), date(2023, 7, 25)])
def test_days_of_versions_never_meet(world: World, begins: date) -> None:
    released(world)
    other = made(world, replace(TOLD, version="3", in_force_from=begins))

    with pytest.raises(Refusal) as refused:
        release(other.pk, unit=world.province, by=world.kim, at=THURSDAY_MORNING)
    assert refused.value.words == versions.OVERLAP


def test_a_version_that_ends_before_the_next_begins_may_follow_later(world: World) -> None:
    released(world, replace(TOLD, in_force_from=date(2023, 9, 1)))

    released(world, replace(TOLD, version="1b", in_force_to=date(2023, 8, 31)))

    assert Version.objects.filter(procedure__code="1.004873", released_at__isnull=False).count() == 2


def test_nothing_is_released_or_drafted_twice(world: World) -> None:
    version = released(world)

    with pytest.raises(Refusal) as refused:
        release(version.pk, unit=world.province, by=world.kim, at=THURSDAY_MORNING)
    assert refused.value.words == versions.RELEASED
    with pytest.raises(Refusal) as refused:
        made(world)
    assert refused.value.words == versions.EXISTS


def test_a_released_version_its_papers_and_fees_never_change(world: World) -> None:
    version = released(world)
    paper, fee = version.components.get(), version.fees.get()

    for row in (version, paper, fee):
        for change in (row.save, row.delete):
            with pytest.raises(Refusal) as refused:
                change()
            assert refused.value.words == models.RELEASED
    with pytest.raises(Refusal):
        version.components.create(no=2, name="Giấy thêm")


def test_only_procedure_control_of_the_province_drafts_and_releases(world: World) -> None:
    version = made(world)
    of_ward = officer("kiet", "Hồ Văn Kiệt", world.ward, Role.CONTROL)
    of_district = officer("khoa", "Hồ Văn Khoa", world.district, Role.CONTROL)

    for someone, unit in (
        (world.hoa, world.province), (world.thu, world.province), (of_ward, world.ward),
        (of_district, world.district), (of_district, world.province),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            draft(replace(TOLD, version="9"), unit=unit, by=someone, at=THURSDAY_MORNING)
        with pytest.raises(NotAllowed):
            release(version.pk, unit=unit, by=someone, at=THURSDAY_MORNING)
    version.refresh_from_db()
    assert version.released_at is None


def test_what_the_law_asks_beside_the_common_steps_is_known_by_code_and_domain() -> None:
    assert special("2.000815", "Chứng thực") == "certified_copy"
    assert special("1.012812.H20", "Đất đai") == "mediation"
    assert special("2.001035", "Chứng thực") == "certification"
    assert special("1.004194", "Đăng ký, quản lý cư trú") == "residence"
    assert special("1.012784", "Đất đai") == "land"
    assert special("1.001193", "Hộ tịch") == ""
