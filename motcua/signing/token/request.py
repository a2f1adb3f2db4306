"""What is asked of an agent and what it answers, as JSON: written on one side, read on the other, here for both.

{"request": "…", "certificate": "<sha-256>", "items": [{"id": "…", "title": "…", "to_be_signed": "<base64>"}]}
{"request": "…", "certificate": "<sha-256>", "signatures": [{"id": "…", "signature": "<base64>"}]}
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from motcua.language import Refusal, Words
from motcua.signing.raw import fingerprint, verifies

MOST, LONGEST = 1000, 200  # items of a request; letters of an identifier, and of a title that is shown
MALFORMED = Words(
    "Yêu cầu ký sai dạng: cần request, certificate và từ 1 đến {most} items (id, title, to_be_signed).",
    "The request to sign is malformed: it needs request, certificate and 1 to {most} items (id, title, to_be_signed).",
)
OTHER_REPLY = Words(
    "Chữ ký nhận được không phải của yêu cầu này; hãy ký lại từ trang này.",
    "The signatures that came are not of this request; sign again from this page.",
)
DOES_NOT_VERIFY = Words(
    "“{title}”: chữ ký nhận được không khớp với văn bản và chứng thư số; văn bản chưa được ký.",
    "“{title}”: the signature that came does not fit the document and the certificate; the document is not signed.",
)


@dataclass(frozen=True)
class Item:
    """One document: what the officer knows it by, and the DER of its signed attributes."""

    id: str
    title: str
    said: bytes


@dataclass(frozen=True)
class Request:
    """What is to be signed together, by the certificate with this SHA-256 (hexadecimal). An id is used once."""

    id: str
    certificate: str
    items: tuple[Item, ...]

    def json(self) -> str:
        items = [{"id": one.id, "title": one.title, "to_be_signed": base64_text(one.said)} for one in self.items]
        return json.dumps({"request": self.id, "certificate": self.certificate, "items": items})

    def digest(self) -> bytes:
        """Of all that it says: two requests of one id but different digests are not the same."""
        return sha256(self.json().encode()).digest()


def read_request(told: Mapping[str, object]) -> Request:
    """A request as an agent got it. Raises Refusal where anything is missing, doubled or too long."""
    try:
        request = Request(_name(told["request"]), _name(told["certificate"]).lower(), tuple(_items(told["items"])))
    except (KeyError, TypeError, ValueError):
        raise Refusal(MALFORMED, most=MOST) from None
    if not 0 < len({one.id for one in request.items}) == len(request.items) <= MOST:
        raise Refusal(MALFORMED, most=MOST)
    return request


def reply(request: Request, signatures: Mapping[str, bytes]) -> dict[str, object]:
    """The agent's answer, in the order of the request."""
    made = [{"id": one.id, "signature": base64_text(signatures[one.id])} for one in request.items]
    return {"request": request.id, "certificate": request.certificate, "signatures": made}


def read_reply(text: str, request: Request, certificate: bytes) -> dict[str, bytes]:
    """The signatures by item. `certificate` (DER) is the one that the request was prepared for.

    Raises Refusal where the reply is of another request, lacks an item or has one more, or a signature does not verify.
    """
    try:
        told = json.loads(text)
        made = {_name(one["id"]): _bytes(one["signature"]) for one in told["signatures"]}
        fits = told["request"] == request.id and told["certificate"] == request.certificate == fingerprint(certificate)
        fits = fits and len(made) == len(told["signatures"])
    except (KeyError, TypeError, ValueError):
        raise Refusal(OTHER_REPLY) from None
    if not fits or made.keys() != {one.id for one in request.items}:
        raise Refusal(OTHER_REPLY)
    for one in request.items:
        if not verifies(certificate, one.said, made[one.id]):
            raise Refusal(DOES_NOT_VERIFY, title=one.title)
    return made


def _items(told: object) -> Iterable[Item]:
    if not isinstance(told, list):
        raise TypeError
    for one in told:
        yield Item(_name(one["id"]), shown(one["title"]), _bytes(one["to_be_signed"]))


def shown(title: object) -> str:
    """A title fit for a terminal or a window: printable letters in one line, not too many."""
    if not isinstance(title, str):
        raise TypeError
    return "".join(letter if letter.isprintable() else " " for letter in title)[:LONGEST]


def _name(told: object) -> str:
    if not isinstance(told, str) or not 0 < len(told) <= LONGEST:
        raise ValueError
    return told


def _bytes(told: object) -> bytes:
    if not isinstance(told, str):
        raise TypeError
    return b64decode(told, validate=True)


def base64_text(content: bytes) -> str:
    return b64encode(content).decode("ascii")
