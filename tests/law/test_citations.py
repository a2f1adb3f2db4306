"""Promises of the dated citations: none outlives the text that took its place."""

from datetime import date

import pytest

from motcua.law import in_force, law

LAST_DAY = date(2025, 6, 30)
FIRST_DAY = date(2025, 7, 1)


def test_texts_that_began_together_end_together() -> None:
    books = law().citations["dossier_books"]

    assert [c.article for c in in_force(books, LAST_DAY)] == ["9", "10"]
    assert [c.text for c in in_force(books, FIRST_DAY)] == ["Thông tư số 03/2025/TT-VPCP"]


@pytest.mark.parametrize("duty", sorted(law().citations))
def test_the_one_stop_decree_and_circular_of_2018_are_cited_for_no_day_after_them(duty: str) -> None:
    cited = {c.text for c in in_force(law().citations[duty], FIRST_DAY)}

    assert not cited & {"Nghị định số 61/2018/NĐ-CP", "Thông tư số 01/2018/TT-VPCP"}


def test_no_figure_rests_on_the_decree_of_2018_as_read_after_its_end() -> None:
    for value in law().values.values():
        setting = value.on(FIRST_DAY)
        assert setting is None or setting.unverified or "61/2018" not in setting.source


def test_a_target_of_2030_is_not_asked_for_in_2026() -> None:
    asked = law().values["satisfaction_share"]

    assert {s.since.year: s.value for s in asked.settings if s.since.year >= 2026} == {2030: 95}
