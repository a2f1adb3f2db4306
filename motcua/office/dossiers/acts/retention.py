"""Files past their term leave the store: the rows stay with what was deleted and why, one line in the journal each."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from motcua.office.dossiers.models import CopyOriginal, CopySigning, DigitalCopy, Discarded
from motcua.office.dossiers.retention import Past, made_of, needed_elsewhere, past, past_term, terms
from motcua.office.journal.writing import write
from motcua.office.records.models import File
from motcua.office.records.store import path_of


def discard_files(at: datetime) -> Iterator[Past]:
    """Each file past its term, deleted; also what an earlier run that was broken off left lying."""
    for left in Discarded.objects.filter(at=F("file__faulty_since")).select_related("file"):
        _unlinked(left.file.pk, left.at)
    for found in list(past_term(timezone.localdate(at))):
        gone = _put_down(found.file.pk, at)
        for file in gone:
            _unlinked(file.pk, at)
        if gone:
            yield found


@transaction.atomic
def _put_down(pk: int, at: datetime) -> list[File]:
    """The file, and what was made of it alone, none where it is needed again: it is locked and looked at anew.

    No copy counts by it from now on.
    """
    on = timezone.localdate(at)
    file = File.objects.select_for_update().get(pk=pk)
    if (found := past(file, on, terms(on))) is None:
        return []
    told = {"at": at, "term": found.term, "years": found.years, "ended_on": found.ended_on, "dossier": found.dossier}
    gone = [file, *_made_of(file)]
    CopySigning.objects.filter(copy__file=file).update(prepared=b"")  # the whole content once more
    for one in gone:
        Discarded.objects.update_or_create(file=one, defaults=told)
        File.objects.filter(pk=one.pk).update(faulty_since=at)
    said = {"file": file.sha256, "size": file.size, "pages": file.pages, "term": found.term, "years": found.years}
    unit = found.dossier.unit.unit_id
    write(
        "dossier.file_discarded", found.dossier.code, unit=unit, by="motcua", authority="discard_files", at=at,
        old=said, new={"ended_on": found.ended_on},
    )  # fmt: skip
    return gone


@transaction.atomic
def _unlinked(pk: int, at: datetime) -> None:
    """The file deleted, unless its content was kept anew since then: locked, so that nobody keeps it meanwhile."""
    file = File.objects.select_for_update().get(pk=pk)
    if file.faulty_since == at:
        path_of(file.sha256).unlink(missing_ok=True)


def _made_of(file: File) -> list[File]:
    """The text read from it is deleted; files made of it are given back, those that nothing else needs."""
    keys: set[int] = set()
    for model in made_of():
        files = [one.attname for one in model._meta.fields if one.related_model is File and one.name != "file"]
        rows = model._base_manager.select_for_update().filter(file=file)
        keys |= {key for row in rows.values_list(*files) for key in row if key is not None} if files else set()
        model._base_manager.filter(file=file).delete()
    copies = (DigitalCopy.objects.filter(file__in=keys), CopyOriginal.objects.filter(file__in=keys))
    used = {key for rows in copies for key in rows.values_list("file", flat=True)}
    return [one for one in File.objects.filter(pk__in=keys - used) if not needed_elsewhere(one)]
