"""Officers as their administrator sees them: the list, a new account, one officer and what may be done to them."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.language import Words, say
from motcua.office.people.administering import works_in
from motcua.office.people.enrolment import enrol
from motcua.office.people.models import Officer, Position, Substitution, Unit
from motcua.office.people.policy import ADMINISTER
from motcua.office.people.policy import may as allowed
from motcua.office.people.roster import lasts, matching, members
from motcua.web.desk.officers_acts import ALL, OfficerAct, offered
from motcua.web.desk.officers_forms import EnrolForm, OfficerForm, Seen
from motcua.web.desk.reading import within
from motcua.web.shared.fields import attempted, label
from motcua.web.shared.officer import OfficerRequest, may

PAGE = 50
ASKED = "officers"
DONE = Words(vi="Đã ghi: {act} – {officer}.", en="Done: {act} – {officer}.")


class NameForm(forms.Form):
    words = forms.CharField(
        label=label("Họ tên hoặc tên đăng nhập", "Name or sign-in name"),
        help_text=label("Không cần gõ dấu. Để trống: tất cả.", "Diacritics are not needed. Left empty: all."),
        max_length=120, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
    )  # fmt: skip


@may(ADMINISTER)
@require_http_methods(["GET", "POST"])
def officers(request: OfficerRequest) -> HttpResponse:
    """What was asked stands in the session, in no address."""
    at = timezone.now()
    form = NameForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        request.session[ASKED] = form.cleaned_data["words"]
        return redirect("desk:officers")
    words = request.session.get(ASKED, "")
    found = matching(administered(request.user, timezone.localdate(at)), words).order_by("full_name", "pk")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    told = {"form": NameForm(initial={"words": words}), "page": page, "members": members(list(page.object_list), at)}
    return render(request, "desk/officers.html", told)


@never_cache
@may(ADMINISTER)
@require_http_methods(["GET", "POST"])
def officer_new(request: OfficerRequest) -> HttpResponse:
    """A new account; its first password stands in the answer alone."""
    at = timezone.now()
    on = timezone.localdate(at)
    form = EnrolForm(request.POST or None, units=units_of(request.user, on), initial={"from_on": on})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = attempted(form, lambda: enrol(said["username"], said["full_name"], form.post(), by=request.user, at=at))
        if made is not None:
            return _page(request, made[0], told=made[1])
    return render(request, "desk/officer_new.html", {"form": form})


@may(ADMINISTER)
@require_GET
def officer(request: OfficerRequest, pk: int) -> HttpResponse:
    return _page(request, _one(request.user, pk))


@never_cache
@may(ADMINISTER)
@require_POST
def officer_act(request: OfficerRequest, pk: int, name: str) -> HttpResponse:
    """One act of the office. What it refuses is said beside its form, on the same page."""
    at = timezone.now()
    found = _one(request.user, pk)
    if (chosen := ALL.get(name)) is None:
        raise Http404
    form = chosen.form(request.POST, seen=_seen(request, found), prefix=name)
    if form.is_valid():
        done = attempted(form, lambda: chosen.call(found, form, request.user, at) or True)
        if done is not None:
            if chosen.tells:
                return _page(request, _one(request.user, pk), told=str(done))
            messages.success(request, say(DONE, act=say(chosen.title), officer=found.full_name))
            return redirect("desk:officer", pk)
    return _page(request, found, chosen, form)


def administered(by: Officer, on: date) -> "QuerySet[Officer]":
    """Who holds, held or stands in for a position in the administrator's units."""
    held = within(Position.objects.all(), by, ADMINISTER, on, domain="")
    stood_in = within(Substitution.objects.all(), by, ADMINISTER, on, unit="position__unit", domain="")
    return Officer.objects.filter(Q(pk__in=held.values("officer")) | Q(pk__in=stood_in.values("substitute")))


def units_of(by: Officer, on: date) -> "QuerySet[Unit]":
    """The administrator's units that exist: where positions can be given."""
    found = within(Unit.objects.all(), by, ADMINISTER, on, unit="pk", domain="")
    there: QuerySet[Unit] = found.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)
    return there.order_by("level", "name", "pk")


def _one(by: Officer, pk: int) -> Officer:
    found = administered(by, timezone.localdate()).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _seen(request: OfficerRequest, found: Officer) -> Seen:
    at, by = timezone.now(), request.user
    on, member = timezone.localdate(at), members([found], at)[0]
    held = [one for one in member.positions if lasts(one, on) and allowed(by, ADMINISTER, one.unit, None, on)]
    there = Q(unit__in=[one.unit_id for one in held]) & (Q(to_on=None) | Q(to_on__gte=on))
    colleagues = Officer.objects.filter(pk__in=Position.objects.filter(there).values("officer"), is_active=True)
    return Seen(
        member,
        on,
        units_of(by, on),
        held,
        [row for one in held for row in one.substitutions.all()],
        colleagues.exclude(pk=found.pk).order_by("full_name", "pk"),
        own=found.pk == by.pk,
        all_ours=all(allowed(by, ADMINISTER, unit, None, on) for unit in works_in(found, on)),
    )


def _page(
    request: OfficerRequest,
    found: Officer,
    tried: OfficerAct | None = None,
    form: OfficerForm | None = None,
    told: str = "",
) -> HttpResponse:
    seen = _seen(request, found)
    first = {"from_on": seen.on, "to_on": None}
    acts = [
        (one, say(one.title), form if one == tried else one.form(seen=seen, prefix=one.name, initial=first))
        for one in ALL.values()
        if one == tried or one in offered(seen)
    ]
    shown: dict[str, Any] = {
        "member": seen.member, "seen": seen, "acts": acts, "tried": tried, "told": told, "on": seen.on
    }  # fmt: skip
    return render(request, "desk/officer.html", shown)
