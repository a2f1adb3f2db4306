"""PINs: typed to the agent, tried once, kept no longer than was chosen."""

from pathlib import Path

from motcua.signing.token.agent import Agent
from motcua.signing.token.device import Device
from motcua.signing.token.pin import Pins
from tests.signing.certificates import officer
from tests.signing.token.asking import ask, request
from tests.signing.token.conftest import MODULE, Holder, Place, served

RSA = officer("rsa").certificate


def test_a_wrong_pin_is_said_plainly_and_tried_once(place: Place) -> None:
    place.holder.pin = "000000"
    wrong = ask(place.address, "POST", "/sign", request(RSA, "một"))
    english = ask(place.address, "POST", "/sign", request(RSA, "một"), Accept_Language="en-GB")
    place.holder.pin = "271828"
    right = ask(place.address, "POST", "/sign", request(RSA, "một"))

    assert wrong.refused == "Mã PIN không đúng; sai nhiều lần thiết bị sẽ bị khóa."
    assert english.refused == "The PIN is wrong; a token locks after several wrong ones."
    assert right.status == 200
    assert len(place.holder.asked) == 3


def test_who_types_no_pin_signs_nothing(place: Place) -> None:
    place.holder.pin = ""

    assert ask(place.address, "POST", "/sign", request(RSA, "một")).refused == "Người ký không đồng ý ký."


def test_a_pin_is_kept_for_as_long_as_chosen_and_not_after_a_wrong_one(token: Path) -> None:
    minutes, holder = [0.0], Holder()
    pins = Pins(holder, minutes=5, clock=lambda: minutes[0] * 60)
    agent = Agent(Device(MODULE), frozenset({"https://desk.example"}), pins, tell=lambda *_, **__: None)
    with served(agent.answer) as server:
        for number, (at, asked) in enumerate([(0, 1), (4, 1), (6, 2)]):
            minutes[0] = at
            heard = ask(server.address, "POST", "/sign", request(RSA, "một", name=f"r{number}"))
            assert heard.status == 200
            assert len(holder.asked) == asked


def test_a_wrong_pin_is_not_kept(token: Path) -> None:
    holder = Holder(pin="000000")
    agent = Agent(
        Device(MODULE), frozenset({"https://desk.example"}), Pins(holder, minutes=5), tell=lambda *_, **__: None
    )
    with served(agent.answer) as server:
        ask(server.address, "POST", "/sign", request(RSA, "một"))
        holder.pin = "271828"

        assert ask(server.address, "POST", "/sign", request(RSA, "một")).status == 200
