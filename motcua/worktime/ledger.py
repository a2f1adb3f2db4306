"""The due date as a ledger: what set it, stopped it, let it run again, moved it or began it anew, line by line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from motcua.language import Refusal, Words
from motcua.worktime.account import ending, joined, of_line
from motcua.worktime.lines import Due, Kind, Line, reckoned
from motcua.worktime.schedule import Schedule, local
from motcua.worktime.term import Term

__all__ = ["Due", "Kind", "Line", "explain", "history", "read"]

EMPTY = Words(
    "Sổ hạn trả chưa có dòng nào; dòng đầu tiên phải là dòng tiếp nhận (base).",
    "The ledger of the due date has no line; the first must be the reception (base).",
)
NOT_FIRST = Words(
    "Dòng {number} ({at}): “{kind}” không đúng chỗ; dòng đầu tiên, và chỉ dòng đầu tiên, là dòng tiếp nhận (base).",
    "Line {number} ({at}): “{kind}” is out of place; the first line, and only the first, is the reception (base).",
)
EARLIER = Words(
    "Dòng {number} ({at}) sớm hơn dòng trước nó ({former}); các dòng phải theo thứ tự thời gian.",
    "Line {number} ({at}) is earlier than the one before it ({former}); lines must follow in time.",
)
NO_TERM = Words(
    "Dòng {number} ({at}): dòng tiếp nhận không có thời hạn; phải ghi thời hạn theo quy định.",
    "Line {number} ({at}): the reception has no term; it must carry the term that the rule sets.",
)
BEFORE = Words(
    "Dòng {number} ({at}): hạn định sẵn ({due}) không được trước lúc tiếp nhận.",
    "Line {number} ({at}): the date set for it ({due}) cannot lie before the reception.",
)
PAUSED = Words(
    "Dòng {number} ({at}): hồ sơ đang tạm dừng từ {since}; phải có dòng tính tiếp (resume) trước.",
    "Line {number} ({at}): the dossier has been paused since {since}; a line that resumes it must come first.",
)
NOT_PAUSED = Words(
    "Dòng {number} ({at}): hồ sơ không tạm dừng nên không thể tính tiếp; phải có dòng tạm dừng (pause) trước.",
    "Line {number} ({at}): the dossier is not paused and cannot resume; a line that pauses it must come first.",
)
NO_NEW_DATE = Words(
    "Dòng {number} ({at}): hẹn lại phải có ngày mới, sau hạn đang có ({standing}).",
    "Line {number} ({at}): an extension must carry a new date, later than the one that stands ({standing}).",
)


def read(lines: Sequence[Line], schedule: Schedule) -> Due:
    """What the lines add up to. Raises Refusal for a sequence that cannot be."""
    if not lines:
        raise Refusal(EMPTY)
    *_, (_, due) = history(lines, schedule)
    return due


def explain(lines: Sequence[Line], schedule: Schedule) -> Words:
    """One paragraph that says how the date came to be. Raises Refusal as `read` does."""
    due = read(lines, schedule)
    told: list[Words] = []
    before = None
    for line, after in history(lines, schedule):
        told += of_line(line, before, after, schedule)
        before = after
    return joined([*told, ending(due)], " ")


def history(lines: Sequence[Line], schedule: Schedule) -> Iterator[tuple[Line, Due]]:
    """Each line with what the ledger says once it is written."""
    due: Due | None = None
    former: datetime | None = None
    for number, line in enumerate(lines, start=1):
        at = local(line.at)
        if former is not None and at < former:
            raise _refused(EARLIER, number, line, former=_short(former))
        if (due is None) != (line.kind == "base"):
            raise _refused(NOT_FIRST, number, line, kind=line.kind)
        due = _begun(line, number, schedule) if due is None else STEPS[line.kind](due, line, number, schedule)
        former = at
        yield line, due


def _begun(line: Line, number: int, schedule: Schedule) -> Due:
    if line.term is None:
        raise _refused(NO_TERM, number, line)
    if line.new_due is None:
        due = schedule.due(line.at, line.term)
        return Due(local(line.at), line.term, first_due=due, standing_due=due)
    if line.new_due < line.at:
        raise _refused(BEFORE, number, line, due=_short(line.new_due))
    set_to = local(line.new_due)
    return Due(local(line.at), line.term, first_due=set_to, standing_due=set_to, extended_to=set_to)


def _paused(due: Due, line: Line, number: int, _schedule: Schedule) -> Due:
    if due.paused_since is not None:
        raise _refused(PAUSED, number, line, since=_short(due.paused_since))
    return replace(due, paused_since=local(line.at))


def _resumed(due: Due, line: Line, number: int, schedule: Schedule) -> Due:
    if due.paused_since is None:
        raise _refused(NOT_PAUSED, number, line)
    waits = (*due.waits, (due.paused_since, local(line.at)))
    return replace(
        due,
        paused_since=None,
        waits=waits,
        waiting_minutes=_waited(due, line, schedule),
        standing_due=reckoned(due, waits, schedule),
    )


def _extended(due: Due, line: Line, number: int, _schedule: Schedule) -> Due:
    if due.paused_since is not None:
        raise _refused(PAUSED, number, line, since=_short(due.paused_since))
    if line.new_due is None or local(line.new_due) <= due.standing_due:
        raise _refused(NO_NEW_DATE, number, line, standing=_short(due.standing_due))
    promised = local(line.new_due)
    return replace(due, standing_due=promised, extended_to=promised, waits=(), extensions=due.extensions + 1)


def _restarted(due: Due, line: Line, _number: int, schedule: Schedule) -> Due:
    term: Term = line.term or due.term
    return Due(
        started_at=local(line.at),
        term=term,
        first_due=due.first_due,
        standing_due=schedule.due(line.at, term),
        waiting_minutes=_waited(due, line, schedule),
        extensions=due.extensions,
        restarts=due.restarts + 1,
    )


STEPS: dict[Kind, Callable[[Due, Line, int, Schedule], Due]] = {
    "pause": _paused,
    "resume": _resumed,
    "extension": _extended,
    "restart": _restarted,  # a complete resubmission also ends the wait for it
}


def _waited(due: Due, line: Line, schedule: Schedule) -> int:
    open_wait = 0 if due.paused_since is None else schedule.minutes_between(due.paused_since, line.at)
    return due.waiting_minutes + open_wait


def _refused(words: Words, number: int, line: Line, **values: object) -> Refusal:
    return Refusal(words, number=number, at=_short(line.at), **values)


def _short(at: datetime) -> str:
    return f"{local(at):%H:%M %d/%m/%Y}"
