"""The language of a request for sentences of the office, and the limits of a session."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from motcua.language import speaking

Next = Callable[[HttpRequest], HttpResponse]


def language(get_response: Next) -> Next:
    """Sentences of the office come in the language that the request chose."""

    def answer(request: HttpRequest) -> HttpResponse:
        with speaking("en" if translation.get_language() == "en" else "vi"):
            return get_response(request)

    return answer


def session_limits(get_response: Next) -> Next:
    return get_response
