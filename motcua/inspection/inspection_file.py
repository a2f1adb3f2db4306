"""The inspection's own data, from its YAML file: who inspects whom on what ground, what was seen, what is changed."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from motcua.inspection.entries import Entries, Where, near, read_entries
from motcua.inspection.period import Period
from motcua.inspection.rule import Domain
from motcua.inspection.statements import Kind
from motcua.language import Words

UNKNOWN_UNIT = Words(
    "đơn vị “{unit}” không được kiểm tra lần này; các mã: {near}.",
    "unit “{unit}” is not inspected this time; the codes are: {near}.",
)
UNKNOWN_RULE = Words("không có quy tắc “{rule}”; gần giống: {near}.", "there is no rule “{rule}”; like it: {near}.")
ONLY_WITH = Words("chỉ ghi mục này khi do là {do}.", "this entry goes only with do: {do}.")
HEADER = ("agency_above", "agency", "place", "notation", "inspected")
KEYS = (
    *HEADER,
    *("number", "date", "plan", "decision", "delegation", "units", "period", "as_of", "closing_conference"),
    *("visits", "recipients", "signer", "legal_bases", "observed", "written", "edits", "explanations", "conclusions"),
)
PAPER, PERSON = ("number", "date", "issuer", "title"), ("name", "title")
SEEN = ("unit", "domain", "kind", "text")


class Do(StrEnum):
    REWORD = "reword"
    LEAVE_OUT = "leave_out"
    MERGE_INTO = "merge_into"


@dataclass(frozen=True)
class Paper:
    """A plan or decision; `title` goes on after the issuer: `về kiểm tra cải cách hành chính năm 2023`."""

    number: str
    on: date
    issuer: str
    title: str


@dataclass(frozen=True)
class Person:
    name: str
    title: str


@dataclass(frozen=True)
class Delegation:
    name: str
    head: Person | None
    members: tuple[Person, ...]


@dataclass(frozen=True)
class Meeting:
    """When, in Vietnam, and where."""

    at: datetime | None
    place: str


@dataclass(frozen=True)
class Visit:
    """The work at one unit, on which minutes are written; blank places are filled by hand."""

    unit_id: str
    meeting: Meeting
    representatives: tuple[Person, ...]
    where: Where = field(repr=False, compare=False)


@dataclass(frozen=True)
class Signature:
    mode: str
    title: str
    name: str


@dataclass(frozen=True)
class Added:
    """A statement that no rule made: seen on site, or written by the delegation."""

    unit_id: str
    domain: Domain
    kind: Kind
    text: str
    where: Where = field(repr=False, compare=False)


@dataclass(frozen=True)
class Edit:
    """What is done to a computed statement. `statement` and `into` are names of statements."""

    statement: str
    do: Do
    text: str
    into: str
    reason: str
    where: Where = field(repr=False, compare=False)


@dataclass(frozen=True)
class Explanation:
    """What the unit says to a finding. An accepted one leaves the limitation out of the notice."""

    unit_id: str
    rule: str
    text: str
    accepted: bool
    reason: str
    where: Where = field(repr=False, compare=False)


@dataclass(frozen=True)
class HeadSays:
    """A conclusion of the head: added, or in place of the programme's of that slug."""

    text: str
    in_place_of: str
    where: Where = field(repr=False, compare=False)


@dataclass(frozen=True)
class InspectionFile:
    """Everything is blank until written. `on` with `day_blank`: only the month of the notice is known."""

    file: str
    agency_above: str = ""
    agency: str = ""
    place: str = ""
    notation: str = ""
    number: int | None = None
    on: date | None = None
    day_blank: bool = False
    inspected: str = ""
    plan: Paper | None = None
    decision: Paper | None = None
    delegation: Delegation | None = None
    units: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    as_of: date | None = None
    conference: Meeting | None = None
    visits: tuple[Visit, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signature | None = None
    legal_bases: tuple[str, ...] = ()
    observed: tuple[Added, ...] = ()
    written: tuple[Added, ...] = ()
    edits: tuple[Edit, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    conclusions: tuple[HeadSays, ...] = ()

    @property
    def period(self) -> Period | None:
        """The period that the file names, if it does."""
        return Period.of(self.start, self.end, self.as_of) if self.start and self.end else None

    def visit(self, unit_id: str) -> Visit | None:
        return next((v for v in self.visits if v.unit_id == unit_id), None)


def read_inspection_file(path: Path) -> InspectionFile:
    """Raises Refusal with file, line and entry of the first mistake. Names of units and rules: see `check_names`."""
    top = read_entries(path, KEYS)
    on, day_blank = top.day_or_month("date")
    period = top.under("period", ("from", "to"))
    return InspectionFile(
        file=path.name,
        **{name: top.text(name) for name in HEADER},
        number=top.whole("number"),
        on=on,
        day_blank=day_blank,
        plan=_paper(top.under("plan", PAPER)),
        decision=_paper(top.under("decision", PAPER)),
        delegation=_delegation(top.under("delegation", ("name", "head", "members"))),
        units=top.texts("units"),
        start=period.needed_day("from") if period else None,
        end=period.needed_day("to") if period else None,
        as_of=top.day("as_of"),
        conference=_meeting(top.under("closing_conference", ("at", "place"))),
        visits=tuple(_visit(e) for e in top.each("visits", ("unit", "at", "place", "representatives"))),
        recipients=top.texts("recipients"),
        signer=_signature(top.under("signer", ("mode", "title", "name"))),
        legal_bases=top.texts("legal_bases"),
        observed=tuple(_added(e) for e in top.each("observed", SEEN)),
        written=tuple(_added(e) for e in top.each("written", SEEN)),
        edits=tuple(_edit(e) for e in top.each("edits", ("statement", "do", "text", "into", "reason"))),
        explanations=tuple(
            _explanation(e) for e in top.each("explanations", ("unit", "rule", "text", "accepted", "reason"))
        ),
        conclusions=tuple(_head_says(e) for e in top.each("conclusions", ("text", "in_place_of"))),
    )


def check_names(file: InspectionFile, units: Collection[str], rules: Collection[str]) -> None:
    """Raises Refusal where the file names a unit that is not inspected, or a rule that is not in the catalogue."""
    named: list[Visit | Added | Explanation] = [*file.visits, *file.observed, *file.written, *file.explanations]
    for one in named:
        if one.unit_id not in units:
            one.where.refuse(UNKNOWN_UNIT, unit=one.unit_id, near=near(one.unit_id, units))
    for explained in file.explanations:
        if explained.rule not in rules:
            explained.where.refuse(UNKNOWN_RULE, rule=explained.rule, near=near(explained.rule, rules))


def _paper(entry: Entries | None) -> Paper | None:
    if entry is None:
        return None
    return Paper(entry.needed("number"), entry.needed_day("date"), entry.needed("issuer"), entry.text("title"))


def _delegation(entry: Entries | None) -> Delegation | None:
    if entry is None:
        return None
    head = entry.under("head", PERSON)
    members = tuple(_person(e) for e in entry.each("members", PERSON))
    return Delegation(entry.text("name"), _person(head) if head else None, members)


def _person(entry: Entries) -> Person:
    return Person(entry.needed("name"), entry.text("title"))


def _meeting(entry: Entries | None) -> Meeting | None:
    return Meeting(entry.moment("at"), entry.text("place")) if entry else None


def _visit(entry: Entries) -> Visit:
    people = tuple(_person(e) for e in entry.each("representatives", PERSON))
    return Visit(entry.needed("unit"), Meeting(entry.moment("at"), entry.text("place")), people, entry.at("unit"))


def _signature(entry: Entries | None) -> Signature | None:
    return Signature(entry.text("mode"), entry.needed("title"), entry.text("name")) if entry else None


def _added(entry: Entries) -> Added:
    kinds = [k for k in Kind if k is not Kind.CONCLUSION]
    domain, kind = Domain(entry.one_of("domain", list(Domain))), Kind(entry.one_of("kind", kinds))
    return Added(entry.needed("unit"), domain, kind, entry.needed("text"), entry.at("unit"))


def _edit(entry: Entries) -> Edit:
    do = Do(entry.one_of("do", list(Do)))
    text = entry.needed("text") if do is Do.REWORD else entry.text("text")
    into = entry.needed("into") if do is Do.MERGE_INTO else entry.text("into")
    if text and do is Do.LEAVE_OUT:
        entry.at("text").refuse(ONLY_WITH, do="reword, merge_into")
    if into and do is not Do.MERGE_INTO:
        entry.at("into").refuse(ONLY_WITH, do=Do.MERGE_INTO)
    return Edit(entry.needed("statement"), do, text, into, entry.needed("reason"), entry.at("statement"))


def _explanation(entry: Entries) -> Explanation:
    """An accepted explanation changes the notice, so it needs a reason."""
    accepted = entry.yes("accepted")
    reason = entry.needed("reason") if accepted else entry.text("reason")
    return Explanation(
        entry.needed("unit"), entry.needed("rule"), entry.needed("text"), accepted, reason, entry.at("rule")
    )


def _head_says(entry: Entries) -> HeadSays:
    return HeadSays(entry.needed("text"), entry.text("in_place_of"), entry.at("in_place_of"))
