"""Where an officer begins: the work in hand, or for those without the first page that is theirs."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from motcua.office.people.policy import terms
from motcua.web.desk.navigation import items
from motcua.web.desk.reading import READ
from motcua.web.desk.work import work
from motcua.web.shared.officer import officer_of


def start(request: HttpRequest) -> HttpResponseBase:
    """An administrator has no work with dossiers, and must not land on a refusal after signing in."""
    officer = officer_of(request)
    if officer is not None and not terms(officer, READ, timezone.localdate()) and (places := items(request)):
        return redirect(places[0].address)
    return work(request)
