"""How far the digital copies of a dossier are read, and the readable PDF, opened by those who may read the dossier."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.db.models import Q
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.language import Refusal, say
from motcua.office.dossiers.digitisation import copies_in_use, scans_of
from motcua.office.dossiers.models import DigitalCopy, Dossier
from motcua.office.records.models import Reading, ReadingState
from motcua.office.records.readers import last_seen, silent
from motcua.office.records.reasons import OTHER, REASONS
from motcua.office.records.store import opened
from motcua.web.desk.acts.digitising import named
from motcua.web.desk.reading import READ, readable
from motcua.web.shared.officer import OfficerRequest, may


@dataclass(frozen=True)
class ReadRow:
    """A copy as the dossier's page shows it at that moment, by which the link to look again is another each time."""

    copy: DigitalCopy
    reading: Reading
    reader_seen: datetime | None
    at: datetime

    @property
    def name(self) -> str:
        return named(self.copy)

    @property
    def page(self) -> int:
        """Which one is being read."""
        return min(self.reading.pages_done + 1, self.copy.file.pages)

    @property
    def why(self) -> str:
        return say(REASONS.get(self.reading.reason, REASONS[OTHER])) if self.reading.reason else ""

    @property
    def open(self) -> bool:
        """Waiting or being read: it is worth looking again."""
        return self.reading.state in (ReadingState.WAITING, ReadingState.BEING_READ)

    @property
    def waits(self) -> bool:
        """Nobody reads it: not yet, or who did fell silent."""
        until = self.reading.claimed_until
        return self.reading.state == ReadingState.WAITING or (self.open and until is not None and until < self.at)

    @property
    def nobody(self) -> bool:
        """It waits, and no process that reads has been seen for long."""
        return self.waits and silent(self.reader_seen, self.at)

    @property
    def lost(self) -> bool:
        """It was read, but the store has lost the readable PDF."""
        return self.reading.result is not None and self.reading.result.faulty_since is not None


def copies_read(dossier: Dossier, at: datetime) -> Sequence[ReadRow]:
    """The copies in use that are or were to be read."""
    rows = scans_of(dossier).filter(file__reading__isnull=False).select_related("file__reading__result")
    found = list(rows.defer("file__reading__text", "file__reading__search_text"))
    seen = last_seen() if found else None
    return [ReadRow(copy, copy.file.reading, seen, at) for copy in found]


@may(READ)
@require_GET
def readable_copy(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """The PDF whose text can be searched, made of the copy; the copy stays what counts."""
    mine = readable(request.user, timezone.localdate()).values("pk")
    of = Q(result__dossier__in=mine) | Q(component__dossier__in=mine)
    rows = copies_in_use().filter(of, pk=pk, file__reading__result__isnull=False)
    found = rows.select_related("file__reading__result", "result__dossier", "component__dossier").first()
    whose = found and (found.component or found.result)
    result = found and found.file.reading.result
    if found is None or not whose or not result:
        raise Http404
    try:
        content = opened(result)
    except Refusal as gone:
        messages.error(request, str(gone))
        return redirect("desk:dossier", whose.dossier_id)
    answer = FileResponse(content, content_type=found.file.content_type)
    answer["Content-Disposition"] = f'inline; filename="doc-duoc-{whose.dossier.code}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
