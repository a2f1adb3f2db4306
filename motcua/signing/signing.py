"""Signs a PDF in two phases: what is to be signed goes out; the signature that comes back is checked and put in."""

import base64
import hashlib
import io
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import algos, cms
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from pyhanko.sign.fields import FieldMDPSpec, MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError, as_signing_certificate_v2, simple_cms_attribute
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import DocumentTimestamp, PreparedByteRangeDigest, SignatureObject

from motcua.language import Refusal, Words
from motcua.signing import proofs
from motcua.signing.keys import Chain, Key
from motcua.signing.places import LAST
from motcua.signing.stamps import Stamp, drawn
from motcua.signing.times import TimeStamps
from motcua.signing.trust import Trust
from motcua.signing.update import Update, appear, fields, opened

_ROOM = 12_000  # bytes for attributes, signature and time stamp, beside the certificates
_TAKEN = Words(vi="Ô ký “{field}” đã có chữ ký.", en="The place “{field}” is signed already.")
_NO_PLACE = Words(vi="Văn bản không có ô ký “{field}”.", en="The document has no place to sign “{field}”.")
_OTHER_KEY = Words(
    vi="Chữ ký trả về là của khóa khác hoặc của nội dung khác; hãy ký lại đúng yêu cầu này.",
    en="The signature is of another key or of other bytes; sign this very request again.",
)
_KIND = Words(
    vi="Chứng thư số dùng loại khóa chưa hỗ trợ; cần khóa RSA hoặc ECDSA.",
    en="The certificate is of a kind of key not supported; RSA or ECDSA is needed.",
)
_TOO_LONG = Words(
    vi="Chữ ký kèm dấu thời gian dài hơn chỗ đã dành; hãy ký lại.",
    en="Signature and time stamp are longer than the room kept for them; sign again.",
)


@dataclass(frozen=True)
class Prepared:
    """A document that waits for one signature: the bytes with a hole, and what the key is to sign."""

    document: bytes
    hole: tuple[int, int]
    to_be_signed: bytes
    chain: Chain
    field: str
    digest: str = "sha256"

    def to_bytes(self) -> bytes:
        """As JSON, to be kept until the signature comes."""
        said = {
            "document": _text(self.document),
            "hole": list(self.hole),
            "to_be_signed": _text(self.to_be_signed),
            "certificate": _text(self.chain.certificate),
            "issuers": [_text(issuer) for issuer in self.chain.issuers],
            "field": self.field,
            "digest": self.digest,
        }
        return json.dumps(said).encode()

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Prepared":
        """What `to_bytes` gave."""
        said = json.loads(kept)
        start, end = said["hole"]
        chain = Chain(_bytes(said["certificate"]), tuple(_bytes(issuer) for issuer in said["issuers"]))
        document, signed = _bytes(said["document"]), _bytes(said["to_be_signed"])
        return cls(document, (start, end), signed, chain, said["field"], said["digest"])


def prepare(pdf: bytes, *, field: str, chain: Chain, at: datetime, stamp: Stamp | None) -> Prepared:
    """The document with its hole. The first signature certifies: later only forms may be filled and signed.

    The same input gives the same bytes. Raises Refusal where the place is not there or is taken.
    """
    _key_of(chain)
    update = opened(pdf)
    widget = _place(update, field)
    if stamp is not None:
        left, bottom, right, top = (float(side) for side in widget["/Rect"])
        appear(update, widget, drawn(stamp, right - left, top - bottom))
    room = 2 * (_ROOM + len(chain.certificate) + sum(len(issuer) for issuer in chain.issuers))
    held = SignatureObject(timestamp=at, subfilter=SigSeedSubFilter.PADES, bytes_reserved=room)
    embedder = PdfCMSEmbedder().write_cms(field, update, existing_fields_only=True)
    next(embedder)
    embedder.send(SigObjSetup(sig_placeholder=held, mdp_setup=_permits(update, widget, field)))
    digest, out = embedder.send(SigIOSetup(md_algorithm="sha256", output=io.BytesIO()))
    attributes = _attributes(digest.document_digest, chain)
    hole = (digest.reserved_region_start, digest.reserved_region_end)
    return Prepared(out.getvalue(), hole, attributes.dump(), chain, field)


def complete(
    prepared: Prepared, signature: bytes, *, time: TimeStamps | None = None, trust: Trust | None = None
) -> bytes:
    """The signed document (PAdES B-B; B-T with `time`; with `trust` also what proves it unrevoked).

    Raises Refusal where the signature is of another key or of other bytes.
    """
    _check(prepared, signature)
    token = None if time is None else time.token(hashlib.sha256(signature).digest())
    made = _cms(prepared, signature, token)
    out = io.BytesIO(prepared.document)
    digest = PreparedByteRangeDigest(b"", *prepared.hole)
    try:
        contents = digest.fill_with_cms(out, made)
    except SigningError as error:
        raise Refusal(_TOO_LONG) from error
    signed = out.getvalue()
    return signed if trust is None else proofs.added(signed, trust, contents)


def sign(  # noqa: PLR0913
    pdf: bytes,
    key: Key,
    *,
    field: str,
    at: datetime,
    stamp: Stamp | None = None,
    time: TimeStamps | None = None,
    trust: Trust | None = None,
) -> bytes:
    """Both phases, with a key that answers at once."""
    prepared = prepare(pdf, field=field, chain=key.chain(), at=at, stamp=stamp)
    return complete(prepared, key.sign(prepared.to_be_signed), time=time, trust=trust)


def archive(pdf: bytes, *, time: TimeStamps, trust: Trust) -> bytes:
    """The document with what proves its signatures, under a time stamp of the whole (PAdES B-LTA).

    Raises Refusal where no revocation list tells of a certificate, or the time stamp does not come.
    """
    trial = time.token(hashlib.sha256(b"").digest())  # says which certificates its stamps will carry
    proofs.complete_for(trust, trial, *proofs.signed(opened(pdf)))
    update = opened(proofs.added(pdf, trust, None, trial))
    count = sum(1 for _ in enumerate_sig_fields(update, filled_status=True))
    embedder = PdfCMSEmbedder().write_cms(f"archive-{count}", update)
    next(embedder)
    embedder.send(SigObjSetup(sig_placeholder=DocumentTimestamp(bytes_reserved=4 * _ROOM)))
    digest, out = embedder.send(SigIOSetup(md_algorithm="sha256", output=io.BytesIO()))
    digest.fill_with_cms(out, time.token(digest.document_digest))
    return bytes(out.getvalue())


def _place(update: Update, field: str) -> Any:
    for name, reference in fields(update):
        held = reference.get_object()
        if name == field and held.get("/FT") == "/Sig":
            if "/V" in held:
                raise Refusal(_TAKEN, field=field)
            return held
    raise Refusal(_NO_PLACE, field=field)


def _permits(update: Update, widget: Any, field: str) -> SigMDPSetup:
    """The first signature certifies; the agency's lets nothing be changed after it."""
    first = not any(True for _ in enumerate_sig_fields(update.prev, filled_status=True))
    lock = FieldMDPSpec.from_pdf_object(widget["/Lock"]) if "/Lock" in widget else None
    level = MDPPerm.NO_CHANGES if field == LAST else MDPPerm.FILL_FORMS
    return SigMDPSetup(
        md_algorithm="sha256", certify=first, field_lock=lock, docmdp_perms=level if first or lock else None
    )


def _attributes(digest: bytes, chain: Chain) -> cms.CMSAttributes:
    certificate = asn1_x509.Certificate.load(chain.certificate)
    return cms.CMSAttributes(
        [
            simple_cms_attribute("content_type", "data"),
            simple_cms_attribute("message_digest", digest),
            simple_cms_attribute("signing_certificate_v2", as_signing_certificate_v2(certificate)),
        ]
    )


def _key_of(chain: Chain) -> rsa.RSAPublicKey | ec.EllipticCurvePublicKey:
    key = x509.load_der_x509_certificate(chain.certificate).public_key()
    if isinstance(key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
        return key
    raise Refusal(_KIND)


def _check(prepared: Prepared, signature: bytes) -> None:
    key = _key_of(prepared.chain)
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, prepared.to_be_signed, padding.PKCS1v15(), SHA256())
        else:
            key.verify(signature, prepared.to_be_signed, ec.ECDSA(SHA256()))
    except InvalidSignature as error:
        raise Refusal(_OTHER_KEY) from error


def _cms(prepared: Prepared, signature: bytes, token: cms.ContentInfo | None) -> cms.ContentInfo:
    certificate = asn1_x509.Certificate.load(prepared.chain.certificate)
    issuers = [asn1_x509.Certificate.load(issuer) for issuer in prepared.chain.issuers]
    rsa_key = isinstance(_key_of(prepared.chain), rsa.RSAPublicKey)
    digest = algos.DigestAlgorithm({"algorithm": prepared.digest})
    signer = {
        "version": "v1",
        "sid": {"issuer_and_serial_number": {"issuer": certificate.issuer, "serial_number": certificate.serial_number}},
        "digest_algorithm": digest,
        "signature_algorithm": {"algorithm": "sha256_rsa" if rsa_key else "sha256_ecdsa"},
        "signed_attrs": cms.CMSAttributes.load(prepared.to_be_signed),
        "signature": signature,
    }
    if token is not None:
        signer["unsigned_attrs"] = [simple_cms_attribute("signature_time_stamp_token", token)]
    said = cms.SignerIdentifier(name="issuer_and_serial_number", value=signer["sid"]["issuer_and_serial_number"])
    held = {
        "version": "v1",
        "digest_algorithms": [digest],
        "encap_content_info": {"content_type": "data"},
        "certificates": [cms.CertificateChoices("certificate", held) for held in [certificate, *issuers]],
        "signer_infos": [cms.SignerInfo({**signer, "sid": said})],
    }
    return cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(held)})


def _text(held: bytes) -> str:
    return base64.b64encode(held).decode()


def _bytes(held: str) -> bytes:
    return base64.b64decode(held)
