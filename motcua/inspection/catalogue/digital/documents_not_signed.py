"""Documents go out digitally signed."""

import ibis.expr.types as ir

from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.inspection.signatures import document_cases, issued_documents
from motcua.language import Words


@rule(
    "CQS-001",
    Words(vi="Văn bản phát hành chưa ký số", en="Documents issued without a digital signature"),
    meaning=Words(
        vi="Xét văn bản phát hành trong kỳ, trừ văn bản mật; tính tỷ lệ có chữ ký số hợp lệ của người có thẩm quyền "
        "hoặc "
        "của cơ quan và so với chỉ tiêu.",
        en="Examines documents issued in the period but secret ones; holds the share with a valid signature of the "
        "person "
        "or of the agency against the target.",
    ),
    basis="digital_signing",
    population="outgoing_document",
    says=Says(
        limited="Văn bản đi được ký số khi phát hành còn ít, mới đạt {rate} (chỉ tiêu {target})",
        met="Văn bản phát hành được ký số đạt {rate}",
    ),
    remedy="signing",
    measure=Measure("share", target="signed_share"),
    declared="signed_share",
)
def documents_not_signed(period: Period) -> ir.Table:
    documents = issued_documents(period)
    return document_cases(documents, ~(documents.by_person | documents.by_agency))
