"""The language of a request; sessions: locked when idle, closed to signers without a code and to first passwords."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve
from django.utils import timezone, translation

from motcua.language import speaking
from motcua.office.people.models import Role
from motcua.office.people.policy import roles
from motcua.web.shared.officer import needs_code, officer_of, verified
from motcua.web.shared.resend import locked_page

Next = Callable[[HttpRequest], HttpResponse]
SEEN = "seen_at"
SEEN_EVERY = 30  # seconds between two notes of when someone was seen: a session is not written at each request
OPEN_TO_ALL = frozenset({"shared:sign-in", "shared:sign-out", "shared:language", "shared:unlock"})
BEFORE_CODE = OPEN_TO_ALL | {"shared:code", "shared:code-setup"}
BEFORE_PASSWORD = BEFORE_CODE | {"shared:password"}


def language(get_response: Next) -> Next:
    """Sentences come in the language that the cookie names, Vietnamese without one."""

    def answer(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        with translation.override("en" if chosen == "en" else "vi"), speaking("en" if chosen == "en" else "vi"):
            return get_response(request)

    return answer


def session_limits(get_response: Next) -> Next:
    """Locks a session that was idle; shows nothing to an officer who still owes a one-time code or a password of
    their own."""

    def answer(request: HttpRequest) -> HttpResponse:
        officer = officer_of(request)
        if officer is None:
            return get_response(request)
        place, now = resolve(request.path_info).view_name, int(time.time())
        idle = now - int(request.session.get(SEEN, now))
        if idle >= _minutes(roles(officer, timezone.localdate())) * 60:
            username = officer.username
            logout(request)
            return get_response(request) if place in OPEN_TO_ALL else locked_page(request, username)
        if SEEN not in request.session or idle >= SEEN_EVERY:
            request.session[SEEN] = now
        if place not in BEFORE_CODE and not verified(request) and needs_code(officer):
            return redirect("shared:code")
        if place not in BEFORE_PASSWORD and officer.must_change_password:
            return redirect("shared:password")
        return get_response(request)

    return answer


def _minutes(held: frozenset[Role]) -> int:
    minutes: int = settings.SESSION_LOCK_MINUTES
    return settings.ADMIN_SESSION_LOCK_MINUTES if Role.ADMINISTRATOR in held else minutes
