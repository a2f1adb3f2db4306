"""Internal processes of a unit: which procedures have one, its steps to read, a draft to change, check and release."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.language import Refusal, Words, say
from motcua.office.dossiers.deadlines import schedule_of
from motcua.office.people import policy
from motcua.office.people.models import Officer, Unit
from motcua.office.procedures.models import Process, Version
from motcua.office.procedures.process_checks import check
from motcua.office.procedures.processes import as_told, counting, draft, redraft, release, usual
from motcua.office.procedures.versions import taken_in
from motcua.web.desk.offered import matching
from motcua.web.desk.procedure_place import PROCESS, READ, place
from motcua.web.desk.process_forms import COUNT, StepRow, changed, sent, shown, unit_name
from motcua.web.desk.reading import within
from motcua.web.shared.officer import OfficerRequest, may

PAGE, SUGGESTED = 50, 400
DRAFTED = Words(vi="Đã lập bản nháp quy trình số {number}.", en="Process number {number} was drafted.")
SAVED = Words(vi="Đã lưu bản nháp.", en="The draft was saved.")
RELEASED = Words(
    vi="Đã ban hành quy trình số {number}; áp dụng từ bây giờ.",
    en="Process number {number} is released and counts now.",
)
UNSAVED = Words(
    vi="Hãy sửa các ô còn sai trước khi thêm, bớt hoặc lưu.", en="Mend what is wrong before adding, removing or saving."
)


@may(READ)
@require_GET
def processes(request: OfficerRequest) -> HttpResponse:
    """Each procedure that the unit takes in with the process that counts and the draft beside it."""
    here = place(request)
    words = request.GET.get("words", "")[:100]
    listed = taken_in(here.unit, here.on).filter(matching(words)).select_related("procedure")
    page = Paginator(listed.order_by("domain", "name", "pk"), PAGE).get_page(request.GET.get("page"))
    listed_here = list(page.object_list)
    newest = _newest(here.unit, listed_here)
    rows = [(row, *newest.get(row.pk, (None, None))) for row in listed_here]
    may_draft = policy.may(request.user, PROCESS, here.unit, None, here.on)
    told = {"place": here, "words": words, "page": page, "rows": rows, "may_draft": may_draft}
    return render(request, "desk/processes.html", told)


@may(READ)
@require_GET
def process(request: OfficerRequest, pk: int) -> HttpResponse:
    """Its steps as a list, and of a draft what stands against its release."""
    found, at = _one(request.user, pk, READ, domain=""), timezone.now()
    steps = list(found.steps.select_related("unit").prefetch_related("branches__to_step", "branches__to_unit"))
    against = []
    if found.released_at is None:
        on = timezone.localdate(at)
        against = [say(words, **values) for words, values in check(found, on=on, schedule=schedule_of(found.unit))]
    shown_: dict[str, Any] = {
        "place": place(request), "process": found, "steps": steps, "against": against,
        "may_release": policy.may(request.user, PROCESS, found.unit, found.version.domain, timezone.localdate(at)),
        "counts": counting(found.unit, found.version, at) == found,
    }  # fmt: skip
    return render(request, "desk/process.html", shown_)


@may(PROCESS)
@require_POST
def process_draft(request: OfficerRequest, version: int) -> HttpResponse:
    """A draft like the process that counts, else like that of an earlier version, else of the usual steps."""
    here, at = place(request, PROCESS), timezone.now()
    found = get_object_or_404(taken_in(here.unit, here.on).select_related("procedure"), pk=version)
    released = Process.objects.filter(unit=here.unit, version__procedure=found.procedure_id, released_at__lte=at)
    before = counting(here.unit, found, at) or released.order_by("-released_at").first()
    try:
        made = draft(here.unit, found, as_told(before) if before else usual(found), by=request.user, at=at)
    except policy.NotAllowed as reason:
        raise PermissionDenied from reason
    messages.success(request, say(DRAFTED, number=made.number))
    return redirect(here.address("desk:process-edit", made.pk))


@may(PROCESS)
@require_http_methods(["GET", "POST"])
def process_edit(request: OfficerRequest, pk: int) -> HttpResponse:
    """The whole draft as one form. What is added, moved or taken away is written only when it is saved."""
    found = _one(request.user, pk, PROCESS)
    if found.released_at is not None:
        return redirect("desk:process", pk)
    units = _units(found.unit)
    if request.method == "GET":
        return _edited(request, found, units, shown(as_told(found)))
    what = request.POST.get("do", "save")
    rows = sent(request.POST, units, done=what == "save")
    if not all([row.is_valid() for row in rows]):  # a list: each row is to say what is wrong
        messages.error(request, say(UNSAVED))
        return _edited(request, found, units, rows)
    steps = [row.told() for row in rows]
    if what != "save":
        return _edited(request, found, units, shown(changed(steps, what)), unsaved=True)
    try:
        redraft(pk, steps, by=request.user, at=timezone.now())
    except Refusal as reason:
        messages.error(request, str(reason))
        return _edited(request, found, units, rows)
    messages.success(request, say(SAVED))
    return redirect("desk:process", pk)


@may(PROCESS)
@require_POST
def process_release(request: OfficerRequest, pk: int) -> HttpResponse:
    found = _one(request.user, pk, PROCESS)
    try:
        made = release(pk, schedule=schedule_of(found.unit), by=request.user, at=timezone.now())
    except Refusal as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, say(RELEASED, number=made.number))
    return redirect("desk:process", pk)


def _one(officer: Officer, pk: int, act: str, *, domain: str = "version__domain") -> Process:
    rows = within(Process.objects.all(), officer, act, timezone.localdate(), domain=domain)
    found: Process | None = rows.select_related("unit", "version__procedure").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _newest(unit: Unit, versions: Sequence[Version]) -> Mapping[int, tuple[Process | None, Process | None]]:
    """By version: the newest process released, and the newest draft if it is newer."""
    found: dict[int, tuple[Process | None, Process | None]] = {}
    for one in Process.objects.filter(unit=unit, version__in=versions).order_by("number"):
        released, _ = found.get(one.version_id, (None, None))
        found[one.version_id] = (released, one) if one.released_at is None else (one, None)
    return found


def _units(unit: Unit) -> list[Unit]:
    """Those beside, above and under the unit, as far as they exist: where its dossiers may go."""
    line = [unit.pk]
    above = unit.parent
    while above is not None:
        line.append(above.pk)
        above = above.parent
    near = Unit.objects.filter(Q(pk__in=line) | Q(parent__in=line))
    return list(near.exclude(valid_to__lt=timezone.localdate()).order_by("name", "pk")[:SUGGESTED])


def _edited(
    request: OfficerRequest, found: Process, units: Sequence[Unit], rows: Sequence[StepRow], *, unsaved: bool = False
) -> HttpResponse:
    told = {
        "place": place(request), "process": found, "rows": rows, "count": COUNT, "unsaved": unsaved,
        "suggested": [unit_name(unit) for unit in units],
    }  # fmt: skip
    return render(request, "desk/process_edit.html", told)
