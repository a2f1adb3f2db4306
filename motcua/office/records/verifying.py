"""Reads every file of the store again and says which is lost or is not what was kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from motcua.language import Words, say
from motcua.office.records.models import File
from motcua.office.records.store import hash_of, lying, path_of

LOST = Words(
    vi="Tệp {sha256}: không còn trong kho lưu trữ; hãy khôi phục từ bản sao lưu hoặc số hóa lại.",
    en="File {sha256}: it is not in the store; restore it from a backup or digitise it again.",
)
CHANGED = Words(
    vi="Tệp {sha256}: nội dung không còn như khi lưu; hãy khôi phục từ bản sao lưu hoặc số hóa lại.",
    en="File {sha256}: its content is not what was kept; restore it from a backup or digitise it again.",
)


@dataclass(frozen=True)
class Fault:
    """A file that is not as it was kept."""

    words: Words
    sha256: str

    def __str__(self) -> str:
        return say(self.words, sha256=self.sha256)


def verify(at: datetime) -> Iterator[Fault]:
    """Every fault; files that were discarded on purpose are none.

    What it finds is noted with the file: until it is restored, no paper counts as digitised by it.
    """
    for file in File.objects.exclude(discarded__at=F("faulty_since")).order_by("pk").iterator():
        found = hash_of(path_of(file.sha256))
        whole = found == file.sha256
        if whole != (file.faulty_since is None):
            File.objects.filter(pk=file.pk).update(faulty_since=None if whole else at)
        if not whole:
            yield Fault(CHANGED if found else LOST, file.sha256)


def strays() -> int:
    """How many files lie in the store that no row names: of acts that were broken off, or being done right now."""
    known = set(File.objects.values_list("sha256", flat=True))
    return sum(path.name not in known for path in lying())
