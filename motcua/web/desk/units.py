"""Units as their administrator sees them: the tree with its days and successors, who works in which role today."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.language import Words, say
from motcua.office.people.models import Role, Unit
from motcua.office.people.policy import ADMINISTER
from motcua.office.people.roster import Holder, staff, vacant
from motcua.web.desk.reading import within
from motcua.web.shared.fields import choice_words
from motcua.web.shared.officer import OfficerRequest, may, own_units

NOBODY = {
    Role.RECEPTION: Words(vi="không nhận, không trả được hồ sơ", en="no dossier is received or returned"),
    Role.SPECIALIST: Words(vi="không ai thẩm định, đề xuất được", en="nobody can assess and propose"),
    Role.HEAD: Words(vi="không ai duyệt, ký được", en="nobody can approve and sign"),
}


@may(ADMINISTER)
@require_GET
def units(request: OfficerRequest) -> HttpResponse:
    """The first of the administrator's own units."""
    return _page(request, own_units(request.user, ADMINISTER)[0])


@may(ADMINISTER)
@require_GET
def unit(request: OfficerRequest, pk: int) -> HttpResponse:
    found = _ours(request).filter(pk=pk).first()
    if found is None:
        raise Http404
    return _page(request, found)


def _ours(request: OfficerRequest) -> Any:
    return within(Unit.objects.all(), request.user, ADMINISTER, timezone.localdate(), unit="pk", domain="")


def _page(request: OfficerRequest, found: Unit) -> HttpResponse:
    on = timezone.localdate()
    ours = _ours(request).select_related("successor")
    below = list(ours.filter(parent=found).order_by(F("valid_to").desc(nulls_first=True), "name", "pk"))
    held = staff([found, *below], on)
    return render(request, "desk/units.html", {
        "unit": found, "on": on, "there": exists(found, on), "own": own_units(request.user, ADMINISTER),
        "above": ours.filter(pk=found.parent_id).first(),
        "after": ours.filter(pk=found.successor_id).first(),
        "before": list(ours.filter(successor=found).order_by("name", "pk")),
        "roles": [(role, _word(role), holders, _lack(role, holders)) for role, holders in held[found.pk].items()],
        "below": [(one, *(_manned(held[one.pk]) if exists(one, on) else (False, ""))) for one in below],
    })  # fmt: skip


def exists(unit: Unit, on: date) -> bool:
    return unit.valid_from <= on and (unit.valid_to is None or on <= unit.valid_to)


def _word(role: Role) -> str:
    return say(choice_words(role, str(role.label)))


def _lack(role: Role, holders: list[Holder]) -> str:
    return say(NOBODY[role]) if role in NOBODY and not holders else ""


def _manned(held: Mapping[Role, list[Holder]]) -> tuple[bool, str]:
    """Whether nobody works there at all; else the vital roles that nobody holds."""
    if not any(held.values()):
        return True, ""
    return False, ", ".join(_word(role) for role in vacant(held))
