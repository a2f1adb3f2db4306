"""What is promised of the server's side: only the reply to this very request, with signatures that verify, is taken."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from motcua.language import Refusal
from motcua.signing.raw import fingerprint
from motcua.signing.token.request import Item, Request, read_reply, read_request, reply
from tests.signing.certificates import officer
from tests.signing.token.conftest import attributes

EC = officer("ec")
ASKED = Request("r1", fingerprint(EC.certificate), tuple(Item(one, f"Văn bản {one}", attributes(one)) for one in "ab"))


def signature(said: bytes) -> bytes:
    assert isinstance(EC.key, ec.EllipticCurvePrivateKey)
    return EC.key.sign(said, ec.ECDSA(SHA256()))


def answered() -> dict[str, Any]:
    return dict(reply(ASKED, {one.id: signature(one.said) for one in ASKED.items}))


def test_a_request_is_read_as_it_was_written() -> None:
    assert read_request(json.loads(ASKED.json())) == ASKED


def test_the_reply_to_the_request_is_taken() -> None:
    assert set(read_reply(json.dumps(answered()), ASKED, EC.certificate)) == {"a", "b"}


OTHERS: dict[str, Callable[[dict[str, Any]], object]] = {
    "of another request": lambda told: told.update(request="r2"),
    "by another certificate": lambda told: told.update(certificate="00"),
    "one missing": lambda told: told["signatures"].pop(),
    "one too many": lambda told: told["signatures"].append({"id": "c", "signature": "AA=="}),
    "one twice": lambda told: told["signatures"].append(told["signatures"][0]),
    "no list": lambda told: told.update(signatures=1),
}


@pytest.mark.parametrize("what", OTHERS)
def test_any_other_reply_is_refused(what: str) -> None:
    told = answered()
    OTHERS[what](told)

    with pytest.raises(Refusal, match="không phải của yêu cầu này"):
        read_reply(json.dumps(told), ASKED, EC.certificate)


def test_signatures_of_two_documents_are_not_taken_for_each_other() -> None:
    told = answered()
    first, second = told["signatures"]
    first["signature"], second["signature"] = second["signature"], first["signature"]

    with pytest.raises(Refusal, match="“Văn bản a”: chữ ký nhận được không khớp"):
        read_reply(json.dumps(told), ASKED, EC.certificate)


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "not json"])
def test_what_is_no_reply_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="không phải của yêu cầu này"):
        read_reply(text, ASKED, EC.certificate)


def test_letters_that_steer_a_terminal_do_not_reach_it() -> None:
    told = json.loads(ASKED.json())
    told["items"][0]["title"] = "Quyết định\x1b[2J\n\u202e12"

    assert read_request(told).items[0].title == "Quyết định [2J  12"


def test_an_item_named_twice_is_no_request() -> None:
    told = json.loads(ASKED.json())
    told["items"][1]["id"] = "a"

    with pytest.raises(Refusal, match="sai dạng"):
        read_request(told)
