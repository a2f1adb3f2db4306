"""What is told at the counter when a dossier comes in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.office.dossiers.models import Channel, Dossier, PaperForm, SubmitterKind
from motcua.office.people.models import Person, Unit
from motcua.office.procedures.models import Version


@dataclass(frozen=True)
class Paper:
    """A paper handed in. `listed_as` is its number on the version's list, None for one the list does not name.

    `declared_pages`: how many pages one copy of it has, None where nobody told. `copy`: the one in the applicant's
    store that stands for it; nothing is handed in then, and its form is data.
    """

    name: str
    form: PaperForm
    listed_as: int | None = None
    quantity: int = 1
    kept_original: bool = False
    declared_pages: int | None = None
    copy: int | None = None


@dataclass(frozen=True)
class Reception:
    """What is told at the counter. `competent_unit` None: the receiving unit is competent itself."""

    unit: Unit
    version: Version
    applicant: Person
    papers: Sequence[Paper]
    channel: Channel = Channel.COUNTER
    competent_unit: Unit | None = None
    helping_unit: Unit | None = None
    parent: Dossier | None = None
    subject: str = ""
    sets: int = 1
    return_way: Channel = Channel.COUNTER
    submitter: Person | None = None
    submitter_kind: SubmitterKind = SubmitterKind.SELF
    submitter_account: str = ""
    authority: str = ""
    data_subject: Person | None = None
    special_case: bool = False
    witnesses: Sequence[Person] = ()
    due_within: datetime | None = None  # of a linked leg: no later than this
