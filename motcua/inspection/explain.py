"""What a rule is, for a person: its law, its meaning, the figures it is held to, its SQL, an example."""

import ast
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from inspect import getsource

from motcua.evidence.engines import compiled
from motcua.inspection.counting import counts
from motcua.inspection.engine import reads
from motcua.inspection.period import Period
from motcua.inspection.programme import Programme, remedies
from motcua.inspection.rule import Rule, Scope, Severity
from motcua.inspection.sentences import clause
from motcua.inspection.verdict import Outcome, Tally, Verdict
from motcua.inspection.wording import worded
from motcua.language import Language, Words
from motcua.law import Citation, DatedValue, Setting, law

EXAMPLE = Period.of(date(2023, 1, 1), date(2023, 6, 30))
EXAMPLE_TALLY = Tally(breached=3, kept=27)
SHARED = "motcua.inspection."
BOTH: tuple[Language, ...] = ("vi", "en")
SEVERITY = {
    Severity.MAJOR: Words("hạn chế", "limitation"),
    Severity.MINOR: Words("hạn chế nhỏ", "minor limitation"),
    Severity.ADVICE: Words("kiến nghị", "recommendation only"),
}
SCOPE = {
    Scope.OWN: Words("đơn vị với phòng, bộ phận của mình", "the unit with its own departments and desk"),
    Scope.TREE: Words("đơn vị và các đơn vị trực thuộc", "the unit and all units under it"),
}
LAW, PARAMETERS = Words("Căn cứ", "Law"), Words("Tham số", "Parameters")
EXAMPLE_HEAD, QUERY = Words("Ví dụ", "Example"), Words("Câu lệnh SQL", "SQL")
FROM, UNTIL = Words("từ", "from"), Words("đến trước", "until before")
DOUBT = Words("chưa kiểm chứng", "unverified")
KIND, REACH, LEVELS = Words("Mức độ", "Severity"), Words("phạm vi", "scope"), Words("Cấp", "Levels")
READS, STANDS = Words("Bảng đọc", "Tables read"), Words("Số liệu tự báo cáo đặt cạnh", "Declared figure beside it")
REMEDY = Words("Kiến nghị", "Recommendation")
BY_HEAD = Words("nêu trong kết luận của trưởng đoàn", "said in the head's conclusions")


def figures(rule: Rule) -> tuple[DatedValue, ...]:
    """The dated values the rule is held to: its target, its praised share, and those that its own file names."""
    keys = [rule.measure.target] if rule.measure else []
    keys += [rule.praise_from] if rule.praise_from else []
    keys += [key for key in law().values if _names(rule.examine.__module__, key)]
    return tuple(law().values[key] for key in dict.fromkeys(keys))


def _names(module: str, key: str) -> bool:
    """Whether a rule's file names a figure, whole or by the beginning of a name that it puts together."""
    whole, beginnings = _texts(module)
    return key in whole or any(key.startswith(beginning) for beginning in beginnings)


@cache
def _texts(module: str) -> tuple[frozenset[str], frozenset[str]]:
    """The strings of a rule's file and of what it shares with other rules, and what its composed strings begin with."""
    own = ast.parse(getsource(import_module(module)))
    shared = {n.module for n in own.body if isinstance(n, ast.ImportFrom) and n.module}
    trees = [own, *(ast.parse(getsource(import_module(name))) for name in sorted(shared) if name.startswith(SHARED))]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    whole = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    composed = [n.values[0] for n in nodes if isinstance(n, ast.JoinedStr) and n.values]
    beginnings = {str(v.value) for v in composed if isinstance(v, ast.Constant) and str(v.value).endswith("_")}
    return frozenset(whole), frozenset(beginnings)


def sql(rule: Rule, dialect: str = "duckdb", period: Period = EXAMPLE) -> str:
    """The query that counts the rule's cases by unit, label and citation."""
    return compiled(counts(rule, period, None), dialect, pretty=True)


def example(rule: Rule, programme: Programme) -> str:
    """The sentence as it would read with 3 cases of 30 against the duty."""
    target = programme.target(rule.measure.target, EXAMPLE.end) if rule.measure else None
    about = (("…", EXAMPLE_TALLY.breached),)  # what the cases are about is known only in a run
    verdict = Verdict(rule, "", Outcome.BREACHED, EXAMPLE_TALLY, target, abouts=about, kept_abouts=about)
    return worded(rule.says.limited, verdict, programme.decimals)


def page(rule: Rule, programme: Programme, languages: Sequence[Language] = BOTH) -> str:
    """The rule's page in Markdown: in both languages for the reference, in one for the terminal."""
    first, *others = languages
    lines = [f"# {rule.code} {rule.title.in_(first)}", ""]
    lines += [line for other in others for line in (f"*{rule.title.in_(other)}*", "")]
    lines += [rule.meaning.in_(first), ""]
    lines += [line for other in others for line in (f"*{rule.meaning.in_(other)}*", "")]
    lines += [f"## {_in(LAW, languages)}", "", *(_cited(c, languages) for c in rule.citations), ""]
    lines += [f"## {_in(PARAMETERS, languages)}", "", *_parameters(rule, languages), ""]
    remedy = remedies().get(rule.remedy) or _in(BY_HEAD, languages)
    lines += [f"## {_in(EXAMPLE_HEAD, languages)}", "", f"> {example(rule, programme)}.", ""]
    lines += [f"{_in(REMEDY, languages)} (`{rule.remedy}`): {clause(remedy)}.", ""]
    lines += [f"## {_in(QUERY, languages)}", "", "```sql", sql(rule), "```", ""]
    return "\n".join(lines)


def _in(words: Words, languages: Sequence[Language]) -> str:
    return " · ".join(dict.fromkeys(words.in_(language) for language in languages))


def _cited(citation: Citation, languages: Sequence[Language]) -> str:
    """Vietnamese wherever it is among the languages: a citation names Vietnamese texts."""
    text = citation.vi() if "vi" in languages else citation.en().removesuffix(" [unverified]")
    until = f" {_in(UNTIL, languages)} {citation.until}" if citation.until else ""
    return f"- {text}, {_in(FROM, languages)} {citation.since}{until}{_doubt(citation.unverified, languages)}"


def _parameters(rule: Rule, languages: Sequence[Language]) -> Iterator[str]:
    severity, scope = _in(SEVERITY[rule.severity], languages), _in(SCOPE[rule.scope], languages)
    yield f"- {_in(KIND, languages)}: {severity} (`{rule.severity}`); {_in(REACH, languages)}: {scope} (`{rule.scope}`)"
    if rule.levels:
        yield f"- {_in(LEVELS, languages)}: {', '.join(f'`{level}`' for level in rule.levels)}"
    for value in figures(rule):
        label = _in(Words(value.label_vi, value.label_en), languages)
        yield f"- `{value.key}` ({label}, {value.unit}):"
        yield from (_set(setting, languages) for setting in value.settings)
    yield f"- {_in(READS, languages)}: {', '.join(f'`{name}`' for name in sorted(reads(rule, EXAMPLE)))}"
    if rule.declared:
        yield f"- {_in(STANDS, languages)}: `{rule.declared}`"


def _set(setting: Setting, languages: Sequence[Language]) -> str:
    source = _in(Words(setting.vi, setting.source), languages)
    value = f"{float(setting.value):g}"
    return f"  - {_in(FROM, languages)} {setting.since}: {value} – {source}{_doubt(setting.unverified, languages)}"


def _doubt(unverified: bool, languages: Sequence[Language]) -> str:
    return f" [{_in(DOUBT, languages)}]" if unverified else ""
