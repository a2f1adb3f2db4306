"""The officer of a request: who they are, which roles they hold today, which views are theirs."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import NEEDS_CODE, roles, terms


class OfficerRequest(HttpRequest):
    """A request of someone signed in."""

    user: Officer


View = Callable[..., HttpResponseBase]


def officer_of(request: HttpRequest) -> Officer | None:
    """Who is signed in, None for nobody."""
    return request.user if request.user.is_authenticated else None


def verified(request: HttpRequest) -> bool:
    """Whether this session gave a one-time code."""
    return getattr(request.user, "otp_device", None) is not None


def needs_code(officer: Officer) -> bool:
    return bool(roles(officer, timezone.localdate()) & NEEDS_CODE)


def may(act: str) -> Callable[[View], View]:
    """The view is for officers who may do the act in some unit today; what they may do it to, the view narrows."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            officer = officer_of(request)
            if officer is None:
                return redirect_to_login(request.get_full_path())
            if not terms(officer, act, timezone.localdate()):
                raise PermissionDenied
            return view(cast(OfficerRequest, request), *args, **kwargs)

        return answer

    return decorate


def signed_in(view: View) -> View:
    """The view is for everyone who is signed in."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if officer_of(request) is None:
            return redirect_to_login(request.get_full_path())
        return view(cast(OfficerRequest, request), *args, **kwargs)

    return answer


def own_units(officer: Officer, act: str) -> list[Unit]:
    """The units in which the officer holds a position that carries the act today."""
    today = timezone.localdate()
    held = {term.unit for term in terms(officer, act, today)}
    return list(Unit.objects.filter(pk__in=held).order_by("pk"))
