"""Where the agent listens and whom it lets in: this computer alone, by its own name, pages that were named."""

from http import HTTPStatus

import pytest

from motcua.language import Refusal
from motcua.signing.loopback import Answer, Loopback
from motcua.signing.token.agent import origin_of
from tests.signing.token.asking import ask
from tests.signing.token.conftest import Place, served


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "10.0.0.1:{port}"])
def test_a_name_that_leads_here_from_outside_is_turned_away(place: Place, host: str) -> None:
    named = host.format(port=place.address.rsplit(":", 1)[1])

    assert ask(place.address, "GET", "/certificates", Host=named).status == 421


@pytest.mark.parametrize("address", ["0.0.0.0", "", "10.1.2.3", "desk.example", "::"])  # noqa: S104  refused
def test_it_is_not_served_beyond_this_computer(address: str) -> None:
    with pytest.raises(Refusal, match=r"127\.0\.0\.1"):
        Loopback(lambda _: Answer(HTTPStatus.OK), 0, address)


def test_it_listens_on_the_loopback_address_alone(place: Place) -> None:
    with served(place.agent.answer) as server:
        assert server.socket.getsockname()[0] == "127.0.0.1"


def test_a_port_in_use_is_said_in_one_sentence(place: Place) -> None:
    with served(place.agent.answer) as server, pytest.raises(Refusal, match=f"{server.port}"):
        Loopback(place.agent.answer, server.port)


@pytest.mark.parametrize(
    ("told", "origin"),
    [
        ("https://Desk.Example", "https://desk.example"),
        ("https://desk.example/", "https://desk.example"),
        ("https://desk.example:443", "https://desk.example"),
        ("https://desk.example:8443", "https://desk.example:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
    ],
)
def test_an_origin_is_read_as_browsers_write_it(told: str, origin: str) -> None:
    assert origin_of(told) == origin


@pytest.mark.parametrize(
    "told",
    ["*", "https://*", "https://*.example", "http://desk.example", "desk.example", "https://desk.example/page", "null",
     "https://a@desk.example", "https://desk.example:port", ""],
)  # fmt: skip
def test_anything_more_or_less_than_an_origin_is_refused(told: str) -> None:
    with pytest.raises(Refusal, match="--origin"):
        origin_of(told)
