"""Postings of a unit: what hangs at which place in which version, what is missing, putting up and taking down."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from motcua.language import Refusal, Words, say
from motcua.office.people import policy
from motcua.office.procedures.models import Posting, Version
from motcua.office.procedures.postings import missing, post_many, remove
from motcua.office.procedures.versions import taken_in
from motcua.web.desk.place import Place
from motcua.web.desk.procedure_place import POST, READ, place
from motcua.web.desk.reception_forms import text
from motcua.web.shared.fields import DayField, label, offer_rows, refused
from motcua.web.shared.officer import OfficerRequest, may

PAGE = 50
POSTED = Words(vi="Đã ghi niêm yết {count} thủ tục tại “{place}”.", en="{count} procedures are posted at “{place}”.")
REMOVED = Words(vi="Đã ghi gỡ {count} bản niêm yết.", en="{count} postings were taken down.")
NONE_TICKED = Words(vi="Chưa đánh dấu bản niêm yết nào.", en="No posting was ticked.")


class PostForm(forms.Form):
    """Where, since when and how; which versions is ticked in the list above."""

    versions = forms.ModelMultipleChoiceField(Version.objects.none(), label=label("Thủ tục", "Procedures"))
    where = text("Nơi niêm yết", "Place", 120, required=True, placeholder="Bảng niêm yết Bộ phận Một cửa")
    on = DayField(label=label("Ngày niêm yết", "Day put up"))
    complete = forms.BooleanField(
        label=label("Niêm yết đầy đủ nội dung", "Posted in full"), required=False, initial=True
    )
    qr = forms.BooleanField(label=label("Có mã QR", "With a QR code"), required=False)

    def __init__(self, *args: Any, here: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "versions", taken_in(here.unit, here.on).select_related("procedure"))


class RemoveForm(forms.Form):
    """When; which ones is ticked in the list above."""

    off = DayField(label=label("Ngày gỡ", "Day taken down"))


@may(READ)
@require_GET
def postings(request: OfficerRequest) -> HttpResponse:
    here = place(request)
    return _page(request, here)


@may(POST)
@require_POST
def post_ticked(request: OfficerRequest) -> HttpResponse:
    """All that was ticked, or, where the office refuses one, none."""
    here, now = place(request, POST), timezone.now()
    form = PostForm(request.POST, here=here)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("on", "complete", "qr")}
        where = form.cleaned_data["where"]
        made = _tried(form, lambda: post_many(form.cleaned_data["versions"], here.unit, place=where, **said,
                                              by=request.user, at=now))  # fmt: skip
        if made:
            messages.success(request, say(POSTED, count=len(made), place=where))
            return redirect(here.address("desk:postings"))
    return _page(request, here, form=form)


@may(POST)
@require_POST
def remove_ticked(request: OfficerRequest) -> HttpResponse:
    here, now = place(request, POST), timezone.now()
    form = RemoveForm(request.POST)
    ticked = Posting.objects.filter(
        unit=here.unit, pk__in=[pk for pk in request.POST.getlist("posting") if pk.isdigit()]
    )
    if not ticked:
        refused(form, NONE_TICKED)
    elif form.is_valid():
        off = form.cleaned_data["off"]
        done = _tried(form, lambda: [remove(one.pk, on=off, by=request.user, at=now) for one in ticked])
        if done:
            messages.success(request, say(REMOVED, count=len(done)))
            return redirect(here.address("desk:postings"))
    return _page(request, here, removing=form)


def _tried(form: forms.Form, act: Callable[[], list[Posting]]) -> list[Posting]:
    """What the act did; nothing where the office refused, whatever it had done before it came to that."""
    try:
        with transaction.atomic():
            return act()
    except Refusal as reason:
        form.add_error(None, str(reason))
        return []


def _page(
    request: OfficerRequest, here: Place, *, form: PostForm | None = None, removing: RemoveForm | None = None
) -> HttpResponse:
    lacking = [(one.version, say(one.words, **one.values)) for one in missing(here.unit, here.on)]
    hanging = Posting.objects.filter(unit=here.unit, removed_on=None).select_related("version__procedure")
    page = Paginator(hanging.order_by("place", "version__name", "pk"), PAGE).get_page(request.GET.get("page"))
    rows = [(row, (row.version.in_force_to or date.max) < here.on) for row in page.object_list]
    shown = {
        "ticked": {int(pk) for pk in request.POST.getlist("versions") if pk.isdecimal()},
        "place": here, "lacking": lacking[:PAGE], "more": max(0, len(lacking) - PAGE), "count": len(lacking),
        "page": page, "rows": rows, "may_post": policy.may(request.user, POST, here.unit, None, here.on),
        "form": form or PostForm(here=here, initial={"on": here.on}),
        "removing": removing or RemoveForm(initial={"off": here.on}),
    }  # fmt: skip
    return render(request, "desk/postings.html", shown)
