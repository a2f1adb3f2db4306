"""Files of a document: each step's kept, the last PDF is what the document says."""

import hashlib
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from motcua.office.documents.models import DocumentFile, FileStep, OutgoingDocument
from motcua.office.people.models import Officer
from motcua.office.records.content import Content, judge
from motcua.office.records.looking import looked_at
from motcua.office.records.store import keep, opened

WORD = "application/msword"  # the name that .docx has on top is longer than its column


def current(document: OutgoingDocument) -> DocumentFile | None:
    """The last PDF, None where there is none."""
    return document.files.exclude(step=FileStep.SOURCE).select_related("file").last()


def content_of(kept: DocumentFile) -> bytes:
    """What lies in the store. Raises Refusal where the store lost it."""
    with opened(kept.file) as content:
        return content.read()


def add(
    document: OutgoingDocument, step: FileStep, content: bytes | BinaryIO, *, by: Officer, at: datetime
) -> DocumentFile:
    """A PDF as a step left it, judged and kept. Raises Refusal where it is none."""
    stream = BytesIO(content) if isinstance(content, bytes) else content
    scanned = document.on_paper and step == FileStep.SEALED
    file = keep(stream, shown(stream) if scanned else judge(stream), at=at)
    return DocumentFile.objects.create(document=document, step=step, file=file, at=at, by=by)


def shown(content: BinaryIO) -> Content:
    """What a PDF from elsewhere is, once a process of its own could show its pages. Raises Refusal where it is none."""
    judged = judge(content)
    looked_at(content, judged)
    return judged


def add_word(document: OutgoingDocument, content: bytes, *, by: Officer, at: datetime) -> DocumentFile:
    """The Word document that a draft was made from."""
    file = keep(BytesIO(content), judged_word(content), at=at)
    return DocumentFile.objects.create(document=document, step=FileStep.SOURCE, file=file, at=at, by=by)


def judged_word(content: bytes) -> Content:
    """A Word document as the store takes it; its pages are those of the PDF, so one is told."""
    return Content(hashlib.sha256(content).hexdigest(), len(content), 1, WORD)
