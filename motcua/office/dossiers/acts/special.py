"""What some dossiers need besides: residence looked up, files to the archive, a council for each land dispute."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from motcua.language import Words
from motcua.law import law
from motcua.office.dossiers.acts.frame import journal, locked
from motcua.office.dossiers.guards import special as guards
from motcua.office.dossiers.guards.telling import written
from motcua.office.dossiers.models import ArchiveHandover, Dossier, MediationCase, ResidenceCheck, Status
from motcua.office.people.models import Officer, Unit

MINUTES = Words(vi="số biên bản hòa giải", en="the number of the minutes")


@dataclass(frozen=True)
class ArchiveDue:
    """A settled residence dossier that is not in the archive yet, and the last day on which it may go there."""

    dossier: Dossier
    last_on: date

    def late(self, on: date) -> bool:
        return on > self.last_on


@transaction.atomic
def check_residence(dossier: int, *, method: str, by: Officer, at: datetime) -> ResidenceCheck:
    """Log that residence was looked up, and how, in place of asking for papers."""
    kept, term = locked(dossier, "dossier.check_residence", by=by, at=at)
    guards.looked_up(kept, method)
    made = ResidenceCheck.objects.create(dossier=kept, checked_at=at, method=method.strip(), by=by)
    journal("dossier.residence_checked", kept, by=by, term=term, at=at, new={"method": made.method})
    return made


@transaction.atomic
def archive(dossier: int, *, residence_kind: str, by: Officer, at: datetime) -> ArchiveHandover:
    """Hand a settled residence dossier to the archive of the police, once."""
    kept, term = locked(dossier, "dossier.archive", by=by, at=at)
    guards.to_archive(kept, residence_kind)
    made = ArchiveHandover.objects.create(dossier=kept, residence_kind=residence_kind, handed_over_at=at, by=by)
    journal("dossier.archived", kept, by=by, term=term, at=at, new={"residence_kind": residence_kind})
    return made


@transaction.atomic
def mediate(
    dossier: int, *, council_decision_no: str, council_decided_at: datetime, by: Officer, at: datetime
) -> MediationCase:
    """Record the decision that set up the council for this one land dispute."""
    kept, term = locked(dossier, "dossier.mediate", by=by, at=at)
    guards.own_council(kept, council_decision_no, council_decided_at, at)
    made = MediationCase.objects.create(
        dossier=kept,
        unit=kept.unit,
        council_decision_no=council_decision_no.strip(),
        council_year=timezone.localdate(council_decided_at).year,
        council_decided_at=council_decided_at,
    )
    new = {"council_decision_no": made.council_decision_no, "council_year": made.council_year}
    journal("dossier.council_recorded", kept, by=by, term=term, at=at, new=new)
    return made


@transaction.atomic
def end_mediation(dossier: int, *, outcome: str, minutes_no: str, by: Officer, at: datetime) -> MediationCase:
    """The council has met: reconciled or not, by minutes that the parties and the office signed."""
    kept, term = locked(dossier, "dossier.mediate", by=by, at=at)
    case = guards.to_end(kept, outcome)
    case.outcome, case.closed_at = outcome, at
    case.minutes_no = written(minutes_no, kept.code, MINUTES, 60)
    case.save(update_fields=["outcome", "minutes_no", "closed_at"])
    new = {"outcome": outcome, "minutes_no": case.minutes_no}
    journal("dossier.mediation_ended", kept, by=by, term=term, at=at, new=new)
    return case


def archive_due(unit: Unit, on: date) -> list[ArchiveDue]:
    """Settled residence dossiers of the unit that the archive has not got by that day, the most pressing first."""
    waiting = for_archive().filter(unit=unit).select_related("version", "applicant")
    settled = [(one, timezone.localdate(one.finished_at)) for one in waiting]
    found = [ArchiveDue(one, archive_by(settled_on)) for one, settled_on in settled if settled_on <= on]
    return sorted(found, key=lambda one: (one.last_on, one.dossier.code))


def for_archive() -> "QuerySet[Dossier]":
    """Settled residence dossiers that the archive has not got."""
    return Dossier.objects.filter(
        version__special="residence",
        status__in=[Status.SETTLED, Status.RETURNED],
        archive_handover=None,
        finished_at__isnull=False,
    )


def archive_by(settled_on: date) -> date:
    """The last day on which a dossier settled then goes to the archive in time.

    Calendar days, as the law of that day says; the day itself where no law says anything.
    """
    allowed = law().values["residence_archive_days"].on(settled_on)
    return settled_on + timedelta(days=0 if allowed is None else int(allowed.value))
