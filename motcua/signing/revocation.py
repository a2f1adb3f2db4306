"""Revocation lists that were fetched: where they are found, which are taken, and how they are kept.

Validation asks no network: it holds signatures against what lies beside the trust list, whoever brought it there.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

from asn1crypto import crl, pem
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, rsa

from motcua.language import Refusal, Words
from motcua.signing.trust import FETCHED, Trust, issuer_name

AHEAD = timedelta(minutes=10)  # as far as the clocks of two computers may be apart
NO_LIST = Words(vi="{where}: nội dung nhận được không phải danh sách thu hồi.", en="{where}: gives no revocation list.")
STRANGER = Words(
    vi="{where}: danh sách thu hồi không do tổ chức nào trong danh sách tin cậy ký.",
    en="{where}: the revocation list is signed by nobody in the trust list.",
)
PARTIAL = Words(
    vi="{where}: danh sách thu hồi chỉ là một phần (delta hoặc theo lý do); cần danh sách đầy đủ.",
    en="{where}: the revocation list is partial (a delta or of some reasons); a full one is needed.",
)
NOT_NOW = Words(
    vi="{where}: danh sách thu hồi của “{issuer}” đã quá hạn hoặc chưa có hiệu lực; chờ tổ chức cấp danh sách mới.",
    en="{where}: the revocation list of “{issuer}” has ended or has not begun; its issuer must issue another.",
)
OLDER = Words(
    vi="{where}: danh sách thu hồi của “{issuer}” cũ hơn danh sách đang có nên không được nhận.",
    en="{where}: the revocation list of “{issuer}” is older than the one that is kept, and is not taken.",
)


def addresses(trust: Trust, *certificates: bytes) -> tuple[str, ...]:
    """Where lists can be had: what the trust list says, then what its certificates and these (DER) do."""
    found = dict.fromkeys(trust.points)
    for der in (*trust.roots, *trust.intermediates, *certificates):
        found |= dict.fromkeys(_points(asn1.Certificate.load(der)))
    return tuple(one for one in found if one.startswith(("http://", "https://")))


def accepted(trust: Trust, content: bytes, *, where: str, at: datetime) -> bytes | None:
    """The list as DER; None where it is one that is kept already. Raises Refusal where it is not to be taken."""
    der = _der(content)
    read, held = _read(der, where)
    known = trust.authorities.get(issuer_name(held.issuer), ())
    if not any(_signed_by(read, one) for one in known):
        raise Refusal(STRANGER, where=where)
    if _partial(read):
        raise Refusal(PARTIAL, where=where)
    issuer = str(known[0].subject.native.get("common_name", ""))
    ends = read.next_update_utc
    if read.last_update_utc > at + AHEAD or ends is None or ends <= at:
        raise Refusal(NOT_NOW, where=where, issuer=issuer)
    kept = [one for one in trust.lists if scope(crl.CertificateList.load(one)) == scope(held)]
    if any(_age(one) > _age(der) for one in kept):
        raise Refusal(OLDER, where=where, issuer=issuer)
    return None if der in kept else der


def keep(list_file: Path, der: bytes) -> None:
    """The list in the folder of those fetched, whole at every moment, in place of the one before of its scope."""
    folder = list_file.parent / FETCHED
    folder.mkdir(exist_ok=True)
    with NamedTemporaryFile(dir=folder, suffix=".new", delete=False) as beside:
        try:
            beside.write(der)
            beside.flush()
            os.fsync(beside.fileno())
            Path(beside.name).replace(folder / f"{scope(crl.CertificateList.load(der))}.crl")
        except OSError:
            Path(beside.name).unlink(missing_ok=True)
            raise


def scope(held: crl.CertificateList) -> str:
    """Of whom and by which key the list is, and of which part of their certificates."""
    extensions = held["tbs_cert_list"]["crl_extensions"]
    kinds = {"issuing_distribution_point", "authority_key_identifier"}
    parts = [one.dump() for one in extensions if one["extn_id"].native in kinds]
    return hashlib.sha256(b"".join([held.issuer.dump(), *parts])).hexdigest()[:24]


def _points(certificate: asn1.Certificate) -> Iterator[str]:
    for point in certificate.crl_distribution_points_value or ():
        names = point["distribution_point"]
        if names.name == "full_name":
            yield from (str(one.native) for one in names.chosen if one.name == "uniform_resource_identifier")


def _der(content: bytes) -> bytes:
    try:
        return bytes(pem.unarmor(content)[2]) if pem.detect(content) else content
    except ValueError:
        return content


def _read(der: bytes, where: str) -> tuple[x509.CertificateRevocationList, crl.CertificateList]:
    try:
        read, held = x509.load_der_x509_crl(der), crl.CertificateList.load(der, strict=True)
        held.issuer.dump()
        return read, held
    except (ValueError, UnsupportedAlgorithm) as broken:
        raise Refusal(NO_LIST, where=where) from broken


def _signed_by(read: x509.CertificateRevocationList, authority: asn1.Certificate) -> bool:
    certificate = x509.load_der_x509_certificate(authority.dump())
    key, usage = certificate.public_key(), authority.key_usage_value
    if usage is not None and "crl_sign" not in usage.native:
        return False
    kinds = (
        rsa.RSAPublicKey,
        ec.EllipticCurvePublicKey,
        dsa.DSAPublicKey,
        ed25519.Ed25519PublicKey,
        ed448.Ed448PublicKey,
    )
    try:
        return isinstance(key, kinds) and read.is_signature_valid(key)
    except (InvalidSignature, UnsupportedAlgorithm, ValueError, TypeError):
        return False


def _partial(read: x509.CertificateRevocationList) -> bool:
    try:
        kinds: Iterable[x509.ExtensionType] = [one.value for one in read.extensions]
    except ValueError:
        return True
    return any(
        isinstance(one, x509.DeltaCRLIndicator)
        or (isinstance(one, x509.IssuingDistributionPoint) and (one.indirect_crl or one.only_some_reasons is not None))
        for one in kinds
    )


def _age(der: bytes) -> tuple[datetime, int]:
    """Later lists are greater: by the moment of issue, then by number."""
    held = crl.CertificateList.load(der)
    number = held.crl_number_value
    since: datetime = held["tbs_cert_list"]["this_update"].native
    return since.astimezone(UTC), 0 if number is None else int(number.native)
