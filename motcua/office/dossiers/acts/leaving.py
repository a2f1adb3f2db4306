"""Officers who leave a position: their open work goes to another by name, none stays with nobody."""

from datetime import date, datetime

from django.db import transaction

from motcua.language import Refusal, Words
from motcua.office.dossiers.acts.handover import hand_over_work
from motcua.office.dossiers.models import Dossier
from motcua.office.people.appointments import HandOver, Post, end_position, transfer
from motcua.office.people.models import Officer, Position
from motcua.office.people.policy import lineage

NO_HEIR = Words(
    vi="{officer} còn {count} hồ sơ chưa giải quyết xong ở vị trí này; hãy chọn người nhận bàn giao.",
    en="{officer} has {count} open dossiers in this position; choose who takes them over.",
)


@transaction.atomic
def leave(position: int, *, to_on: date, heir: Officer | None, by: Officer, at: datetime) -> Position:
    """The position ends with that day; its open work goes to the heir at once. Raises Refusal for work nobody takes."""
    return end_position(position, to_on=to_on, heir=heir, hand_over=_hand_over(by, at), by=by, at=at)


@transaction.atomic
def move(position: int, to: Post, *, heir: Officer | None, by: Officer, at: datetime) -> Position:
    """The officer goes to another post; the open work of the old goes to the heir at once."""
    return transfer(position, to, heir=heir, hand_over=_hand_over(by, at), by=by, at=at)


def work_of(position: Position) -> list[int]:
    """The dossiers that the officer has at hand in this position, or that wait for them by name."""
    found = Dossier.objects.filter(
        steps__officer=position.officer,
        steps__finished_at=None,
        steps__unit__in=lineage(position.unit_id),
        steps__role=position.role,
    )
    if position.domains:
        found = found.filter(domain__in=position.domains)
    return list(found.values_list("pk", flat=True))


def _hand_over(by: Officer, at: datetime) -> HandOver:
    def hand_over(position: Position, heir: Officer | None) -> int:
        work = work_of(position)
        if work and heir is None:
            raise Refusal(NO_HEIR, officer=position.officer, count=len(work))
        if heir is not None:
            hand_over_work(position.officer, to=heir, by=by, at=at, only=work)
        return len(work)

    return hand_over
