"""`motcua sign-agent`: signs for the pages of a desk with the token of the officer at this computer, until stopped."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from motcua.cli.options import option
from motcua.language import Words
from motcua.signing.loopback import Loopback, told
from motcua.signing.token.agent import Agent, origin_of
from motcua.signing.token.device import Device
from motcua.signing.token.pin import Ask, Pins, as_fits, in_terminal, in_window

HELP = Words(
    "Ký số cho trang của Bộ phận Một cửa bằng thiết bị ký cắm ở máy này.",
    "Sign for the pages of a desk with the token plugged into this computer.",
)
PORT = 8713
LISTENS = Words(
    "{address}: chờ yêu cầu ký từ {origins}. Dừng bằng Ctrl-C.", "{address}: waiting for {origins}. Ctrl-C stops."
)


class Way(StrEnum):
    """Where the PIN is asked for."""

    AS_FITS = "auto"
    WINDOW = "window"
    TERMINAL = "terminal"


WAYS: dict[Way, Ask] = {Way.AS_FITS: as_fits, Way.WINDOW: in_window, Way.TERMINAL: in_terminal}


def sign_agent(
    module: Annotated[Path, option("thư viện PKCS#11 của thiết bị ký", "the token's PKCS#11 library", "--module")],
    origin: Annotated[
        list[str],
        option("trang được yêu cầu ký; nêu được nhiều lần", "who may ask to sign; may be repeated", "--origin"),
    ],
    port: Annotated[int, option("cổng trên 127.0.0.1", "port on 127.0.0.1", "--port", min=0, max=65535)] = PORT,
    token: Annotated[
        str | None, option("nhãn thiết bị, nếu cắm nhiều", "label of the token, where there are several", "--token")
    ] = None,
    keep_pin: Annotated[
        int, option("nhớ mã PIN bao nhiêu phút", "minutes to keep the PIN", "--keep-pin", min=0, max=60)
    ] = 0,
    ask: Annotated[Way, option("hỏi mã PIN ở đâu", "where to ask for the PIN", "--ask")] = Way.AS_FITS,
) -> None:
    """Serve until interrupted."""
    serve(agent(module, origin, token=token, pins=Pins(WAYS[ask], keep_pin)), port)


def agent(module: Path, origins: list[str], *, token: str | None, pins: Pins) -> Agent:
    """Everything read and opened before anything is served. Raises Refusal."""
    allowed = frozenset(origin_of(one) for one in origins)
    return Agent(Device(module, token), allowed, pins)


def serve(ready: Agent, port: int, tell: Callable[..., None] = told) -> None:
    with Loopback(ready.answer, port) as server:
        tell(LISTENS, address=server.address, origins=", ".join(sorted(ready.origins)))
        server.serve_forever()
