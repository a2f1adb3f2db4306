"""A digital original carries the signature of the person and that of the agency."""

import ibis.expr.types as ir

from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, Severity, rule
from motcua.inspection.signatures import document_cases, issued_documents
from motcua.language import Words


# The target is low on purpose: where few documents are signed at all, the rule on any signature says so already.
@rule(
    "CQS-002",
    Words(vi="Văn bản phát hành chưa đủ hai chữ ký số", en="Documents issued without both digital signatures"),
    meaning=Words(
        vi="Xét văn bản phát hành trong kỳ, trừ văn bản mật; tính tỷ lệ có đủ chữ ký số hợp lệ của người có thẩm "
        "quyền và "
        "của cơ quan và so với chỉ tiêu.",
        en="Examines documents issued in the period but secret ones; holds the share with valid signatures of the "
        "person "
        "and of the agency against the target.",
    ),
    basis="digital_signing",
    population="outgoing_document",
    says=Says(
        limited="Chỉ {rate} văn bản phát hành có đủ chữ ký số của người có thẩm quyền và của cơ quan",
        met="Văn bản có đủ chữ ký số của người có thẩm quyền và của cơ quan đạt {rate} tổng số văn bản phát hành",
    ),
    remedy="signing",
    severity=Severity.MINOR,
    measure=Measure("share", target="signed_by_both_share"),
    praise_from="signed_by_both_praised",
)
def documents_not_signed_by_both(period: Period) -> ir.Table:
    documents = issued_documents(period)
    return document_cases(documents, ~(documents.by_person & documents.by_agency))
