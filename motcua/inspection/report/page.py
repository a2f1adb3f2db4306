"""The page itself: findings unit by unit, plots, and every verdict with its figures and its law."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from motcua.evidence.readers import title
from motcua.inspection.engine import Inspection
from motcua.inspection.report.lateness import lateness
from motcua.inspection.report.plots import Bar, bars, months
from motcua.inspection.rule import Severity
from motcua.inspection.sentences import Sentence, sheet_name
from motcua.inspection.statements import Kind
from motcua.inspection.units import Unit
from motcua.inspection.verdict import Outcome, Verdict
from motcua.inspection.wording import declared_text, target_text
from motcua.language import day, percent
from motcua.law import domain_names

OUTCOMES = {
    Outcome.MET: "Đạt",
    Outcome.BREACHED: "Hạn chế",
    Outcome.NOTHING: "Không phát sinh",
    Outcome.NOT_ASSESSABLE: "Chưa đánh giá được",
}
KINDS = {Kind.STRENGTH: "Mặt được", Kind.LIMITATION: "Hạn chế", Kind.RECOMMENDATION: "Đề nghị"}


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
        units=[_unit(inspection, inspection.units.get(u), verdicts, sentences) for u in inspection.inspected],
        conclusions=[s for s in sentences if s.kind is Kind.CONCLUSION],
    )
    return page


def _environment() -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _unit(
    inspection: Inspection, unit: Unit, verdicts: Sequence[Verdict], sentences: Sequence[Sentence]
) -> dict[str, object]:
    own = [v for v in verdicts if v.unit_id == unit.unit_id]
    late = lateness(inspection, unit.unit_id)
    names = domain_names(inspection.period.end)
    counts = {label: sum(v.outcome is outcome for v in own) for outcome, label in OUTCOMES.items()}
    return {
        "id": unit.unit_id,
        "name": unit.name,
        "counts": counts,
        "rates": Markup(bars("Tỷ lệ so với chỉ tiêu", _bars(own))),  # noqa: S704  our own SVG, its texts escaped
        "late": Markup(months("Hồ sơ quá hạn theo tháng", late.months, late.by_domain)) if late.months else "",  # noqa: S704
        "late_table": late,
        "domains": [
            {
                "name": names[domain],
                "lists": _lists([s for s in sentences if s.unit_id == unit.unit_id and s.domain == domain]),
                "lines": [line(v) for v in own if v.rule.domain == domain],
            }
            for domain in names
            if any(v.rule.domain == domain for v in own)
        ],
    }


def _lists(sentences: Sequence[Sentence]) -> list[tuple[str, list[Sentence]]]:
    return [(label, [s for s in sentences if s.kind is kind]) for kind, label in KINDS.items()]


def _bars(verdicts: Sequence[Verdict]) -> list[Bar]:
    return [
        Bar(
            label=f"{v.rule.code} {v.rule.title.vi}",
            percent=float(100 * v.rate),
            target=float(v.target.value) if v.target else None,
            met=v.outcome is Outcome.MET,
            text=percent(v.rate),
        )
        for v in verdicts
        if v.rule.measure and v.rule.measure.kind == "share" and v.rate is not None
    ]


def line(verdict: Verdict) -> Line:
    tally = verdict.tally
    doubt = {True: " (chưa kiểm chứng)", False: ""}
    advice = verdict.rule.severity is Severity.ADVICE and verdict.outcome is Outcome.BREACHED
    return Line(
        code=verdict.rule.code,
        title=verdict.rule.title.vi,
        outcome="Kiến nghị" if advice else OUTCOMES[verdict.outcome],
        css=str(verdict.outcome),
        figures=_figures(verdict),
        target=target_text(verdict, 2),
        declared="; ".join(declared_text(d, verdict, 2) for d in verdict.declared),
        law="; ".join(c.vi() + doubt[c.unverified] for c in verdict.citations),
        missing=", ".join(title(table.partition(".")[0]) for table in verdict.missing),
        sheet=sheet_name(verdict.rule.code, verdict.unit_id) if tally.examined else "",
    )


def _figures(verdict: Verdict) -> str:
    tally, measure = verdict.tally, verdict.rule.measure
    if measure and measure.kind == "count":
        return str(tally.kept)
    if not tally.decided:
        return ""
    if measure:
        return f"{tally.kept}/{tally.decided} = {percent(verdict.rate)}" if verdict.rate is not None else ""
    return f"{tally.breached}/{tally.decided} vi phạm"
