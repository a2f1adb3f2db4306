"""Pages for what went wrong: one sentence, and the way back. They ask nothing of the database."""

import sys

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.web.shared.resend import gone_page

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return too_large(request) if isinstance(exception, TOO_LARGE) else _page(request, "bad", 400)


def too_large(request: HttpRequest) -> HttpResponse:
    return _page(request, "too_large", 413)


def length_missing(request: HttpRequest) -> HttpResponse:
    return _page(request, "length_missing", 411)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return _page(request, "not_allowed", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return _page(request, "not_found", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """Runs while the exception is handled, so that its kind is known."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return gone_page(request)
    return _page(request, "failed", 500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return _page(request, "form_expired", 403)


def locked_out(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:  # noqa: ARG001
    return _page(request, "locked_out", 429)


def _page(request: HttpRequest, kind: str, status: int) -> HttpResponse:
    return render(request, "shared/error.html", {"kind": kind}, status=status)
