"""What the inspection's file changes by hand in the statements, and the list of what was changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from motcua.inspection.entries import near
from motcua.inspection.inspection_file import Added, Do, Edit, Explanation, HeadSays, InspectionFile
from motcua.inspection.sentences import clause, joined
from motcua.inspection.statements import Conclusion, Kind, Statement
from motcua.inspection.verdict import Outcome, Verdict
from motcua.language import Words

NO_STATEMENT = Words(
    "lần này không có câu “{statement}”; gần giống: {near}.",
    "there is no statement “{statement}” this time; like it: {near}.",
)
TWICE = Words(
    "câu “{statement}” đã được sửa ở một mục trước.", "statement “{statement}” is changed by an entry before."
)
OTHER_LIST = Words(
    "câu “{statement}” và câu “{into}” không cùng đơn vị, lĩnh vực và loại nên không nhập được.",
    "“{statement}” and “{into}” are not of one unit, domain and kind, so they cannot be merged.",
)
GONE = Words(
    "câu “{into}” bị bỏ hoặc nhập vào câu khác; chọn câu còn lại.",
    "“{into}” is itself left out or merged; name one that stays.",
)
NOT_LIMITED = Words(
    "quy tắc “{rule}” không nêu hạn chế nào ở đơn vị “{unit}”; các quy tắc có nêu: {near}.",
    "rule “{rule}” finds nothing wrong at unit “{unit}”; those that do are: {near}.",
)


class ChangeKind(StrEnum):
    REWORDED = "reworded"
    LEFT_OUT = "left_out"
    MERGED = "merged"
    EXPLAINED = "explained"  # the unit's explanation was accepted
    OBSERVED = "observed"
    WRITTEN = "written"
    CONCLUDED = "concluded"


@dataclass(frozen=True)
class Change:
    """One statement changed by hand, under its name; `before` and `after` are its texts, empty where there is none."""

    kind: ChangeKind
    statement: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True)
class _Edited:
    statements: tuple[Statement, ...]
    changes: tuple[Change, ...] = ()


def edited(conclusion: Conclusion, file: InspectionFile | None) -> tuple[Conclusion, tuple[Change, ...]]:
    """The conclusion as the file changes it, verdicts untouched. Raises Refusal where the file changes what is not."""
    if file is None:
        return conclusion, ()
    state = _Edited(conclusion.statements)
    for explanation in file.explanations:
        state = _explained(state, explanation, conclusion.verdicts)
    _check(file.edits, state.statements)
    for edit in file.edits:
        state = _edit(state, edit)
    for says in file.conclusions:
        state = _concluded(state, says)
    return _with_added(Conclusion(conclusion.verdicts, state.statements), file, state.changes)


def _with_added(
    conclusion: Conclusion, file: InspectionFile, changes: tuple[Change, ...]
) -> tuple[Conclusion, tuple[Change, ...]]:
    seen = [*_added(file.observed, ChangeKind.OBSERVED), *_added(file.written, ChangeKind.WRITTEN)]
    told = (*conclusion.statements, *(statement for statement, _ in seen))
    return Conclusion(conclusion.verdicts, told), (*changes, *(change for _, change in seen))


def _added(entries: Sequence[Added], kind: ChangeKind) -> Iterable[tuple[Statement, Change]]:
    for number, entry in enumerate(entries, start=1):
        statement = Statement(entry.unit_id, entry.domain, entry.kind, f"{kind}_{number}", entry.text)
        yield statement, Change(kind, statement.name, "", entry.text, "")


def _explained(state: _Edited, entry: Explanation, verdicts: Sequence[Verdict]) -> _Edited:
    """Without the limitation, and without whatever rested on this verdict alone."""
    breached = [v for v in verdicts if v.unit_id == entry.unit_id and v.outcome is Outcome.BREACHED]
    excused = next((v for v in breached if v.rule.code == entry.rule), None)
    if excused is None:
        codes = near(entry.rule, (v.rule.code for v in breached))
        entry.where.refuse(NOT_LIMITED, rule=entry.rule, unit=entry.unit_id, near=codes)
    if not entry.accepted:
        return state
    kept: list[Statement] = []
    changes: list[Change] = []
    for statement in state.statements:
        rest = tuple(v for v in statement.verdicts if v is not excused)
        if statement.kind is Kind.STRENGTH or rest == statement.verdicts:
            kept.append(statement)
        elif rest:
            kept.append(replace(statement, verdicts=rest))
        else:
            changes.append(Change(ChangeKind.EXPLAINED, statement.name, statement.text, "", entry.reason))
    return _Edited(tuple(kept), (*state.changes, *changes))


def _check(edits: Sequence[Edit], statements: Sequence[Statement]) -> None:
    by_name = {s.name: s for s in statements}
    touched: set[str] = set()
    gone = {e.statement for e in edits if e.do is not Do.REWORD}
    for edit in edits:
        statement = by_name.get(edit.statement) or _unknown(edit, edit.statement, by_name)
        if edit.statement in touched:
            edit.where.refuse(TWICE, statement=edit.statement)
        touched.add(edit.statement)
        if edit.do is Do.MERGE_INTO:
            _check_target(edit, statement, by_name.get(edit.into) or _unknown(edit, edit.into, by_name), gone)


def _unknown(edit: Edit, name: str, known: Iterable[str]) -> Statement:
    edit.where.refuse(NO_STATEMENT, statement=name, near=near(name, known))


def _check_target(edit: Edit, statement: Statement, into: Statement, gone: set[str]) -> None:
    if edit.into in gone:
        edit.where.refuse(GONE, into=edit.into)
    if (statement.unit_id, statement.domain, statement.kind) != (into.unit_id, into.domain, into.kind):
        edit.where.refuse(OTHER_LIST, statement=edit.statement, into=edit.into)


def _edit(state: _Edited, edit: Edit) -> _Edited:
    by_name = {s.name: s for s in state.statements}
    statement = by_name[edit.statement]
    made: dict[str, Statement | None]
    match edit.do:
        case Do.REWORD:
            made = {statement.name: replace(statement, text=edit.text)}
            change = Change(ChangeKind.REWORDED, statement.name, statement.text, edit.text, edit.reason)
        case Do.LEAVE_OUT:
            made = {statement.name: None}
            change = Change(ChangeKind.LEFT_OUT, statement.name, statement.text, "", edit.reason)
        case Do.MERGE_INTO:
            into = by_name[edit.into]
            text = edit.text or joined([clause(into.text), clause(statement.text)])
            grown = replace(into, text=text, verdicts=(*into.verdicts, *statement.verdicts))
            made = {statement.name: None, into.name: grown}
            change = Change(ChangeKind.MERGED, statement.name, statement.text, text, edit.reason)
    kept = (made.get(s.name, s) for s in state.statements)
    return _Edited(tuple(s for s in kept if s is not None), (*state.changes, change))


def _concluded(state: _Edited, says: HeadSays) -> _Edited:
    """A conclusion added after the others, or in the place of one that was made."""
    own = {s.key: s for s in state.statements if s.kind is Kind.CONCLUSION}
    key = says.in_place_of or f"head_{sum(k.startswith('head_') for k in own) + 1}"
    before = own.get(key)
    if says.in_place_of and before is None:
        says.where.refuse(NO_STATEMENT, statement=key, near=near(key, own))
    if before is None:
        made = Statement("", None, Kind.CONCLUSION, key, says.text)
        statements = (*state.statements, made)
    else:
        made = replace(before, text=says.text)
        statements = tuple(made if s is before else s for s in state.statements)
    change = Change(ChangeKind.CONCLUDED, made.name, before.text if before else "", says.text, "")
    return _Edited(statements, (*state.changes, change))
