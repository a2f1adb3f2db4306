"""The page of a dossier: where it is, why due when, papers, slips, steps, history, and what may be done now."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from motcua.language import Refusal, Words, say
from motcua.office.documents.engine import there
from motcua.office.dossiers import deadlines
from motcua.office.dossiers.lifecycle import accepted
from motcua.office.dossiers.models import Dossier, Slip
from motcua.office.dossiers.printed import pdf
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Unit
from motcua.web.desk.acts import ALL, Situation, offered, permitted
from motcua.web.desk.acts.act import ActForm, DeskAct
from motcua.web.desk.acts.offering import NEXT_UP
from motcua.web.desk.beside import facts, legs
from motcua.web.desk.copies import papers, verdict, warnings
from motcua.web.desk.copies_read import copies_read
from motcua.web.desk.documents.of_dossier import documents_of
from motcua.web.desk.documents.signable import unit_to_sign_in
from motcua.web.desk.history import told
from motcua.web.desk.offered import AT_ONCE, NO_TERM
from motcua.web.desk.reading import READ, one, readable, reads, tone
from motcua.web.shared.fields import attempted
from motcua.web.shared.officer import OfficerRequest, may
from motcua.worktime.ledger import explain

SOFTWARE = Words(vi="phần mềm", en="the software")
NOT_ACCEPTED = Words(
    vi="Hồ sơ mới nộp, chưa tiếp nhận; hạn trả tính từ lúc tiếp nhận ghi trên giấy tiếp nhận.",
    en="Filed and not accepted yet; the term runs from the reception that the receipt names.",
)
DONE = Words(vi="Đã ghi: {act} – hồ sơ {code}.", en="Done: {act} – dossier {code}.")


@may(READ)
@require_GET
def dossier(request: OfficerRequest, pk: int) -> HttpResponse:
    return _page(request, one(request.user, timezone.localdate(), pk))


@may(READ)
@require_POST
def act(request: OfficerRequest, pk: int, name: str) -> HttpResponse:
    """One act of the office. What it refuses is said beside its form, on the same page."""
    at = timezone.now()
    found = one(request.user, timezone.localdate(at), pk, beside=())
    if (chosen := ALL.get(name)) is None:
        raise Http404
    now = Situation(found, request.user, timezone.localdate(at))
    if not permitted(chosen, now):
        raise PermissionDenied
    form = chosen.form(request.POST, request.FILES, now=now, prefix=name)
    if form.is_valid():
        done = attempted(form, lambda: chosen.call(now, form.cleaned_data, request.user, at) or True)
        if done is not None:
            messages.success(request, say(DONE, act=say(chosen.title), code=found.code))
            still = reads(request.user, found, timezone.localdate(at))
            return redirect("desk:dossier", pk) if still else redirect("desk:work")
    return _page(request, found, now, chosen, form)


@may(READ)
@require_GET
def slip(request: OfficerRequest, pk: int) -> HttpResponse:
    """The slip as it was issued."""
    found = Slip.objects.select_related("dossier__unit__parent", "dossier__version__procedure").filter(
        pk=pk, dossier__in=readable(request.user, timezone.localdate()).values("pk")
    )
    if (shown := found.first()) is None:
        raise Http404
    try:
        content = pdf(shown)
    except Refusal as reason:
        messages.error(request, str(reason))
        return redirect("desk:dossier", shown.dossier_id)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{shown.kind}-{shown.dossier.code}.pdf"'
    return answer


def _page(
    request: OfficerRequest,
    found: Dossier,
    now: Situation | None = None,
    tried: DeskAct | None = None,
    form: ActForm | None = None,
) -> HttpResponse:
    at = timezone.now()
    now = now or Situation(found, request.user, timezone.localdate(at))
    acts = [(one_, say(one_.title), one_.form(now=now, prefix=one_.name)) for one_ in offered(now) if one_ != tried]
    if tried is not None and form is not None:
        acts.insert(0, (tried, say(tried.title), form))
    shown: dict[str, Any] = {
        "dossier": found, "tone": tone(found, at, at), "now": now,
        "acts": acts, "tried": tried, "first": _first(acts), "why": _why(found),
        "papers": papers(found), "warnings": warnings(now.copy), "verdict": verdict(now.copy),
        "sign_copies_at": _sign_copies_at(now), "slips": found.slips.all(),
        "copies_read": copies_read(found, at),
        "steps": found.steps.select_related("unit", "sender", "officer"),
        "opinions": found.opinions.select_related("unit"), "facts": facts(found),
        "legs": legs(found, request.user, timezone.localdate(at)),
        "history": list(_history(found)), "documents": documents_of(found, request.user, timezone.localdate(at)),
    }  # fmt: skip
    return render(request, "desk/dossier.html", shown)


def _sign_copies_at(now: Situation) -> Unit | None:
    """The unit in which a digital copy of the dossier waits for this officer's signature or for the seal they keep."""
    units = (now.at_hand, now.dossier.competent_unit, now.dossier.received_by_unit)
    return unit_to_sign_in(now.officer, units, now.on, now.dossier) if there() else None


def _first(acts: Sequence[tuple[DeskAct, str, ActForm]]) -> DeskAct | None:
    """What comes next stands open; what is seldom done does not offer itself."""
    return next((act for act, _, _ in acts[:1] if act.name in NEXT_UP or act.name == "pass-on"), None)


def _why(found: Dossier) -> str:
    lines = deadlines.ledger(found)
    if lines:
        return say(explain(lines, deadlines.schedule_of(found.competent_unit)))
    if not accepted(found):
        return say(NOT_ACCEPTED)
    return say(AT_ONCE if found.version.immediate else NO_TERM)


def _history(found: Dossier) -> Iterator[Mapping[str, Any]]:
    """The journal's lines of this dossier, in the order they were written."""
    entries = list(Entry.objects.filter(subject=found.code, unit=found.unit.unit_id).order_by("serial"))
    names = dict(
        Officer.objects.filter(username__in={entry.by for entry in entries}).values_list("username", "full_name")
    )
    for entry in entries:
        yield {
            "at": entry.at,
            "by": names.get(entry.by) or say(SOFTWARE),
            "act": say(told(entry.act)),
        }
