"""Guards of signed results: documents are recorded only signed and sealed, results returned only while they stand."""

from datetime import datetime

from django.conf import settings

from motcua.language import Refusal, Words
from motcua.office.documents.files import current
from motcua.office.documents.kinds import kinds
from motcua.office.documents.models import DocumentFile, Found, OutgoingDocument, Secrecy
from motcua.office.documents.verdicts import verdict_of
from motcua.office.dossiers.models import Dossier, Result
from motcua.office.dossiers.signatures import signed_and_sealed
from motcua.office.people.policy import lineage

NONE_ISSUED = Words(
    vi="Hồ sơ {code}: kết quả của thủ tục này là văn bản điện tử ký số, đóng dấu số; hãy dự thảo, ký, phát hành "
    "văn bản gắn với mã hồ sơ này sau khi được duyệt, rồi mới ghi kết quả.",
    en="Dossier {code}: the result of this procedure is an electronic document, signed and sealed; draft, sign and "
    "issue one with the code of this dossier once it is approved, then record the result.",
)
NOT_NAMED = Words(
    vi="Hồ sơ {code}: hãy chọn văn bản nào là kết quả trong các văn bản đã phát hành cho hồ sơ này: {documents}.",
    en="Dossier {code}: say which of the documents issued for it is its result: {documents}.",
)
NOT_VALID = Words(
    vi="Hồ sơ {code}: văn bản {document} chưa đủ chữ ký số hợp lệ của người có thẩm quyền và của cơ quan ({why}).",
    en="Dossier {code}: document {document} lacks a valid signature of the competent person or of the agency ({why}).",
)
RECALLED = Words(
    vi="Hồ sơ {code}: văn bản kết quả {document} đã bị thu hồi; hãy ban hành văn bản thay thế rồi mới trả.",
    en="Dossier {code}: the document of its result, {document}, was recalled; issue another before it is returned.",
)

COPY_NOT_SIGNED = Words(
    vi="Hồ sơ {code}: cơ quan quy định chỉ trả khi bản số hóa kết quả có chữ ký số hợp lệ của người đối chiếu và của "
    "cơ quan; hãy số hóa, ký số rồi mới trả.",
    en="Dossier {code}: the office returns a result only once its digital copy bears valid signatures of who compared "
    "it and of the agency; digitise it and have it signed first.",
)


def signed_document(
    dossier: Dossier, document: int | None, at: datetime
) -> tuple[OutgoingDocument, DocumentFile] | None:
    """The document that is the dossier's result, with its file; None where the procedure asks for none.

    Raises Refusal where none is named of those that may be it, or it is not signed and sealed: found on the file, never
    told by anybody.
    """
    if not dossier.version.signed_result:
        return None
    fitting = {one.pk: one for one in possible(dossier)}
    if not fitting:
        raise Refusal(NONE_ISSUED, code=dossier.code)
    if document is None or (named := fitting.get(document)) is None:
        raise Refusal(NOT_NAMED, code=dossier.code, documents=", ".join(map(str, fitting.values())))
    if (file := current(named)) is None:
        raise Refusal(NONE_ISSUED, code=dossier.code)
    verdict = verdict_of(file.file, at)
    if not verdict.person == verdict.agency == Found.VALID:
        why = "; ".join(verdict.why) or f"{verdict.person}, {verdict.agency}"
        raise Refusal(NOT_VALID, code=dossier.code, document=named, why=why)
    return named, file


def possible(dossier: Dossier) -> list[OutgoingDocument]:
    """What may be the result, the latest first: issued for the dossier once it was approved, and standing.

    Of a kind that can be a result; neither secret nor a correction, nor the result of another dossier.
    """
    approved = Result.objects.filter(dossier=dossier, approved_at__isnull=False).values("approved_at")[:1]
    others = Result.objects.filter(document__isnull=False).exclude(dossier=dossier)
    issued = OutgoingDocument.objects.filter(
        dossier_code=dossier.code, unit__in=lineage(dossier.competent_unit_id), recalled_at=None, corrects=None,
        secrecy=Secrecy.OPEN, kind__in=[one.code for one in kinds().values() if one.result], issued_at__gte=approved,
    ).exclude(pk__in=others.values("document"))  # fmt: skip
    rows = issued.order_by("-issued_at", "-pk").select_related("unit", "replaced_by")
    return [one for one in rows if one.replacement is None]


def copy_signed(dossier: Dossier) -> None:
    """Raises Refusal where the office wants copies signed before a result goes out, and this one's is not.

    Without that setting an unsigned copy is warned of, and holds up no citizen.
    """
    if settings.RETURN_SIGNED_ONLY and not signed_and_sealed().filter(pk=dossier.pk).exists():
        raise Refusal(COPY_NOT_SIGNED, code=dossier.code)


def stands(dossier: Dossier) -> None:
    """Raises Refusal where the document of the result was recalled and nothing took its place."""
    result = Result.objects.filter(dossier=dossier, document__isnull=False).select_related("document").first()
    if result is None or result.document is None:
        return
    standing = result.document
    while (following := standing.replacement) is not None:
        standing = following
    if standing.recalled_at is not None:
        raise Refusal(RECALLED, code=dossier.code, document=standing)
