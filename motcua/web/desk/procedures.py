"""The catalogue: what the unit takes in, what comes, drafts that wait for release, and the import of a workbook."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from motcua.language import Refusal, Words, say
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import terms
from motcua.office.procedures import workbook
from motcua.office.procedures.models import Review, Service, Version
from motcua.office.procedures.postings import missing
from motcua.office.procedures.reviews import lacking
from motcua.office.procedures.versions import in_force, taken_in
from motcua.web.desk.books import SHEET
from motcua.web.desk.offered import matching
from motcua.web.desk.place import Place
from motcua.web.desk.procedure_place import EDIT, READ, place
from motcua.web.desk.reading import within
from motcua.web.shared.fields import label
from motcua.web.shared.officer import OfficerRequest, may, own_units

PAGE, COMING, SENTENCES = 50, 30, 200
LARGEST = 10_000_000  # bytes
IMPORTED = Words(
    vi="Đã nhập {count} bản nháp; hãy xem lại rồi ban hành.", en="Took in {count} drafts; look, then release."
)
TOO_LARGE = Words(
    vi="Tệp “{file}” lớn hơn {most} MB; hãy chia thành nhiều tệp.",
    en="The file “{file}” is larger than {most} MB; split it.",
)


class WorkbookForm(forms.Form):
    file = forms.FileField(label=label("Tệp Excel (.xlsx) theo mẫu", "Excel file (.xlsx) as the template"))

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(say(TOO_LARGE, file=file.name, most=LARGEST // 1_000_000))
        return file


@may(READ)
@require_GET
def procedures(request: OfficerRequest) -> HttpResponse:
    """What the unit takes in today, or the whole catalogue; beside it what comes and what waits to be released."""
    here = place(request)
    words, whole = request.GET.get("words", "")[:100], request.GET.get("all") == "1"
    rows = in_force(here.on) if whole else taken_in(here.unit, here.on)
    listed = rows.filter(matching(words)).select_related("procedure").order_by("domain", "name", "pk")
    page = Paginator(listed, PAGE).get_page(request.GET.get("page"))
    shown = {"place": here, "words": words, "whole": whole, "page": page, "rows": list(page.object_list)}
    edits = bool(terms(request.user, EDIT, here.on))
    shown["unposted"] = len(missing(here.unit, here.on))
    shown["unreviewed"] = unreviewed(request.user, here.on, READ, unit=here.unit)
    shown |= {"coming": list(_coming(here, whole)[:COMING]), "edits": edits, "drafts": _drafts() if edits else []}
    return render(request, "desk/procedures.html", shown)


@may(EDIT)
@require_GET
def template(request: OfficerRequest) -> HttpResponse:  # noqa: ARG001  the same for everyone
    answer = HttpResponse(workbook.template(), content_type=SHEET)
    answer["Content-Disposition"] = 'attachment; filename="thu-tuc.xlsx"'
    return answer


@may(EDIT)
@require_http_methods(["GET", "POST"])
def imported(request: OfficerRequest) -> HttpResponse:
    """Drafts of a workbook. All that is wrong with it is said by sheet, row and column; nothing is written then."""
    form = WorkbookForm(request.POST or None, request.FILES or None)
    wrong: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            made = _taken_in(form.cleaned_data["file"], request.user)
        except workbook.WorkbookRefused as reason:
            wrong = reason.sentences
        except Refusal as reason:
            wrong = [str(reason)]
        else:
            messages.success(request, say(IMPORTED, count=len(made)))
            return redirect("desk:procedures")
    shown = {"form": form, "wrong": wrong[:SENTENCES], "count": len(wrong), "place": place(request)}
    shown["more"] = max(0, len(wrong) - SENTENCES)
    return render(request, "desk/procedures_import.html", shown)


def _taken_in(file: "UploadedFile[Any]", by: Officer) -> list[Version]:
    """The name that the officer gave the file stands in its sentences and in the journal."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(str(file.name)).name
        with path.open("wb") as kept:
            kept.writelines(file.chunks())
        return workbook.import_workbook(path, unit=own_units(by, EDIT)[0], by=by, at=timezone.now())


def unreviewed(officer: Officer, on: date, act: str, **place: Unit) -> int:
    """How many reviews of those that the officer may do the act to are soon or late, and not done in all contents."""
    return len(lacking(within(Review.objects.filter(contents_complete=False, **place), officer, act, on), on))


def _coming(here: Place, whole: bool) -> "QuerySet[Version]":
    """Released and not in force yet."""
    rows = Version.objects.filter(released_at__isnull=False, in_force_from__gt=here.on)
    if not whole:
        rows = rows.filter(procedure__in=Service.objects.filter(unit=here.unit).values("procedure"))
    return rows.select_related("procedure").order_by("in_force_from", "name")


def _drafts() -> "QuerySet[Version]":
    return Version.objects.filter(released_at=None).select_related("procedure").order_by("-pk")[:PAGE]
