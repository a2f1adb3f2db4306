"""Which signatures digital copies bear: found on their files, never told by anybody; and which still wait for one."""

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When

from motcua.office.documents.engine import there
from motcua.office.documents.models import Capacity, Found
from motcua.office.dossiers.digitisation import copies_in_use, valid_copies
from motcua.office.dossiers.models import CopySigning, DigitalCopy, Dossier


def found(capacity: Capacity) -> Case:
    """What validation found on the file of a copy: on the signed one where it was signed, else on what came in."""
    on_signed = When(signed__isnull=False, then=F(f"signed__verdict__{capacity.value}"))
    return Case(on_signed, default=F(f"file__verdict__{capacity.value}"))


def signed_and_sealed() -> "QuerySet[Dossier]":
    """Dossiers whose result is digitised by a file with valid signatures of the person and of the agency."""
    return Dossier.objects.filter(_both())


def not_signed() -> "QuerySet[Dossier]":
    """Dossiers whose result is digitised by a file without a valid signature of the person or of the agency.

    None where no trust list says whom to believe: then nothing is known of signatures.
    """
    if not there():
        return Dossier.objects.none()
    return Dossier.objects.filter(Exists(valid_copies().filter(result__dossier=OuterRef("pk"))), ~_both())


def _both() -> Exists:
    """Of a dossier: its result's copy with both signatures."""
    judged = valid_copies().annotate(person=found(Capacity.PERSON), agency=found(Capacity.AGENCY))
    return Exists(judged.filter(result__dossier=OuterRef("pk"), person=Found.VALID, agency=Found.VALID))


def to_sign() -> "QuerySet[DigitalCopy]":
    """Copies in use, scanned here, that nobody signed; those whose file bore a signature when it came are left out."""
    bare = Q(file__verdict=None) | Q(file__verdict__person=Found.NONE, file__verdict__agency=Found.NONE)
    return copies_in_use().filter(bare, signed=None, source=None, result__document=None)


def to_seal() -> "QuerySet[DigitalCopy]":
    """Copies in use that bear the officer's signature and not the agency's."""
    return copies_in_use().filter(~_sealed(), signed__isnull=False, source=None)


def to_archive() -> "QuerySet[DigitalCopy]":
    """Copies of results in use, both signatures found valid, whose file is still the one that the agency signed."""
    both = {f"signed__verdict__{one.value}": Found.VALID for one in Capacity}
    sealing = CopySigning.objects.filter(copy=OuterRef("pk"), capacity=Capacity.AGENCY, answer=OuterRef("signed"))
    return copies_in_use().filter(Exists(sealing), result__isnull=False, **both)


def _sealed() -> Exists:
    done = CopySigning.objects.filter(copy=OuterRef("pk"), capacity=Capacity.AGENCY, answered_at__isnull=False)
    return Exists(done)
