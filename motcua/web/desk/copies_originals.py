"""Files as they came in, untouched, where a copy was put together of them: opened by who may read its dossier."""

from django.contrib import messages
from django.db.models import Q
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.language import Refusal
from motcua.office.dossiers.digitisation import copies_in_use
from motcua.office.dossiers.models import CopyOriginal
from motcua.office.dossiers.reuse import dossier_of
from motcua.office.records.content import PDF
from motcua.office.records.pictures import JPEG, PNG
from motcua.office.records.store import opened
from motcua.web.desk.reading import READ, readable
from motcua.web.shared.officer import OfficerRequest, may

ENDINGS = {PDF: "pdf", JPEG: "jpg", PNG: "png"}  # what a copy is put together of, and nothing else is served


@may(READ)
@require_GET
def original(request: OfficerRequest, pk: int, no: int) -> HttpResponseBase:
    """The one of that number; its address names the copy, never the content."""
    mine = readable(request.user, timezone.localdate()).values("pk")
    of = Q(result__dossier__in=mine) | Q(component__dossier__in=mine)
    rows = CopyOriginal.objects.filter(copy__in=copies_in_use().filter(of), copy=pk, no=no)
    beside = ("file", "copy__result__dossier", "copy__component__dossier")
    found = rows.filter(file__content_type__in=ENDINGS).select_related(*beside).first()
    if found is None:
        raise Http404
    dossier = dossier_of(found.copy)
    try:
        content = opened(found.file)
    except Refusal as gone:
        messages.error(request, str(gone))
        return redirect("desk:dossier", dossier.pk)
    kind = found.file.content_type
    answer = FileResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'inline; filename="ban-goc-{no}-{dossier.code}.{ENDINGS[kind]}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
