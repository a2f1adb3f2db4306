"""An engine for tests of who signs what when: real keys and signatures, put behind the PDF line by line."""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from motcua.language import Refusal, Words
from motcua.office.documents.engine import Prepared, Validated, Why
from motcua.printing import Place
from motcua.signing.keys import Chain
from motcua.signing.raw import verifies

PATH = "tests.office.documents.engine.Lines"
LINE = re.compile(rb"\n%(ready|fill|signed) (\{[^\n]*\})(?=\n)")
NOT_READY = Words(vi="Tệp không có ô để điền.", en="The file has no fields.")
trusted = "list 1"
distrusted: set[str] = set()
unsure: set[str] = set()


@dataclass
class Signs:
    """A key of a person or an agency, and how often it was used."""

    name: str
    used: int = 0
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def __post_init__(self) -> None:
        named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)])
        began = datetime(2023, 1, 1, tzinfo=UTC)
        made = x509.CertificateBuilder(named, named, self.key.public_key(), 7, began, began + timedelta(days=3650))
        self.certificate = made.sign(self.key, SHA256()).public_bytes(Encoding.DER)

    def chain(self) -> Chain:
        return Chain(self.certificate)

    def sign(self, said: bytes | memoryview) -> bytes:
        self.used += 1
        return self.key.sign(bytes(said), ec.ECDSA(SHA256()))


class Lines:
    """Each step adds a line of JSON; a signature is made over everything before its own line."""

    def trust(self, bound: str = "") -> str:  # noqa: ARG002  all depends on all of it
        return trusted

    def ready(self, pdf: bytes, places: Mapping[str, Place]) -> bytes:
        return _with(pdf, "ready", {"fields": sorted(places)})

    def prepare(
        self,
        pdf: bytes,
        capacity: str,
        chain: Chain,
        at: datetime,  # noqa: ARG002  as all engines
        says: str = "",  # noqa: ARG002  as all engines
    ) -> Prepared:
        kept = {"pdf": b64encode(pdf).decode(), "by": capacity, "chain": b64encode(chain.certificate).decode()}
        return Prepared(said=pdf + capacity.encode(), kept=json.dumps(kept).encode())

    def complete(self, kept: bytes, signature: bytes, at: datetime) -> bytes:  # noqa: ARG002  as all engines
        told = json.loads(kept)
        said = {"by": told["by"], "chain": told["chain"], "signature": b64encode(signature).decode()}
        return _with(b64decode(told["pdf"]), "signed", said)

    def answers(self) -> None:
        """Stamps no time."""

    def archive(self, pdf: bytes) -> bytes:
        return _with(pdf, "archived", {})

    def fill(self, pdf: bytes, values: Mapping[str, str], at: datetime) -> bytes:  # noqa: ARG002  as all engines
        if b"\n%ready " not in pdf:
            raise Refusal(NOT_READY)
        return _with(pdf, "fill", dict(values))

    def validate_apart(self, pdf: bytes, at: datetime) -> Validated:
        return self.validate(pdf, at)

    def validate(self, pdf: bytes, at: datetime) -> Validated:  # noqa: ARG002  as all engines
        found = {"person": "none", "agency": "none"}
        for line in LINE.finditer(pdf):
            if line[1] == b"signed":
                told = json.loads(line[2])
                found[told["by"]] = _found(pdf[: line.start()], told)
        codes = {"invalid": "CHANGED", "unknown": "NO_LIST"}
        bad = tuple(Why(codes[said], by) for by, said in found.items() if said in codes)
        return Validated(found["person"], found["agency"], bad)


def filled(pdf: bytes) -> dict[str, Any]:
    """What was filled in."""
    return {
        name: value for line in LINE.finditer(pdf) if line[1] == b"fill" for name, value in json.loads(line[2]).items()
    }


def _found(before: bytes, told: Mapping[str, str]) -> str:
    certificate = b64decode(told["chain"])
    if not verifies(certificate, before + told["by"].encode(), b64decode(told["signature"])):
        return "invalid"
    if told["chain"] in unsure:
        return "unknown"
    return "invalid" if told["chain"] in distrusted else "valid"


def _with(pdf: bytes, what: str, told: Mapping[str, Any]) -> bytes:
    return pdf + f"\n%{what} {json.dumps(told)}\n".encode()
