"""The applicant's store: papers of their other dossiers and results issued to them, each fit to be used again.

Whose they are says the person's number, never a name. What fits says the published list: the same published paper, or
one of the very same name but for capitals and diacritics; nothing is guessed. What is said anew each time, such as a
declaration or an application, is never offered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from motcua.language import plain
from motcua.office.dossiers.digitisation import valid_copies, valid_copies_of_papers
from motcua.office.dossiers.models import DigitalCopy, Dossier, DossierComponent, PaperForm, Status
from motcua.office.procedures.models import Component, Version

TAKEN_BACK = (Status.NOT_RECEIVED, Status.WITHDRAWN)  # their papers went home with the citizen
AT_MOST = 500  # copies of one person looked through, the latest first
SAID_ANEW = (
    "to khai", "don ", "phieu yeu cau", "phieu de nghi", "giay de nghi", "van ban de nghi", "giay uy quyen",
    "van ban uy quyen",
)  # fmt: skip


@dataclass(frozen=True)
class Offer:
    """A paper of the dossier, and the copy in its applicant's store that may stand for it."""

    component: DossierComponent
    copy: DigitalCopy

    @property
    def source(self) -> Dossier:
        return dossier_of(self.copy)

    @property
    def kind(self) -> str:
        return kind_of(self.copy)


def in_store(dossier: Dossier) -> list[Offer]:
    """What the store holds for the dossier's papers that are not digitised: by paper, the latest copy first."""
    listed = {one.no: one for one in _reusable(dossier.version)}
    digitised = valid_copies_of_papers().filter(component__dossier=dossier)
    papers = dossier.components.filter(procedure_component_no__in=listed).exclude(form=PaperForm.DATA)
    missing = list(papers.exclude(pk__in=digitised.values("component"))) if listed else []
    if not missing or not dossier.applicant.number:
        return []
    store = list(_store(dossier))
    return [
        Offer(component, copy)
        for component in missing
        for copy in _once(store)
        if _fits(copy, listed[component.procedure_component_no or 0])
    ]


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


def _store(dossier: Dossier) -> Iterable[DigitalCopy]:
    """Copies that count, of papers that were taken in and of results that stand; the latest first."""
    beside = ("file", "certified_by")
    papers = (
        valid_copies_of_papers()
        .filter(source=None, component__dossier__applicant=dossier.applicant_id, component__dossier__register_no__gt="")
        .exclude(component__dossier=dossier.pk)
        .exclude(component__dossier__status__in=TAKEN_BACK)
        .select_related("component__dossier", *beside)
    )
    results = (
        valid_copies()
        .filter(Q(certified_at__isnull=False) | Q(result__document__isnull=False, result__document__recalled_at=None))
        .filter(result__dossier__applicant=dossier.applicant_id, result__refuses=False)
        .filter(result__dossier__status__in=(Status.SETTLED, Status.RETURNED))
        .exclude(result__dossier=dossier.pk)
        .select_related("result__dossier", "result__document", *beside)
    )
    found = [*papers.order_by("-made_at")[:AT_MOST], *results.order_by("-made_at")[:AT_MOST]]
    standing = [one for one in found if one.result is None or not _replaced(one)]
    return sorted(standing, key=lambda one: one.made_at, reverse=True)


def _replaced(copy: DigitalCopy) -> bool:
    document = copy.result.document if copy.result is not None else None
    return document is not None and document.replacement is not None


def _once(store: Iterable[DigitalCopy]) -> Iterator[DigitalCopy]:
    """Each content once, though it may be a copy of several papers."""
    seen: set[int] = set()
    for copy in store:
        if copy.file_id not in seen:
            seen.add(copy.file_id)
            yield copy


def _fits(copy: DigitalCopy, asked: Component) -> bool:
    of = copy.component
    published = of is not None and (of.dossier.version_id, of.procedure_component_no) == (asked.version_id, asked.no)
    return published or plain(kind_of(copy)) == plain(asked.name)
