"""What a rule is, for a person: its law, its meaning, the figures it is held to, its SQL, an example."""

from datetime import date

from motcua.evidence.engines import compiled
from motcua.inspection.engine import counts, reads
from motcua.inspection.period import Period
from motcua.inspection.programme import Programme, remedies
from motcua.inspection.rule import Rule
from motcua.inspection.verdict import Outcome, Tally, Verdict
from motcua.inspection.wording import worded
from motcua.law import DatedValue, law

EXAMPLE = Period.of(date(2023, 1, 1), date(2023, 6, 30))
EXAMPLE_TALLY = Tally(breached=3, kept=27)
SEVERITY = {"major": "hạn chế", "minor": "hạn chế nhỏ", "advice": "kiến nghị"}
SCOPE = {"own": "đơn vị với phòng, bộ phận của mình", "tree": "đơn vị và các đơn vị trực thuộc"}


def figures(rule: Rule) -> tuple[DatedValue, ...]:
    """The dated values the rule is held to."""
    keys = [rule.measure.target] if rule.measure else []
    keys += [rule.praise_from] if rule.praise_from else []
    return tuple(law().values[key] for key in keys)


def sql(rule: Rule, dialect: str = "duckdb", period: Period = EXAMPLE) -> str:
    """The query that counts the rule's cases by unit, label and citation."""
    return compiled(counts(rule, period, None), dialect, pretty=True)


def example(rule: Rule, programme: Programme) -> str:
    """The sentence as it would read with 3 cases of 30 against the duty."""
    target = programme.target(rule.measure.target, EXAMPLE.end) if rule.measure else None
    about = ((f"({rule.population})", EXAMPLE_TALLY.breached),)
    verdict = Verdict(rule, "", Outcome.BREACHED, EXAMPLE_TALLY, target, abouts=about, kept_abouts=about)
    return worded(rule.says.limited, verdict, programme.decimals)


def page(rule: Rule, programme: Programme) -> str:
    """The rule's page in Markdown: the same words in the terminal and in the reference."""
    lines = [
        f"# {rule.code} {rule.title.vi}",
        "",
        f"*{rule.title.en}*",
        "",
        rule.meaning.vi,
        "",
        f"*{rule.meaning.en}*",
        "",
        "## Căn cứ · Law",
        "",
    ]
    lines += [
        f"- {c.vi()}, từ {c.since}{f' đến trước {c.until}' if c.until else ''}{_doubt(c.unverified)}"
        for c in rule.citations
    ]
    lines += ["", "## Tham số · Parameters", ""]
    lines += [f"- Mức độ: {SEVERITY[rule.severity]} (`{rule.severity}`); phạm vi: {SCOPE[rule.scope]} (`{rule.scope}`)"]
    if rule.levels:
        lines += [f"- Cấp: {', '.join(f'`{level}`' for level in rule.levels)}"]
    for value in figures(rule):
        lines += [f"- `{value.key}` ({value.label_vi}, {value.unit}):"]
        lines += [f"  - từ {s.since}: {float(s.value):g} – {s.source}{_doubt(s.unverified)}" for s in value.settings]
    lines += [f"- Bảng đọc: {', '.join(f'`{name}`' for name in sorted(reads(rule, EXAMPLE)))}"]
    if rule.declared:
        lines += [f"- Số liệu tự báo cáo đặt cạnh: `{rule.declared}`"]
    lines += ["", "## Ví dụ · Example", "", f"> {example(rule, programme)}."]
    lines += [
        "",
        f"Kiến nghị (`{rule.remedy}`): {remedies().get(rule.remedy) or 'nêu trong kết luận của trưởng đoàn'}.",
    ]
    lines += ["", "## SQL", "", "```sql", sql(rule), "```", ""]
    return "\n".join(lines)


def _doubt(unverified: bool) -> str:
    return " [chưa kiểm chứng · unverified]" if unverified else ""
