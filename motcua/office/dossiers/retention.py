"""Which files of the store are past their term: scans of papers that nothing needs any more, signed or not.

Terms are law data. Every use of a file has its own, counted from the end of the dossier; the file goes when the last is
past. A file that is a result, an outgoing document, or anything else than a scan of papers, never does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Model, Q, QuerySet
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.utils import timezone

from motcua.law import Setting, law
from motcua.office.documents.models import Verdict
from motcua.office.dossiers.models import (
    CopyOriginal,
    CopySigning,
    DigitalCopy,
    Discarded,
    Dossier,
    DossierComponent,
    Status,
)
from motcua.office.records.models import File

WITH_RESULT, WITHOUT_RESULT, SUPERSEDED = (
    "kept_papers_with_result", "kept_papers_without_result", "kept_superseded_scans",
)  # fmt: skip
OWN = File._meta.app_label
TERMS = (WITH_RESULT, WITHOUT_RESULT, SUPERSEDED)
CLOSED = {
    Status.RETURNED: WITH_RESULT,
    Status.STOPPED: WITHOUT_RESULT,
    Status.WITHDRAWN: WITHOUT_RESULT,
    Status.NOT_RECEIVED: WITHOUT_RESULT,
}  # what is settled waits for the citizen still


@dataclass(frozen=True)
class Past:
    """A file past its term: the use that lasted longest, of which dossier, ended when, kept how many years."""

    file: File
    dossier: Dossier
    term: str
    years: int
    ended_on: date
    until: date


def terms(on: date) -> dict[str, Setting]:
    """The terms in force that day, by name."""
    return {name: found for name in TERMS if (found := law().values[name].on(on)) is not None}


def past_term(on: date) -> Iterator[Past]:
    """Every file of the store whose last term ended before that day."""
    ended = Q(dossier__status__in=CLOSED)
    papers = DossierComponent.objects.filter(ended)
    copies = DigitalCopy.objects.filter(component__in=papers)
    originals = CopyOriginal.objects.filter(copy__component__in=papers)
    signings = CopySigning.objects.filter(copy__component__in=papers, answer__isnull=False)
    of = Q(pk__in=copies.values("file")) | Q(pk__in=originals.values("file")) | Q(pk__in=signings.values("answer"))
    in_force = terms(on)
    for file in lying().filter(of).order_by("pk").iterator():
        if (found := past(file, on, in_force)) is not None:
            yield found


def past(file: File, on: date, in_force: dict[str, Setting]) -> Past | None:
    """The use of the file whose term ended last; None where one still runs or has no term."""
    if needed_elsewhere(file):
        return None
    found = [_use(file, *use, in_force) for use in _uses(file)]
    ended = [one for one in found if one is not None]
    if not ended or len(ended) < len(found):
        return None
    last = max(ended, key=lambda one: one.until)
    return last if last.until < on else None


def lying() -> "QuerySet[File]":
    """Files that were not discarded, or were kept anew since."""
    return File.objects.exclude(discarded__at=F("faulty_since"))


def _uses(file: File) -> Iterator[tuple[DossierComponent | None, bool]]:
    """The paper that each use is a scan of, None for a result; and whether a better one took its place."""
    beside = "component__dossier__parent"
    for copy in DigitalCopy.objects.filter(Q(file=file) | Q(signed=file)).select_related(beside):
        yield copy.component, copy.replaced_at is not None
    for signing in CopySigning.objects.filter(answer=file).select_related(f"copy__{beside}"):
        yield signing.copy.component, signing.copy.replaced_at is not None
    for original in CopyOriginal.objects.filter(file=file).select_related(f"copy__{beside}"):
        yield original.copy.component, True


def _use(file: File, paper: DossierComponent | None, superseded: bool, in_force: dict[str, Setting]) -> Past | None:
    if paper is None:
        return None
    dossier, parent = paper.dossier, paper.dossier.parent
    if dossier.status not in CLOSED or (parent is not None and parent.status not in CLOSED):
        return None
    term = SUPERSEDED if superseded else CLOSED[Status(dossier.status)]
    ended = dossier.returned_at or dossier.finished_at
    if (setting := in_force.get(term)) is None or ended is None:
        return None
    years, ended_on = int(setting.value), timezone.localdate(ended)
    return Past(file, dossier, term, years, ended_on, later(ended_on, years))


def later(day: date, years: int) -> date:
    """The same day so many years later; of 29 February where there is none the day after."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def made_of() -> list[type[Model]]:
    """The tables whose rows tell of the file's content, computed from it: they go with it, they do not keep it."""
    return [
        model for model, name in _pointing() if name == "file" and (model._meta.app_label == OWN or model is Verdict)
    ]


def needed_elsewhere(file: File) -> bool:
    """Whether anything but scans of papers points to it, whatever it is."""
    made = made_of()
    others = ((model, name) for model, name in _pointing() if not (name == "file" and model in made))
    return any(model._base_manager.filter(**{name: file}).exists() for model, name in others)


def _pointing() -> Iterator[tuple[type[Model], str]]:
    """Every table and column that names a file, but for scans of papers."""
    ours = (DigitalCopy, CopyOriginal, CopySigning, Discarded)
    for one in File._meta.get_fields(include_hidden=True):
        if isinstance(one, ForeignObjectRel) and one.related_model not in ours:
            yield one.related_model, one.field.name
