"""Guards of signed results: documents are recorded only signed and sealed, results returned only while they stand."""

from datetime import datetime

from django.conf import settings

from motcua.language import Refusal, Words
from motcua.office.documents.files import current
from motcua.office.documents.models import DocumentFile, Found, OutgoingDocument
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


def signed_document(dossier: Dossier, at: datetime) -> tuple[OutgoingDocument, DocumentFile] | None:
    """The document that is the dossier's result, with its file; None where the procedure asks for none.

    Raises Refusal where none is issued or it is not signed and sealed: found on the file, never told by anybody.
    """
    if not dossier.version.signed_result:
        return None
    approved = Result.objects.filter(dossier=dossier, approved_at__isnull=False).values("approved_at")[:1]
    issued = OutgoingDocument.objects.filter(
        dossier_code=dossier.code,
        unit__in=lineage(dossier.competent_unit_id),
        recalled_at=None,
        issued_at__gte=approved,
    )
    standing = [one for one in issued.order_by("-issued_at", "-pk").select_related("unit") if not one.replacement]
    if not standing or (file := current(standing[0])) is None:
        raise Refusal(NONE_ISSUED, code=dossier.code)
    document, verdict = standing[0], verdict_of(file.file, at)
    if not verdict.person == verdict.agency == Found.VALID:
        why = "; ".join(verdict.why) or f"{verdict.person}, {verdict.agency}"
        raise Refusal(NOT_VALID, code=dossier.code, document=document, why=why)
    return document, file


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
