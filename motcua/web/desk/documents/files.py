"""Files of a document and pictures of their first page, opened by who may read the document and by nobody else."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.language import Refusal
from motcua.office.documents.files import current
from motcua.office.documents.models import FileStep
from motcua.office.documents.reading import readable_file
from motcua.office.records.drawing import first_page
from motcua.office.records.store import opened
from motcua.web.desk.documents.reading import READ, one
from motcua.web.shared.officer import OfficerRequest, may


@may(READ)
@require_GET
def file(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """A file as one step left it; its address names the row, never the content."""
    if (found := readable_file(request.user, pk, timezone.localdate())) is None:
        raise Http404
    try:
        content = opened(found.file)
    except Refusal as gone:
        messages.error(request, str(gone))
        return redirect("desk:document", found.document_id)
    answer = FileResponse(content, content_type=found.file.content_type)
    kept_as = "attachment" if found.step == FileStep.SOURCE else "inline"
    ending = "docx" if found.step == FileStep.SOURCE else "pdf"
    answer["Content-Disposition"] = f'{kept_as}; filename="van-ban-{found.document_id}-{found.step}.{ending}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@may(READ)
@require_GET
def preview(request: OfficerRequest, pk: int) -> HttpResponse:
    """The first page of the document as it is now."""
    kept = current(one(request.user, timezone.localdate(), pk))
    if kept is None:
        raise Http404
    try:
        with opened(kept.file) as content:
            picture = first_page(content.read())
    except Refusal as gone:
        raise Http404 from gone
    if picture is None:
        raise Http404
    answer = HttpResponse(picture, content_type="image/png")
    answer["Cache-Control"] = "private, no-store"
    return answer
