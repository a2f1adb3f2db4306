"""A person's store: papers of their other dossiers and results issued to them, each fit to be used again.

Whose they are and of which type say the copies themselves: the owner with a number, never a name; the type that the
published list asks for. What somebody else handed in for a person is offered to that somebody alone, what was issued is
offered to its owner as well. What is said anew each time, such as a declaration, or holds no longer is never offered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from motcua.language import plain
from motcua.office.dossiers.copying import owner_of, paper_type
from motcua.office.dossiers.digitisation import valid_copies, valid_copies_of_papers
from motcua.office.dossiers.models import DigitalCopy, Dossier, DossierComponent, PaperForm, Status
from motcua.office.people.models import Person
from motcua.office.procedures.models import Component, Version

TAKEN_BACK = (Status.NOT_RECEIVED, Status.WITHDRAWN)  # their papers went home with the citizen
AT_MOST = 500  # copies of one person looked through, the latest first
SAID_ANEW = (
    "to khai", "don ", "phieu yeu cau", "phieu de nghi", "giay de nghi", "van ban de nghi", "giay uy quyen",
    "van ban uy quyen",
)  # fmt: skip


@dataclass(frozen=True)
class Offer:
    """A paper of the procedure's list or of the dossier, and the copy in store that may stand for it."""

    paper: Component | DossierComponent
    copy: DigitalCopy

    @property
    def source(self) -> Dossier:
        return dossier_of(self.copy)

    @property
    def kind(self) -> str:
        return kind_of(self.copy)


@dataclass(frozen=True)
class Look:
    """What was offered before there is a dossier; `key` tells one look from another, in no words of a person."""

    offers: Sequence[Offer]
    key: str


def in_store(dossier: Dossier, on: date) -> list[Offer]:
    """What the store holds that day for the dossier's papers that are not digitised, by paper, the latest first."""
    types = {one.no: paper_type(one.name) for one in _reusable(dossier.version)}
    digitised = valid_copies_of_papers().filter(component__dossier=dossier)
    papers = dossier.components.filter(procedure_component_no__in=types).exclude(form=PaperForm.DATA)
    missing = list(papers.exclude(pk__in=digitised.values("component"))) if types else []
    asked = [(one, types[one.procedure_component_no or 0]) for one in missing]
    return list(_offers(asked, dossier.applicant, owner_of(dossier), on, besides=dossier))


def held_for(applicant: Person, owner: Person, version: Version, on: date) -> list[Offer]:
    """What the store holds that day for the papers of the list, where the one asks for what is about the other."""
    asked = [(one, paper_type(one.name)) for one in _reusable(version)]
    return list(_offers(asked, applicant, owner, on))


def dossier_of(copy: DigitalCopy) -> Dossier:
    """The dossier of the paper or result that it is a copy of."""
    if (of := copy.component or copy.result) is None:
        raise ValueError("a copy of nothing")  # which the database refuses
    return of.dossier


def kind_of(copy: DigitalCopy) -> str:
    """What the paper or result is called."""
    return copy.component.name if copy.component is not None else copy.result.kind if copy.result is not None else ""


def _reusable(version: Version) -> Iterator[Component]:
    """Papers of the list that are asked for and are not said anew each time."""
    for one in version.components.all():
        if not one.replaced_by_data and not plain(one.name).startswith(SAID_ANEW):
            yield one


def _offers(
    asked: Sequence[tuple[Component | DossierComponent, str]],
    applicant: Person,
    owner: Person,
    on: date,
    besides: Dossier | None = None,
) -> Iterator[Offer]:
    """Of each paper asked for, by its type, the copies that fit it; each content once."""
    if not asked or not applicant.number or not owner.number:
        return
    held = DigitalCopy.objects.filter(owner=owner, paper_type__in={one for _, one in asked})
    store = _standing(held.filter(Q(holds_until=None) | Q(holds_until__gte=on)), applicant, besides)
    for paper, wanted in asked:
        seen: set[int] = set()
        for copy in store:
            if copy.paper_type == wanted and copy.file_id not in seen and _of_pages(copy, paper):
                seen.add(copy.file_id)
                yield Offer(paper, copy)


def _standing(held: "QuerySet[DigitalCopy]", applicant: Person, besides: Dossier | None) -> list[DigitalCopy]:
    """Those that count, of papers that were taken in and of results that stand; the latest first."""
    beside = ("file", "signed", "certified_by")
    papers = (
        (held & valid_copies_of_papers())
        .filter(source=None, component__dossier__applicant=applicant, component__dossier__register_no__gt="")
        .exclude(component__dossier__status__in=TAKEN_BACK)
        .select_related("component__dossier", *beside)
    )
    results = (
        (held & valid_copies())
        .filter(Q(certified_at__isnull=False) | Q(result__document__isnull=False))
        .filter(result__document__recalled_at=None)
        .filter(Q(result__dossier__applicant=applicant) | Q(owner=applicant), result__refuses=False)
        .filter(result__dossier__status__in=(Status.SETTLED, Status.RETURNED))
        .select_related("result__dossier", "result__document", *beside)
    )
    if besides is not None:
        papers, results = papers.exclude(component__dossier=besides), results.exclude(result__dossier=besides)
    found = [*papers.order_by("-made_at")[:AT_MOST], *results.order_by("-made_at")[:AT_MOST]]
    standing = [one for one in found if one.result is None or not _replaced(one)]
    return sorted(standing, key=lambda one: one.made_at, reverse=True)


def _replaced(copy: DigitalCopy) -> bool:
    document = copy.result.document if copy.result is not None else None
    return document is not None and document.replacement is not None


def _of_pages(copy: DigitalCopy, paper: Component | DossierComponent) -> bool:
    """Whether it has as many pages as were declared of the paper that it would stand for."""
    declared = paper.declared_pages if isinstance(paper, DossierComponent) else None
    return declared is None or declared == copy.file.pages
