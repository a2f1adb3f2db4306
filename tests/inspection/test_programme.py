"""What a province's programme sets over the project's own, and how its mistakes are named."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from motcua.inspection.catalogue import rules
from motcua.inspection.catalogue.digital.online_filing_share import online_filing_share
from motcua.inspection.catalogue.procedures.feedback_late import feedback_late
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.programme import Programme, default_programme, read_programme, remedies
from motcua.inspection.rule import Domain
from motcua.inspection.verdict import Outcome
from motcua.language import Refusal
from motcua.law import law
from tests.conftest import Evidence

MAY = Period.of(date(2023, 5, 1), date(2023, 5, 31))
Read = Callable[[str], Programme]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read_text(text: str) -> Programme:
        path = tmp_path / "tinh.yaml"
        path.write_text(text, "utf-8")
        return read_programme(path)

    return read_text


def test_an_empty_programme_is_the_projects_own(read: Read) -> None:
    assert read("") == default_programme()


def test_a_target_overrides_the_laws_with_its_source(read: Read) -> None:
    own = read("targets: {online_filing_share: {value: 62.5, source: Kế hoạch 15}}")

    setting = own.target("online_filing_share", date(2023, 5, 1))

    assert setting is not None
    assert (setting.value, setting.source) == (Fraction("62.5"), "Kế hoạch 15")
    assert own.target("dialogues", date(2023, 5, 1)) == law().values["dialogues"].on(date(2023, 5, 1))


ONLINE = """
    dossier_id | unit_id | received   | channel | procedure_code
    -----------+---------+------------+---------+---------------
    one        | ward    | 2023-05-02 | online  | 1.000
    two        | ward    | 2023-05-02 | desk    | 1.000
    three      | ward    | 2023-05-02 | online  | 1.000
"""


@pytest.mark.parametrize(("percent", "outcome"), [(60, Outcome.MET), (70, Outcome.BREACHED)])
def test_a_target_of_the_programme_decides_the_outcome(
    evidence: Evidence, read: Read, percent: int, outcome: Outcome
) -> None:
    own = read(f"targets: {{online_filing_share: {{value: {percent}, source: Kế hoạch 15}}}}")
    run = Inspection.open(evidence(unit="unit_id\nward", dossier=ONLINE), own.over(MAY), ["ward"], own.target)

    assert run.verdicts(online_filing_share)[0].outcome is outcome


FEEDBACK = """
    feedback_id | unit_id | received   | answered
    ------------+---------+------------+-----------
    f           | ward    | 2023-05-08 | 2023-05-16
"""


@pytest.mark.parametrize(("days", "late"), [(5, 1), (6, 0)])
def test_a_figure_of_the_programme_reaches_inside_a_rule(evidence: Evidence, read: Read, days: int, late: int) -> None:
    own = read(f"targets: {{feedback_working_days: {{value: {days}, source: Quy chế của Tỉnh}}}}")
    run = Inspection.open(evidence(unit="unit_id\nward", feedback=FEEDBACK), own.over(MAY), ["ward"], own.target)

    assert run.verdicts(feedback_late)[0].tally.breached == late


def test_only_the_chosen_rules_run(read: Read) -> None:
    own = read("rules: {only: [CQS-004, TTHC-029]}")
    assert [rule.code for rule in rules() if own.chooses(rule)] == ["CQS-004", "TTHC-029"]


def test_rules_left_out_do_not_run_even_where_chosen(read: Read) -> None:
    own = read("rules: {only: [CQS-004, TTHC-029], without: [TTHC-029]}")
    assert [rule.code for rule in rules() if own.chooses(rule)] == ["CQS-004"]
    assert len([rule for rule in rules() if default_programme().chooses(rule)]) == len(rules())


def test_recommendations_are_reworded_one_by_one(read: Read) -> None:
    own = read("recommendations: {overdue: Giải quyết đúng hạn}")
    assert own.remedies == remedies() | {"overdue": "Giải quyết đúng hạn"}


def test_groups_of_the_province_stand_before_the_projects(read: Read) -> None:
    own = read("groups: {limitations: [{rules: [TTHC-029, CQS-004], lead: Còn chậm}]}")
    assert own.limitations[0].rules == ("TTHC-029", "CQS-004")
    assert own.limitations[1:] == default_programme().limitations
    assert own.strengths == default_programme().strengths


def test_standing_texts_name_domain_levels_and_what_calls_for_them(read: Read) -> None:
    [text] = read("texts: [{slug: a, text: Rà soát, domain: digital, levels: [commune], when: [overdue]}]").texts
    assert (text.domain, text.levels, text.when) == (Domain.DIGITAL, ("commune",), ("overdue",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nmae: x", r"tinh.yaml, dòng 1, mục “nmae”: không có mục này.*name"),
        ("name: x\nname: y", "dòng 2, mục “name”: mục này ghi hai lần"),
        ("- a", "phải là các dòng"),
        ("name: [", "không đọc được"),
        ("targets: {online_filing: {value: 1, source: x}}", "targets.online_filing”: .*online_filing_share"),
        ("targets: {online_filing_share: 60}", "targets.online_filing_share”: phải là các dòng"),
        ("targets: {online_filing_share: {value: 60}}", "targets.online_filing_share.source”: còn thiếu"),
        ("targets: {online_filing_share: {value: sixty, source: x}}", "value”: “sixty” không phải là số"),
        ("targets: {online_filing_share: {value: 160, source: x}}", "“160” lớn hơn 100 phần trăm"),
        ("targets: {online_filing_share: {value: -1, source: x}}", "“-1” không phải là số"),
        ("rules:\n  only: [TTHC-999]", "dòng 2, mục “rules.only”: không có “TTHC-999”; gần giống: .*TTHC-0"),
        ("rules: {with: [TTHC-001]}", "rules.with”: không có mục này"),
        ("rules: {only: TTHC-001}", "rules.only”: phải là danh sách"),
        ("recommendations: {overdeu: x}", "recommendations.overdeu”: .*overdue"),
        ("recommendations: {overdue: }", "recommendations.overdue”: còn thiếu"),
        ("groups: {limitations: [{rules: [TTHC-9]}]}", "không có “TTHC-9”"),
        ("groups: {limitations: [{lead: x}]}", "còn thiếu"),
        ("groups: {recommendations: [{slugs: [nothing_such]}]}", "không có “nothing_such”"),
        ("texts: [{slug: a}]", r"texts\[1\].text”: còn thiếu"),
        ("texts: [{slug: a, text: b, domain: money}]", "không có “money”; được ghi: .*finance"),
        ("texts: [{slug: a, text: b, levels: [ward]}]", "không có “ward”"),
        ("conclusions: [{slug: a, text: b, when: [any_limit]}]", "không có “any_limit”; gần giống: any_limitation"),
        ("decimals: 7", "decimals”: không có “7”"),
        ("longest_list: 0", "longest_list”: “0” không phải là số nguyên từ 1"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_entry(
    read: Read, text: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_LANG", "vi")
    with pytest.raises(Refusal, match=told):
        read(text)


def test_a_programme_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="khong-co"):
        read_programme(tmp_path / "khong-co.yaml")


def test_a_day_that_no_calendar_has_is_refused_by_the_file_it_stands_in(tmp_path: Path) -> None:
    file = tmp_path / "programme.yaml"
    file.write_text("name: 2023-02-30\n", "utf-8")

    with pytest.raises(Refusal, match=r"programme\.yaml"):
        read_programme(file)
