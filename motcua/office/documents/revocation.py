"""Fetches the revocation lists of whom the trust list names, over HTTP, into the folder beside it."""

from datetime import datetime
from http.client import HTTPException
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.conf import settings

from motcua.language import Refusal, Words
from motcua.office.documents.models import Certificate
from motcua.signing import revocation, trust

PATIENCE, ALTOGETHER = 10, 60  # seconds: for each answer of the network, for a whole list
LARGEST = 50 * 2**20  # bytes of a list
PART = 2**16
NO_ANSWER = Words(
    vi="{where}: chưa tải được danh sách thu hồi (máy chủ không trả lời, quá chậm hoặc danh sách quá lớn).",
    en="{where}: the revocation list is not fetched (no answer, too slow, or too large).",
)
NOT_KEPT = Words(
    vi="Không ghi được danh sách thu hồi vào thư mục “{folder}” cạnh danh sách tin cậy; hãy cấp quyền ghi.",
    en="Revocation lists cannot be written to the folder “{folder}” beside the trust list; let it be written to.",
)


def fetch_lists(at: datetime) -> tuple[int, list[Refusal]]:
    """How many lists were renewed, and why others were not; those that are kept already are neither.

    Raises Refusal where the trust list cannot be read.
    """
    if not settings.TRUST_LIST:
        return 0, []
    file, renewed, refused = Path(settings.TRUST_LIST), 0, []
    certificates = Certificate.objects.registered().values_list("content", flat=True)
    for address in revocation.addresses(trust.read(file), *map(bytes, certificates)):
        try:
            renewed += _fetched(file, address, at)
        except Refusal as reason:
            refused.append(reason)
    return renewed, refused


def _fetched(file: Path, address: str, at: datetime) -> bool:
    where = urlsplit(address).hostname or address
    der = revocation.accepted(trust.read(file), _answer(address, where), where=where, at=at)
    if der is None:
        return False
    try:
        revocation.keep(file, der)
    except OSError as broken:
        raise Refusal(NOT_KEPT, folder=trust.FETCHED) from broken
    return True


def _answer(address: str, where: str) -> bytes:
    """What is served there. Raises Refusal where it does not come whole, in time and in bounds."""
    begun, got = monotonic(), bytearray()
    asked = Request(address, headers={"Accept": "application/pkix-crl, */*"})  # noqa: S310  http and https alone
    try:
        with urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310  signed: whence it comes is no matter
            while part := answer.read(PART):
                got += part
                if len(got) > LARGEST or monotonic() - begun > ALTOGETHER:
                    raise Refusal(NO_ANSWER, where=where)
    except (OSError, HTTPException, ValueError) as broken:
        raise Refusal(NO_ANSWER, where=where) from broken
    return bytes(got)
