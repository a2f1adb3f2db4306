"""Annex I names where a target comes from, unless the law beside it says so."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.inspection.annexes import target
from motcua.inspection.catalogue.digital.online_filing_share import online_filing_share
from motcua.inspection.catalogue.procedures.online_payment_share import online_payment_share
from motcua.inspection.rule import Rule
from motcua.inspection.verdict import Outcome, Tally, Verdict
from motcua.law import law
from tests.inspection.findings_samples import programme

DAY = date(2023, 5, 1)


def verdict(rule: Rule) -> Verdict:
    assert rule.measure is not None
    setting = law().values[rule.measure.target].on(DAY)
    return Verdict(rule, "com", Outcome.MET, Tally(0, 5), setting)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (online_payment_share, "Ít nhất 30%"),
        (
            online_filing_share,
            "Ít nhất 50% (mức do phần mềm tạm đặt, chưa tìm thấy văn bản quy định) (chưa kiểm chứng)",
        ),
    ],
)
def test_a_figure_without_a_text_is_said_to_be_one_in_vietnamese(rule: Rule, told: str) -> None:
    assert target(verdict(rule), programme()) == told


def test_a_figure_of_the_programme_names_its_plan() -> None:
    found = verdict(online_payment_share)
    assert found.target is not None
    assert online_payment_share.measure is not None
    plan = replace(found.target, source="Kế hoạch 15", source_vi=None)
    own = replace(programme(), targets={online_payment_share.measure.target: plan})

    assert target(replace(found, target=plan), own) == "Ít nhất 30% (Kế hoạch 15)"
