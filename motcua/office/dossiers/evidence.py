"""How dossiers answer the evidence contract: one query for each of its tables."""

from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf

from motcua.office.documents.models import Capacity
from motcua.office.dossiers.digitisation import discarded_copies_of_papers, valid_copies, valid_copies_of_papers
from motcua.office.dossiers.models import (
    ArchiveHandover,
    BookEntry,
    BookKind,
    Dossier,
    DossierComponent,
    MediationCase,
    Payment,
    Reopening,
    ResidenceCheck,
    Result,
    Slip,
    SlipKind,
    Status,
    Step,
)
from motcua.office.dossiers.signatures import found
from motcua.office.people.evidence import Query

OF_DOSSIER = {"unit_id": F("dossier__unit__unit_id"), "dossier_id": F("dossier__code")}
FORMS = tuple(kind for kind in SlipKind if kind != SlipKind.FEE)  # a fee slip is no form of the one-stop


def queries() -> list[Query]:
    """Everything kept of dossiers; drafts of letters are no letters."""
    return [_dossiers(), _components(), _steps(), _slips(), _results(), _payments(), _book_entries(), *_special()]


def _dossiers() -> Query:
    """`finished` is the first closing with a result: one without, then reopened, counts from its last end."""
    again = Reopening.objects.filter(dossier=OuterRef("pk"))
    without = again.exclude(ended_as__in=(Status.SETTLED, Status.RETURNED))
    last = again.order_by("-no").values("finished_again_at")[:1]
    finished = Case(When(Exists(without), then=Subquery(last)), default=F("finished_at"))
    columns = {
        "dossier_id": F("code"),
        "unit_id": F("unit__unit_id"),
        "procedure_code": F("version__procedure__code"),
        "procedure_name": F("version__name"),
        "procedure_version": F("version__version"),
        "submitter_account": NullIf("submitter_account", Value("")),
        "submitter_phone": NullIf("submitter_phone", Value("")),
        "applicant": Coalesce(NullIf("applicant__number", Value("")), "applicant__name"),
        "received": F("received_at"),
        "first_due": F("first_due_at"),
        "due": F("due_at"),
        "finished": finished,
        "issued": F("result__issued_at"),
        "returned": F("returned_at"),
        "received_by_unit_id": F("received_by_unit__unit_id"),
        "competent_unit_id": F("competent_unit__unit_id"),
        "returned_by_unit_id": F("returned_by_unit__unit_id"),
        "parent_dossier_id": F("parent__code"),
        "witnesses": Count("witnesses"),
        **_same("domain", "channel", "submitter_kind", "waiting_minutes", "status", "register_no"),
        **_same("supplement_requests", "special_case", "fee_due"),
    }
    return Query("dossier", Dossier.objects.all(), columns)


def _components() -> Query:
    """A paper is digitised by a copy that was compared with it; used again where that came from the store."""
    copy = valid_copies_of_papers().filter(component=OuterRef("pk"))
    columns = {
        **OF_DOSSIER,
        "component_no": F("no"),
        **_same("name", "procedure_component_no", "form", "quantity", "kept_original"),
        "digitised": Exists(copy) | Exists(discarded_copies_of_papers().filter(component=OuterRef("pk"))),
        "reused": Exists(copy.filter(source__isnull=False)),
    }
    return Query("dossier_component", DossierComponent.objects.all(), columns, unit="dossier__unit")


def _steps() -> Query:
    columns = {
        **OF_DOSSIER,
        "step_no": F("no"),
        "officer": F("officer__username"),
        "sent": F("sent_at"),
        "received": F("received_at"),
        "due": F("due_at"),
        "finished": F("finished_at"),
        "outcome": F("outcome"),
    }
    return Query("dossier_step", Step.objects.all(), columns, unit="dossier__unit")


def _slips() -> Query:
    columns = {
        "slip_id": F("pk"),
        "unit_id": F("unit__unit_id"),
        "dossier_id": F("dossier__code"),
        **_same("kind", "number", "component_rows"),
        "issued": F("issued_at"),
        "reason": NullIf("reason", Value("")),
        "fault": NullIf("fault", Value("")),
        "new_due": F("new_due_at"),
        "due": F("due_at"),
        "signed_by_head": Q(signed_by__isnull=False),
    }
    return Query("slip", Slip.objects.filter(issued_at__isnull=False, kind__in=FORMS), columns, kinds=FORMS)


def _results() -> Query:
    """A result is digitised by a copy that counts; signatures are what validation found on the signed file."""
    copy = valid_copies().filter(result=OuterRef("pk"))
    columns = {
        "result_id": F("pk"),
        **OF_DOSSIER,
        "procedure_code": F("dossier__version__procedure__code"),
        "kind": F("kind"),
        "issued": F("issued_at"),
        "to_desk": F("to_desk_at"),
        "digitised": Subquery(copy.values("made_at")[:1]),
        "pages_declared": F("pages"),
        "pages_found": Subquery(copy.values("file__pages")[:1]),
        "number_present": ~Q(number=""),
        "person_signature": Subquery(copy.annotate(found=found(Capacity.PERSON)).values("found")[:1]),
        "agency_seal": Subquery(copy.annotate(found=found(Capacity.AGENCY)).values("found")[:1]),
    }
    rows = Result.objects.filter(issued_at__isnull=False)
    return Query("result", rows, columns, unit="dossier__unit")


def _payments() -> Query:
    columns = {
        "payment_id": F("pk"),
        "unit_id": F("unit__unit_id"),
        "dossier_id": F("dossier__code"),
        **_same("amount", "channel"),
        "paid": F("paid_at"),
    }
    return Query("payment", Payment.objects.all(), columns)


def _book_entries() -> Query:
    columns = {
        "unit_id": F("unit__unit_id"),
        "book_kind": F("kind"),
        **_same("year", "serial"),
        "dossier_id": F("dossier__code"),
        "received": F("dossier__received_at"),
        "due": F("dossier__due_at"),
        "returned": F("dossier__returned_at"),
    }
    return Query("book_entry", BookEntry.objects.all(), columns, kinds=tuple(BookKind))


def _special() -> list[Query]:
    return [
        Query(
            "residence_check",
            ResidenceCheck.objects.all(),
            {**OF_DOSSIER, "checked": F("checked_at"), "method": F("method"), "paper_demanded": Value(False)},
            unit="dossier__unit",
        ),
        Query(
            "archive_handover",
            ArchiveHandover.objects.all(),
            {
                **OF_DOSSIER,
                "residence_kind": F("residence_kind"),
                "settled": F("dossier__finished_at"),
                "handed_over": F("handed_over_at"),
            },
            unit="dossier__unit",
        ),
        Query(
            "mediation_case",
            MediationCase.objects.all(),
            {
                "case_id": F("dossier__code"),
                "unit_id": F("dossier__unit__unit_id"),
                "received": F("dossier__received_at"),
                "council_decision_no": F("council_decision_no"),
                "council_decided": F("council_decided_at"),
                "closed": F("closed_at"),
            },
            unit="dossier__unit",
        ),
    ]


def _same(*names: str) -> dict[str, F]:
    return {name: F(name) for name in names}
