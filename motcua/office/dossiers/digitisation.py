"""Whether a result or a paper is digitised: a verdict over its file, never a mark that somebody set.

A copy of a result counts while it is the last one made, made after the result was issued, with as many pages as the
result has, and the store holds it as it was kept; one with nothing on any page is never taken in. Whether it was
compared is told beside it and not asked here: a result is digitised by its scan, and compared by whoever signs it. A
copy of a paper counts while it is the last one made, was compared with the paper or taken from the applicant's store,
has as many pages as were declared of the paper, where any were, and the store holds it as it was kept. A copy that was
signed is held whole only with its signed file. Which signatures it bears, `signatures` says: one without any counts as
digitised, and as not signed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from motcua.office.dossiers.models import DigitalCopy, Dossier, DossierComponent, PaperForm, Result
from motcua.office.procedures.models import Version

IN_DATA = (PaperForm.ELECTRONIC, PaperForm.DATA)
VERDICTS = ("file__verdict", "signed__verdict")
SOURCE = ("source__component__dossier", "source__result__dossier", "source__certified_by")


def valid_copies() -> "QuerySet[DigitalCopy]":
    """The copies that count: one at most of each result."""
    return _counting(F("result__issued_at"), F("result__pages"))


def copies_in_use() -> "QuerySet[DigitalCopy]":
    """The last copies made, of results and of papers, that the store holds whole: compared, signed or not."""
    return DigitalCopy.objects.filter(replaced_at=None, file__faulty_since=None, signed__faulty_since=None)


def valid_copies_of_papers() -> "QuerySet[DigitalCopy]":
    """The copies by which papers are digitised: one at most of each paper."""
    compared = copies_in_use().filter(Q(certified_at__isnull=False) | Q(source__isnull=False), component__isnull=False)
    whole = Q(component__declared_pages=None) | Q(component__declared_pages=F("file__pages"))
    return compared.filter(whole)


def discarded_copies_of_papers() -> "QuerySet[DigitalCopy]":
    """Copies by which papers were digitised until the files' term of retention was past."""
    gone = DigitalCopy.objects.filter(replaced_at=None, file__discarded__at=F("file__faulty_since"))
    return gone.filter(Q(certified_at__isnull=False) | Q(source__isnull=False), component__isnull=False)


def to_digitise() -> "QuerySet[Result]":
    """Issued results, each `digitised` or not: what the inspection counts of, whenever they were issued."""
    copy = _counting(OuterRef("issued_at"), OuterRef("pages")).filter(result=OuterRef("pk"))
    return Result.objects.filter(issued_at__isnull=False).annotate(digitised=Exists(copy))


def not_digitised() -> "QuerySet[Dossier]":
    """Dossiers whose result is issued and has no copy that counts: recorded, at the desk or returned long ago."""
    issued = Dossier.objects.filter(result__issued_at__isnull=False)
    copy = _counting(OuterRef("result__issued_at"), OuterRef("result__pages")).filter(result=OuterRef("result"))
    return issued.exclude(Exists(copy))


def papers_not_digitised() -> "QuerySet[Dossier]":
    """Dossiers without one paper that is digitised, electronic or data: what the inspection counts at reception."""
    copy = valid_copies_of_papers().filter(component=OuterRef("pk"))
    done = DossierComponent.objects.filter(Q(form__in=IN_DATA) | Exists(copy), dossier=OuterRef("pk"))
    return Dossier.objects.exclude(Exists(done))


def copy_of(dossier: Dossier) -> DigitalCopy | None:
    """The copy by which the dossier's result is digitised, None where it is not."""
    return (
        valid_copies().filter(result__dossier=dossier).select_related("file", "by", "certified_by", *VERDICTS).first()
    )


def scans_of(dossier: Dossier) -> "QuerySet[DigitalCopy]":
    """The copies in use of the dossier's papers and of its result, whether compared or not."""
    of = Q(component__dossier=dossier) | Q(result__dossier=dossier)
    beside = ("file", "by", "component", "certified_by", *VERDICTS, *SOURCE)
    rows = copies_in_use().filter(of).select_related(*beside).prefetch_related("originals")
    return rows.order_by("component__no", "pk")


def _counting(issued_at: Combinable, pages: Combinable) -> "QuerySet[DigitalCopy]":
    """Copies that count for a result issued then, of so many pages."""
    return copies_in_use().filter(made_at__gte=issued_at, file__pages=pages)


@dataclass(frozen=True)
class Share:
    """Of one procedure in one unit: how many results there are, how many of them are not digitised."""

    unit: int
    unit_name: str
    code: str
    name: str
    results: int
    missing: int

    @property
    def none(self) -> bool:
        """Not one result is digitised."""
        return self.missing == self.results


def shares(results: "QuerySet[Any]") -> Sequence[Share]:
    """Those of the results, which `to_digitise` gave, by unit and procedure: with none digitised first, then by number.

    Procedures with nothing missing are left out.
    """
    by = ("dossier__unit", "dossier__unit__name", "dossier__version__procedure__code")
    rows = results.values_list(*by).annotate(n=Count("pk"), missing=Count("pk", filter=Q(digitised=False)))
    counted = [row for row in rows.order_by(*by) if row[-1]]
    names = _names({code for _, _, code, *_ in counted})
    found = [Share(unit, name, code, names[code], n, missing) for unit, name, code, n, missing in counted]
    return sorted(found, key=lambda one: (not one.none, -one.missing))


def _names(codes: set[str]) -> dict[str, str]:
    """The latest name of each procedure."""
    rows = Version.objects.filter(procedure__code__in=codes).order_by("in_force_from", "pk")
    return dict(rows.values_list("procedure__code", "name"))
