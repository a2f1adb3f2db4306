"""The digital copy of a result or a paper, opened by those who may read its dossier and by nobody else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Q
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.language import Refusal
from motcua.office.documents.models import Found, Verdict
from motcua.office.dossiers.digitisation import IN_DATA, copies_in_use, scans_of
from motcua.office.dossiers.models import DigitalCopy, Dossier, DossierComponent
from motcua.office.dossiers.reuse import dossier_of
from motcua.office.records.judging import Page
from motcua.office.records.looking import said_of
from motcua.office.records.models import Reading
from motcua.office.records.store import opened
from motcua.web.desk.reading import READ, readable
from motcua.web.shared.officer import OfficerRequest, may


@dataclass(frozen=True)
class PaperRow:
    """A paper as the dossier's page shows it: with its copy in use and what would be better about that."""

    paper: DossierComponent
    copy: DigitalCopy | None
    warnings: Sequence[str]

    @property
    def verdict(self) -> Verdict | None:
        """What validation found on it."""
        return verdict(self.copy)

    @property
    def to_digitise(self) -> bool:
        """A paper of which there is no copy yet."""
        return self.copy is None and self.paper.form not in IN_DATA

    @property
    def unlike_declared(self) -> bool:
        """Its copy has not as many pages as were declared, and does not count."""
        return self.copy is not None and self.paper.declared_pages not in (None, self.copy.file.pages)

    @property
    def source(self) -> Dossier | None:
        """The dossier that the copy was taken from, where it was not scanned for this one."""
        return dossier_of(self.copy.source) if self.copy is not None and self.copy.source is not None else None


def papers(dossier: Dossier) -> list[PaperRow]:
    copies = {copy.component_id: copy for copy in scans_of(dossier)}
    said = {copy.pk: sentences for copy, sentences in warned_of(copies.values())}
    found = [(paper, copies.get(paper.pk)) for paper in dossier.components.all()]
    return [PaperRow(paper, copy, [] if copy is None else said[copy.pk]) for paper, copy in found]


def warnings(copy: DigitalCopy | None) -> Sequence[str]:
    """As `warned_of` says of one."""
    return [] if copy is None else warned_of([copy])[0][1]


def verdict(copy: DigitalCopy | None) -> Verdict | None:
    """What validation found on the signatures that the copy bears, its own or those that it came with; None of none."""
    if copy is None:
        return None
    found: Verdict | None = getattr(copy.signed or copy.file, "verdict", None)
    return None if found is None or found.person == found.agency == Found.NONE else found


def warned_of(copies: Iterable[DigitalCopy]) -> list[tuple[DigitalCopy, Sequence[str]]]:
    """Each copy with what was measured of its pages, and found when it was read, as sentences; they stop nobody."""
    of = list(copies)
    read = Reading.objects.filter(file__in=[copy.file_id for copy in of]).values_list("file", "turned")
    turned: Mapping[int, Mapping[int, int]] = {file: dict(pages) for file, pages in read}
    return [
        (copy, list(said_of((Page(**page) for page in copy.file.seen), turned.get(copy.file_id, {})))) for copy in of
    ]


@may(READ)
@require_GET
def copy(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """The file as it was kept, in pieces; its address names the copy, never the content."""
    return _served(request, pk, signed=False)


@may(READ)
@require_GET
def signed_copy(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """The file with the signatures over it."""
    return _served(request, pk, signed=True)


def _served(request: OfficerRequest, pk: int, *, signed: bool) -> HttpResponseBase:
    mine = readable(request.user, timezone.localdate()).values("pk")
    of = Q(result__dossier__in=mine) | Q(component__dossier__in=mine)
    rows = copies_in_use().filter(of, pk=pk).select_related("file", "signed", "result__dossier", "component__dossier")
    found = rows.first()
    if found is None or (file := found.signed if signed else found.file) is None:
        raise Http404
    dossier, name = _named(found)
    try:
        content = opened(file)
    except Refusal as gone:
        messages.error(request, str(gone))
        return redirect("desk:dossier", dossier.pk)
    answer = FileResponse(content, content_type=file.content_type)
    answer["Content-Disposition"] = f'inline; filename="{name}{"-da-ky" if signed else ""}-{dossier.code}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _named(copy: DigitalCopy) -> tuple[Dossier, str]:
    """Its dossier, and what the file is called on the computer it is opened on."""
    if copy.result is not None:
        return copy.result.dossier, "ket-qua"
    if copy.component is None:
        raise Http404
    return copy.component.dossier, f"giay-to-{copy.component.no}"
