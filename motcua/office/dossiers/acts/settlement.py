"""Settlement: proposed by one, approved by the head, recorded with number and day, returned at the desk."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.language import Words
from motcua.office.documents.models import DocumentFile, OutgoingDocument
from motcua.office.dossiers import lifecycle, news, numbering
from motcua.office.dossiers.acts.frame import competent, desk, journal, locked
from motcua.office.dossiers.acts.steps import close, hand_on, leave
from motcua.office.dossiers.copying import new_copy
from motcua.office.dossiers.guards import settlement as guards
from motcua.office.dossiers.guards.handover import in_hand, taken_over
from motcua.office.dossiers.guards.opinions import answered
from motcua.office.dossiers.guards.signed_result import copy_signed, signed_document, stands
from motcua.office.dossiers.guards.special import mediated, residence_known
from motcua.office.dossiers.guards.telling import written
from motcua.office.dossiers.models import Channel, DigitalCopy, Dossier, Result, Status
from motcua.office.people.models import Officer, Role

PROPOSAL = Words(vi="nội dung đề xuất", en="the proposal")
NUMBER = Words(vi="số của kết quả", en="the number of the result")
TO = Words(vi="người nhận kết quả", en="who receives the result")


@transaction.atomic
def propose(dossier: int, *, proposal: str, by: Officer, at: datetime, kind: str = "", refuses: bool = False) -> Result:
    """Say what should be decided; a proposal that nobody approved yet is replaced."""
    kept, term = locked(dossier, "dossier.propose", by=by, at=at)
    guards.in_work(kept)
    in_hand(kept, by)
    result = guards.proposable(kept) or Result(dossier=kept)
    result.kind = kind.strip() or kept.version.result_kind or kept.version.name[:300]
    result.proposal, result.refuses = written(proposal, kept.code, PROPOSAL, 2000), refuses
    result.proposed_by, result.proposed_at = by, at
    result.sent_back_at, result.sent_back_reason = None, ""
    result.save()
    journal("dossier.proposed", kept, by=by, term=term, at=at, new={"kind": result.kind, "refuses": refuses})
    return result


@transaction.atomic
def send_back(dossier: int, *, reason: str, by: Officer, at: datetime) -> None:
    """The head does not approve: the dossier goes back to who proposed, with the reason."""
    kept, term = locked(dossier, "dossier.approve", by=by, at=at, place=competent)
    guards.in_work(kept)
    result = guards.proposal(kept, by)
    current = taken_over(kept)
    result.sent_back_at, result.sent_back_reason = at, written(reason, kept.code)
    result.save(update_fields=["sent_back_at", "sent_back_reason"])
    if current.officer_id == by.pk:
        former = kept.steps.filter(officer=result.proposed_by).select_related("unit").last() or current
        hand_on(
            kept, current, sender=by, at=at, name=former.name, unit=former.unit, role=Role(former.role),
            officer=result.proposed_by,
        )  # fmt: skip
    said = {"to": result.proposed_by.username}
    journal("dossier.sent_back", kept, by=by, term=term, at=at, new=said)


@transaction.atomic
def approve(dossier: int, *, by: Officer, at: datetime, despite: str = "") -> Result:
    """The head approves what another proposed. `despite` is the reason to do so while an opinion is still open."""
    kept, term = locked(dossier, "dossier.approve", by=by, at=at, place=competent)
    result = guards.approvable(kept, by)
    despite = answered(kept, despite)
    result.approved_by, result.approved_at = by, at
    result.save(update_fields=["approved_by", "approved_at"])
    said = {"proposed_by": result.proposed_by.username} | ({"despite": despite} if despite else {})
    journal("dossier.approved", kept, by=by, term=term, at=at, new=said)
    return result


@transaction.atomic
def record_result(
    dossier: int, *, by: Officer, at: datetime, pages: int = 0, number: str = "", document: int | None = None
) -> Result:
    """The approved result has its number and day: the dossier is settled, at the moment it is recorded.

    Where the procedure wants an electronic document, `document` is its key: issued for the dossier, signed and sealed;
    number and pages are its own.
    Else, without a number of the register of documents the next of the unit's own series is drawn.
    """
    kept, term = locked(dossier, "dossier.record_result", by=by, at=at)
    guards.in_work(kept)
    in_hand(kept, by)
    signed = signed_document(kept, document, at)
    result = guards.recordable(kept, pages if signed is None else signed[0].pages or 0)
    mediated(kept)
    residence_known(kept)
    _numbered(kept, result, number, pages, signed, at)
    result.save(update_fields=["number", "issued_at", "pages", "document"])
    if signed is not None:
        DigitalCopy.objects.filter(result=result, replaced_at=None).update(replaced_at=at)
        copy = new_copy(result, by=by, at=at)
        copy.file = signed[1].file
        copy.save(force_insert=True)
    close(kept, Status.SETTLED, at)
    kept.save(update_fields=["status", "finished_at"])
    said = {"status": kept.status, "number": result.number, "pages": result.pages}
    journal("dossier.settled", kept, by=by, term=term, at=at, old={"status": Status.PROCESSING}, new=said)
    return result


@transaction.atomic
def return_result(dossier: int, *, way: Channel, to: str, by: Officer, at: datetime) -> Dossier:
    """The citizen has the result: handed out at the desk, sent by post or online."""
    kept, term = locked(dossier, "dossier.return", by=by, at=at, place=desk)
    guards.returnable(kept, way)
    stands(kept)
    copy_signed(kept)
    lifecycle.check(kept, Status.RETURNED)
    promised = kept.return_way
    _returned(kept, at)
    kept.returned_by_unit, kept.return_way = kept.received_by_unit, way
    kept.returned_to = written(to, kept.code, TO, 160)
    leave(kept, at, Status.RETURNED.label)
    kept.save(update_fields=["status", "holder", "returned_at", "returned_by_unit", "return_way", "returned_to"])
    news.tell(kept, news.RETURNED, at=at)
    old, new = {"status": Status.SETTLED, "way": promised}, {"status": kept.status, "way": way}
    journal("dossier.returned", kept, by=by, term=term, at=at, old=old, new=new)
    return kept


def _numbered(
    dossier: Dossier,
    result: Result,
    number: str,
    pages: int,
    signed: tuple[OutgoingDocument, DocumentFile] | None,
    at: datetime,
) -> None:
    """Number, pages and moment, of the electronic document where the result is one."""
    result.issued_at, result.pages, result.document = at, pages, None
    if signed is not None:
        result.document, result.pages, number = signed[0], signed[0].pages, str(signed[0])
    own = number if number.strip() else numbering.slip_number(dossier.unit, "result", timezone.localdate(at), "KQ")
    result.number = written(own, dossier.code, NUMBER, 60)


def _returned(dossier: Dossier, at: datetime) -> None:
    """The first return stands; that of a dossier taken up again stands with its reopening."""
    dossier.status = Status.RETURNED
    if dossier.returned_at is None:
        dossier.returned_at = at
    else:
        dossier.reopenings.filter(returned_again_at=None).update(returned_again_at=at)
