"""The register of outgoing documents of a unit and year; before it, what is still on its way."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.language import Words, say
from motcua.office.documents.dispatch import issue_by, late
from motcua.office.documents.kinds import kind
from motcua.office.documents.models import OutgoingDocument
from motcua.office.documents.reading import readable
from motcua.office.people import policy
from motcua.web.desk.documents.figures import figures, named
from motcua.web.desk.documents.places import place
from motcua.web.desk.documents.reading import READ, state_word
from motcua.web.desk.place import Place
from motcua.web.shared.officer import OfficerRequest, may

PAGE = 50
ON_ITS_WAY = 100  # shown at most: a page stays light
LISTS = {"on-its-way": Words(vi="Đang xử lý", en="On their way"), "issued": Words(vi="Sổ văn bản đi", en="Register")}


@may(READ)
@require_GET
def documents(request: OfficerRequest) -> HttpResponse:
    here = place(request)
    rows = readable(request.user, here.on).filter(unit=here.unit)
    asked = request.GET.get("list", "on-its-way")
    shown: dict[str, Any] = {
        "place": here,
        "list": asked if asked in LISTS else "on-its-way",
        "lists": [(code, say(words)) for code, words in LISTS.items()],
        "may_draft": policy.may(request.user, "document.draft", here.unit, None, here.on),
    }
    shown |= _register(request, rows, here) if shown["list"] == "issued" else _on_its_way(rows)
    return render(request, "desk/documents.html", shown)


def _register(request: OfficerRequest, rows: Any, here: Place) -> dict[str, Any]:
    """Every number drawn in the year, the last one first; also those that never went out."""
    years = sorted({*rows.filter(year__isnull=False).values_list("year", flat=True), here.on.year}, reverse=True)
    year = request.GET.get("year", "")
    chosen = int(year) if year.isdecimal() and int(year) in years else here.on.year
    told, behind = figures(here.unit, chosen, here.on)
    asked = request.GET.get("behind", "")
    found = rows.filter(year=chosen, number__isnull=False).order_by("-numbered_at", "-pk")
    if asked in behind:
        found = found.filter(pk__in=[one.pk for one in behind[asked]])
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return {
        "years": years, "year": chosen, "page": page, "lines": [_line(row) for row in page.object_list],
        "figures": told, "behind": named(asked) if asked in behind else "",
    }  # fmt: skip


def _on_its_way(rows: Any) -> dict[str, Any]:
    waiting = rows.filter(Q(issued_at=None), recalled_at=None).order_by("-drafted_at")
    return {"lines": [_line(row) for row in waiting[:ON_ITS_WAY]]}


def _line(row: OutgoingDocument) -> dict[str, Any]:
    """One row of a list, with the day by which it should go out where that is still open."""
    now = timezone.now()
    by_day = issue_by(row) if row.issued_at is None else None
    overdue = by_day is not None and late(row, now)
    return {
        "document": row, "kind": kind(row.kind).name, "state": state_word(row), "by_day": by_day, "late": overdue,
    }  # fmt: skip
