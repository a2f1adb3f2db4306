"""Drafts: a new one, one told anew, one that takes the place of an issued document or puts its format right."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from motcua.language import Words, say
from motcua.office.documents.acts import afterwards, drafting
from motcua.office.documents.guards.drafting import CORRECTION
from motcua.office.documents.house import TO
from motcua.office.documents.models import OutgoingDocument
from motcua.office.documents.told import Draft
from motcua.office.people.models import Officer
from motcua.web.desk.documents.forms import KEPT, DraftForm, form_choices, made_of, offered, started
from motcua.web.desk.documents.places import place
from motcua.web.desk.documents.reading import one
from motcua.web.desk.reading import readable
from motcua.web.shared.fields import attempted
from motcua.web.shared.officer import OfficerRequest, may

DRAFT, REPLACE, CORRECT = "document.draft", "document.replace", "document.correct"
DRAFTED = Words(vi="Đã lưu dự thảo “{subject}”.", en="The draft “{subject}” is kept.")
TITLES = {
    "new": Words(vi="Dự thảo văn bản", en="Draft a document"),
    "redraft": Words(vi="Sửa dự thảo", en="Draft anew"),
    "replace": Words(vi="Thay thế văn bản {document}", en="Replace document {document}"),
    "correct": Words(vi="Đính chính văn bản {document}", en="Correct document {document}"),
}
Call = Callable[[Draft, Officer, datetime], OutgoingDocument]


@may(DRAFT)
@require_http_methods(["GET", "POST"])
def new(request: OfficerRequest) -> HttpResponse:
    """First what it is made of, then its fields."""
    here = place(request, DRAFT)
    chosen = request.GET.get("form", "")
    asked = {"recipients": KEPT} | _of_dossier(request)
    if not offered(chosen, here.unit):
        shown = {"place": here, "choices": form_choices(here.unit), "title": say(TITLES["new"]), "asked": request.GET}
        return render(request, "desk/document_new.html", shown)
    form = DraftForm(*_sent(request), made_of=chosen, unit=here.unit, on=here.on, initial=asked)
    return _answered(request, form, lambda told, by, at: drafting.draft(told, by=by, at=at), say(TITLES["new"]))


@may(DRAFT)
@require_http_methods(["GET", "POST"])
def redraft(request: OfficerRequest, pk: int) -> HttpResponse:
    kept = one(request.user, timezone.localdate(), pk)
    form = _form(request, kept, made_of(kept))
    return _answered(
        request, form, lambda told, by, at: drafting.redraft(pk, told, by=by, at=at), say(TITLES["redraft"])
    )


@may(REPLACE)
@require_http_methods(["GET", "POST"])
def replace(request: OfficerRequest, pk: int) -> HttpResponse:
    kept = one(request.user, timezone.localdate(), pk)
    form = _form(request, kept, made_of(kept))
    title = say(TITLES["replace"], document=kept)
    return _answered(request, form, lambda told, by, at: afterwards.replace(pk, told, by=by, at=at), title)


@may(CORRECT)
@require_http_methods(["GET", "POST"])
def correct(request: OfficerRequest, pk: int) -> HttpResponse:
    kept = one(request.user, timezone.localdate(), pk)
    form = _form(request, kept, CORRECTION)
    title = say(TITLES["correct"], document=kept)
    return _answered(request, form, lambda told, by, at: afterwards.correct(pk, told, by=by, at=at), title)


def _of_dossier(request: OfficerRequest) -> dict[str, str]:
    """Code and applicant of the dossier that the document belongs to, where its page led here and one may read it."""
    asked = request.GET.get("dossier", "")
    rows = readable(request.user, timezone.localdate()).select_related("applicant")
    found = rows.filter(pk=int(asked)).first() if asked.isdecimal() else None
    return {} if found is None else {"dossier_code": found.code, f"place-{TO.name}": found.applicant.name}


def _form(request: OfficerRequest, kept: OutgoingDocument, of: str) -> DraftForm:
    """Filled as the document is, where both are made of the same."""
    initial = started(kept)
    if of == CORRECTION:
        initial = {"recipients": initial["recipients"], "signing": initial["signing"]}
    return DraftForm(*_sent(request), made_of=of, unit=kept.unit, on=timezone.localdate(), initial=initial)


def _sent(request: OfficerRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _answered(request: OfficerRequest, form: DraftForm, call: Call, title: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        made = attempted(form, lambda: call(form.told(), request.user, timezone.now()))
        if made is not None:
            messages.success(request, say(DRAFTED, subject=made.subject))
            return redirect("desk:document", made.pk)
    return render(request, "desk/document_new.html", {"form": form, "title": title})
