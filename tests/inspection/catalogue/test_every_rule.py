"""What holds of every rule of the catalogue, whoever wrote it."""

import ast
import string
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from motcua.evidence.engines import compiled
from motcua.evidence.tables import CONTRACT
from motcua.generator.plants import plants
from motcua.inspection import catalogue
from motcua.inspection.catalogue import rules
from motcua.inspection.counting import counts
from motcua.inspection.engine import reads
from motcua.inspection.headings import shown_heading
from motcua.inspection.period import Period
from motcua.inspection.programme import default_programme, remedies
from motcua.inspection.rows import FIXED
from motcua.inspection.rule import Domain, Rule, Severity
from motcua.inspection.verdict import Outcome, Tally, Verdict
from motcua.inspection.wording import worded
from motcua.law import law
from motcua.law.value import Setting

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))
TWO_LEVELS = Period.of(date(2026, 1, 1), date(2026, 6, 30))
HOME = Path(catalogue.__file__).parent
TESTS = Path(__file__).parent
LEVELS = {"province", "district", "commune"}
MARKED = {"unit_id": "string", "subject": "string", "about": "string", "event_on": "date", "breached": "boolean"}
TRACED = {"drawn": "boolean", "source_file": "string", "sheet": "string", "row": "int64"}
FILES = sorted(p for p in HOME.rglob("*.py") if p.name != "__init__.py")
EVERY = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)


def folder_and_name(rule: Rule) -> tuple[str, str]:
    *_, folder, name = rule.examine.__module__.split(".")
    return folder, name


@EVERY
class TestEveryRule:
    def test_rests_on_dated_citations(self, rule: Rule) -> None:
        assert rule.citations
        for citation in rule.citations:
            assert citation.text
            assert citation.until is None or citation.since < citation.until

    def test_shows_no_article_that_was_not_read(self, rule: Rule) -> None:
        for citation in rule.citations:
            assert not citation.unverified or "[unverified]" in citation.en()

    def test_is_titled_and_explained_in_both_languages(self, rule: Rule) -> None:
        for words in (rule.title, rule.meaning):
            assert words.vi.strip()
            assert words.en.strip()
            assert words.vi != words.en
            assert words.en.isascii() or "–" in words.en

    def test_has_a_remedy_that_is_worded(self, rule: Rule) -> None:
        if rule.remedy.startswith("conclusion_"):
            assert rule.remedy in remedies() or rule.severity is Severity.ADVICE or self.concluded(rule.remedy)
        else:
            assert remedies()[rule.remedy].strip()

    @staticmethod
    def concluded(remedy: str) -> bool:
        return any(remedy in text.when for text in default_programme().conclusions)

    def test_is_held_to_figures_that_the_law_knows(self, rule: Rule) -> None:
        keys = [rule.measure.target] if rule.measure else []
        keys += [rule.praise_from] if rule.praise_from else []
        for key in keys:
            assert law().values[key].settings

    def test_is_owed_by_levels_that_exist(self, rule: Rule) -> None:
        assert set(rule.levels) <= LEVELS

    def test_examines_tables_of_the_contract(self, rule: Rule) -> None:
        assert rule.population in CONTRACT
        assert rule.population in reads(rule, HALF_YEAR)
        assert reads(rule, HALF_YEAR) <= CONTRACT.keys()

    @pytest.mark.parametrize("dialect", ["duckdb", "pyspark"])
    @pytest.mark.parametrize("period", [HALF_YEAR, TWO_LEVELS], ids=["2023", "2026"])
    def test_compiles_for_every_engine(self, rule: Rule, dialect: str, period: Period) -> None:
        assert compiled(counts(rule, period, None), dialect).startswith(("SELECT", "WITH"))

    def test_marks_cases_that_lead_to_their_source(self, rule: Rule) -> None:
        kinds = {name: str(kind).lstrip("!") for name, kind in rule.expression(HALF_YEAR).schema().items()}
        wanted = MARKED | TRACED
        assert {name: kinds.get(name) for name in wanted} == wanted

    def test_shows_columns_under_vietnamese_headings(self, rule: Rule) -> None:
        for name in rule.expression(HALF_YEAR).columns:
            if name not in FIXED:
                assert shown_heading(rule.population, name) != name

    def test_says_sentences_with_known_places(self, rule: Rule) -> None:
        verdict = Verdict(rule, "u", Outcome.BREACHED, Tally(3, 27, 2), Setting(date(2020, 1, 1), Fraction(30), "s"))
        for template in filter(None, (rule.says.limited, rule.says.met)):
            said = worded(template, verdict, 2)
            assert said
            assert not said.endswith(".")
            assert not {name for _, name, _, _ in string.Formatter().parse(template) if name == ""}

    def test_stands_in_a_file_of_its_own_domain(self, rule: Rule) -> None:
        folder, name = folder_and_name(rule)
        assert rule.domain == folder
        assert (HOME / folder / f"{name}.py").is_file()

    def test_has_a_test_of_its_name(self, rule: Rule) -> None:
        folder, name = folder_and_name(rule)
        assert (TESTS / folder / f"test_{name}.py").is_file()

    def test_has_a_fault_that_can_be_planted(self, rule: Rule) -> None:
        assert any(rule.code in (plant.rule, *plant.also) for plant in plants().values())


def test_there_are_sixty_distinct_duties_at_least() -> None:
    """A family built from a list stands in one file and counts once."""
    assert len({rule.examine.__module__ for rule in rules()}) >= 60


def test_each_field_that_a_notice_reports_on_has_rules() -> None:
    assert {rule.domain for rule in rules()} == set(Domain) - {Domain.INSTITUTIONS}


def test_rules_come_in_the_order_of_their_codes() -> None:
    codes = [rule.code for rule in rules()]
    assert all(one < next_ for one, next_ in pairwise(codes))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_rule_divides_or_counts_in_floats(path: Path) -> None:
    """Shares are compared in whole numbers, so that two engines give the same verdict."""
    tree = ast.parse(path.read_text("utf-8"))
    divisions = [n.lineno for n in ast.walk(tree) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Div)]
    floats = [n.lineno for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, float)]
    assert (divisions, floats) == ([], [])


def test_a_rule_states_nothing_twice() -> None:
    """Two rules with one title would read as one in a notice."""
    titles = [rule.title.vi for rule in rules()]
    assert len(titles) == len(set(titles))
