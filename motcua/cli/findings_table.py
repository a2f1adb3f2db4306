"""The findings of a run on screen: what needs attention first, unit by unit, narrow enough for a hundred columns."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from motcua.cli.console import console
from motcua.evidence.readers import source_title
from motcua.inspection.engine import Inspection
from motcua.inspection.rule import Severity
from motcua.inspection.verdict import Declared, Outcome, Verdict
from motcua.language import Words, say, speak, spoken_day, spoken_number, spoken_percent
from motcua.law import short

LIMITED, ADVISED, MET, NOTHING, OPEN = "limited", "advised", "met", "nothing", "open"
SECTIONS: Mapping[str, Words] = {
    LIMITED: Words("Hạn chế", "Limitations"),
    ADVISED: Words("Kiến nghị", "Advice"),
    OPEN: Words("Chưa đánh giá được", "Not assessable"),
    MET: Words("Đạt", "Met"),
    NOTHING: Words("Không phát sinh", "Nothing to examine"),
}
ATTENTION = (LIMITED, ADVISED, OPEN)
COLOURS = {LIMITED: "bold red", ADVISED: "bold yellow", OPEN: "bold magenta", MET: "bold green", NOTHING: "bold"}
HEADS = (
    Words("Mã", "Code"),
    Words("Quy tắc", "Rule"),
    Words("Số liệu", "Figures"),
    Words("Chỉ tiêu", "Target"),
    Words("Căn cứ", "Law"),
)
UNIT = Words("{unit} – từ {start} đến {end}, chốt {as_of}", "{unit} – from {start} to {end}, as of {as_of}")
BREACHED = Words("{breached}/{decided} vi phạm", "{breached}/{decided} breached")
DECLARED = Words("báo cáo {figure}", "declared {figure}")
UNPROVEN = Words("báo cáo {figure}, chưa có hồ sơ chứng minh", "declared {figure}, not proven")
ON_TIME = Words("đúng hạn {figure}", "{figure} on time")  # the rule's own words are about the late
AT_LEAST, AT_MOST = "≥ ", "≤ "
LACKS = Words("Thiếu: {missing}", "Missing: {missing}")
UNCONFIRMED = Words(
    "Có nguồn nhưng chưa xác nhận đủ cho cả kỳ, hoặc bằng chứng không đủ để kết luận",
    "Sources are there but not confirmed whole for the period, or they cannot decide",
)
STARRED = Words("* căn cứ chưa kiểm chứng trong văn bản", "* not verified in the text of the law")
SUMMARY = Words(
    "{unit}: {limited} hạn chế, {advised} kiến nghị, {open} chưa đánh giá được, {met} đạt, {nothing} không phát sinh.",
    "{unit}: {limited} limitations, {advised} advised, {open} not assessable, {met} met, {nothing} nothing to examine.",
)
SEVERITIES = list(Severity)


def section(verdict: Verdict) -> str:
    """Where a verdict stands on screen."""
    match verdict.outcome:
        case Outcome.BREACHED:
            return ADVISED if verdict.rule.severity is Severity.ADVICE else LIMITED
        case Outcome.MET:
            return MET
        case Outcome.NOTHING:
            return NOTHING
        case Outcome.NOT_ASSESSABLE:
            return OPEN


def show_findings(run: Inspection, verdicts: Sequence[Verdict], *, everything: bool) -> None:
    """Print each unit's findings, then one line a unit; `everything` also lists what is met or had no case."""
    out = console()
    shown = tuple(SECTIONS) if everything else ATTENTION
    for unit_id in run.inspected:
        own = [v for v in verdicts if v.unit_id == unit_id]
        out.print(Text(_heading(run, unit_id), style="bold underline"))
        for name in shown:
            _print_section(out, name, [v for v in own if section(v) == name])
    starred = any(c.unverified for v in verdicts if section(v) in shown and section(v) != OPEN for c in v.citations)
    if starred:
        out.print(Text(say(STARRED), style="dim"))
    for unit_id in run.inspected:
        own = [v for v in verdicts if v.unit_id == unit_id]
        counts = {name: sum(section(v) == name for v in own) for name in SECTIONS}
        out.print(Text(say(SUMMARY, unit=run.units.get(unit_id).name, **counts)))


def _heading(run: Inspection, unit_id: str) -> str:
    start, end, as_of = (spoken_day(on) for on in (run.period.start, run.period.end, run.period.as_of))
    return say(UNIT, unit=run.units.get(unit_id).name, start=start, end=end, as_of=as_of)


def _print_section(out: Console, name: str, verdicts: Sequence[Verdict]) -> None:
    if not verdicts:
        return
    body = _open_questions(verdicts) if name == OPEN else _figures_table(_worst_first(verdicts))
    out.print(Text(f"{say(SECTIONS[name])} ({len(verdicts)})", style=COLOURS[name]))
    out.print(Padding(body, (0, 0, 1, 2)))


def _worst_first(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Major before minor, then by how little was kept, then by code."""
    return sorted(
        verdicts,
        key=lambda v: (SEVERITIES.index(v.rule.severity), Fraction(1) if v.rate is None else v.rate, v.rule.code),
    )


def _figures_table(verdicts: Sequence[Verdict]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0), expand=True)
    code, rule, figures, target, law = (say(head) for head in HEADS)
    table.add_column(code, no_wrap=True)
    table.add_column(rule, ratio=3, min_width=18)
    table.add_column(figures, justify="right", no_wrap=True)
    table.add_column(target, justify="right", no_wrap=True)
    table.add_column(law, ratio=2, min_width=15, overflow="fold")
    for verdict in verdicts:
        cells = (verdict.rule.code, verdict.rule.title.in_(speak()), figures_of(verdict), target_of(verdict))
        table.add_row(*(Text(cell) for cell in (*cells, law_of(verdict))))
    return table


def figures_of(verdict: Verdict) -> str:
    """The counts behind the outcome, on a second line what the unit declared."""
    declared = [say(DECLARED, figure=_declared(figure, verdict)) for figure in verdict.declared]
    return "\n".join([_counts(verdict), *declared])


def _counts(verdict: Verdict) -> str:
    tally, measure = verdict.tally, verdict.rule.measure
    if measure and measure.kind == "count":
        return spoken_number(tally.kept)
    if verdict.rate is None:
        return ""
    kept, breached, decided = (spoken_number(n) for n in (tally.kept, tally.breached, tally.decided))
    return (
        f"{kept}/{decided} = {spoken_percent(verdict.rate)}"
        if measure
        else say(BREACHED, breached=breached, decided=decided)
    )


def _declared(figure: Declared, verdict: Verdict) -> str:
    plain = _plain(figure, verdict)
    return say(ON_TIME, figure=plain) if verdict.rule.declared == "on_time_share" else plain


def _plain(figure: Declared, verdict: Verdict) -> str:
    measure = verdict.rule.measure
    if figure.value is not None:
        counted = measure is not None and measure.kind == "count"
        return spoken_number(int(figure.value)) if counted else spoken_percent(figure.value / 100)
    if figure.numerator is not None and figure.denominator:
        return spoken_percent(Fraction(figure.numerator, figure.denominator))
    return spoken_number(figure.numerator or 0)


def target_of(verdict: Verdict) -> str:
    measure, target = verdict.rule.measure, verdict.target
    if measure is None or target is None:
        return ""
    text = spoken_percent(target.value / 100) if measure.kind == "share" else spoken_number(int(target.value))
    return (AT_LEAST if measure.at == "least" else AT_MOST) + text + ("*" if target.unverified else "")


def law_of(verdict: Verdict) -> str:
    return short(verdict.citations)


def question_of(verdict: Verdict) -> str:
    """What could not be assessed, and what the unit declares of it all the same."""
    declared = [say(UNPROVEN, figure=_declared(figure, verdict)) for figure in verdict.declared]
    return " · ".join([verdict.rule.title.in_(speak()), *declared])


def _open_questions(verdicts: Sequence[Verdict]) -> RenderableType:
    """Rules by the sources they lack, so that who fetches a source sees what it would answer."""
    by_source: dict[tuple[str, ...], list[Verdict]] = {}
    for verdict in verdicts:
        by_source.setdefault(verdict.missing, []).append(verdict)
    parts: list[RenderableType] = []
    for missing, waiting in sorted(by_source.items(), key=lambda item: (-len(item[1]), item[0])):
        parts.append(Text(say(LACKS, missing=", ".join(map(_source, missing))) if missing else say(UNCONFIRMED)))
        table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column()
        for verdict in sorted(waiting, key=lambda v: v.rule.code):
            table.add_row(Text(verdict.rule.code), Text(question_of(verdict)))
        parts.append(Padding(table, (0, 0, 0, 2)))
    return Group(*parts)


def _source(name: str) -> str:
    """What people call a source; a column of it by the table alone."""
    if speak() == "vi":
        return source_title(name)
    table, _, kind = name.partition("/")
    shown = f"{table.partition('.')[0]} ({kind})" if kind else table.partition(".")[0]
    return shown.replace("_", " ")
