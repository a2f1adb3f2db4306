"""My work: what waits to be taken over, to be done, is due soon or late, waits for the citizen or for a signature."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from motcua.language import Refusal, Words, say
from motcua.office.dossiers.acts.handover import take_over
from motcua.office.dossiers.deadlines import schedule_of
from motcua.office.dossiers.lifecycle import OPEN, WAITING
from motcua.office.dossiers.models import Dossier, Opinion, Slip, SlipKind, Status
from motcua.office.people.models import Officer
from motcua.office.people.policy import terms
from motcua.web.desk.reading import READ, ROW, one, readable, tone, with_open_step, within
from motcua.web.shared.officer import OfficerRequest, may, own_units

PAGE = 50
IN_HAND = OPEN - WAITING
TAKEN = Words(vi="Đã nhận {count} hồ sơ.", en="Took over {count} dossiers.")
NONE_TICKED = Words(vi="Chưa đánh dấu hồ sơ nào.", en="No dossier was ticked.")


@dataclass(frozen=True)
class Section:
    """A heap of work: its name in the address, what it is called, how it is marked."""

    name: str
    title: Words
    tone: str = ""


SECTIONS = (
    Section("take", Words(vi="Chờ nhận", en="To take over")),
    Section("todo", Words(vi="Đang xử lý", en="To do")),
    Section("late", Words(vi="Quá hạn", en="Overdue"), "late"),
    Section("today", Words(vi="Đến hạn hôm nay", en="Due today"), "soon"),
    Section("one", Words(vi="Còn 1 ngày", en="Due in 1 day"), "soon"),
    Section("two", Words(vi="Còn 2 ngày", en="Due in 2 days"), "soon"),
    Section("three", Words(vi="Còn 3 ngày", en="Due in 3 days")),
    Section("waiting", Words(vi="Chờ người dân", en="Waiting for the citizen")),
    Section("sent", Words(vi="Đã chuyển, chưa ai nhận", en="Sent, not taken over")),
    Section("give", Words(vi="Chờ trả kết quả", en="Results to return")),
    Section("apologies", Words(vi="Thư xin lỗi chờ ký", en="Apologies to sign")),
    Section("opinions", Words(vi="Ý kiến phải trả lời", en="Opinions to answer")),
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

    def dossiers(self) -> Any:
        """Those in the officer's own hand, or all of their units. Each with its open step."""
        if self.whole_unit:
            rows = within(Dossier.objects.all(), self.officer, READ, self.today)
        else:
            rows = readable(self.officer, self.today).filter(holder=self.officer)
        return with_open_step(rows.filter(status__in=OPEN))

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
        }

    def beside(self) -> Mapping[str, Any]:
        """Heaps that are not a part of the dossiers in hand."""
        roles = {term.role for term in terms(self.officer, "dossier.take_over", self.today)}
        unsigned = Slip.objects.filter(kind=SlipKind.APOLOGY, issued_at=None)
        open_ = Opinion.objects.filter(answered_at=None)
        place = {"unit": "unit", "domain": "dossier__domain"}
        rows = Dossier.objects.all()
        waits = with_open_step(rows).filter(open_step__received_at=None, open_step__role__in=roles)
        sign = within(unsigned, self.officer, "dossier.apologise", self.today, **place)
        answer = within(open_, self.officer, "dossier.answer_opinion", self.today, **place)
        settled = with_open_step(rows.filter(status=Status.SETTLED))
        return {
            "take": within(waits, self.officer, "dossier.take_over", self.today, unit="open_step__unit"),
            "give": within(settled, self.officer, "dossier.return", self.today),
            "apologies": with_open_step(rows.filter(pk__in=sign.values("dossier"))),
            "opinions": with_open_step(rows.filter(pk__in=answer.values("dossier"))),
        }

    def counts(self) -> dict[str, int]:
        """How high each heap is: five queries, however many dossiers."""
        counted: dict[str, Any] = {name: Count("pk", filter=heap) for name, heap in self.heaps().items()}
        found = dict(self.dossiers().aggregate(**counted))
        return found | {name: rows.count() for name, rows in self.beside().items()}

    def rows(self, section: str) -> Any:
        heap = self.heaps().get(section)
        rows = self.beside()[section] if heap is None else self.dossiers().filter(heap)
        return rows.select_related(*ROW).order_by("sorted_by", "pk")


@may(READ)
@require_GET
def work(request: OfficerRequest) -> HttpResponse:
    desk = _desk(request)
    counts = desk.counts()
    chosen = _chosen(request, counts)
    pages: Paginator[Dossier] = Paginator(_Counted(desk.rows(chosen.name), counts[chosen.name]), PAGE)  # type: ignore[arg-type]
    page = pages.get_page(request.GET.get("page"))
    rows = list(page.object_list)
    for row in rows:
        row.tone = tone(row, desk.now, desk.ends[1])  # type: ignore[attr-defined]
    told = {
        "sections": [(section, say(section.title), counts[section.name]) for section in SECTIONS],
        "chosen": chosen, "title": say(chosen.title), "page": page, "rows": rows, "whole_unit": desk.whole_unit,
    }  # fmt: skip
    return render(request, "desk/work.html", told)


@may("dossier.take_over")
@require_POST
def take_over_many(request: OfficerRequest) -> HttpResponse:
    """Each ticked dossier is an act of its own: one that is refused holds the others up in nothing."""
    now, taken = timezone.now(), 0
    ticked = [int(pk) for pk in request.POST.getlist("dossier") if pk.isdigit()]
    for pk in ticked[:PAGE]:
        one(request.user, timezone.localdate(now), pk)
        try:
            take_over(pk, by=request.user, at=now)
            taken += 1
        except Refusal as reason:
            messages.error(request, str(reason))
    if taken:
        messages.success(request, say(TAKEN, count=taken))
    elif not ticked:
        messages.error(request, say(NONE_TICKED))
    return redirect("desk:work")


class _Counted:
    """Rows whose number is known already, so that a page does not count them again."""

    def __init__(self, rows: "QuerySet[Dossier]", number: int) -> None:
        self.rows, self.number = rows, number

    def __len__(self) -> int:
        return self.number

    def __getitem__(self, part: slice) -> "QuerySet[Dossier]":
        return self.rows[part]


def _desk(request: OfficerRequest) -> Desk:
    now = timezone.now()
    return Desk(request.user, now, request.GET.get("of") == "unit", _ends(request.user, now))


def _ends(officer: Officer, now: datetime) -> list[datetime]:
    """Midnight after today and after each of the next three working days of the officer's first unit."""
    on = timezone.localdate(now)
    units = own_units(officer, READ)
    works = schedule_of(units[0]).works
    days, day = [on], on
    while len(days) < 4:
        day += timedelta(days=1)
        if works(day):
            days.append(day)
    zone = timezone.get_current_timezone()
    return [datetime.combine(day + timedelta(days=1), time.min, zone) for day in days]


def _chosen(request: OfficerRequest, counts: Mapping[str, int]) -> Section:
    """The heap asked for, else the first that is not empty."""
    asked = [section for section in SECTIONS if section.name == request.GET.get("heap")]
    filled = [section for section in SECTIONS if counts[section.name]]
    return (asked or filled or list(SECTIONS))[0]
