"""How outgoing documents answer the evidence contract."""

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.functions import Cast, Concat

from motcua.office.documents.kinds import kinds
from motcua.office.documents.models import OutgoingDocument, Secrecy
from motcua.office.documents.rates import found_on_last
from motcua.office.people.evidence import Query

OPEN = Q(secrecy=Secrecy.OPEN)


def queries() -> list[Query]:
    """What was issued; of secret documents neither number nor kind.

    No coverage is claimed: what a unit wrote before it wrote here lies elsewhere.
    """
    figures = Cast("number", CharField())
    shown = Case(When(number__lt=10, then=Concat(Value("0"), figures)), default=figures, output_field=CharField())
    names = [When(kind=one.code, then=Value(one.name)) for one in kinds().values()]
    said = Concat(shown, Value("/"), "notation", output_field=CharField())
    columns = {
        "document_id": F("pk"),
        "unit_id": F("unit__unit_id"),
        "number": Case(When(OPEN, then=said), default=None, output_field=CharField()),
        "kind": Case(When(~OPEN, then=None), *names, default=F("kind"), output_field=CharField()),
        "issued": F("issued_at"),
        "secret": ~OPEN,
        "person_signature": found_on_last("person"),
        "agency_seal": found_on_last("agency"),
    }
    return [Query("outgoing_document", OutgoingDocument.objects.filter(issued_at__isnull=False), columns, unit="")]
