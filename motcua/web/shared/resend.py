"""What was typed is kept where a request could not be carried out: a page that sends it again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

NEVER_CARRIED = ("csrfmiddlewaretoken", "password", "code")


def carried(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields that came, without passwords and codes."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if not any(word in name for word in NEVER_CARRIED)
        for value in values
        if isinstance(value, str)
    ]


def locked_page(request: HttpRequest, username: str) -> HttpResponse:
    """Asks for the password again; a form that was on its way goes on after it."""
    fields = carried(request) if request.method == "POST" else []
    told = {"username": username, "address": request.get_full_path(), "fields": fields}
    return render(request, "shared/locked.html", told, status=403)


def resend_page(request: HttpRequest, address: str, fields: list[tuple[str, str]]) -> HttpResponse:
    """One button sends the fields to where they were going."""
    return render(request, "shared/resend.html", {"address": address, "fields": fields})


def gone_page(request: HttpRequest) -> HttpResponse:
    """The database does not answer: said clearly, and what was typed can be sent again."""
    fields = carried(request) if request.method == "POST" else []
    told = {"kind": "gone", "address": request.get_full_path(), "fields": fields}
    return render(request, "shared/error.html", told, status=503)
