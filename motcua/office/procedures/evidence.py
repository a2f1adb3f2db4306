"""How the catalogue answers the evidence contract: versions, papers, who offers and posted them, reviews."""

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, Value

from motcua.office.people.evidence import Query
from motcua.office.procedures.models import Component, Fee, Posting, Review, Service, Version

OF_VERSION = {"procedure_code": F("version__procedure__code"), "version": F("version__version")}


def queries() -> list[Query]:
    """Versions once released; drafts are nobody's evidence."""
    released = Version.objects.filter(released_at__isnull=False)
    fees = Fee.objects.filter(version__procedure=OuterRef("procedure"))
    return [
        Query(
            "procedure",
            released,
            {
                "procedure_code": F("procedure__code"),
                **_same("version", "name", "domain", "in_force_from", "in_force_to", "term_value", "term_unit"),
                **_same("immediate", "result_kind"),
                "decided_on": F("decided_on"),
                "law_effective_on": F("in_force_from"),
            },
            unit="",
        ),
        Query(
            "procedure_component",
            Component.objects.filter(version__in=released),
            {
                **OF_VERSION,
                "component_no": F("no"),
                **_same("name", "originals", "copies", "keeps_original", "replaced_by_data", "required"),
            },
            unit="",
        ),
        Query(
            "service",
            Service.objects.all(),
            {
                "unit_id": F("unit__unit_id"),
                "procedure_code": F("procedure__code"),
                **_same("valid_from", "valid_to", "one_stop", "pay_online"),
                "fee_bearing": Exists(fees),
            },
        ),
        Query(
            "posting",
            Posting.objects.all(),
            {
                "unit_id": F("unit__unit_id"),
                "procedure_code": F("version__procedure__code"),
                "place": F("place"),
                "posted_on": F("posted_on"),
                "removed_on": F("removed_on"),
                **_same("complete", "qr"),
            },
        ),
        Query(
            "review",
            Review.objects.all(),
            {
                "unit_id": F("unit__unit_id"),
                **_same("year", "domain", "assigned_by", "contents_complete", "proposal"),
                "planned": Value(True),
                "reviewed": ExpressionWrapper(Q(reviewed_on__isnull=False), output_field=BooleanField()),
            },
        ),
    ]


def _same(*names: str) -> dict[str, F]:
    return {name: F(name) for name in names}
