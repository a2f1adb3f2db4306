"""Documents issued in a period, and whether a signature noted on them is missing."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import outgoing_document
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period


def issued_documents(period: Period) -> ir.Table:
    """Documents issued in the period, secret ones left out; `by_person` and `by_agency` say which signature is "
    "valid."""
    open_ones = outgoing_document.filter(
        within(outgoing_document.issued_on, period), ~outgoing_document.secret.fill_null(False)
    )
    return open_ones.mutate(by_person=_valid(open_ones.person_signature), by_agency=_valid(open_ones.agency_seal))


def document_cases(documents: ir.Table, breached: ir.BooleanValue) -> ir.Table:
    return cases(
        documents,
        subject=documents.document_id,
        about=documents.kind.fill_null("văn bản"),
        event_on=documents.issued_on,
        breached=breached,
        number=documents.number,
        issued_on=documents.issued_on,
        person_signature=documents.person_signature,
        agency_seal=documents.agency_seal,
    )


def _valid(signature: ir.StringValue) -> ir.BooleanValue:
    """Null where the signature was not looked at."""
    return ibis.cases(
        (signature == "valid", True), (signature.isin(("invalid", "none")), False), else_=ibis.null("boolean")
    )
