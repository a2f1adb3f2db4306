"""Whether a certificate led to the trust list and was in force at a moment, and what a time stamp proves."""

import asyncio
import hashlib
from collections.abc import Coroutine, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar

from asn1crypto import cms, ocsp, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation, validate_sig_integrity
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    ExpiredError,
    InsufficientRevinfoError,
    NotYetValidError,
    PathBuildingError,
    PathValidationError,
    RevokedError,
    ValidationError,
)

from motcua.signing.lists import RevocationList, serial
from motcua.signing.trust import Trust

_SIGNS = {"digital_signature"}
_Given = TypeVar("_Given")


class Standing(Enum):
    """What is found of a certificate at a moment."""

    GOOD = "good"
    FOREIGN = "foreign"
    REVOKED = "revoked"
    EXPIRED = "expired"
    EARLY = "early"
    UNFIT = "unfit"
    UNKNOWN = "unknown"


class Chains:
    """The trust list, with the certificates, revocation lists and OCSP answers that the document itself brings."""

    def __init__(self, trust: Trust, reader: PdfFileReader) -> None:
        self._roots = [x509.Certificate.load(held) for held in trust.roots]
        self._others = [x509.Certificate.load(held) for held in trust.intermediates]
        self._lists = list(trust.revocations)
        self._answers: list[ocsp.OCSPResponse] = []
        self._known: dict[tuple[bytes, datetime], Standing] = {}
        for signed in reader.embedded_signatures:
            self._others += signed.other_embedded_certs
        try:
            store = DocumentSecurityStore.read_dss(reader)
        except NoDSSFoundError:
            return
        self._others += store.load_certs()
        brought = (held.get_object().data for held in store.crls)
        self._lists += _read(der for der in brought if der not in trust.lists)
        self._answers += [ocsp.OCSPResponse.load(held.get_object().data) for held in store.ocsps]

    def standing(self, certificate: x509.Certificate, moment: datetime) -> Standing:
        """What is found of a signer's certificate at the moment; a revocation list may be newer than it."""
        key = (certificate.sha256, moment)
        if key not in self._known:
            self._known[key] = self._judged(certificate, [], moment, set())
        return self._known[key]

    def time_of(self, token: cms.SignedData, digest: bytes, moment: datetime) -> datetime | None:
        """The moment that a time stamp over `digest` proves, as seen at a later one; None where it proves nothing."""
        said = token["encap_content_info"]["content"].parsed
        stamped: datetime = said["gen_time"].native
        held = extract_certs_for_validation(token)
        content = bytes(token["encap_content_info"]["content"])
        signer = token["signer_infos"][0]
        own = hashlib.new(signer["digest_algorithm"]["algorithm"].native, content).digest()
        intact, made = validate_sig_integrity(
            signer, held.signer_cert, expected_content_type="tst_info", actual_digest=own
        )
        same = said["message_imprint"]["hashed_message"].native == digest
        if not (intact and made and same and stamped <= moment):
            return None
        use = {"time_stamping"}
        good = self._judged(held.signer_cert, list(held.other_certs), moment, use) is Standing.GOOD
        return stamped if good else None

    @staticmethod
    def token(signer: cms.SignerInfo) -> cms.SignedData | None:
        """The time stamp that a signature carries."""
        for attribute in signer["unsigned_attrs"] or ():
            if attribute["type"].native == "signature_time_stamp_token":
                return attribute["values"][0]["content"]
        return None

    @staticmethod
    def imprint(signer: cms.SignerInfo, token: cms.SignedData) -> bytes:
        """What a time stamp of this signature is over."""
        said = token["encap_content_info"]["content"].parsed
        name = said["message_imprint"]["hash_algorithm"]["algorithm"].native
        return hashlib.new(name, signer["signature"].native).digest()

    def _judged(
        self, certificate: x509.Certificate, more: list[x509.Certificate], moment: datetime, use: set[str]
    ) -> Standing:
        serials = set(map(serial, (certificate, *more, *self._others, *self._roots)))
        context = ValidationContext(
            trust_roots=self._roots,
            other_certs=[*self._others, *more],
            crls=[one.about(serials) for one in self._lists],
            ocsps=self._answers,
            moment=moment,
            allow_fetching=False,
            revocation_mode="require",
            retroactive_revinfo=True,
        )
        asked = CertificateValidator(certificate, intermediate_certs=more, validation_context=context)
        try:
            _waited(asked.async_validate_usage(_SIGNS, use or None))
        except PathBuildingError:
            return Standing.FOREIGN
        except RevokedError:
            return Standing.REVOKED
        except ExpiredError:
            return Standing.EXPIRED
        except NotYetValidError:
            return Standing.EARLY
        except InsufficientRevinfoError:
            return Standing.UNKNOWN
        except ValidationError as broken:  # a path whose signatures do not hold leads to a namesake, not to the list
            return Standing.FOREIGN if type(broken) is PathValidationError else Standing.UNFIT
        return Standing.GOOD


def _read(lists: Iterable[bytes]) -> Iterator[RevocationList]:
    """Those that can be read: what else a file brings along tells nothing."""
    for der in lists:
        with suppress(ValueError):
            yield RevocationList(der)


def _waited(work: Coroutine[Any, Any, _Given]) -> _Given:
    """What the coroutine gives, also where the caller stands inside a loop of its own; nothing here asks a network."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, work).result()
