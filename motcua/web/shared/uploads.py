"""How much a request may carry, asked before any of it is read: otherwise all of it is on the disk before a page is.

No more is read than was told beforehand, so what is told decides; of what comes without being told nothing is read.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from motcua.office.records.content import AT_MOST
from motcua.web.shared.errors import length_missing, too_large
from motcua.web.shared.officer import officer_of

BESIDE = 2**20  # bytes for the fields beside the files
STRANGERS = 2**18  # bytes of a form that anybody may send: a name, a password, a code

Next = Callable[[HttpRequest], HttpResponse]


def bounded(get_response: Next) -> Next:
    """Refuses in one sentence what is larger than its address takes, or does not say how large it is."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.headers.get("Transfer-Encoding"):
            return length_missing(request)
        length = request.headers.get("Content-Length", "")
        told = int(length) if length.isdecimal() else 0
        return get_response(request) if told <= STRANGERS or told <= most(request) else too_large(request)

    return answer


def most(request: HttpRequest) -> int:
    """Bytes: who compares a file with a document sends one, an officer sends files; nobody else sends any."""
    files = request.path_info.startswith(reverse("portal:ask")) or officer_of(request) is not None
    return AT_MOST + BESIDE if files else STRANGERS
