"""Guards of papers used again: of the same person, of the kind asked for, whole, for a dossier that is still open."""

from datetime import date

from motcua.language import Refusal, Words
from motcua.office.dossiers.copying import owner_of
from motcua.office.dossiers.lifecycle import OPEN
from motcua.office.dossiers.models import Dossier
from motcua.office.dossiers.reuse import Offer, held_for, in_store
from motcua.office.dossiers.told import Paper
from motcua.office.records.models import File
from motcua.office.records.store import hash_of, path_of

ENDED = Words(
    vi="Hồ sơ {code} đã kết thúc; chỉ lấy giấy tờ từ kho của người dân cho hồ sơ đang giải quyết.",
    en="Dossier {code} has ended; papers are taken from a citizen's store for a dossier at work alone.",
)
NOT_IN_STORE = Words(
    vi="Giấy tờ số {no}: kho của người yêu cầu không có bản hợp lệ này của đúng loại giấy tờ được yêu cầu, hoặc giấy "
    "tờ đã được số hóa; hãy chọn trong danh sách đang hiện hoặc quét bản giấy.",
    en="Paper {no}: the applicant's store does not hold that copy as a valid one of the very paper asked for, or the "
    "paper is digitised already; choose from the list as it is now, or scan the paper.",
)
NOT_WHOLE = Words(
    vi="Giấy tờ số {no}: bản trong kho đã mất hoặc bị sửa; hãy quét bản giấy và báo người quản trị.",
    en="Paper {no}: the copy in the store is lost or changed; scan the paper and tell the administrator.",
)


def at_work(dossier: Dossier) -> None:
    """Raises Refusal for a dossier that has ended: there is no purpose any more."""
    if dossier.status not in OPEN:
        raise Refusal(ENDED, code=dossier.code)


def stored(dossier: Dossier, no: int, copy: int, on: date) -> Offer:
    """The copy, as the applicant's store offers it for that paper. Raises Refusal for any other, saying no more."""
    for offer in in_store(dossier, on):
        if (offer.paper.no, offer.copy.pk) == (no, copy):
            return offer
    raise Refusal(NOT_IN_STORE, no=no)


def held(dossier: Dossier, paper: Paper, on: date) -> Offer:
    """The copy told for a paper that is taken in as held by the State. Raises Refusal where it is not on offer."""
    for offer in held_for(dossier.applicant, owner_of(dossier), dossier.version, on):
        if (offer.paper.no, offer.copy.pk) == (paper.listed_as, paper.copy):
            return offer
    raise Refusal(NOT_IN_STORE, no=paper.listed_as or 0)


def whole(offer: Offer) -> None:
    """The file and the signed one locked, read again. Raises Refusal where one is not what was kept."""
    of = [pk for pk in (offer.copy.file_id, offer.copy.signed_id) if pk is not None]
    for file in File.objects.select_for_update().filter(pk__in=of).order_by("pk"):
        if file.faulty_since is not None or hash_of(path_of(file.sha256)) != file.sha256:
            raise Refusal(NOT_WHOLE, no=offer.paper.no)
