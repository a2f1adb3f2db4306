"""A real token of SoftHSM with an officer's keys on it, and an agent that serves it on a free port."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pkcs11
import pytest
from asn1crypto import cms, tsp
from asn1crypto.keys import ECPrivateKey, RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.rsa import decode_rsa_private_key

from motcua.signing.loopback import Answer, Asked, Loopback
from motcua.signing.token.agent import Agent
from motcua.signing.token.answers import Answers
from motcua.signing.token.device import Device
from motcua.signing.token.pin import Pins, Question
from tests.signing.certificates import Officer, officer

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN, LABEL = "271828", "Nguyen Van Hoa"
ORIGIN = "https://desk.example"


@dataclass
class Holder:
    """The officer before the token: types what the test says, and remembers what was asked."""

    pin: str = PIN
    asked: list[Question] = field(default_factory=list)

    def __call__(self, question: Question) -> str:
        self.asked.append(question)
        return self.pin


@dataclass
class Place:
    """A token with its files, the agent on it, who is asked, and where the agent listens."""

    files: Path
    agent: Agent
    holder: Holder
    address: str


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a new token that holds an RSA and an ECDSA key, their certificates and the root's."""
    files = tmp_path / "tokens"
    files.mkdir()
    settings = tmp_path / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {files}\nobjectstore.backend = file\nlog.level = ERROR\n", "utf-8")
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
    new_token(LABEL)
    with library() as lib:
        fill(lib, LABEL, {b"\1": officer("rsa"), b"\2": officer("ec")})
        yield files


@contextmanager
def library() -> Iterator[pkcs11.lib]:
    """SoftHSM, started anew: it knows the settings of this test alone."""
    pkcs11.unload(str(MODULE))
    yield pkcs11.lib(str(MODULE))
    pkcs11.unload(str(MODULE))


def new_token(label: str) -> None:
    command = ["softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "31415926", "--pin", PIN]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  Debian's own tool


def fill(lib: pkcs11.lib, label: str, officers: dict[bytes, Officer]) -> None:
    """Each officer's key and certificates, under the id that joins them."""
    kinds, classes = pkcs11.Attribute, pkcs11.ObjectClass
    with lib.get_token(token_label=label).open(rw=True, user_pin=PIN) as session:
        for key_id, one in officers.items():
            session.create_object(private(one) | {kinds.ID: key_id, kinds.TOKEN: True, kinds.PRIVATE: True})
            for der, name in ((one.certificate, key_id), (one.root, key_id + b"root")):
                session.create_object({
                    kinds.CLASS: classes.CERTIFICATE, kinds.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                    kinds.VALUE: der, kinds.ID: name, kinds.SUBJECT: b"", kinds.TOKEN: True, kinds.PRIVATE: False,
                })  # fmt: skip


def private(one: Officer) -> dict[pkcs11.Attribute, object]:
    der = one.key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    if one.key.__class__.__name__.startswith("RSA"):
        return dict(decode_rsa_private_key(RSAPrivateKey.load(der).dump()))
    return dict(decode_ec_private_key(ECPrivateKey.load(der).dump())) | {pkcs11.Attribute.SIGN: True}


@pytest.fixture
def place(token: Path) -> Iterator[Place]:
    holder = Holder()
    agent = Agent(Device(MODULE), frozenset({ORIGIN}), Pins(holder), Answers(), tell=lambda *_, **__: None)
    with served(agent.answer) as server:
        yield Place(token, agent, holder, server.address)


@contextmanager
def served(answer: Callable[[Asked], Answer], port: int = 0) -> Iterator[Loopback]:
    with Loopback(answer, port) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def attributes(text: str, certificate: bytes | None = None, content_type: str = "data") -> bytes:
    """DER signed attributes as a document of this text would have."""
    told = [
        {"type": "content_type", "values": [content_type]},
        {"type": "message_digest", "values": [sha256(text.encode()).digest()]},
    ]
    if certificate is not None:
        named = tsp.SigningCertificateV2({"certs": [{"cert_hash": sha256(certificate).digest()}]})
        told.append({"type": "signing_certificate_v2", "values": [named]})
    said: bytes = cms.CMSAttributes(told).dump()
    return said
