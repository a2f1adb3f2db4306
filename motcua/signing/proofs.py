"""What proves, later, that the certificates behind a document's signatures were good: put into the document."""

from collections.abc import Iterator

from asn1crypto import cms, x509
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.dss import DocumentSecurityStore

from motcua.signing.trust import Trust
from motcua.signing.update import Update, opened


def added(pdf: bytes, trust: Trust, contents: bytes | None, *tokens: cms.ContentInfo) -> bytes:
    """The document with certificates and revocation lists for all its signatures and for further time stamps."""
    update = opened(pdf)
    held: dict[bytes, x509.Certificate] = {}
    for signed in [*_signed(update), *tokens]:
        held |= {found.dump(): found for found in _certificates(signed)}
    known = [x509.Certificate.load(der) for der in (*trust.intermediates, *trust.roots)]
    issuers = {found.issuer.dump() for found in held.values()}
    held |= {found.dump(): found for found in known if found.subject.dump() in issuers}
    names = {found.issuer.dump() for found in held.values()}
    lists = [found for found in trust.crls() if found.issuer.dump() in names]
    DocumentSecurityStore.supply_dss_in_writer(update, contents, certs=list(held.values()), crls=lists)
    return update.done()


def _signed(update: Update) -> Iterator[cms.ContentInfo]:
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
