"""Issued documents are archived: what proves their signatures is put into the file, under a time stamp of the whole.

Issue does not wait for it: a time-stamp authority that does not answer holds up no document; a later round archives.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from motcua.language import Refusal, Words
from motcua.office.documents.acts.frame import held, journal
from motcua.office.documents.engine import engine, there
from motcua.office.documents.files import add, content_of, current
from motcua.office.documents.models import DocumentFile, FileStep, OutgoingDocument
from motcua.office.documents.verdicts import verdict_of

AT_ONCE = 50
WORSE = Words(
    vi="Văn bản {document}: bản lưu trữ không giữ nguyên kết quả kiểm tra chữ ký nên không được nhận: {why}",
    en="Document {document}: signatures of its archived copy are not found as before, so it is not taken: {why}",
)
OFFICE = "office"  # nobody archives: the office does, by itself


def archive_issued(at: datetime, *, most: int = AT_ONCE) -> tuple[int, list[Refusal]]:
    """How many documents issued and signed digitally were archived now, and why others were not; the newest first.

    Raises Refusal where the time-stamp authority does not answer at all: then nothing was tried.
    """
    archived = DocumentFile.objects.filter(document=OuterRef("pk"), step=FileStep.ARCHIVED)
    waiting = OutgoingDocument.objects.filter(~Exists(archived), issued_at__isnull=False, on_paper=False)
    return each_archived(waiting.order_by("-issued_at", "-pk"), lambda pk: _archived(pk, at), most=most)


def each_archived(waiting: "QuerySet[Any]", archived: Callable[[int], bool], *, most: int) -> tuple[int, list[Refusal]]:
    """How many of what waits were archived, each by its key and on its own, and why others were not.

    Nothing where no authority is set. Raises Refusal where it does not answer at all: then nothing was tried.
    """
    if not there() or not settings.TIME_STAMPS:
        return 0, []
    if not (keys := list(waiting.values_list("pk", flat=True)[:most])):
        return 0, []
    engine().answers()
    done, refused = 0, list[Refusal]()
    for pk in keys:
        try:
            done += archived(pk)
        except Refusal as reason:
            refused.append(reason)
    return done, refused


def _archived(document: int, at: datetime) -> bool:
    """Whether it was: no row is locked while the time stamp is asked for, and whoever was faster is not overtaken."""
    last = current(OutgoingDocument.objects.get(pk=document))
    assert last is not None, "the database holds a file of what was issued"  # noqa: S101
    pdf = engine().archive(content_of(last))
    with transaction.atomic():
        kept = held(document)
        now = current(kept)
        if now is None or now.pk != last.pk or kept.issued_by is None:
            return False
        file = add(kept, FileStep.ARCHIVED, pdf, by=kept.issued_by, at=at)
        found, before = verdict_of(file.file, at), verdict_of(last.file, at)
        if (found.person, found.agency) != (before.person, before.agency):
            raise Refusal(WORSE, document=kept, why="; ".join(found.why) or f"{found.person}, {found.agency}")
        said = {"file": file.file.sha256}
        journal("document.archived", kept, by=kept.issued_by, authority=OFFICE, at=at, new=said)
    return True
