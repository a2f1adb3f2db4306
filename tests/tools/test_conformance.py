"""Whatever differs between two engines is told, field by field; what is the same is not."""

from dataclasses import fields, replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from motcua.inspection.catalogue.procedures.late import late
from motcua.inspection.catalogue.procedures.late_without_apology import late_without_apology
from motcua.inspection.verdict import Declared, Outcome, Tally, Verdict
from motcua.law import Citation, Setting
from tools.conformance import differences

VERDICT = Verdict(late, "com", Outcome.BREACHED, Tally(1, 2, 3, 0), abouts=(("Đất đai", 1),))
OTHERS: dict[str, Any] = {
    "rule": late_without_apology,
    "unit_id": "dis",
    "outcome": Outcome.MET,
    "tally": Tally(1, 2, 3, 1),
    "target": Setting(date(2022, 1, 8), Fraction(30), "x"),
    "citations": (Citation("Luật số 1", date(2020, 1, 1)),),
    "missing": ("result",),
    "abouts": (("Đất đai", 2),),
    "kept_abouts": (("Hộ tịch", 1),),
    "declared": (Declared(None, 1, 2),),
}


def test_every_field_of_a_verdict_is_compared() -> None:
    assert set(OTHERS) == {field.name for field in fields(Verdict)}


@pytest.mark.parametrize("name", OTHERS)
def test_a_field_that_differs_is_told_with_both_values(name: str) -> None:
    [told] = differences(VERDICT, replace(VERDICT, **{name: OTHERS[name]}))
    assert told.startswith(f"TTHC-029 com {name}: ")


def test_the_same_verdict_is_the_same() -> None:
    assert list(differences(VERDICT, replace(VERDICT))) == []
