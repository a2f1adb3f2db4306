"""What an agent has signed lately: who asks again, because the answer was lost, gets the same signatures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from time import monotonic

from motcua.language import Words
from motcua.signing.loopback import NotServed
from motcua.signing.token.request import Request

MINUTES, MOST = 30, 500  # how long, and how many requests
OTHER_CONTENT = Words(
    "Yêu cầu này đã được ký với nội dung khác; hãy mở lại trang để lập yêu cầu mới.",
    "This request was signed with another content; open the page again for a new request.",
)


@dataclass
class Kept:
    """The signatures of one request, as far as they were made."""

    digest: bytes
    at: float
    signatures: dict[str, bytes] = field(default_factory=dict)


class Answers:
    """By origin and request. In memory alone: an agent started anew has forgotten them."""

    def __init__(self, minutes: float = MINUTES, clock: Callable[[], float] = monotonic) -> None:
        self._seconds = minutes * 60
        self._clock = clock
        self._kept: dict[tuple[str, str], Kept] = {}

    def of(self, origin: str, request: Request) -> dict[str, bytes]:
        """What was signed of this request, to be filled. Raises NotServed where its id was used for another content."""
        now = self._clock()
        fresh = [(key, one) for key, one in self._kept.items() if now - one.at < self._seconds]
        self._kept = dict(fresh[-MOST:])
        kept = self._kept.get((origin, request.id))
        if kept is None or (kept.digest != request.digest() and not kept.signatures):
            kept = self._kept[origin, request.id] = Kept(request.digest(), now)
        if kept.digest != request.digest():
            raise NotServed(HTTPStatus.CONFLICT, OTHER_CONTENT)
        return kept.signatures
