"""The two rates of digital signing: one definition, the same as the rules', with the documents behind each figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

from django.db.models import Case, CharField, OuterRef, QuerySet, Subquery, Value, When
from django.utils import timezone

from motcua.office.documents.models import DocumentFile, FileStep, Found, OutgoingDocument, Secrecy
from motcua.office.people.models import Unit


@dataclass(frozen=True)
class Rate:
    """Of the issued documents of which signatures are known, those that count; unknown ones count on neither side."""

    counted: tuple[OutgoingDocument, ...]
    others: tuple[OutgoingDocument, ...]
    undecided: tuple[OutgoingDocument, ...]

    @property
    def numerator(self) -> int:
        return len(self.counted)

    @property
    def denominator(self) -> int:
        return len(self.counted) + len(self.others)

    @property
    def share(self) -> Fraction | None:
        """None where there is nothing to share: that is not zero."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None


@dataclass(frozen=True)
class Rates:
    """`signed`: by the person or by the agency; `by_both`: by the person and by the agency."""

    signed: Rate
    by_both: Rate


def rates(unit: Unit, first: date, last: date) -> Rates:
    """Of the documents that the unit issued from one day to another, secret ones left out."""
    found = list(issued(unit, first, last))
    return Rates(
        signed=_rate(found, [_either(*_valid(document)) for document in found]),
        by_both=_rate(found, [_both(*_valid(document)) for document in found]),
    )


def issued(unit: Unit, first: date, last: date) -> "QuerySet[OutgoingDocument, Any]":
    """The documents counted, with `person` and `agency` as validation found them, None where it did not look."""
    zone = timezone.get_default_timezone()
    begins = datetime.combine(first, time(), zone)
    ends = datetime.combine(last + timedelta(days=1), time(), zone)
    rows = OutgoingDocument.objects.filter(
        unit=unit, issued_at__gte=begins, issued_at__lt=ends, secrecy=Secrecy.OPEN
    ).order_by("issued_at", "pk")
    return rows.annotate(person=found_on_last("person"), agency=found_on_last("agency"))


def found_on_last(capacity: str) -> Case:
    """What validation found on a document's last PDF; none of one signed on paper, whatever its scan bears."""
    last = DocumentFile.objects.filter(document=OuterRef("pk")).exclude(step=FileStep.SOURCE).order_by("-pk")
    found = Subquery(last.values(f"file__verdict__{capacity}")[:1])
    return Case(When(on_paper=True, then=Value(Found.NONE.value)), default=found, output_field=CharField())


def _valid(document: Any) -> tuple[bool | None, bool | None]:
    return _known(document.person), _known(document.agency)


def _known(found: str | None) -> bool | None:
    """None where nothing is known of the signature."""
    return None if found in (None, Found.UNKNOWN) else found == Found.VALID


def _either(person: bool | None, agency: bool | None) -> bool | None:
    if person or agency:
        return True
    return None if person is None or agency is None else False


def _both(person: bool | None, agency: bool | None) -> bool | None:
    if person is False or agency is False:
        return False
    return None if person is None or agency is None else True


def _rate(documents: Sequence[OutgoingDocument], counts: Sequence[bool | None]) -> Rate:
    told = list(zip(documents, counts, strict=True))
    return Rate(
        counted=tuple(document for document, counted in told if counted),
        others=tuple(document for document, counted in told if counted is False),
        undecided=tuple(document for document, counted in told if counted is None),
    )
