"""One document: what stands on it, where it is on its way, its files with what validation found, what may be done."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from motcua.language import Words, say
from motcua.office.documents.dispatch import issue_by, late
from motcua.office.documents.kinds import kind
from motcua.office.documents.models import DocumentFile, FileStep, OutgoingDocument, State, Verdict
from motcua.office.documents.reading import readable
from motcua.office.people.policy import may as allowed
from motcua.web.desk.documents.acts import ACTS, BY_NAME, DocumentAct
from motcua.web.desk.documents.reading import READ, one, state_word
from motcua.web.shared.fields import attempted
from motcua.web.shared.officer import OfficerRequest, may

DONE = Words(vi="{act}: văn bản {document}, nay “{state}”.", en="{act}: document {document}, now “{state}”.")

REPLACES = Words(vi="Thay thế", en="Replaces")
CORRECTS = Words(vi="Đính chính", en="Corrects")
REPLACED_BY = Words(vi="Được thay bằng", en="Replaced by")
CORRECTED_BY = Words(vi="Được đính chính bằng", en="Corrected by")
TO_COME = Words(vi="Dự thảo thay thế, đính chính", en="Draft to replace or correct it")


@may(READ)
@require_GET
def document(request: OfficerRequest, pk: int) -> HttpResponse:
    return _page(request, one(request.user, timezone.localdate(), pk))


@may(READ)
@require_POST
def act(request: OfficerRequest, pk: int, name: str) -> HttpResponse:
    kept = one(request.user, timezone.localdate(), pk)
    if (tried := BY_NAME.get(name)) is None:
        raise Http404
    form = tried.form(request.POST, request.FILES)
    if form.is_valid():
        done = attempted(form, lambda: tried.call(kept, form.cleaned_data, request.user, timezone.now()))
        if done is not None:
            now = one(request.user, timezone.localdate(), pk)
            messages.success(request, say(DONE, act=say(tried.title), document=now, state=state_word(now)))
            return redirect("desk:document", pk)
    return _page(request, kept, tried, form)


def _page(
    request: OfficerRequest, kept: OutgoingDocument, tried: DocumentAct | None = None, form: forms.Form | None = None
) -> HttpResponse:
    on, now = timezone.localdate(), timezone.now()
    offered = [
        (one_act, say(one_act.title), form if one_act is tried and form else one_act.form())
        for one_act in ACTS
        if one_act is tried or one_act.fits(kept, request.user, on)
    ]
    files = list(kept.files.select_related("file", "by"))
    verdicts = {one.file_id: one for one in Verdict.objects.filter(file__in=[one.file_id for one in files])}
    last = next((one for one in reversed(files) if one.step != FileStep.SOURCE), None)
    by_day = issue_by(kept) if kept.issued_at is None else None
    shown: dict[str, Any] = {
        "document": kept, "kind": kind(kept.kind).name, "state": state_word(kept), "acts": offered, "tried": tried,
        "recipients": kept.recipients.all(), "files": files, "last": last,
        "verdict": verdicts.get(last.file_id) if last else None,
        "by_day": by_day, "late": by_day is not None and late(kept, now),
        "links": _links(request, kept), "waits": _waits(request, kept), "reasons": _reasons(last, verdicts),
        "beside": _beside(request, kept, on),
    }  # fmt: skip
    return render(request, "desk/document.html", shown)


def _beside(request: OfficerRequest, kept: OutgoingDocument, on: date) -> list[tuple[str, OutgoingDocument]]:
    """What it replaces or corrects, or does so to it, each with how; of those that the officer may read."""
    rows = readable(request.user, on)
    found = [
        (REPLACES, rows.filter(replaced_by=kept)),
        (CORRECTS, rows.filter(corrections=kept)),
        (REPLACED_BY, rows.filter(replaces=kept, issued_at__isnull=False)),
        (CORRECTED_BY, rows.filter(corrects=kept, issued_at__isnull=False).order_by("pk")),
        (TO_COME, rows.filter(Q(replaces=kept) | Q(corrects=kept), issued_at=None).order_by("pk")),
    ]
    return [(say(how), other) for how, others in found for other in others]


def _waits(request: OfficerRequest, kept: OutgoingDocument) -> str:
    """What the queue has of it for this officer, empty for nothing."""
    on, digital = timezone.localdate(), not kept.on_paper
    if kept.state == State.APPROVED and kept.signer_id == request.user.pk:
        return say(Words(vi="Ký số", en="Sign digitally"))
    sealing = kept.state == State.NUMBERED and kept.needs_seal and digital
    seals = sealing and allowed(request.user, "document.seal", kept.unit, None, on)
    return say(Words(vi="Ký số của cơ quan", en="Seal digitally")) if seals else ""


def _reasons(last: DocumentFile | None, verdicts: Mapping[int, Verdict]) -> list[str]:
    """Why each signature holds or does not, as validation said."""
    found = None if last is None else verdicts.get(last.file_id)
    return [] if found is None else found.why


def _links(request: OfficerRequest, kept: OutgoingDocument) -> list[tuple[str, str]]:
    """Pages that begin or change a draft, and the queue where it waits to be signed."""
    on, state = timezone.localdate(), kept.state
    found = []
    if state in (State.DRAFTED, State.SENT_BACK):
        found.append(("document.draft", "desk:document-redraft", Words(vi="Sửa dự thảo", en="Draft anew")))
    if state == State.ISSUED:
        found.append(("document.replace", "desk:document-replace", Words(vi="Thay thế", en="Replace")))
        found.append(("document.correct", "desk:document-correct", Words(vi="Đính chính", en="Correct")))
    return [(view, say(words)) for name, view, words in found if allowed(request.user, name, kept.unit, None, on)]
