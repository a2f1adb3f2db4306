"""Opinions of other units: asked for with a day to answer, answered by that unit itself."""

from datetime import datetime

from django.db import transaction

from motcua.language import Words
from motcua.office.dossiers.acts.frame import journal, locked
from motcua.office.dossiers.guards import opinions as guards
from motcua.office.dossiers.guards.handover import in_hand
from motcua.office.dossiers.guards.telling import written
from motcua.office.dossiers.models import Opinion
from motcua.office.people.models import Officer, Unit

QUESTION = Words(vi="nội dung hỏi ý kiến", en="the question")
ANSWER = Words(vi="nội dung trả lời", en="the answer")


@transaction.atomic
def ask_opinion(dossier: int, *, unit: Unit, question: str, due_at: datetime, by: Officer, at: datetime) -> Opinion:
    """Ask another unit. The dossier stays where it is and its clock runs on."""
    kept, term = locked(dossier, "dossier.ask_opinion", by=by, at=at)
    guards.askable(kept, in_hand(kept, by), unit, due_at, at)
    opinion = Opinion.objects.create(
        dossier=kept,
        unit=unit,
        question=written(question, kept.code, QUESTION, 1000),
        asked_at=at,
        asked_by=by,
        due_at=due_at,
    )
    said = {"opinion": opinion.pk, "unit": unit.unit_id, "due_at": due_at}
    journal("dossier.opinion_asked", kept, by=by, term=term, at=at, new=said)
    return opinion


@transaction.atomic
def answer_opinion(opinion: int, *, agrees: bool, answer: str, by: Officer, at: datetime) -> Opinion:
    """The asked unit answers, once; late where its day has passed."""
    asked = Opinion.objects.select_related("unit").get(pk=opinion)
    kept, term = locked(asked.dossier_id, "dossier.answer_opinion", by=by, at=at, place=lambda _: asked.unit)
    asked = Opinion.objects.select_related("unit", "dossier").get(pk=opinion)  # as it is under the lock
    guards.answerable(asked)
    asked.agrees, asked.answer = agrees, written(answer, kept.code, ANSWER, 2000)
    asked.answered_at, asked.answered_by = at, by
    asked.save(update_fields=["agrees", "answer", "answered_at", "answered_by"])
    said = {"opinion": asked.pk, "unit": asked.unit.unit_id, "agrees": agrees, "late": at > asked.due_at}
    journal("dossier.opinion_answered", kept, by=by, term=term, at=at, new=said)
    return asked
