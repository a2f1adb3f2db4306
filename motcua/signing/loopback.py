"""A small HTTP server for programs of this computer alone: JSON in and out, on a loopback address, nothing else.

A browser may be led here by a name that someone else controls (DNS rebinding); what names another host is turned away.
"""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import Any

from motcua.language import Refusal, Words, say

HERE = "127.0.0.1"
LARGEST = 8 * 1024 * 1024  # bytes of a request
PATIENCE = 30  # seconds for what a client still has to send
JSON = "application/json"
NOT_HERE = Words(
    "{address}: chỉ được mở ở địa chỉ của chính máy này (127.0.0.1).",
    "{address}: only an address of this very computer can be served at (127.0.0.1).",
)
IN_USE = Words(
    "Cổng {port} đang có chương trình khác dùng hoặc không mở được; chọn cổng khác.",
    "Port {port} is in use by another program or cannot be opened; choose another.",
)
OTHER_HOST = Words("Yêu cầu gửi tới tên máy khác.", "The request names another host.")
NOT_JSON = Words("Nội dung phải là JSON (application/json).", "The content must be JSON (application/json).")
TOO_LARGE = Words("Yêu cầu quá lớn: nhiều nhất {largest} MB.", "The request is too large: {largest} MB at the most.")
NO_LENGTH = Words("Yêu cầu phải nêu độ dài nội dung.", "The request must say how long its content is.")


class NotServed(Refusal):
    """A request that is turned away, with the status of HTTP that says why."""

    def __init__(self, status: HTTPStatus, words: Words, **values: object) -> None:
        self.status = status
        super().__init__(words, **values)


@dataclass(frozen=True)
class Asked:
    """One request, its body read; header names in any case."""

    method: str
    path: str
    headers: "Message[str, str]"
    body: bytes = b""

    def json(self) -> dict[str, object]:
        """The body as a JSON object. Raises NotServed."""
        try:
            told = json.loads(self.body)
        except ValueError:
            told = None
        if not isinstance(told, dict):
            raise NotServed(HTTPStatus.BAD_REQUEST, NOT_JSON)
        return told


@dataclass(frozen=True)
class Answer:
    """What is sent back; no body where `said` is None."""

    status: HTTPStatus
    said: Mapping[str, object] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


class Loopback(ThreadingHTTPServer):
    """Answers requests of this computer, a thread each. Raises Refusal for an address beyond it or a port in use."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would share a port with another program

    def __init__(self, answer: Callable[[Asked], Answer], port: int, address: str = HERE) -> None:
        if not _is_loopback(address):
            raise Refusal(NOT_HERE, address=address)
        self.answer = answer
        try:
            super().__init__((address, port), _Handler)
        except (OSError, OverflowError):
            raise Refusal(IN_USE, port=port) from None

    @property
    def port(self) -> int:
        """Where it listens, also when it was given port 0 to choose a free one."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        return f"http://{HERE}:{self.port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that went away are no fault; anything else shows its traceback."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Loopback
    timeout = PATIENCE
    server_version, sys_version = "motcua", ""

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not logged: what is worth telling is told by those who answer."""

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_OPTIONS(self) -> None:
        self._serve()

    def _serve(self) -> None:
        try:
            self._of_this_host()
            answer = self.server.answer(Asked(self.command, self.path, self.headers, self._body()))
        except NotServed as refusal:
            answer = Answer(refusal.status, {"refused": str(refusal)})
        content = b"" if answer.said is None else json.dumps(answer.said).encode()
        told = {"Content-Length": str(len(content)), "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        told |= {} if answer.said is None else {"Content-Type": JSON}
        self.send_response(answer.status)
        for name, value in (told | dict(answer.headers)).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _of_this_host(self) -> None:
        names = {f"{name}:{self.server.port}" for name in (HERE, "localhost", "[::1]")}
        if self.headers.get_all("Host") not in [[name] for name in names]:
            raise NotServed(HTTPStatus.MISDIRECTED_REQUEST, OTHER_HOST)

    def _body(self) -> bytes:
        if self.command != "POST":
            return b""
        if self.headers.get_content_type() != JSON:
            raise NotServed(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, NOT_JSON)
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()) or "Transfer-Encoding" in self.headers:
            raise NotServed(HTTPStatus.LENGTH_REQUIRED, NO_LENGTH)
        if len(length) > len(str(LARGEST)) or int(length) > LARGEST:
            raise NotServed(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE, largest=LARGEST // 1024**2)
        return self.rfile.read(int(length))


def refused(refusal: Refusal) -> Answer:
    """A refusal as an answer: its own status, or that the request was understood and cannot be done."""
    status = refusal.status if isinstance(refusal, NotServed) else HTTPStatus.UNPROCESSABLE_ENTITY
    return Answer(status, {"refused": str(refusal)})


def told(words: Words, **values: object) -> None:
    """One line on standard error, for who runs the program."""
    sys.stderr.write(say(words, **values) + "\n")
    sys.stderr.flush()


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
