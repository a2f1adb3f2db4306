"""The law's own data is well formed, dated, and says what was not read."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
import yaml

from motcua.inspection.catalogue import rules
from motcua.law import Citation, DatedValue, Setting, domain_names, in_force, law, short
from motcua.law.books import _citations  # the only way to hand it a malformed entry

CITED = [(duty, citation) for duty, citations in law().citations.items() for citation in citations]
EVERY_CITATION = pytest.mark.parametrize(("duty", "citation"), CITED, ids=[f"{d}-{c.since}" for d, c in CITED])
EVERY_VALUE = pytest.mark.parametrize("value", law().values.values(), ids=law().values)
UNITS_OF_SHARES = "percent"


def raw(kind: str) -> Mapping[str, Any]:
    """The entries as written, over all files."""
    found: dict[str, Any] = {}
    for book in files("motcua.law").joinpath("data").iterdir():
        if book.name.endswith(".yaml"):
            found |= yaml.safe_load(book.read_text("utf-8")).get(kind) or {}
    return found


@EVERY_CITATION
def test_a_citation_names_a_vietnamese_text_and_its_days(duty: str, citation: Citation) -> None:
    assert re.match(
        r"(Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Công văn|Kế hoạch) ", citation.text
    )
    assert re.search(r"\d", citation.text)
    assert date(1990, 1, 1) < citation.since < date(2031, 1, 1)
    assert citation.until is None or citation.since < citation.until
    assert citation.clause is None or citation.article is not None


@EVERY_CITATION
def test_a_citation_applies_from_its_day_to_the_day_before_its_end(duty: str, citation: Citation) -> None:
    assert not citation.applies(citation.since - timedelta(days=1))
    assert citation.applies(citation.since)
    if citation.until:
        assert citation.applies(citation.until - timedelta(days=1))
        assert not citation.applies(citation.until)


@EVERY_CITATION
def test_what_was_not_read_never_names_an_article_as_if_it_had_been(duty: str, citation: Citation) -> None:
    if citation.unverified:
        assert citation.en().endswith("[unverified]")
        assert short([citation]).endswith("*")
    else:
        assert "unverified" not in citation.en()
        assert "*" not in short([citation])


@pytest.mark.parametrize("duty", law().citations)
def test_an_entry_without_an_article_is_whole_or_unverified(duty: str) -> None:
    for entry in raw("citations")[duty]:
        assert entry.get("article") or entry.get("unverified") or entry.get("whole")


def test_an_entry_without_an_article_that_says_neither_is_refused() -> None:
    with pytest.raises(ValueError, match=r"citation here: an article"):
        _citations("here", [{"text": "Luật số 1", "since": date(2020, 1, 1)}])


def test_a_comma_in_a_text_that_is_not_quoted_is_refused() -> None:
    entry = yaml.safe_load("{text: Luật Cán bộ, công chức số 22/2008/QH12, since: 2010-01-01, unverified: true}")
    with pytest.raises(ValueError, match="no entry công chức"):
        _citations("here", [entry])


def test_an_entry_ends_where_the_next_begins() -> None:
    first, second = _citations(
        "here",
        [
            {"text": "Luật số 2", "since": date(2022, 1, 1), "unverified": True},
            {"text": "Luật số 1", "since": date(2020, 1, 1), "unverified": True},
        ],
    )
    assert (first.text, first.until, second.until) == ("Luật số 1", date(2022, 1, 1), None)


@EVERY_VALUE
def test_a_figure_is_labelled_dated_and_sourced(value: DatedValue) -> None:
    assert value.label_vi
    assert value.label_en
    assert value.unit
    assert value.settings
    assert all(one.since < later.since for one, later in pairwise(value.settings))
    for setting in value.settings:
        assert setting.source
        assert setting.value >= 0
        assert value.unit != UNITS_OF_SHARES or setting.value <= 100


@EVERY_VALUE
def test_a_figure_changes_on_its_day(value: DatedValue) -> None:
    before: Setting | None = None
    for setting in value.settings:
        assert value.on(setting.since - timedelta(days=1)) == before
        assert value.on(setting.since) == setting
        assert value.on(setting.since + timedelta(days=1)) == setting
        before = setting


@EVERY_VALUE
def test_a_source_has_its_vietnamese_wording(value: DatedValue) -> None:
    for setting in value.settings:
        assert setting.vi != setting.source


@EVERY_VALUE
def test_a_figure_that_no_text_sets_is_not_passed_off_as_law(value: DatedValue) -> None:
    for setting in value.settings:
        assert setting.unverified or not re.search(
            r"setting of the project|not read|no text|carried on", setting.source
        )


def test_every_citation_is_the_ground_of_some_rule() -> None:
    assert set(law().citations) == {rule.basis for rule in rules()}


def test_a_narrow_table_cites_number_article_and_clause() -> None:
    decree = "Nghị định số 61/2018/NĐ-CP"
    cited = [
        Citation(decree, date(2018, 6, 21), article="17", clause="4"),
        Citation(decree, date(2018, 6, 21), article="19"),
        Citation("Luật Đất đai năm 2013", date(2014, 7, 1), unverified=True),
        Citation("Luật Chuyển đổi số số 148/2025/QH15", date(2026, 7, 1)),
    ]
    assert short(cited) == "61/2018/NĐ-CP Đ17 k4, Đ19; Luật Đất đai năm 2013*; 148/2025/QH15"


def test_a_vietnamese_text_cites_clause_before_article() -> None:
    cited = Citation("Nghị định số 61/2018/NĐ-CP", date(2018, 6, 21), article="17", clause="4")
    assert cited.vi() == "khoản 4 Điều 17 Nghị định số 61/2018/NĐ-CP"
    assert cited.en() == "Nghị định số 61/2018/NĐ-CP article 17 clause 4"


def test_texts_of_one_day_stand_together() -> None:
    day = date(2023, 3, 1)
    assert [c.text for c in in_force(law().citations["land_mediation"], day)] == [
        "Luật Đất đai năm 2013",
        "Nghị định số 43/2014/NĐ-CP",
    ]


@pytest.mark.parametrize(
    ("on", "civil_service"),
    [
        (date(2000, 1, 1), "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức"),
        (date(2021, 7, 14), "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức"),
        (date(2021, 7, 15), "Cải cách chế độ công vụ"),
        (date(2026, 1, 1), "Cải cách chế độ công vụ"),
    ],
)
def test_fields_are_named_as_the_period_named_them(on: date, civil_service: str) -> None:
    assert domain_names(on)["civil_service"] == civil_service


def test_shares_are_exact() -> None:
    assert law().values["online_payment_share"].on(date(2023, 1, 1)) == Setting(
        date(2022, 1, 8),
        Fraction(30),
        "Resolution 01/NQ-CP of 08/01/2022",
        source_vi="Nghị quyết số 01/NQ-CP ngày 08/01/2022 của Chính phủ",
    )
