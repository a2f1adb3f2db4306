"""The page itself: findings unit by unit, plots, and every verdict with its figures and its law."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from motcua.evidence.readers import source_title
from motcua.inspection.engine import Inspection
from motcua.inspection.report.lateness import Lateness, lateness
from motcua.inspection.report.plots import LINES, Bar, bars, months
from motcua.inspection.rule import Severity
from motcua.inspection.sentences import Sentence, sheet_name
from motcua.inspection.statements import Kind
from motcua.inspection.verdict import Outcome, Verdict
from motcua.inspection.wording import declared_shown, target_text
from motcua.language import day, grouped, percent
from motcua.law import domain_names, law

ADVICE = "Kiến nghị"
OUTCOMES = {
    Outcome.BREACHED: "Hạn chế",
    Outcome.NOT_ASSESSABLE: "Chưa đánh giá được",
    Outcome.MET: "Đạt",
    Outcome.NOTHING: "Không phát sinh",
}
LABELS = ("Hạn chế", ADVICE, "Chưa đánh giá được", "Đạt", "Không phát sinh")  # as they stand in every table
KINDS = {Kind.STRENGTH: "Mặt được", Kind.LIMITATION: "Hạn chế", Kind.RECOMMENDATION: "Đề nghị"}
LATE_TITLE = "Hồ sơ quá hạn theo lĩnh vực và tháng hẹn trả"
OTHERS = "Các lĩnh vực khác"
UNCONFIRMED = "Chưa xác nhận dữ liệu đủ cho cả kỳ"
DOUBT = {True: " (chưa kiểm chứng)", False: ""}


@dataclass(frozen=True)
class Line:
    """One verdict as a row of the table."""

    code: str
    title: str
    outcome: str
    css: str
    figures: str
    target: str
    declared: str
    law: str
    missing: str
    sheet: str


def report(inspection: Inspection, verdicts: Sequence[Verdict], sentences: Sequence[Sentence], name: str) -> str:
    """The whole report as one HTML text. `name` is the programme's."""
    template = _environment().from_string(files(__package__).joinpath("templates/report.html").read_text("utf-8"))
    period = inspection.period
    page: str = template.render(
        name=name,
        period=f"từ ngày {day(period.start)} đến ngày {day(period.end)}, chốt ngày {day(period.as_of)}",
        labels=LABELS,
        units=[_unit(n, inspection, verdicts, sentences) for n in range(len(inspection.inspected))],
        conclusions=[s for s in sentences if s.kind is Kind.CONCLUSION],
    )
    return page


def _environment() -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _unit(
    number: int, inspection: Inspection, verdicts: Sequence[Verdict], sentences: Sequence[Sentence]
) -> dict[str, object]:
    """One inspected unit; its number names it within the page."""
    unit = inspection.units.get(inspection.inspected[number])
    own = [v for v in verdicts if v.unit_id == unit.unit_id]
    late = lateness(inspection, unit.unit_id)
    names = domain_names(inspection.period.end)
    outcomes = [outcome_label(v) for v in own]
    rates = _bars(own)
    return {
        "id": number + 1,
        "name": unit.name,
        "counts": {label: outcomes.count(label) for label in LABELS},
        "rates": Markup(bars("Tỷ lệ so với chỉ tiêu", rates, f"short-{number + 1}")) if rates else "",  # noqa: S704  our own SVG, texts escaped
        "late": Markup(_late_plot(late)) if late.months else "",  # noqa: S704
        "late_title": LATE_TITLE,
        "late_table": late,
        "domains": [_domain(names, key, own, sentences) for key in names if any(v.rule.domain == key for v in own)],
    }


def _domain(
    names: Mapping[str, str], key: str, verdicts: Sequence[Verdict], sentences: Sequence[Sentence]
) -> dict[str, object]:
    """One field of the reform: its sentences by kind, its verdicts, worst first, as rows.

    The workbook has a sheet of those verdicts that a sentence rests on.
    """
    proving = {(v.rule.code, v.unit_id) for sentence in sentences for s in sentence.statements for v in s.verdicts}
    own = [v for v in verdicts if v.rule.domain == key]
    lines = [line(v, proving=(v.rule.code, v.unit_id) in proving) for v in own]
    said = [s for s in sentences if s.domain == key and s.unit_id == own[0].unit_id]
    return {
        "key": key,
        "name": names[key],
        "lists": [(label, [s for s in said if s.kind is kind]) for kind, label in KINDS.items()],
        "lines": sorted(lines, key=lambda one: (LABELS.index(one.outcome), one.code)),
        "declared": any(one.declared for one in lines),
        "missing": any(one.missing for one in lines),
    }


def _late_plot(late: Lateness) -> str:
    """The domains with most late dossiers, a line each; the rest together in the last line."""
    series = dict(late.by_domain)
    if len(series) > len(LINES):
        named = list(series)[: len(LINES) - 1]
        rest = [series[about] for about in series if about not in named]
        series = {about: series[about] for about in named} | {
            OTHERS: [sum(column) for column in zip(*rest, strict=True)]
        }
    return months(LATE_TITLE, "số hồ sơ", late.months, series)


def _bars(verdicts: Sequence[Verdict]) -> list[Bar]:
    return [
        Bar(
            label=f"{v.rule.code} {law().values[v.rule.measure.target].label_vi.removesuffix(' tối thiểu')}",
            percent=float(100 * v.rate),
            target=float(v.target.value) if v.target else None,
            met=v.outcome is Outcome.MET,
            text=_beside(v),
        )
        for v in verdicts
        if v.rule.measure and v.rule.measure.kind == "share" and v.rate is not None
    ]


def _beside(verdict: Verdict) -> str:
    """The rate and whether it keeps to its target, in words."""
    if verdict.rate is None:
        return ""
    if verdict.target is None:
        return percent(verdict.rate)
    reached = "đạt" if verdict.outcome is Outcome.MET else "chưa đạt"
    return f"{percent(verdict.rate)} – {reached} mức {target_text(verdict, 2)}"


def outcome_label(verdict: Verdict) -> str:
    advice = verdict.rule.severity is Severity.ADVICE and verdict.outcome is Outcome.BREACHED
    return ADVICE if advice else OUTCOMES[verdict.outcome]


def line(verdict: Verdict, *, proving: bool) -> Line:
    open_question = verdict.outcome is Outcome.NOT_ASSESSABLE
    missing = ", ".join(map(source_title, verdict.missing))
    return Line(
        code=verdict.rule.code,
        title=verdict.rule.title.vi,
        outcome=outcome_label(verdict),
        css="advice" if outcome_label(verdict) == ADVICE else str(verdict.outcome),
        figures=_figures(verdict),
        target=_bound(verdict),
        declared=declared_shown(verdict, 2),
        law="; ".join(c.vi() + DOUBT[c.unverified] for c in verdict.citations),
        missing=(missing or UNCONFIRMED) if open_question else "",
        sheet=sheet_name(verdict.rule.code, verdict.unit_id) if proving else "",
    )


def _bound(verdict: Verdict) -> str:
    measure = verdict.rule.measure
    if measure is None or verdict.target is None:
        return ""
    sign = "≥" if measure.at == "least" else "≤"
    number = target_text(verdict, 2) if measure.kind == "share" else grouped(int(verdict.target.value))
    return f"{sign} {number}"


def _figures(verdict: Verdict) -> str:
    tally, measure = verdict.tally, verdict.rule.measure
    if measure and measure.kind == "count":
        return grouped(tally.kept)
    if verdict.rate is None:
        return ""
    if measure:
        return f"{grouped(tally.kept)}/{grouped(tally.decided)} = {percent(verdict.rate)}"
    return f"{grouped(tally.breached)}/{grouped(tally.decided)} vi phạm"
