"""Which unit a page is about: one of those in which the officer may do what the page offers; the pages beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.people.models import Unit
from motcua.web.desk.reading import within
from motcua.web.shared.officer import OfficerRequest, own_units


@dataclass(frozen=True)
class Tab:
    address: str
    name: str
    here: bool


@dataclass(frozen=True)
class Place:
    """The unit looked at, those that could be, the pages beside this one."""

    unit: Unit
    units: Sequence[Unit]
    on: date
    tabs: Sequence[Tab]

    def address(self, view: str, *keys: object) -> str:
        return f"{reverse(view, args=keys)}?{urlencode({'unit': self.unit.pk})}"


def place_of(request: OfficerRequest, act: str, tabs: Sequence[tuple[str, Words]]) -> Place:
    """The unit named in the address, else the officer's own. 404 where they may not do the act in it."""
    on = timezone.localdate()
    units = list(within(Unit.objects.all(), request.user, act, on, unit="pk", domain="").order_by("name", "pk"))
    asked = request.GET.get("unit", "")
    own = {unit.pk for unit in own_units(request.user, act)}
    chosen = [unit for unit in units if str(unit.pk) == asked] if asked else [one for one in units if one.pk in own]
    if not chosen:
        raise Http404
    unit, here = chosen[0], request.resolver_match
    view = here.view_name if here else ""
    shown = [Tab(f"{reverse(name)}?unit={unit.pk}", say(words), name == view) for name, words in tabs]
    return Place(unit, [one for one in units if one.valid_to is None or one.valid_to >= on or one == unit], on, shown)
