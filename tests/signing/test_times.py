"""Promises about time stamps over HTTP on this computer."""

import http.client
from urllib.parse import urlsplit

import pytest

from motcua.language import Refusal
from motcua.signing.local.times import serving
from motcua.signing.signing import sign
from motcua.signing.times import TimeStamps
from motcua.signing.validation import validate
from tests.printing.samples import AT
from tests.signing.world import World


def posted(address: str, asked: bytes) -> bytes:
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    try:
        line.request("POST", "/", asked, {"Content-Type": "application/timestamp-query"})
        return line.getresponse().read()
    finally:
        line.close()


def test_a_moment_is_proven_by_stamps_asked_for_over_http(world: World) -> None:
    with serving(world.clock, lambda: AT) as address:
        times = TimeStamps(lambda asked: posted(address, asked))
        signed = sign(world.blank, world.person, field="person", at=AT, time=times)
    assert validate(signed, world.trust, at=AT).signatures[0].proven


def test_an_answer_that_is_no_stamp_is_refused(world: World) -> None:
    with serving(world.clock, lambda: AT) as address, pytest.raises(Refusal, match="dấu thời gian"):
        TimeStamps(lambda _asked: posted(address, b"nothing")).token(b"\x00" * 32)
