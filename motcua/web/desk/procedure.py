"""One procedure: its versions, the one a dossier of a day keeps, whether the unit takes it in; release of a draft."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from motcua.language import Refusal, Words, say
from motcua.office.people.models import Level
from motcua.office.people.policy import may as allowed
from motcua.office.people.policy import terms
from motcua.office.procedures.editions import edition
from motcua.office.procedures.models import Procedure, Service, Version
from motcua.office.procedures.services import stop_taking_in, take_in
from motcua.office.procedures.versions import in_force, release
from motcua.web.desk.place import Place
from motcua.web.desk.procedure_place import EDIT, OFFER, READ, place
from motcua.web.shared.fields import DayField, attempted, choice_words, label
from motcua.web.shared.officer import OfficerRequest, may, own_units

RELEASED = Words(
    vi="Đã ban hành thủ tục {code}, phiên bản “{version}”, hiệu lực từ {begins}.",
    en="Procedure {code}, version “{version}”, was released; it is in force from {begins}.",
)
KEEPS = Words(
    vi="Hồ sơ tiếp nhận ngày {on} theo phiên bản “{version}” đến khi kết thúc.",
    en="A dossier received on {on} keeps version “{version}” to its end.",
)
KEEPS_NONE = Words(
    vi="Ngày {on} không có phiên bản nào có hiệu lực: không tiếp nhận được.",
    en="No version is in force on {on}: nothing can be received.",
)
BEGUN = Words(vi="{unit} tiếp nhận thủ tục {code} từ {on}.", en="{unit} takes procedure {code} in from {on}.")
STOPPED = Words(vi="{unit} tiếp nhận thủ tục {code} đến hết {on}.", en="{unit} takes procedure {code} in until {on}.")


@dataclass(frozen=True)
class Shown:
    """A version as the page shows it: draft, coming, now or over; the levels that are competent."""

    version: Version
    state: str
    levels: str


class KeepsForm(forms.Form):
    on = DayField(label=label("Hồ sơ tiếp nhận ngày", "Dossier received on"), required=False)


class OfferForm(forms.Form):
    day = DayField(label=label("Từ ngày", "From"))


class StopForm(forms.Form):
    day = DayField(label=label("Ngày tiếp nhận cuối cùng", "Last day"))


@may(READ)
@require_GET
def procedure(request: OfficerRequest, pk: int) -> HttpResponse:
    """Every version that was released, and to those who may release them its drafts."""
    return _page(request, place(request), get_object_or_404(Procedure, pk=pk))


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
        told = {"code": draft.procedure.code, "version": edition(made), "begins": _day(made.in_force_from)}
        messages.success(request, say(RELEASED, **told))
    return redirect("desk:procedure", draft.procedure_id)


@may(OFFER)
@require_POST
def take_in_here(request: OfficerRequest, pk: int) -> HttpResponse:
    here, found, form = place(request, OFFER), get_object_or_404(Procedure, pk=pk), OfferForm(request.POST)
    if form.is_valid():
        told = {"from_on": form.cleaned_data["day"], "by": request.user, "at": timezone.now()}
        made = attempted(form, lambda: take_in(found, here.unit, **told))
        if made is not None:
            messages.success(request, say(BEGUN, unit=here.unit.name, code=found.code, on=_day(made.valid_from)))
            return redirect(here.address("desk:procedure", pk))
    return _page(request, here, found, form)


@may(OFFER)
@require_POST
def stop_here(request: OfficerRequest, pk: int) -> HttpResponse:
    here, found, form = place(request, OFFER), get_object_or_404(Procedure, pk=pk), StopForm(request.POST)
    if (service := _service(found, here)) is None:
        raise Http404
    if form.is_valid():
        told = {"last_on": form.cleaned_data["day"], "by": request.user, "at": timezone.now()}
        done = attempted(form, lambda: stop_taking_in(service.pk, **told))
        if done is not None:
            said = {"unit": here.unit.name, "code": found.code, "on": f"{done.valid_to:%d/%m/%Y}"}
            messages.success(request, say(STOPPED, **said))
            return redirect(here.address("desk:procedure", pk))
    return _page(request, here, found, form)


def _page(request: OfficerRequest, here: Place, found: Procedure, tried: forms.Form | None = None) -> HttpResponse:
    edits = bool(terms(request.user, EDIT, here.on))
    versions = _versions(found, here.on, drafts=edits)
    current = next((one for one in versions if one.state == "now"), versions[0] if versions else None)
    shown: dict[str, Any] = {"place": here, "procedure": found, "versions": versions, "current": current}
    shown |= _offered(request, here, found, tried)
    form = KeepsForm(request.GET or None)
    if form.is_valid() and (on := form.cleaned_data["on"]):
        shown["keeps"] = _keeps(found, on)
    return render(request, "desk/procedure.html", shown | {"form": form})


def _offered(request: OfficerRequest, here: Place, found: Procedure, tried: forms.Form | None) -> dict[str, Any]:
    """How many units take it in, this one among them or not, and the form to begin or end."""
    service = _service(found, here)
    form = tried
    if form is None and allowed(request.user, OFFER, here.unit, None, here.on):
        kind = OfferForm if service is None else StopForm
        form = None if service is not None and service.valid_to else kind(initial={"day": here.on})
    units = Service.objects.filter(procedure=found, valid_from__lte=here.on).exclude(valid_to__lt=here.on).count()
    return {"units": units, "service": service, "offering": form}


def _service(found: Procedure, here: Place) -> Service | None:
    """By which the unit takes it in now or will."""
    rows = Service.objects.filter(procedure=found, unit=here.unit).exclude(valid_to__lt=here.on)
    return rows.order_by("valid_from").first()


def _versions(found: Procedure, on: date, *, drafts: bool) -> list[Shown]:
    rows = Version.objects.filter(procedure=found).prefetch_related("components", "fees")
    listed = (rows if drafts else rows.filter(released_at__isnull=False)).order_by("-in_force_from", "-pk")
    return [Shown(one, _state(one, on), _levels(one)) for one in listed]


def _levels(version: Version) -> str:
    return ", ".join(say(choice_words(level, Level(level).label)) for level in version.levels)


def _state(version: Version, on: date) -> str:
    if version.released_at is None:
        return "draft"
    if version.in_force_from > on:
        return "coming"
    return "over" if version.in_force_to is not None and version.in_force_to < on else "now"


def _keeps(found: Procedure, on: date) -> str:
    version = in_force(on).filter(procedure=found).first()
    return say(KEEPS_NONE, on=_day(on)) if version is None else say(KEEPS, on=_day(on), version=edition(version))


def _day(on: date) -> str:
    return f"{on:%d/%m/%Y}"
