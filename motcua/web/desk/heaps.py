"""The heaps that work lies on: what is to be taken over, signed, done, given out, and how high each is now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q
from django.utils import timezone

from motcua.language import Words
from motcua.office.dossiers.acts.special import for_archive
from motcua.office.dossiers.digitisation import not_digitised, papers_not_digitised
from motcua.office.dossiers.lifecycle import OPEN, WAITING
from motcua.office.dossiers.models import Dossier, Leg, Opinion, Result, Slip, SlipKind, Status
from motcua.office.dossiers.signatures import not_signed
from motcua.office.people.models import Officer, Role
from motcua.office.people.policy import reach, terms
from motcua.web.desk.reading import READ, ROW, readable, with_open_step, within

IN_HAND = OPEN - WAITING
HELD = OPEN | {Status.SETTLED}  # a result stays in somebody's hand until the citizen has it
WATCH = "digitisation.watch"
SCAN = "dossier.digitise"
MANY = 1_000  # more are not counted: a page of work does not wait for the whole of a backlog
BY_END = frozenset({"archive", "undigitised", "unsigned"})  # the longest ended first
AT_DESK = Q(open_step__role=Role.RECEPTION, open_step__unit=F("received_by_unit"))


@dataclass(frozen=True)
class Section:
    """A heap of work: its name in the address, what it is called, how it is marked, whose it is."""

    name: str
    title: Words
    tone: str = ""
    act: str = READ  # only who may do this has the heap


SECTIONS = (
    Section("apologies", Words(vi="Thư xin lỗi chờ ký", en="Apologies to sign"), "late", "dossier.apologise"),
    Section("take", Words(vi="Chờ nhận", en="To take over"), act="dossier.take_over"),
    Section("legs", Words(vi="Liên thông chờ nhận", en="Linked parts to take in"), act="dossier.receive"),
    Section("approve", Words(vi="Đề xuất chờ duyệt", en="Proposals to decide"), act="dossier.approve"),
    Section("todo", Words(vi="Đang xử lý", en="To do")),
    Section("late", Words(vi="Quá hạn", en="Overdue"), "late"),
    Section("today", Words(vi="Đến hạn hôm nay", en="Due today"), "soon"),
    Section("one", Words(vi="Còn 1 ngày", en="Due in 1 day"), "soon"),
    Section("two", Words(vi="Còn 2 ngày", en="Due in 2 days"), "soon"),
    Section("three", Words(vi="Còn 3 ngày", en="Due in 3 days")),
    Section("waiting", Words(vi="Chờ người dân", en="Waiting for the citizen")),
    Section("sent", Words(vi="Đã chuyển, chưa ai nhận", en="Sent, not taken over")),
    Section("desk", Words(vi="Kết quả chờ về Một cửa", en="Results to bring to the desk")),
    Section("give", Words(vi="Chờ trả kết quả", en="Results to return"), act="dossier.return"),
    Section("archive", Words(vi="Chờ nộp tàng thư", en="To hand to the archive"), "soon", "dossier.archive"),
    Section("opinions", Words(vi="Ý kiến phải trả lời", en="Opinions to answer"), act="dossier.answer_opinion"),
    Section("papers", Words(vi="Giấy tờ chưa số hóa", en="Papers not digitised"), "soon", SCAN),
    Section("undigitised", Words(vi="Kết quả chưa số hóa", en="Results not digitised"), "soon", WATCH),
    Section("unsigned", Words(vi="Bản số hóa chưa ký số đủ", en="Digital results not signed"), "soon", WATCH),
)


@dataclass
class Desk:
    """What an officer's lists are drawn from, at one moment."""

    officer: Officer
    now: datetime
    whole_unit: bool
    ends: list[datetime] = field(default_factory=list)  # of today and the three working days after it

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    def sections(self) -> list[Section]:
        """The heaps that the officer's roles have."""
        return [one for one in SECTIONS if terms(self.officer, one.act, self.today)]

    def dossiers(self) -> Any:
        """Those in the officer's own hand, or all of their units. Each with its open step."""
        if self.whole_unit:
            rows = within(Dossier.objects.all(), self.officer, READ, self.today)
        else:
            rows = readable(self.officer, self.today).filter(holder=self.officer)
        return with_open_step(rows.filter(status__in=HELD))

    def heaps(self) -> Mapping[str, Q]:
        """Which of the dossiers lie on which heap."""
        today, one_, two, three = self.ends
        running = Q(status__in=IN_HAND)
        sent = Q(open_step__isnull=False, open_step__received_at=None)
        return {
            "todo": running & ~sent,
            "late": running & Q(due_at__lt=self.now),
            "today": running & Q(due_at__gte=self.now, due_at__lt=today),
            "one": running & Q(due_at__gte=today, due_at__lt=one_),
            "two": running & Q(due_at__gte=one_, due_at__lt=two),
            "three": running & Q(due_at__gte=two, due_at__lt=three),
            "waiting": Q(status__in=WAITING),
            "sent": sent,
            "desk": Q(status=Status.SETTLED, open_step__received_at__isnull=False) & ~AT_DESK,
        }

    def beside(self) -> Mapping[str, Any]:
        """Heaps that are not a part of the dossiers in hand."""
        unsigned = Slip.objects.filter(kind=SlipKind.APOLOGY, issued_at=None)
        asked = Opinion.objects.filter(answered_at=None)
        parts = Leg.objects.filter(taken_in=None, parent__status__in=OPEN)
        lists = {
            "apologies": self._of(unsigned, "dossier.apologise", "dossier", unit="dossier__competent_unit"),
            "opinions": self._of(asked, "dossier.answer_opinion", "dossier"),
            "legs": self._of(parts, "dossier.receive", "parent"),
            "archive": within(for_archive(), self.officer, "dossier.archive", self.today),
            "papers": within(papers_not_digitised().filter(status__in=HELD), self.officer, SCAN, self.today),
            "undigitised": within(not_digitised(), self.officer, WATCH, self.today),
            "unsigned": within(not_signed(), self.officer, WATCH, self.today),
        }
        return {name: with_open_step(found) for name, found in lists.items()} | {
            "take": self._to_take(),
            "approve": self._to_approve(),
            "give": self._to_give(),
        }

    def counts(self) -> dict[str, int]:
        """How high each heap is: one query for all in hand, one for each heap beside them, counted up to MANY."""
        counted: dict[str, Any] = {name: Count("pk", filter=heap) for name, heap in self.heaps().items()}
        found = dict(self.dossiers().aggregate(**counted))
        return found | {name: rows.values("pk")[:MANY].count() for name, rows in self.beside().items()}

    def rows(self, section: str) -> Any:
        heap = self.heaps().get(section)
        rows = self.beside()[section] if heap is None else self.dossiers().filter(heap)
        also = ("result__proposed_by",) if section == "approve" else ()
        order = ("finished_at", "pk") if section in BY_END else ("sorted_by", "pk")
        return rows.select_related(*ROW, *also).order_by(*order)

    def _of(self, waiting: Any, act: str, dossier: str, unit: str = "unit") -> Any:
        """The dossiers of what waits for the officer's act in a unit."""
        theirs = within(waiting, self.officer, act, self.today, unit=unit, domain=f"{dossier}__domain")
        return Dossier.objects.filter(pk__in=theirs.values(dossier))

    def _to_take(self) -> Any:
        """Sent to a role that the officer holds there, and not to somebody else by name."""
        sent = Q()
        for term in terms(self.officer, "dossier.take_over", self.today):
            place = Q(open_step__role=term.role, open_step__unit__in=reach(term, "dossier.take_over"))
            sent |= place & Q(domain__in=term.domains) if term.domains else place
        free = Q(open_step__officer=None) | Q(open_step__officer=self.officer)
        rows = with_open_step(Dossier.objects.all()).filter(open_step__received_at=None, open_step__isnull=False)
        return rows.filter(sent, free) if sent else rows.none()

    def _to_approve(self) -> Any:
        """Proposals of others that nobody decided, of dossiers that somebody has in hand."""
        undecided = Result.objects.filter(approved_at=None, sent_back_at=None).exclude(proposed_by=self.officer)
        rows = Dossier.objects.filter(status=Status.PROCESSING, pk__in=undecided.values("dossier"))
        taken = with_open_step(rows).filter(open_step__received_at__isnull=False)
        return within(taken, self.officer, "dossier.approve", self.today, unit="competent_unit")

    def _to_give(self) -> Any:
        settled = with_open_step(Dossier.objects.filter(status=Status.SETTLED))
        there = settled.filter(AT_DESK, open_step__received_at__isnull=False)
        return within(there, self.officer, "dossier.return", self.today, unit="received_by_unit")


def sign_by(due_at: datetime) -> date:
    """The last day on which an apology is in time: the one before the result is due."""
    return timezone.localdate(due_at) - timedelta(days=1)
