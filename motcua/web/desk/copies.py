"""The digital copy of a result, opened by those who may read its dossier and by nobody else."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.language import Refusal
from motcua.office.dossiers.digitisation import valid_copies
from motcua.office.records.store import opened
from motcua.web.desk.reading import READ, readable
from motcua.web.shared.officer import OfficerRequest, may


@may(READ)
@require_GET
def copy(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """The file as it was kept, in pieces; its address names the copy, never the content."""
    mine = readable(request.user, timezone.localdate()).values("pk")
    rows = valid_copies().filter(pk=pk, result__dossier__in=mine).select_related("file", "result__dossier")
    if (found := rows.first()) is None:
        raise Http404
    dossier = found.result.dossier
    try:
        content = opened(found.file)
    except Refusal as gone:
        messages.error(request, str(gone))
        return redirect("desk:dossier", dossier.pk)
    answer = FileResponse(content, content_type=found.file.content_type)
    answer["Content-Disposition"] = f'inline; filename="ket-qua-{dossier.code}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
