"""What whoever holds the code of an issued document is told: what stands on it, and whether it is still in force."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from motcua.language import Words, day, say
from motcua.office.documents.files import current
from motcua.office.documents.kinds import kind
from motcua.office.documents.letterheads import named
from motcua.office.documents.models import DocumentFile, FileStep, Found, OutgoingDocument, Secrecy, Verdict

IN_FORCE = Words(vi="Văn bản này đã ban hành và đang có hiệu lực.", en="This document was issued and stands.")
REPLACED = Words(
    vi="Văn bản này đã được thay thế; hãy dùng văn bản thay thế nêu dưới đây.",
    en="This document was replaced; use the one named below.",
)
REPLACED_UNNAMED = Words(
    vi="Văn bản này đã được thay thế; hãy hỏi cơ quan ban hành.",
    en="This document was replaced; ask the agency that issued it.",
)
RECALLED = Words(
    vi="Văn bản này đã bị thu hồi ngày {on}; không còn giá trị sử dụng.",
    en="This document was recalled on {on} and must not be used any more.",
)
CORRECTED = Words(
    vi="Văn bản này đang có hiệu lực và đã được đính chính bằng {letters}.",
    en="This document stands and was corrected by {letters}.",
)
ON_PAPER = Words(vi="Ký trên giấy, không có chữ ký số", en="By hand on paper, not digitally")
SIGNATURE = {
    Found.VALID: Words(vi="Hợp lệ", en="Valid"),
    Found.INVALID: Words(vi="Không hợp lệ", en="Invalid"),
    Found.NONE: Words(vi="Không có", en="None"),
    Found.UNKNOWN: Words(vi="Chưa kết luận được", en="Could not be decided"),
}


@dataclass(frozen=True)
class Standing:
    """`files`: the SHA-256 of the electronic document, empty where it was issued on paper."""

    kind: str
    agency: str
    number: str
    dated_on: date
    pages: int
    person: str
    seal: str
    in_force: bool
    said: str
    replaced_by: str
    files: frozenset[str]
    why: tuple[str, ...] = ()  # of signatures that are not valid


def standing_of(code: str) -> Standing | None:
    """What is told of the issued document of this code; None where there is none, and of secret ones."""
    found = OutgoingDocument.objects.select_related("unit", "replaced_by").filter(
        code=code.strip().lower(), secrecy=Secrecy.OPEN, issued_at__isnull=False
    )
    if (document := found.first()) is None or document.dated_on is None:
        return None
    verdict = _verdict(document)
    person, seal = _signatures(document, verdict)
    replacement = document.replacement
    return Standing(
        kind=kind(document.kind).name,
        agency=named(document.unit).agency,
        number=str(document),
        dated_on=document.dated_on,
        pages=document.pages or 0,
        person=person,
        seal=seal,
        in_force=document.recalled_at is None and replacement is None,
        said=_said(document),
        replaced_by=str(replacement) if replacement is not None and _open(replacement) else "",
        files=frozenset(() if document.on_paper else _electronic(document)),
        why=() if verdict is None else tuple(verdict.why),
    )


def _electronic(document: OutgoingDocument) -> Iterator[str]:
    """The file that went out, and the archived copy of it."""
    last: list[DocumentFile] = list(document.files.exclude(step=FileStep.SOURCE).select_related("file"))[-2:]
    archived = bool(last) and last[-1].step == FileStep.ARCHIVED
    yield from (one.file.sha256 for one in (last if archived else last[-1:]))


def _verdict(document: OutgoingDocument) -> Verdict | None:
    """What was found on its last file; nothing of what was signed on paper."""
    last = None if document.on_paper else current(document)
    return None if last is None else Verdict.objects.filter(file=last.file).first()


def _signatures(document: OutgoingDocument, verdict: Verdict | None) -> tuple[str, str]:
    if document.on_paper:
        return say(ON_PAPER), say(ON_PAPER)
    if verdict is None:
        return say(SIGNATURE[Found.UNKNOWN]), say(SIGNATURE[Found.UNKNOWN])
    return say(SIGNATURE[Found(verdict.person)]), say(SIGNATURE[Found(verdict.agency)])


def _said(document: OutgoingDocument) -> str:
    if document.recalled_at is not None:
        return say(RECALLED, on=day(timezone.localdate(document.recalled_at)))
    if document.replacement is not None:
        return say(REPLACED if _open(document.replacement) else REPLACED_UNNAMED)
    letters = document.corrections.filter(issued_at__isnull=False, secrecy=Secrecy.OPEN).order_by("pk")
    named_letters = ", ".join(str(one) for one in letters)
    return say(CORRECTED, letters=named_letters) if named_letters else say(IN_FORCE)


def _open(document: OutgoingDocument) -> bool:
    """Secret ones are named to nobody outside."""
    return document.secrecy == Secrecy.OPEN
