"""Signatures a second through both phases and by pyHanko's own signer, with the same keys; validations a second."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from typing import Any

from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.timestamps import TimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from bench.documents.receipts import AT, a_second
from bench.documents.results import Office
from motcua.signing.local.keys import SoftKey
from motcua.signing.local.times import answer
from motcua.signing.places import PERSON
from motcua.signing.validation import Verdict, validate

ROOM = 30_000  # hexadecimal digits
LATER = AT + timedelta(days=1)


class LocalStamper(TimeStamper):
    """Asks the office's time-stamp authority in this process."""

    office: Office

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        return tsp.TimeStampResp.load(answer(req.dump(), self.office.clock, AT))


class InMemory(SimpleSigner):
    """Signs with a key that is loaded once; its parent loads and checks the key at every signature."""

    key: SoftKey

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        if digest_algorithm != "sha256":
            raise ValueError(digest_algorithm)
        return self.key.sign(data)


def ours(office: Office, number: int, *, stamped: bool) -> float:
    """One person's stamp on one result after another; both phases, each key in memory."""
    return a_second(number, lambda no: office.signed(no, stamped=stamped), list(range(number + 1)))


def bare(office: Office, number: int, *, stamped: bool) -> float:
    """pyHanko's signer with its own text stamp, in the same place of the same result, with about the same room kept."""
    chain = office.person.chain()
    known = SimpleCertificateStore.from_certs([x509.Certificate.load(issuer) for issuer in chain.issuers])
    pem = office.person.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    signer = InMemory(x509.Certificate.load(chain.certificate), keys.PrivateKeyInfo.load(pem), known)
    signer.key = office.person
    meta = PdfSignatureMetadata(field_name=PERSON, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    begun: Callable[[], LocalStamper] = LocalStamper  # its parent names no types
    stamper = begun()
    stamper.office = office
    own = PdfSigner(meta, signer, timestamper=stamper if stamped else None)

    def one(_no: int) -> object:
        update = IncrementalPdfFileWriter(BytesIO(office.blank))
        return _waited(own.async_sign_pdf(update, existing_fields_only=True, bytes_reserved=ROOM))

    return a_second(number, one, list(range(number + 1)))


def validations(office: Office, number: int) -> float:
    """Of results that a person and the agency have signed, each another."""
    signed = office.signed(0)
    given = [office.sealed(signed, no) for no in range(number + 1)]
    return a_second(number, lambda pdf: held(office, pdf), given)


def held(office: Office, pdf: bytes) -> None:
    """Raises SystemExit where it does not hold."""
    found = validate(pdf, office.trust, at=LATER)
    if (found.person, found.agency) != (Verdict.VALID, Verdict.VALID):
        raise SystemExit(f"a result does not hold: {found}")


def _waited(work: Coroutine[Any, Any, object]) -> object:
    """What the coroutine gives, in a loop of its own, whatever loop runs in this thread already."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, work).result()
