"""Digital results without the signatures that give them value: found on their files, never told by anybody."""

from django.db.models import Exists, OuterRef, QuerySet

from motcua.office.documents.engine import there
from motcua.office.documents.models import Found
from motcua.office.dossiers.digitisation import valid_copies
from motcua.office.dossiers.models import Dossier


def not_signed() -> "QuerySet[Dossier]":
    """Dossiers whose result is digitised by a file without a valid signature of the person or of the agency.

    None where no trust list says whom to believe: then nothing is known of signatures.
    """
    if not there():
        return Dossier.objects.none()
    both = {"file__verdict__person": Found.VALID, "file__verdict__agency": Found.VALID}
    return Dossier.objects.filter(Exists(valid_copies().filter(result__dossier=OuterRef("pk")).exclude(**both)))
