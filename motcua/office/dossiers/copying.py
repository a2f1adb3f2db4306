"""What every digital copy says of its paper or result from the start, never told by hand: whose it is, of which type.

The type is a key of the office's own: the same for papers and results that the catalogue calls by the same name, but
for capitals and diacritics, whichever procedure asks for them or issues them. It is no official code and holds no
person.
"""

from datetime import datetime
from hashlib import sha256

from motcua.language import plain
from motcua.office.dossiers.models import DigitalCopy, Dossier, DossierComponent, Result
from motcua.office.people.models import Officer, Person

TYPE_LENGTH = 16


def new_copy(of: DossierComponent | Result, *, by: Officer, at: datetime) -> DigitalCopy:
    """A copy of the paper or result, without its file yet, not saved."""
    copy = DigitalCopy(owner=owner_of(of.dossier), made_at=at, by=by)
    if isinstance(of, DossierComponent):
        copy.component, copy.paper_type = of, paper_type(_published(of))
    else:
        copy.result, copy.paper_type = of, paper_type(of.kind)
    return copy


def owner_of(dossier: Dossier) -> Person:
    """Whose its papers and its result are: the one whose data it is, where that is not the applicant."""
    return dossier.data_subject or dossier.applicant


def paper_type(name: str) -> str:
    """The key of what is called so."""
    return sha256(plain(name).encode()).hexdigest()[:TYPE_LENGTH]


def _published(paper: DossierComponent) -> str:
    """As the list of the version calls it, else as it was told."""
    if (no := paper.procedure_component_no) is None:
        return paper.name
    listed = paper.dossier.version.components.filter(no=no).first()
    return paper.name if listed is None else listed.name
