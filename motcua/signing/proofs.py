"""What proves, later, that the certificates behind a document's signatures were good: put into the document."""

from collections.abc import Iterator

from asn1crypto import cms, crl, x509
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.dss import DocumentSecurityStore

from motcua.language import Refusal, Words
from motcua.signing.trust import Trust
from motcua.signing.update import Update, opened

_NO_LIST = Words(
    vi="Chưa có danh sách thu hồi của “{issuer}”; hãy nạp danh sách rồi lưu trữ lại.",
    en="There is no revocation list of “{issuer}” yet; load it and archive again.",
)


def complete_for(trust: Trust, *tokens: cms.ContentInfo) -> None:
    """Raises Refusal where no revocation list tells of a certificate that these signed objects carry."""
    told = {found.issuer.dump() for found in trust.revocations}
    for token in tokens:
        for certificate in _certificates(token):
            if certificate.issuer != certificate.subject and certificate.issuer.dump() not in told:
                raise Refusal(_NO_LIST, issuer=certificate.issuer.native.get("common_name", ""))


def added(pdf: bytes, trust: Trust, contents: bytes | None, *tokens: cms.ContentInfo) -> bytes:
    """The document with certificates and revocation lists for all its signatures and for further time stamps."""
    update = opened(pdf)
    held: dict[bytes, x509.Certificate] = {}
    for token in [*signed(update), *tokens]:
        held |= {found.dump(): found for found in _certificates(token)}
    known = [x509.Certificate.load(der) for der in (*trust.intermediates, *trust.roots)]
    issuers = {found.issuer.dump() for found in held.values()}
    held |= {found.dump(): found for found in known if found.subject.dump() in issuers}
    names = {found.issuer.dump() for found in held.values()}
    lists = [crl.CertificateList.load(one.der) for one in trust.revocations if one.issuer.dump() in names]
    DocumentSecurityStore.supply_dss_in_writer(update, contents, certs=list(held.values()), crls=lists)
    return update.done()


def signed(update: Update) -> Iterator[cms.ContentInfo]:
    for _name, _value, field in enumerate_sig_fields(update, filled_status=True):
        yield cms.ContentInfo.load(field.get_object()["/V"].raw_get("/Contents").original_bytes)


def _certificates(signed: cms.ContentInfo) -> Iterator[x509.Certificate]:
    data = signed["content"]
    for choice in data["certificates"]:
        yield choice.chosen
    for signer in data["signer_infos"]:
        for attribute in signer["unsigned_attrs"] or ():
            if attribute["type"].native == "signature_time_stamp_token":
                yield from _certificates(attribute["values"][0])
