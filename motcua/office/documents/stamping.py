"""The time-stamp authority that the settings name, asked over HTTP (RFC 3161)."""

from http.client import HTTPException
from urllib.request import Request, urlopen

from django.conf import settings

from motcua.language import Refusal, Words
from motcua.signing.times import TimeStamps

PATIENCE = 5  # seconds: whoever signs waits for it
LARGEST = 100_000  # bytes of an answer
NOT_HTTP = Words(
    vi="TIME_STAMPS phải là địa chỉ http hoặc https của máy chủ cấp dấu thời gian.",
    en="TIME_STAMPS must be the http or https address of a time-stamp authority.",
)


def time_stamps() -> TimeStamps | None:
    """The authority, None where the settings name none. Raises Refusal where what they name is no address."""
    if settings.TIME_STAMPS and not settings.TIME_STAMPS.startswith(("http://", "https://")):
        raise Refusal(NOT_HTTP)
    return TimeStamps(_asked) if settings.TIME_STAMPS else None


def _asked(question: bytes) -> bytes:
    """What it answers; its stamp is signed, so plain http does. Raises OSError where it does not answer."""
    told = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    request = Request(settings.TIME_STAMPS, question, told)  # noqa: S310  the settings name it, http or https alone
    try:
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return bytes(answer.read(LARGEST))
    except HTTPException as broken:
        raise OSError from broken
