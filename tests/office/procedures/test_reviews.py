"""Reviews of procedures: assigned, recorded, warned of in time; as evidence clean when done and found when not."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from motcua.evidence.engines import DuckEngine
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.inspection.catalogue import rules
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from motcua.language import Refusal
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.snapshot import write
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Role
from motcua.office.people.policy import NotAllowed
from motcua.office.procedures import reviews
from motcua.office.procedures.models import Review
from motcua.office.procedures.reviews import assign_review, lacking, record_review
from tests.world import THURSDAY_MORNING, World, moment, officer

NEED, FAIRNESS = "Sự cần thiết", "Tính hợp lý"
DUE = date(2023, 9, 15)
DONE = {"found": {NEED: "Cần giữ", FAIRNESS: "Bớt một bản sao"}, "result": "Đã rà soát", "report_number": "12/BC-UBND"}


@pytest.fixture
def kiet(world: World) -> Officer:
    """Procedure control of the ward."""
    return officer("kiet", "Hồ Văn Kiệt", world.ward, Role.CONTROL)


def assigned(world: World, by: Officer, **other: Any) -> Review:
    told: dict[str, Any] = {
        "year": 2023, "domain": "Hộ tịch", "due_on": DUE, "contents": [NEED, FAIRNESS], "assigned_by": "05/KH-UBND",
    }  # fmt: skip
    return assign_review(world.ward, **(told | other), by=by, at=THURSDAY_MORNING)


def recorded(review: Review, by: Officer, **other: Any) -> Review:
    return record_review(review.pk, **(DONE | other), by=by, at=moment("2023-08-10 09:00"))


def warned(on: date) -> list[tuple[str, str]]:
    return [(one.review.domain, one.words.vi.format(**one.values)) for one in lacking(Review.objects.all(), on)]


def test_a_domain_is_assigned_reviewed_and_each_leaves_its_line(world: World, kiet: Officer) -> None:
    review = recorded(assigned(world, kiet), world.minh, proposal="Bỏ một bản sao")

    assert (review.reviewed_on, review.contents_complete) == (date(2023, 8, 10), True)
    lines = Entry.objects.order_by("pk")
    assert [(line.act, line.by) for line in lines] == [("review.assigned", "kiet"), ("review.recorded", "minh")]
    assert {line.unit for line in lines} == {world.ward.unit_id}


def test_the_warning_begins_thirty_days_before_and_ends_with_the_whole_review(world: World, kiet: Officer) -> None:
    review = assigned(world, kiet)
    assert warned(date(2023, 8, 15)) == []
    [(_, soon)] = warned(date(2023, 8, 16))
    assert "phải rà soát xong ngày 15/09/2023" in soon
    [(_, late)] = warned(date(2023, 9, 16))
    assert "đã quá hạn rà soát ngày 15/09/2023" in late

    recorded(review, world.minh, found={NEED: "Cần giữ", FAIRNESS: " "})
    [(_, short)] = warned(date(2023, 8, 16))
    assert f"còn trống: {FAIRNESS}" in short

    recorded(review, world.minh)
    assert warned(date(2024, 1, 1)) == []


def test_assigning_again_puts_right_what_is_not_reviewed_yet(world: World, kiet: Officer) -> None:
    review = assigned(world, kiet)
    assert assigned(world, kiet, due_on=date(2023, 10, 1)).pk == review.pk
    assert '"due_on": "2023-09-15"' in Entry.objects.latest("pk").old
    recorded(review, world.minh)

    with pytest.raises(Refusal) as refused:
        assigned(world, kiet, due_on=DUE)
    assert refused.value.words == reviews.REVIEWED
    assert Review.objects.get().due_on == date(2023, 10, 1)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"assigned_by": " "}, reviews.NO_BASIS),
        ({"contents": [" "]}, reviews.NO_CONTENTS),
        ({"domain": "Thiên văn"}, reviews.UNKNOWN_DOMAIN),
        ({"due_on": date(2024, 1, 15)}, reviews.OTHER_YEAR),
    ],
)
def test_an_assignment_that_lacks_something_is_refused(
    world: World, kiet: Officer, other: dict[str, Any], words: object
) -> None:
    with pytest.raises(Refusal) as refused:
        assigned(world, kiet, **other)
    assert refused.value.words == words
    assert not Review.objects.exists() and not Entry.objects.exists()


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"report_number": ""}, reviews.NO_REPORT),
        ({"result": " "}, reviews.NO_REPORT),
        ({"found": {"Màu giấy": "xanh"}}, reviews.NOT_ASKED),
    ],
)
def test_a_review_without_its_report_or_with_contents_not_asked_for_is_refused(
    world: World, kiet: Officer, other: dict[str, Any], words: object
) -> None:
    review = assigned(world, kiet)
    with pytest.raises(Refusal) as refused:
        recorded(review, world.minh, **other)
    assert refused.value.words == words
    assert Review.objects.get().reviewed_on is None and Entry.objects.count() == 1


def test_only_the_units_control_or_head_assigns_and_only_control_or_the_domains_specialist_records(
    world: World, kiet: Officer
) -> None:
    for someone in (world.minh, world.kim, world.thu, world.nam):
        with pytest.raises(NotAllowed):
            assigned(world, someone)
    review = assigned(world, world.hoa)
    land = officer("dat", "Cao Văn Đất", world.ward, Role.SPECIALIST, domains=["Đất đai"])
    for someone in (world.hoa, world.lan, world.kim, land):
        with pytest.raises(NotAllowed):
            recorded(review, someone)
    recorded(review, kiet)


def outcome(world: World, folder: Path, code: str) -> Outcome:
    """What the rule says of ward 12 in the whole of 2023, seen from the year after, on a snapshot of the office."""
    write(folder / "evidence", key=b"k" * 32, at=moment("2024-01-05 17:00"))
    opened = open_snapshot(folder / "evidence")
    engine = DuckEngine({table: opened.paths(table) for table in CONTRACT})
    year = Period.of(date(2023, 1, 1), date(2023, 12, 31))
    rule = next(rule for rule in rules() if rule.code == code)
    (verdict,) = Inspection.open(engine, year, [world.ward.unit_id]).verdicts(rule)
    return verdict.outcome


def test_what_was_reviewed_as_assigned_is_clean(world: World, kiet: Officer, tmp_path: Path) -> None:
    receive(world.reception(), by=world.lan, at=THURSDAY_MORNING)
    recorded(assigned(world, kiet), world.minh, proposal="Bỏ một bản sao")

    assert outcome(world, tmp_path, "TTHC-005") == Outcome.MET
    assert outcome(world, tmp_path, "TTHC-035") == Outcome.MET


def test_a_domain_not_reviewed_when_the_year_is_over_is_found(world: World, kiet: Officer, tmp_path: Path) -> None:
    recorded(assigned(world, kiet), world.minh)
    assigned(world, kiet, domain="Đất đai")

    assert outcome(world, tmp_path, "TTHC-005") == Outcome.BREACHED


def test_a_review_with_contents_left_empty_is_found(world: World, kiet: Officer, tmp_path: Path) -> None:
    recorded(assigned(world, kiet), world.minh, found={NEED: "Cần giữ"})

    assert outcome(world, tmp_path, "TTHC-005") == Outcome.BREACHED
