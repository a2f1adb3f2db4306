"""How a remote signing service is called: JSON over HTTPS, within limits of time; what is lost is sent once more."""

import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from motcua.language import Refusal, Words

SECONDS = 20.0
LARGEST = 8 * 1024 * 1024  # bytes of an answer
AWAY = (502, 503, 504)  # the service is there, or a gateway before it, but does not work just now
NOT_AN_ADDRESS = Words(
    "Địa chỉ dịch vụ ký “{url}”: viết dạng https://tên-máy/đường-dẫn (http chỉ cho 127.0.0.1, localhost).",
    "The address of the signing service “{url}”: write https://host/path (http only for 127.0.0.1, localhost).",
)
UNREACHABLE = Words(
    "Dịch vụ ký {host} không trả lời; hãy thử lại sau ít phút.",
    "The signing service {host} does not answer; try again in a few minutes.",
)
NOT_TRUSTED = Words(
    "Dịch vụ ký {host}: chứng thư máy chủ không tin cậy được; không gửi gì.",
    "The signing service {host}: its server certificate cannot be trusted; nothing was sent.",
)
NOT_LET_IN = Words(
    "Dịch vụ ký {host} không nhận tài khoản của cơ quan; kiểm tra mã truy cập trong cấu hình.",
    "The signing service {host} does not accept the office's account; check the access token in the settings.",
)
WRONG_CODE = Words(
    "Mã xác nhận không đúng hoặc đã hết hạn; hãy yêu cầu mã mới.",
    "The one-time code is wrong or out of date; ask for a new one.",
)
UNKNOWN_CREDENTIAL = Words(
    "Dịch vụ ký {host} không có chứng thư số này cho tài khoản đang dùng.",
    "The signing service {host} has no such certificate for the account in use.",
)
REFUSED = Words("Dịch vụ ký {host} từ chối: {error}.", "The signing service {host} refused: {error}.")
NOT_UNDERSTOOD = Words(
    "Dịch vụ ký {host} trả lời sai dạng; không có gì được ký.",
    "The signing service {host} gave an answer that cannot be read; nothing is signed.",
)
ERRORS = {"invalid_otp": WRONG_CODE, "invalid_sad": WRONG_CODE, "invalid_credential": UNKNOWN_CREDENTIAL}


@dataclass(frozen=True)
class Wire:
    """A service's address (as `https://host/csc/v1`), the bearer token of the office's account there, and limits.

    `authorities` is a file of certificates that its server is checked against; the system's where there is none.
    """

    url: str
    bearer: str
    seconds: float = SECONDS
    authorities: Path | None = None

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc.rpartition("@")[2]

    def post(self, method: str, told: Mapping[str, object], once: str | None = None) -> Mapping[str, object]:
        """What the service answers. Sent again once where the way there or back broke.

        `once` names what must not be done twice; without it, what is said names it. Raises Refusal.
        """
        body = json.dumps(told).encode()
        once = once or sha256(method.encode() + b"\n" + body).hexdigest()
        for last in (False, True):
            try:
                status, answer = self._sent(method, body, once)
            except ssl.SSLCertVerificationError:
                raise Refusal(NOT_TRUSTED, host=self.host) from None
            except (OSError, HTTPException):
                status, answer = AWAY[0], b""
            if status not in AWAY or last:
                break
        return self._read(status, answer)

    def _sent(self, method: str, body: bytes, once: str) -> tuple[int, bytes]:
        connection, path = self._connection()
        told = {"Content-Type": "application/json", "Idempotency-Key": once, "Authorization": f"Bearer {self.bearer}"}
        try:
            connection.request("POST", f"{path}/{method}", body, told)
            answer = connection.getresponse()
            return answer.status, answer.read(LARGEST)
        finally:
            connection.close()

    def _connection(self) -> tuple[HTTPConnection, str]:
        try:
            parts = urlsplit(self.url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise Refusal(NOT_AN_ADDRESS, url=self.url) from None
        path = parts.path.rstrip("/")
        if parts.scheme == "https" and host:
            trusts = ssl.create_default_context(cafile=self.authorities)
            return HTTPSConnection(host, port, timeout=self.seconds, context=trusts), path
        if parts.scheme == "http" and _is_here(host):
            return HTTPConnection(host, port, timeout=self.seconds), path
        raise Refusal(NOT_AN_ADDRESS, url=self.url)

    def _read(self, status: int, answer: bytes) -> Mapping[str, object]:
        if status in AWAY:
            raise Refusal(UNREACHABLE, host=self.host)
        if status in (401, 403):
            raise Refusal(NOT_LET_IN, host=self.host)
        try:
            told = json.loads(answer or b"{}")
        except ValueError:
            told = None
        if not isinstance(told, dict):
            raise Refusal(NOT_UNDERSTOOD, host=self.host)
        if status >= 300:
            error = str(told.get("error", status))
            raise Refusal(ERRORS.get(error, REFUSED), host=self.host, error=error)
        return told


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
