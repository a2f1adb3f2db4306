"""A page of the desk, as the agent hears it: requests with the headers that a browser sends."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from types import MappingProxyType
from urllib.parse import urlsplit

from motcua.signing.raw import fingerprint
from tests.signing.token.conftest import ORIGIN, attributes


@dataclass(frozen=True)
class Heard:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def said(self) -> dict[str, object]:
        read: dict[str, object] = json.loads(self.body)
        return read

    @property
    def refused(self) -> str:
        return str(self.said["refused"])

    @property
    def signatures(self) -> dict[str, bytes]:
        made = self.said["signatures"]
        assert isinstance(made, list)
        return {one["id"]: b64decode(one["signature"]) for one in made}


def ask(address: str, method: str, path: str, body: object = None, **headers: str) -> Heard:
    """Header names are given with _ for -; an empty one is left out."""
    parts = urlsplit(address)
    wire = HTTPConnection(str(parts.hostname), parts.port, timeout=20)
    told = {"Origin": ORIGIN, "Accept-Language": "vi"}
    content = None
    if body is not None:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        told["Content-Type"] = "application/json"
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        wire.request(method, path, content, {name: value for name, value in told.items() if value})
        answer = wire.getresponse()
        return Heard(answer.status, dict(answer.headers), answer.read())
    finally:
        wire.close()


def request(
    certificate: bytes, *texts: str, name: str = "r1", more: Mapping[str, bytes] = MappingProxyType({})
) -> dict[str, object]:
    """A request for documents of these texts; `more` gives bytes of the test's own by item."""
    made = {text: attributes(text, certificate) for text in texts} | dict(more)
    items = [
        {"id": key, "title": f"Văn bản {key}", "to_be_signed": b64encode(der).decode()} for key, der in made.items()
    ]
    return {"request": name, "certificate": fingerprint(certificate), "items": items}
