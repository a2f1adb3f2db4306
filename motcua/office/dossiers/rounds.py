"""What the office does of itself: in each round what was issued is archived, each hour signatures are looked at."""

from collections.abc import Callable
from datetime import datetime

from motcua.language import Refusal, Words, say
from motcua.office.documents.acts.archiving import archive_issued
from motcua.office.documents.revocation import fetch_lists
from motcua.office.documents.verdicts import recheck
from motcua.office.dossiers.acts.copy_archiving import archive_copies
from motcua.office.dossiers.acts.copy_signing import let_go
from motcua.office.dossiers.acts.digitisation import read_kept_before
from motcua.office.dossiers.acts.lateness import draft_apologies
from motcua.office.dossiers.digitisation import copies_in_use
from motcua.office.records.readers import SILENT, heard

NOT_ARCHIVED = Words(
    vi="Chưa lưu trữ lâu dài được văn bản đã phát hành, sẽ thử lại: {why}",
    en="What was issued is not archived yet, it is tried again: {why}",
)
COPIES_NOT_ARCHIVED = Words(
    vi="Chưa lưu trữ lâu dài được bản số hóa đã ký, sẽ thử lại: {why}",
    en="Signed digital copies are not archived yet, it is tried again: {why}",
)
NOT_CHECKED = Words(
    vi="Chưa kiểm tra lại chữ ký được, sẽ thử lại: {why}", en="Signatures are not looked at yet, tried again: {why}"
)
NOT_READ = Words(vi="Bản số hóa chưa được đọc chữ: {why}", en="Digital copies are not being read: {why}")


class Rounds:
    """`tell` is told once why something cannot be done, and again only when the reason is another one."""

    def __init__(self, tell: Callable[[str], object]) -> None:
        self._tell = tell
        self._said: dict[Words, str] = {}
        self._began: datetime | None = None

    def each(self, at: datetime) -> None:
        """In each round."""
        self._tried(NOT_ARCHIVED, lambda: archive_issued(at)[1])
        self._tried(COPIES_NOT_ARCHIVED, lambda: archive_copies(at)[1])
        self._began = self._began or at
        if at - self._began > SILENT:  # who reads began beside, and had time to be seen
            self._tried(NOT_READ, lambda: heard(at))

    def hourly(self, at: datetime) -> None:
        """In the first round of each hour: apologies drafted, signatures looked at anew, old copies queued."""
        draft_apologies(at)
        let_go(at)
        read_kept_before(at)
        self._tried(NOT_CHECKED, lambda: check_signatures(at))

    def _tried(self, words: Words, act: Callable[[], list[Refusal] | None]) -> None:
        try:
            why = "; ".join(dict.fromkeys(map(str, act() or [])))
        except Refusal as refused:
            why = str(refused)
        if why and why != self._said.get(words):
            self._tell(say(words, why=why))
        self._said[words] = why


def check_signatures(at: datetime) -> list[Refusal]:
    """Lists are fetched; then files of documents and digital copies in use: what the trust list says of each now.

    Of copies as they came and as signed. Gives why a list was not fetched: signatures are looked at by those kept.
    """
    _, refused = fetch_lists(at)
    recheck(at)
    for file in ("file", "signed"):
        recheck(at, of=copies_in_use().filter(**{f"{file}__isnull": False}).values_list(file, flat=True))
    return refused
