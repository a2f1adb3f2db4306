"""Pages for what went wrong: one sentence, and the way back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return render(request, "shared/error.html", {"kind": "bad"}, status=400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return render(request, "shared/error.html", {"kind": "not_allowed"}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return render(request, "shared/error.html", {"kind": "not_found"}, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    return render(request, "shared/error.html", {"kind": "failed"}, status=500)
