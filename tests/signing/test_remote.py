"""What is promised of keys at a remote service, against a real one over sockets: signatures, codes, lost replies."""

import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from hashlib import sha256
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates

from motcua.language import Refusal
from motcua.signing.demo_service import DemoService, demo_service, read_pkcs12
from motcua.signing.loopback import Answer, Asked, Loopback
from motcua.signing.raw import verifies
from motcua.signing.remote import RemoteKey
from motcua.signing.remote_wire import Wire
from tests.signing.certificates import BEGAN, officer
from tests.signing.losing import losing

BEARER, PASSWORD = "office-12", b"of a test"


@dataclass
class Phone:
    """Where codes arrive; the holder reads off the last."""

    codes: list[str] = field(default_factory=list)

    def deliver(self, _credential: str, code: str) -> None:
        self.codes.append(code)

    def read(self) -> str:
        return self.codes[-1]


@dataclass
class Place:
    address: str
    service: DemoService
    phone: Phone

    def key(self, credential: str = "rsa", **wire: Any) -> RemoteKey:
        return RemoteKey(replace(Wire(self.address, BEARER), **wire), credential, self.phone.read)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    phone = Phone()
    files = {kind: pkcs12(kind, tmp_path) for kind in ("rsa", "ec")}
    with demo_service(files, PASSWORD, BEARER, phone.deliver) as (address, service):
        yield Place(address, service, phone)


def pkcs12(kind: str, folder: Path) -> Path:
    one, file = officer(kind), folder / f"{kind}.p12"
    own, root = (x509.load_der_x509_certificate(der) for der in (one.certificate, one.root))
    file.write_bytes(serialize_key_and_certificates(b"", one.key, own, [root], BestAvailableEncryption(PASSWORD)))
    return file


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_what_the_service_signs_verifies_with_the_certificate_that_it_names(place: Place, kind: str) -> None:
    key = place.key(kind)
    key.send_code()

    signature = key.sign(b"a document")

    assert key.chain().certificate == officer(kind).certificate
    assert key.chain().issuers == (officer(kind).root,)
    assert verifies(key.chain().certificate, b"a document", signature)


def test_many_are_signed_with_one_code(place: Place) -> None:
    key = place.key()
    key.send_code()
    many = [f"document {no}".encode() for no in range(60)]

    made = key.sign_many(many)

    assert all(verifies(officer("rsa").certificate, said, one) for said, one in zip(many, made, strict=True))
    assert (len(place.phone.codes), place.service.signed) == (1, 60)


def test_a_service_that_signs_one_with_a_code_signs_the_first_and_a_new_code_the_next(tmp_path: Path) -> None:
    phone, files = Phone(), {"rsa": pkcs12("rsa", tmp_path)}
    with demo_service(files, PASSWORD, BEARER, phone.deliver, at_once=1) as (address, service):
        key, many = Place(address, service, phone).key(), [b"one", b"two"]
        key.send_code()
        (first,) = key.sign_many(many)
        key.send_code()
        (second,) = key.sign_many(many[1:])

    assert verifies(officer("rsa").certificate, b"one", first)
    assert verifies(officer("rsa").certificate, b"two", second)
    assert service.signed == 2


def test_a_wrong_code_signs_nothing_and_is_said_plainly(place: Place) -> None:
    place.key().send_code()
    place.phone.codes.append("no code")

    with pytest.raises(Refusal, match="Mã xác nhận không đúng hoặc đã hết hạn; hãy yêu cầu mã mới"):
        place.key().sign(b"a document")
    assert place.service.signed == 0


def test_a_code_serves_once_and_not_after_three_wrong_ones(place: Place) -> None:
    key = place.key()
    key.send_code()
    key.sign(b"a document")
    with pytest.raises(Refusal, match="Mã xác nhận"):
        key.sign(b"another")

    key.send_code()
    right = place.phone.codes[-1]
    for guess in ("1", "2", "3"):
        place.phone.codes.append(guess)
        with pytest.raises(Refusal, match="Mã xác nhận"):
            key.sign(b"another")
    place.phone.codes.append(right)
    with pytest.raises(Refusal, match="Mã xác nhận"):
        key.sign(b"another")
    assert place.service.signed == 1


@pytest.mark.parametrize("lost", ["signatures/signHash", "credentials/authorize", "credentials/info"])
def test_after_a_lost_reply_the_same_signature_comes_and_one_was_made(place: Place, lost: str) -> None:
    place.key("ec").send_code()
    with losing(place.address, lost, 1) as address:
        signature = place.key("ec", url=address).sign(b"a document")

    assert verifies(officer("ec").certificate, b"a document", signature)
    assert place.service.signed == 1


def test_replies_lost_twice_are_one_sentence_and_asked_again_give_the_signature_made_then(place: Place) -> None:
    place.key("ec").send_code()
    with losing(place.address, "signHash", 2) as address, pytest.raises(Refusal, match="không trả lời"):
        place.key("ec", url=address).sign(b"a document")
    assert place.service.signed == 1

    place.key("ec").send_code()  # another day, another process: the holder allows the same once more
    first = place.key("ec").sign(b"a document")
    place.key("ec").send_code()
    again = place.key("ec").sign(b"a document")

    assert first == again  # ECDSA signs differently each time: nothing was signed again
    assert place.service.signed == 1


def test_a_service_that_does_not_answer_is_one_sentence() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        port = door.getsockname()[1]
    key = RemoteKey(Wire(f"http://127.0.0.1:{port}/csc/v1", BEARER), "rsa", lambda: "")

    with pytest.raises(Refusal, match=f"Dịch vụ ký 127.0.0.1:{port} không trả lời; hãy thử lại sau ít phút"):
        key.sign(b"a document")


def test_a_service_that_keeps_silent_is_not_waited_for_longer_than_said() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        wire = Wire(f"http://127.0.0.1:{door.getsockname()[1]}/csc/v1", BEARER, seconds=0.2)

        with pytest.raises(Refusal, match="không trả lời"):
            RemoteKey(wire, "rsa", lambda: "").chain()


def test_who_is_not_let_in_hears_so(place: Place) -> None:
    with pytest.raises(Refusal, match="không nhận tài khoản"):
        place.key(bearer="someone else").chain()


def test_a_credential_that_is_not_there_is_named(place: Place) -> None:
    with pytest.raises(Refusal, match="không có chứng thư số này"):
        place.key("none").chain()


@pytest.mark.parametrize("url", ["http://sign.example/csc/v1", "sign.example", "ftp://sign.example", "https://[", ""])
def test_nothing_is_sent_in_the_clear_beyond_this_computer(url: str) -> None:
    with pytest.raises(Refusal, match="https://"):
        RemoteKey(Wire(url, BEARER), "rsa", lambda: "").chain()


def test_a_server_that_nobody_vouches_for_is_sent_nothing(tmp_path: Path) -> None:
    heard: list[Asked] = []

    def answer(asked: Asked) -> Answer:
        heard.append(asked)
        return Answer(HTTPStatus.UNAUTHORIZED, {})

    with Loopback(answer, 0) as server:
        secure = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        secure.load_cert_chain(server_files(tmp_path))
        server.socket = secure.wrap_socket(server.socket, server_side=True)
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            address = f"https://127.0.0.1:{server.port}/csc/v1"
            with pytest.raises(Refusal, match="chứng thư máy chủ không tin cậy được"):
                RemoteKey(Wire(address, BEARER), "rsa", lambda: "").chain()
            assert not heard
            with pytest.raises(Refusal, match="không nhận tài khoản"):
                RemoteKey(Wire(address, BEARER, authorities=tmp_path / "server.pem"), "rsa", lambda: "").chain()
        finally:
            server.shutdown()
            thread.join()


def test_what_was_allowed_for_some_hashes_signs_no_others(place: Place) -> None:
    place.key().send_code()
    wire = Wire(place.address, BEARER)
    told = {"credentialID": "rsa", "hash": [hash_of(b"allowed")]}
    allowed = wire.post("credentials/authorize", told | {"numSignatures": 1, "OTP": place.phone.read()})

    with pytest.raises(Refusal):
        wire.post("signatures/signHash", {**told, "hash": [hash_of(b"other")], "SAD": allowed["SAD"]}, "a")
    wire.post("signatures/signHash", told | {"SAD": allowed["SAD"]}, "b")
    with pytest.raises(Refusal):
        wire.post("signatures/signHash", told | {"SAD": allowed["SAD"]}, "c")
    assert place.service.signed == 1


def test_a_file_that_the_password_does_not_open_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"rsa\.p12"):
        read_pkcs12(pkcs12("rsa", tmp_path), b"wrong")


def hash_of(said: bytes) -> str:
    return b64encode(sha256(said).digest()).decode()


def server_files(folder: Path) -> Path:
    """A server's key and a certificate of 127.0.0.1 that it made itself."""
    key, file = ec.generate_private_key(ec.SECP256R1()), folder / "server.pem"
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(BEGAN)
        .not_valid_after(BEGAN + timedelta(days=36500))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(secret + made.public_bytes(Encoding.PEM))
    return file
