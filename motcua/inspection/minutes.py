"""The minutes of the work at one unit: who was there, what was found, what the unit said to it, two signatures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from motcua.inspection.engine import Inspection
from motcua.inspection.inspection_file import InspectionFile, Person
from motcua.inspection.notice import DOTS, TEAM, Told, grounds, told, unit_blocks
from motcua.inspection.programme import Programme
from motcua.inspection.statements import Conclusion
from motcua.inspection.units import Unit
from motcua.language import day
from motcua.printing import Block, Heading, Item, OfficialDocument, Paragraph, Signer

LINE = "…" * 28
BLANK_PERSON = f"Ông (bà): {'…' * 11} Chức vụ: {'…' * 9}"
NO_PERSONS = 3
SIGNED = "(Ký, ghi rõ họ tên)"


def minutes(
    unit_id: str,
    conclusion: Conclusion,
    inspection: Inspection,
    programme: Programme,
    file: InspectionFile | None = None,
) -> OfficialDocument:
    """The findings stand as they were before any explanation was accepted: the minutes record both.

    Raises Refusal for a unit that the evidence does not have, or where the file changes what did not come out.
    """
    given = file or InspectionFile("")
    what = told(conclusion, inspection, programme, replace(given, explanations=()))
    unit = inspection.units.get(unit_id)
    visit = given.visit(unit_id)
    at = visit.meeting.at if visit else None
    head = given.delegation.head if given.delegation else None
    chief = visit.representatives[0] if visit and visit.representatives else None
    return OfficialDocument(
        agency_above=given.agency_above,
        agency=given.agency or (given.delegation.name if given.delegation else "") or TEAM,
        place=given.place or DOTS,
        kind="Biên bản",
        on=at.date() if at else None,
        summary=f"Làm việc về công tác cải cách hành chính năm {inspection.period.end.year} tại {unit.name}",
        body=tuple(_body(what, unit, given)),
        closing=(
            "Biên bản được lập thành 02 bản, mỗi bên giữ 01 bản; các bên đã đọc lại, thống nhất nội dung và cùng ký "
            "tên dưới đây./."
        ),
        signers=(
            Signer("Đại diện đơn vị", chief.name if chief else "", note=SIGNED),
            Signer("Đại diện Đoàn kiểm tra", head.name if head else "", note=SIGNED),
        ),
    )


def _body(what: Told, unit: Unit, file: InspectionFile) -> Iterator[Block]:
    visit = file.visit(unit.unit_id)
    place = (visit.meeting.place if visit else "") or DOTS
    yield Paragraph(grounds(what))
    yield Paragraph(f"{_opened(visit.meeting.at if visit else None)}, tại {place}, Đoàn kiểm tra làm việc với đơn vị.")
    yield Heading(1, "I. THÀNH PHẦN")
    yield Heading(2, "1. Đoàn kiểm tra")
    delegation = file.delegation
    yield from _persons([*([delegation.head] if delegation.head else []), *delegation.members] if delegation else [])
    yield Heading(2, f"2. Đại diện {unit.name}")
    yield from _persons(visit.representatives if visit else ())
    yield Heading(1, "II. KẾT QUẢ LÀM VIỆC")
    yield from (_without_mark(block) for block in unit_blocks(what, unit))
    yield Heading(1, "III. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA")
    yield from _explanations(what, unit, file)


def _opened(at: datetime | None) -> str:
    if at is None:
        return f"Hồi …… giờ …… phút, ngày {DOTS}"
    return f"Hồi {at.hour:02d} giờ {at.minute:02d} phút, ngày {day(at.date())}"


def _persons(people: Sequence[Person]) -> Iterator[Block]:
    """The persons present; places to write them where none are named."""
    for person in people:
        yield Item(f"{person.name}, {person.title}" if person.title else person.name)
    if not people:
        yield from (Paragraph(BLANK_PERSON) for _ in range(NO_PERSONS))


def _without_mark(block: Block) -> Block:
    """The numbers of sentences lead to the annex of the notice, which minutes do not have."""
    return replace(block, ref="") if isinstance(block, Paragraph | Item) else block


def _explanations(what: Told, unit: Unit, file: InspectionFile) -> Iterator[Block]:
    own = [e for e in file.explanations if e.unit_id == unit.unit_id]
    titles = {v.rule.code: v.rule.title.vi for v in what.conclusion.verdicts}
    for number, entry in enumerate(own, start=1):
        yield Paragraph(f"{number}. Về nội dung “{titles.get(entry.rule, entry.rule)}” ({entry.rule}): {entry.text}")
        answer = "chấp nhận giải trình" if entry.accepted else "không chấp nhận giải trình"
        reason = f"; lý do: {entry.reason}" if entry.reason else ""
        yield Item(f"Đoàn kiểm tra {answer}{reason}")
    if not own:
        yield from (Paragraph(LINE) for _ in range(NO_PERSONS))
