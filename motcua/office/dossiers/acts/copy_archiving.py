"""Copies of results signed by both are archived, as issued documents are: the proofs inside, under a time stamp.

The archived file becomes the copy's signed file; the one that the agency signed stays with its signature.
"""

from datetime import datetime
from hashlib import sha256
from io import BytesIO

from django.db import transaction

from motcua.language import Refusal, Words
from motcua.office.documents.acts.archiving import AT_ONCE, OFFICE, each_archived
from motcua.office.documents.engine import engine
from motcua.office.documents.verdicts import verdict_of
from motcua.office.dossiers.models import DigitalCopy, Dossier
from motcua.office.dossiers.reuse import dossier_of
from motcua.office.dossiers.signatures import to_archive
from motcua.office.journal.writing import write
from motcua.office.records.content import Content
from motcua.office.records.store import keep, opened

WORSE = Words(
    vi="Hồ sơ {code}: bản số hóa lưu trữ không giữ nguyên kết quả kiểm tra chữ ký nên không được nhận: {why}",
    en="Dossier {code}: signatures of the archived digital copy are not found as before, so it is not taken: {why}",
)


def archive_copies(at: datetime, *, most: int = AT_ONCE) -> tuple[int, list[Refusal]]:
    """How many copies of results were archived now, and why others were not; those made last come first.

    Raises Refusal where the time-stamp authority does not answer at all: then nothing was tried.
    """
    return each_archived(to_archive().order_by("-made_at", "-pk"), lambda pk: _archived(pk, at), most=most)


def _archived(pk: int, at: datetime) -> bool:
    """Whether it was; not where it was replaced or archived meanwhile.

    No row is locked while the time stamp is asked for.
    """
    of = ("result__dossier__unit", "component__dossier__unit", "signed")
    copy = DigitalCopy.objects.select_related(*of).get(pk=pk)
    if copy.signed is None:
        raise ValueError("a copy that nobody signed")
    with opened(copy.signed) as content:
        pdf = engine().archive(content.read())
    with transaction.atomic():
        dossier = Dossier.objects.select_for_update().get(pk=dossier_of(copy).pk)
        if not to_archive().filter(pk=pk, signed=copy.signed).exists():
            return False
        file = keep(BytesIO(pdf), Content(sha256(pdf).hexdigest(), len(pdf), copy.signed.pages), at=at)
        found, before = verdict_of(file, at), verdict_of(copy.signed, at)
        if (found.person, found.agency) != (before.person, before.agency):
            raise Refusal(WORSE, code=dossier.code, why="; ".join(found.why) or f"{found.person}, {found.agency}")
        DigitalCopy.objects.filter(pk=pk).update(signed=file)
        write(
            "dossier.copy_archived", dossier.code, unit=dossier.unit.unit_id, by="motcua", authority=OFFICE, at=at,
            old={"signed": copy.signed.sha256}, new={"signed": file.sha256},
        )  # fmt: skip
    return True
