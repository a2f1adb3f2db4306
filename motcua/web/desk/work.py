"""My work: what waits to be taken over, to be done, is due soon or late, waits for the citizen or for a signature."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_GET

from motcua.language import say
from motcua.office.dossiers.acts.special import archive_by
from motcua.office.dossiers.deadlines import schedule_of
from motcua.office.dossiers.models import Dossier
from motcua.office.people.models import Officer
from motcua.office.people.policy import terms
from motcua.web.desk.heaps import MANY, Desk, Section, sign_by
from motcua.web.desk.procedure_place import RECORD
from motcua.web.desk.procedures import unreviewed
from motcua.web.desk.reading import READ, Line, tone
from motcua.web.desk.together import AT_MOST, batch_of
from motcua.web.desk.undigitised import HEAP, asked_for, figures
from motcua.web.shared.officer import OfficerRequest, may, own_units

if TYPE_CHECKING:  # generic for who checks types alone
    Pages = Paginator[Dossier]
else:
    Pages = Paginator
PAGE = AT_MOST


@may(READ)
@require_GET
def work(request: OfficerRequest) -> HttpResponse:
    desk = _desk(request)
    counts, sections = desk.counts(), desk.sections()
    chosen = _chosen(request, sections, counts)
    listed = asked_for(desk.rows(chosen.name), request.GET) if chosen.name == HEAP else None
    pages = _Counted(desk.rows(chosen.name), counts[chosen.name]) if listed is None else Paginator(listed, PAGE)
    page = pages.get_page(request.GET.get("page"))
    lines = [_line(row, chosen, desk) for row in page.object_list]
    told = {
        "sections": [(section, say(section.title), counts[section.name]) for section in sections],
        "many": MANY,
        "chosen": chosen, "title": say(chosen.title), "page": page, "lines": lines, "whole_unit": desk.whole_unit,
    }  # fmt: skip
    told |= _together(request, desk, chosen, [line.dossier for line in lines if not line.single])
    if terms(request.user, RECORD, desk.today):
        told["unreviewed"] = unreviewed(request.user, desk.today, RECORD)
    if chosen.name == HEAP:
        told |= figures(desk, request.GET.get("procedure", ""))
    return render(request, "desk/work.html", told)


def _together(request: OfficerRequest, desk: Desk, chosen: Section, rows: Sequence[Dossier]) -> dict[str, Any]:
    """What may be done to several of these rows at once, and whether they are ticked to begin with."""
    batch = batch_of(chosen.name, request.user, desk.today)
    if batch is None or not rows:
        return {}
    form = batch.form(officer=request.user, dossiers=rows, on=desk.today)
    asked = request.GET.get("ticked")
    ticked = asked == "all" or (batch.ticked and asked is None)
    where = reverse(f"desk:{batch.name}-many")
    return {"batch": batch, "batch_title": say(batch.title), "batch_at": where, "form": form, "ticked": ticked}


def _line(row: Dossier, chosen: Section, desk: Desk) -> Line:
    by_day = _by_day(row, chosen)
    return Line(
        row,
        tone(row, desk.now, desk.ends[1]),
        single=chosen.name == "approve" and row.result.refuses,
        by_day=by_day,
        by_tone="late" if by_day is not None and by_day < desk.today else "soon",
    )


def _by_day(row: Dossier, chosen: Section) -> date | None:
    if chosen.name == "archive" and row.finished_at is not None:
        return archive_by(timezone.localdate(row.finished_at))
    return sign_by(row.due_at) if chosen.name == "apologies" and row.due_at is not None else None


class _Counted(Pages):
    """Pages of rows whose number is known already, so that they are not counted again."""

    def __init__(self, rows: "QuerySet[Dossier]", number: int) -> None:
        super().__init__(rows, PAGE)
        self._number = number

    @cached_property
    def count(self) -> int:
        return self._number


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


def _chosen(request: OfficerRequest, sections: Sequence[Section], counts: Mapping[str, int]) -> Section:
    """The heap asked for, else the first that is not empty."""
    asked = [section for section in sections if section.name == request.GET.get("heap")]
    filled = [section for section in sections if counts[section.name]]
    return (asked or filled or sections)[0]
