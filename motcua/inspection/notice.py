"""The notice: what an inspection concludes, unit by unit and field by field, as an official document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from motcua.inspection.annexes import annexes
from motcua.inspection.edits import Change, ChangeKind, edited
from motcua.inspection.engine import Inspection
from motcua.inspection.inspection_file import InspectionFile, Paper
from motcua.inspection.programme import Programme
from motcua.inspection.rule import Domain
from motcua.inspection.sentences import Sentence, of, sentences
from motcua.inspection.statements import Conclusion, Kind
from motcua.inspection.units import Unit
from motcua.inspection.verdict import Outcome
from motcua.language import day, moment
from motcua.law import domain_names
from motcua.printing import Block, Heading, Item, OfficialDocument, Paragraph, Signer

DOTS = "……………"
TEAM = "Đoàn kiểm tra cải cách hành chính"
NOTATION = "TB-ĐKT"
LISTS = {Kind.STRENGTH: "Mặt được", Kind.LIMITATION: "Hạn chế", Kind.RECOMMENDATION: "Đề nghị"}
NONE_FOUND = "Chưa phát hiện."
NOT_ENOUGH = "Dữ liệu được cung cấp chưa đủ để đánh giá; các nội dung liên quan nêu tại Phụ lục II."
SHORT = {
    "CCHC": "cải cách hành chính",
    "TTHC": "thủ tục hành chính",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "CCCD": "căn cước công dân",
}


@dataclass(frozen=True)
class Told:
    """What a document of an inspection is written from, the file's changes already made."""

    conclusion: Conclusion
    changes: tuple[Change, ...]
    sentences: tuple[Sentence, ...]
    inspection: Inspection
    programme: Programme
    file: InspectionFile

    @property
    def units(self) -> list[Unit]:
        return [self.inspection.units.get(unit_id) for unit_id in self.inspection.inspected]

    @property
    def about(self) -> str:
        """`cải cách hành chính năm 2023 tại ...`: the year's reform and whom the inspection saw."""
        return f"cải cách hành chính năm {self.inspection.period.end.year} tại {self.inspected}"

    @property
    def inspected(self) -> str:
        """As the file names them, else those inspected that stand under no other inspected one."""
        return self.file.inspected or listed([u.name for u in self.units if not self._under_another(u)])

    @property
    def head(self) -> str:
        head = self.file.delegation.head if self.file.delegation else None
        named = [head.name, head.title] if head else []
        if not any("trưởng đoàn" in part.lower() for part in named):
            named.append("Trưởng đoàn kiểm tra")
        return ", ".join(part for part in named if part)

    def domain_name(self, domain: Domain) -> str:
        return domain_names(self.inspection.period.end)[domain]

    def _under_another(self, unit: Unit) -> bool:
        above = unit.parent_id
        seen: set[str] = set()
        while above is not None and above not in seen and above in self.inspection.units.by_id:
            if above in self.inspection.inspected:
                return True
            seen.add(above)
            above = self.inspection.units.by_id[above].parent_id
        return False


def told(
    conclusion: Conclusion, inspection: Inspection, programme: Programme, file: InspectionFile | None = None
) -> Told:
    """Raises Refusal where the file changes a statement that did not come out."""
    changed, changes = edited(conclusion, file)
    made = sentences(changed.statements, programme, inspection.inspected)
    return Told(changed, changes, made, inspection, programme, file or InspectionFile(""))


def notice(
    conclusion: Conclusion, inspection: Inspection, programme: Programme, file: InspectionFile | None = None
) -> OfficialDocument:
    """The notice with its annexes; what the file does not give is left blank to be filled by hand.

    Raises Refusal where the file changes a statement that did not come out.
    """
    what = told(conclusion, inspection, programme, file)
    given = what.file
    return OfficialDocument(
        agency_above=given.agency_above,
        agency=given.agency or (given.delegation.name if given.delegation else "") or TEAM,
        place=given.place or DOTS,
        kind="Thông báo",
        notation=given.notation or NOTATION,
        number=given.number,
        on=given.on,
        day_blank=given.day_blank,
        summary=f"Kết luận kiểm tra {what.about}",
        bases=tuple(f"{basis.rstrip(' .;')};" for basis in given.legal_bases),
        body=tuple(_body(what)),
        closing=f"Trên đây là kết luận kiểm tra {what.about}; đề nghị các đơn vị được kiểm tra tổ chức thực hiện./.",
        recipients=given.recipients or (*(u.name for u in what.units), "Thành viên Đoàn kiểm tra", "Lưu: VT"),
        signers=(_signer(given),),
        annexes=annexes(what.conclusion.verdicts, what.sentences, what.changes, inspection, programme),
    )


def _signer(file: InspectionFile) -> Signer:
    if file.signer is None:
        return Signer("Trưởng đoàn kiểm tra")
    return Signer(file.signer.title, file.signer.name, file.signer.mode)


def _body(what: Told) -> Iterator[Block]:
    yield Paragraph(grounds(what))
    yield from (Paragraph(text) for text in _reading_aids(what))
    yield Paragraph(_conference(what))
    for number, unit in enumerate(what.units, start=1):
        yield Heading(1, f"{roman(number)}. KẾT QUẢ KIỂM TRA TẠI {unit.name.upper()}")
        yield from unit_blocks(what, unit)
    yield from _head_says(what, len(what.units) + 1)


def grounds(what: Told) -> str:
    """On what plan and decision who inspected whom, over what days."""
    period = what.inspection.period
    team = (what.file.delegation.name if what.file.delegation else "") or TEAM
    short = "" if team == "Đoàn kiểm tra" else " (sau đây gọi là Đoàn kiểm tra)"
    days = f"từ ngày {day(period.start)} đến ngày {day(period.end)}"
    seen = "" if period.as_of == period.end else f", số liệu tính đến ngày {day(period.as_of)}"
    return (
        f"Thực hiện Kế hoạch {paper(what.file.plan)} và Quyết định {paper(what.file.decision)}, {team}{short} đã kiểm "
        f"tra công tác cải cách hành chính tại {listed([u.name for u in what.units])}. Thời kỳ kiểm tra: {days}{seen}."
    )


def paper(written: Paper | None) -> str:
    if written is None:
        return f"số {DOTS} ngày {DOTS} của {DOTS}"
    return f"số {written.number} ngày {day(written.on)} của {written.issuer} {written.title}".strip()


def _conference(what: Told) -> str:
    meeting = what.file.conference
    at = moment(meeting.at) if meeting and meeting.at else f"…… giờ …… phút, ngày {DOTS}"
    place = (meeting.place if meeting else "") or DOTS
    return (
        f"Hồi {at}, tại {place}, Đoàn kiểm tra họp công bố kết quả kiểm tra. Căn cứ kết quả kiểm tra, giải trình của "
        f"đơn vị và ý kiến tại cuộc họp, {what.head} kết luận như sau:"
    )


def _reading_aids(what: Told) -> Iterator[str]:
    """The shortenings that the notice uses, and what the marks after its sentences are."""
    printed = " ".join([*(s.text for s in what.sentences), *(u.name for u in what.units)])
    used = [f"{short} là {long}" for short, long in SHORT.items() if re.search(rf"\b{short}\b", printed)]
    if used:
        yield f"Các chữ viết tắt: {'; '.join(used)}."
    if what.sentences:
        yield (
            "Số trong ngoặc vuông sau mỗi câu là số thứ tự của câu tại Phụ lục I, nơi ghi quy định, số liệu và trang "
            "tính chứa các dòng chứng minh."
        )


def unit_blocks(what: Told, unit: Unit) -> Iterator[Block]:
    """One unit, field by field. A field in which nothing was assessed is left out; the annex names what was not."""
    shown = [domain for domain in Domain if _is_told(what, unit, domain)]
    if not shown:
        yield Paragraph(NOT_ENOUGH)
    for number, domain in enumerate(shown, start=1):
        yield Heading(2, f"{number}. {what.domain_name(domain)}")
        lists = [(kind, blocks) for kind in LISTS if (blocks := _list(what, unit, domain, kind))]
        for letter, (kind, blocks) in zip("abc", lists, strict=False):
            yield Heading(3, f"{letter}) {LISTS[kind]}")
            yield from blocks


def _is_told(what: Told, unit: Unit, domain: Domain) -> bool:
    said = any(s.unit_id == unit.unit_id and s.domain is domain for s in what.sentences)
    return said or any(
        v.unit_id == unit.unit_id and v.rule.domain is domain and v.outcome in (Outcome.MET, Outcome.BREACHED)
        for v in what.conclusion.verdicts
    )


def _list(what: Told, unit: Unit, domain: Domain, kind: Kind) -> list[Block]:
    made = of(what.sentences, unit.unit_id, domain, kind)
    if made:
        return listed_blocks(made)
    return [Paragraph(NONE_FOUND)] if kind is Kind.LIMITATION and _none_found(what, unit, domain) else []


def _none_found(what: Told, unit: Unit, domain: Domain) -> bool:
    """Something was assessed, and no limitation was merely left out by hand."""
    own = [v for v in what.conclusion.verdicts if v.unit_id == unit.unit_id and v.rule.domain is domain]
    names = {f"{unit.unit_id}/{Kind.LIMITATION}/{v.rule.code}" for v in own}
    hidden = any(c.kind is ChangeKind.LEFT_OUT and c.statement in names for c in what.changes)
    return not hidden and any(v.outcome is not Outcome.NOT_ASSESSABLE for v in own)


def listed_blocks(made: Sequence[Sentence]) -> list[Block]:
    """A list of sentences; a single one needs no dash."""
    if len(made) == 1:
        return [Paragraph(made[0].text, made[0].ref)]
    return [Item(s.text, ref=s.ref) for s in made]


def _head_says(what: Told, number: int) -> Iterator[Block]:
    own = of(what.sentences, "", None, Kind.CONCLUSION)
    if own:
        yield Heading(1, f"{roman(number)}. KẾT LUẬN CỦA TRƯỞNG ĐOÀN KIỂM TRA")
    for place, sentence in enumerate(own, start=1):
        yield Paragraph(f"{place}. {sentence.text}", sentence.ref)


def listed(names: Iterable[str]) -> str:
    """Names in running text: `A, B và C`."""
    *first, last = list(names) or [DOTS]
    return f"{', '.join(first)} và {last}" if first else last


def roman(number: int) -> str:
    """A number from 1 in Roman numerals."""
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text
