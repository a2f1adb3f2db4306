"""How much may be sent to the desk and to the public page: told in one sentence, and never read when it is too much."""

import socket
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from motcua.office.records.content import AT_MOST
from motcua.web.shared.uploads import BESIDE, STRANGERS
from tests.office.apart import office
from tests.web.conftest import SignedIn
from tests.web.serving import served
from tests.world import World

SAID = "lớn hơn mức trang này nhận"
MULTIPART = "multipart/form-data; boundary=a"


class Unread:
    """A body that nobody may read."""

    def read(self, *_: object) -> bytes:
        raise AssertionError("it was read")

    readline = read


def sent(client: Client, address: str, size: int, **more: str) -> tuple[int, str]:
    told: dict[str, Any] = {"CONTENT_TYPE": MULTIPART, "CONTENT_LENGTH": str(size), "wsgi.input": Unread()}
    answer = client.generic("POST", address, b"", **(told | more))
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("address", ["shared:sign-in", "desk:work", "desk:document-new"])
def test_a_stranger_sends_no_files(world: World, address: str) -> None:
    status, said = sent(Client(), reverse(address), STRANGERS + 1)
    assert (status, SAID in said) == (413, True)


def test_who_compares_a_file_sends_no_more_than_a_document_may_be(world: World) -> None:
    status, said = sent(Client(), reverse("portal:document", args=["abcd"]), AT_MOST + BESIDE + 1)
    assert (status, SAID in said) == (413, True)


def test_an_officer_sends_no_more_than_the_office_keeps(world: World, signed_in: SignedIn) -> None:
    status, said = sent(signed_in(world.lan), reverse("desk:document-new"), AT_MOST + BESIDE + 1)
    assert (status, SAID in said) == (413, True)


def test_what_does_not_say_how_long_it_is_is_not_read(world: World, signed_in: SignedIn) -> None:
    for client in (Client(), signed_in(world.lan)):
        status, said = sent(client, reverse("portal:ask"), 0, HTTP_TRANSFER_ENCODING="chunked")
        assert (status, "không cho biết độ dài" in said) == (411, True)


def test_a_form_with_too_long_or_too_many_fields_is_told_so(world: World) -> None:
    client, fields = Client(), {f"field{no}": "a" for no in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    answer = client.post(reverse("shared:sign-in"), fields)
    assert (answer.status_code, SAID in answer.content.decode()) == (413, True)


@pytest.mark.parametrize("how", ["Content-Length: 100000000000", "Transfer-Encoding: chunked"])
def test_the_served_pages_answer_before_what_is_too_much_has_come(tmp_path: Path, how: str) -> None:
    with (
        office(tmp_path) as apart,
        served(apart) as server,
        socket.create_connection(("127.0.0.1", server.port), timeout=30) as wire,
    ):
        head = f"POST /v/abcd/ HTTP/1.1\r\nHost: 127.0.0.1\r\n{how}\r\nContent-Type: {MULTIPART}\r\n\r\n"
        wire.sendall(head.encode() + b"5\r\n--a\r\n\r\n")
        answer = wire.recv(200)
    assert answer.split(maxsplit=2)[1] in {b"413", b"411"}
