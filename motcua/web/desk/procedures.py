"""The catalogue: what the unit takes in, what comes, a procedure with its versions, import and release of versions."""

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
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.language import Refusal, Words, say
from motcua.office.people.models import Level, Officer
from motcua.office.people.policy import terms
from motcua.office.procedures import workbook
from motcua.office.procedures.models import Procedure, Service, Version
from motcua.office.procedures.versions import in_force, release, taken_in
from motcua.web.desk.books import SHEET
from motcua.web.desk.offered import matching
from motcua.web.desk.procedure_place import EDIT, READ, Place, place
from motcua.web.shared.fields import DayField, choice_words, label
from motcua.web.shared.officer import OfficerRequest, may, own_units

PAGE, COMING, SENTENCES = 50, 30, 200
LARGEST = 10_000_000  # bytes
IMPORTED = Words(
    vi="Đã nhập {count} bản nháp; hãy xem lại rồi ban hành.", en="Took in {count} drafts; look, then release."
)
RELEASED = Words(
    vi="Đã ban hành thủ tục {code}, phiên bản “{version}”, hiệu lực từ {begins}.",
    en="Procedure {code}, version “{version}”, was released; it is in force from {begins}.",
)
TOO_LARGE = Words(
    vi="Tệp “{file}” lớn hơn {most} MB; hãy chia thành nhiều tệp.",
    en="The file “{file}” is larger than {most} MB; split it.",
)
KEEPS = Words(
    vi="Hồ sơ tiếp nhận ngày {on} theo phiên bản “{version}” đến khi kết thúc.",
    en="A dossier received on {on} keeps version “{version}” to its end.",
)
KEEPS_NONE = Words(
    vi="Ngày {on} không có phiên bản nào có hiệu lực: không tiếp nhận được.",
    en="No version is in force on {on}: nothing can be received.",
)


class WorkbookForm(forms.Form):
    file = forms.FileField(label=label("Tệp Excel (.xlsx) theo mẫu", "Excel file (.xlsx) as the template"))

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(say(TOO_LARGE, file=file.name, most=LARGEST // 1_000_000))
        return file


class KeepsForm(forms.Form):
    on = DayField(label=label("Hồ sơ tiếp nhận ngày", "Dossier received on"), required=False)


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
    shown |= {"coming": list(_coming(here, whole)[:COMING]), "edits": edits, "drafts": _drafts() if edits else []}
    return render(request, "desk/procedures.html", shown)


@may(READ)
@require_GET
def procedure(request: OfficerRequest, pk: int) -> HttpResponse:
    """Every version that was released, and to those who may release them its drafts."""
    here = place(request)
    found = get_object_or_404(Procedure, pk=pk)
    versions = Version.objects.filter(procedure=found).prefetch_related("components", "fees")
    edits = bool(terms(request.user, EDIT, here.on))
    listed = list((versions if edits else versions.filter(released_at__isnull=False)).order_by("-in_force_from", "-pk"))
    for one in listed:
        one.state = _state(one, here.on)  # type: ignore[attr-defined]
        levels = [choice_words(level, Level(level).label) for level in one.levels]
        one.level_names = ", ".join(say(words) for words in levels)  # type: ignore[attr-defined]
    current = next((one for one in listed if one.state == "now"), listed[0] if listed else None)  # type: ignore[attr-defined]
    shown: dict[str, Any] = {"place": here, "procedure": found, "versions": listed, "current": current, "edits": edits}
    shown |= {"units": _units(found, here.on), "form": (form := KeepsForm(request.GET or None))}
    if form.is_valid() and (on := form.cleaned_data["on"]):
        shown["keeps"] = _keeps(found, on)
    return render(request, "desk/procedure.html", shown)


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


@may(EDIT)
@require_POST
def version_release(request: OfficerRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(Version.objects.select_related("procedure"), pk=pk)
    unit = own_units(request.user, EDIT)[0]
    try:
        made = release(pk, unit=unit, by=request.user, at=timezone.now())
    except Refusal as reason:
        messages.error(request, str(reason))
    else:
        told = {"code": draft.procedure.code, "version": made.version, "begins": f"{made.in_force_from:%d/%m/%Y}"}
        messages.success(request, say(RELEASED, **told))
    return redirect("desk:procedure", draft.procedure_id)


def _taken_in(file: "UploadedFile[Any]", by: Officer) -> list[Version]:
    """The name that the officer gave the file stands in its sentences and in the journal."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(str(file.name)).name
        with path.open("wb") as kept:
            kept.writelines(file.chunks())
        return workbook.import_workbook(path, unit=own_units(by, EDIT)[0], by=by, at=timezone.now())


def _coming(here: Place, whole: bool) -> "QuerySet[Version]":
    """Released and not in force yet."""
    rows = Version.objects.filter(released_at__isnull=False, in_force_from__gt=here.on)
    if not whole:
        rows = rows.filter(procedure__in=Service.objects.filter(unit=here.unit).values("procedure"))
    return rows.select_related("procedure").order_by("in_force_from", "name")


def _drafts() -> "QuerySet[Version]":
    return Version.objects.filter(released_at=None).select_related("procedure").order_by("-pk")[:PAGE]


def _state(version: Version, on: date) -> str:
    if version.released_at is None:
        return "draft"
    if version.in_force_from > on:
        return "coming"
    return "over" if version.in_force_to is not None and version.in_force_to < on else "now"


def _keeps(found: Procedure, on: date) -> str:
    version = in_force(on).filter(procedure=found).first()
    day = f"{on:%d/%m/%Y}"
    return say(KEEPS_NONE, on=day) if version is None else say(KEEPS, on=day, version=version.version)


def _units(found: Procedure, on: date) -> int:
    """How many units take it in."""
    return Service.objects.filter(procedure=found, valid_from__lte=on).exclude(valid_to__lt=on).count()
