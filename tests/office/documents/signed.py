"""What validation would have found, put there for tests of what is counted from it."""

from io import BytesIO

from motcua.office.documents.files import current
from motcua.office.documents.models import DocumentFile, OutgoingDocument, Verdict
from motcua.office.records.content import judge
from motcua.office.records.models import File
from motcua.office.records.store import keep
from tests.office.documents import course
from tests.office.records.scans import scan


def found(document: OutgoingDocument, person: str, agency: str) -> Verdict:
    """A verdict on the last file of this document alone: scans of tests are all alike."""
    last = current(document)
    assert last is not None
    OutgoingDocument.objects.filter(pk=document.pk).update(on_paper=False)  # else none is found whatever it bears
    DocumentFile.objects.filter(pk=last.pk).update(file=_own(document.pk))
    file = DocumentFile.objects.get(pk=last.pk).file
    return Verdict.objects.create(file=file, person=person, agency=agency, trust="test", checked_at=course.AFTER)


def _own(number: int) -> File:
    """A scan that no other document has."""
    content = BytesIO(scan().getvalue() + f"\n% {number}\n".encode())
    return keep(content, judge(content), at=course.AFTER)
