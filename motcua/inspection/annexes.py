"""The annexes of a notice: what each sentence rests on, what could not be assessed, what was declared without proof."""

from collections.abc import Iterable, Iterator, Sequence

from motcua.evidence.readers import source_title
from motcua.inspection.edits import Change, ChangeKind
from motcua.inspection.engine import Inspection
from motcua.inspection.programme import Programme
from motcua.inspection.sentences import Sentence, sheet_name
from motcua.inspection.verdict import Outcome, Verdict
from motcua.inspection.wording import declared_text, target_text
from motcua.language import counted, grouped, percent
from motcua.law import Citation, domain_names
from motcua.printing import Annex, Block, Heading, Table

UNVERIFIED = " (chưa kiểm chứng)"
NOTHING = "—"
ORIGINS = {
    ChangeKind.OBSERVED: "Ghi nhận khi kiểm tra tại chỗ",
    ChangeKind.WRITTEN: "Đoàn kiểm tra viết",
    ChangeKind.CONCLUDED: "Trưởng đoàn kết luận",
}
REWORDED = " (lời văn do Đoàn kiểm tra sửa)"
STANDING = "Nội dung chung của chương trình kiểm tra"
NOT_CONFIRMED = "Chưa xác nhận dữ liệu của kỳ kiểm tra là đầy đủ"
NAMED_CODES = 4
SOURCES = ("Câu", "Đơn vị", "Quy tắc", "Lỗi được xét", "Số liệu", "Chỉ tiêu", "Căn cứ", "Trang tính")
SOURCES_WIDTHS = (1.1, 2.4, 2.5, 4.1, 3.2, 2.7, 4.3, 2.7)
ABSENT = ("Đơn vị", "Lĩnh vực", "Quy tắc", "Lỗi cần xét", "Dữ liệu còn thiếu")
ABSENT_WIDTHS = (2.5, 3, 2, 5, 4.5)
DECLARED = ("Đơn vị", "Quy tắc", "Nội dung", "Số liệu đơn vị báo cáo")
DECLARED_WIDTHS = (3, 2, 6, 4)


def annexes(
    verdicts: Sequence[Verdict],
    made: Sequence[Sentence],
    changes: Sequence[Change],
    inspection: Inspection,
    programme: Programme,
) -> tuple[Annex, ...]:
    """Annex I always; annex II where something was left open."""
    rows = tuple(_sources(made, {c.statement: c.kind for c in changes}, inspection, programme))
    first = Annex(
        "Phụ lục I", "Quy định, số liệu và nguồn của từng câu", (Table(SOURCES, rows, SOURCES_WIDTHS),), landscape=True
    )
    open_questions = tuple(_open_questions(verdicts, inspection, programme))
    if not open_questions:
        return (first,)
    return first, Annex("Phụ lục II", "Nội dung chưa đánh giá được", open_questions, landscape=True)


def _sources(
    made: Sequence[Sentence], changed: dict[str, ChangeKind], inspection: Inspection, programme: Programme
) -> Iterator[tuple[str, ...]]:
    """A row for each verdict where it is first told; later sentences refer back to those that told it."""
    told_in: dict[tuple[str, str], str] = {}
    for sentence in made:
        unit = inspection.units.get(sentence.unit_id).name if sentence.unit_id else "Chung"
        again: set[tuple[str, str]] = set()
        for statement in sentence.statements:
            note = REWORDED if changed.get(statement.name) is ChangeKind.REWORDED else ""
            if not statement.verdicts:
                origin = ORIGINS.get(changed.get(statement.name, ChangeKind.REWORDED), STANDING)
                yield (sentence.ref, unit, NOTHING, origin, NOTHING, NOTHING, NOTHING, NOTHING)
            for verdict in statement.verdicts:
                key = (verdict.rule.code, verdict.unit_id)
                if key not in told_in:
                    told_in[key] = sentence.ref
                    yield (sentence.ref, unit, *_source(verdict, note, programme))
                elif told_in[key] != sentence.ref:
                    again.add((verdict.rule.code, told_in[key]))
        if again:
            yield (sentence.ref, unit, *_back(again), NOTHING, NOTHING, NOTHING, NOTHING)


def _back(again: set[tuple[str, str]]) -> tuple[str, str]:
    """The rules told before and the sentences that told them; only the number of rules where they are many."""
    codes = sorted({code for code, _ in again})
    named = ", ".join(codes) if len(codes) <= NAMED_CODES else f"{counted(len(codes))} quy tắc"
    return named, f"Xem câu {', '.join(sorted({ref for _, ref in again}, key=int))}"


def _source(verdict: Verdict, note: str, programme: Programme) -> tuple[str, ...]:
    sheet = sheet_name(verdict.rule.code, verdict.unit_id) if verdict.tally.examined else NOTHING
    name = f"{verdict.rule.title.vi}{note}"
    return (
        verdict.rule.code,
        name,
        figure(verdict, programme.decimals),
        target(verdict, programme),
        cited(verdict),
        sheet,
    )


def figure(verdict: Verdict, decimals: int) -> str:
    """The counts behind a verdict: `494/505 = 97,82%`, a plain count, or how many of the cases were in order."""
    tally = verdict.tally
    measure = verdict.rule.measure
    if measure and measure.kind == "count":
        return counted(tally.kept)
    if verdict.rate is None:
        return NOTHING
    share = f"{grouped(tally.kept)}/{grouped(tally.decided)} = {percent(verdict.rate, decimals)}"
    unknown = f"; {counted(tally.unknown)} chưa xác định được" if tally.unknown else ""
    return f"{share}{unknown}" if measure else f"Bảo đảm {share}{unknown}"


def target(verdict: Verdict, programme: Programme) -> str:
    """The target with its source, unless that is a text which stands beside it as citation anyway."""
    setting, measure = verdict.target, verdict.rule.measure
    if setting is None or measure is None:
        return NOTHING
    bound = "Ít nhất" if measure.at == "least" else "Nhiều nhất"
    own = programme.targets.get(measure.target) == setting
    source = f" ({setting.vi})" if own or setting.unverified else ""
    mark = UNVERIFIED if setting.unverified else ""
    return f"{bound} {target_text(verdict, programme.decimals)}{source}{mark}"


def cited(verdict: Verdict) -> str:
    """The citations of a verdict, what was not read in the text marked as such."""
    return "; ".join(_citation(c) for c in verdict.citations) or NOTHING


def _citation(citation: Citation) -> str:
    text = citation.vi() + (UNVERIFIED if citation.unverified else "")
    return text[:1].upper() + text[1:]


def _open_questions(verdicts: Sequence[Verdict], inspection: Inspection, programme: Programme) -> Iterator[Block]:
    fields = domain_names(inspection.period.end)
    absent = tuple(
        (inspection.units.get(v.unit_id).name, fields[v.rule.domain], v.rule.code, v.rule.title.vi, missing(v))
        for v in _by_unit(verdicts, inspection)
        if v.outcome is Outcome.NOT_ASSESSABLE
    )
    unproven = tuple(
        (inspection.units.get(v.unit_id).name, v.rule.code, v.rule.title.vi, _declared(v, programme.decimals))
        for v in _by_unit(verdicts, inspection)
        if v.declared and v.rate is None
    )
    if absent:
        yield Heading(2, "Nội dung chưa đủ dữ liệu để đánh giá")
        yield Table(ABSENT, absent, ABSENT_WIDTHS)
    if unproven:
        yield Heading(2, "Số liệu do đơn vị báo cáo, chưa có hồ sơ chứng minh")
        yield Table(DECLARED, unproven, DECLARED_WIDTHS)


def _by_unit(verdicts: Iterable[Verdict], inspection: Inspection) -> list[Verdict]:
    return sorted(verdicts, key=lambda v: inspection.inspected.index(v.unit_id))


def missing(verdict: Verdict) -> str:
    """The sources that are missing, by the titles people know."""
    return "; ".join(map(source_title, verdict.missing)) or NOT_CONFIRMED


def _declared(verdict: Verdict, decimals: int) -> str:
    return "; ".join(declared_text(figure, verdict, decimals) for figure in verdict.declared)
