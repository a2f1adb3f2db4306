"""Digital copies signed in two steps, as documents are: by who compared them with the paper, then by the agency.

The officer's signature is the comparing: with it the copy is certified, in one act.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from hashlib import sha256
from io import BytesIO

from django.db import transaction

from motcua.language import Refusal
from motcua.office.documents.acts.asking import PATIENCE, tried
from motcua.office.documents.acts.certifying import seen
from motcua.office.documents.engine import engine
from motcua.office.documents.guards.certificates import usable
from motcua.office.documents.guards.signing import asked_of
from motcua.office.documents.models import Capacity
from motcua.office.documents.remote import Asking
from motcua.office.documents.verdicts import verdict_of
from motcua.office.dossiers import placing
from motcua.office.dossiers.acts.frame import at_hand, competent, desk, journal, locked
from motcua.office.dossiers.guards import copy_signing as guards
from motcua.office.dossiers.guards.digitisation import in_use
from motcua.office.dossiers.models import CopySigning, DigitalCopy, Dossier
from motcua.office.dossiers.reuse import dossier_of
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import Term
from motcua.office.records.content import Content
from motcua.office.records.models import File
from motcua.office.records.store import keep, opened
from motcua.signing.keys import Chain, Key
from motcua.signing.raw import fingerprint

ACTS = {Capacity.PERSON: "dossier.certify_copy", Capacity.AGENCY: "document.seal"}
DONE = {Capacity.PERSON: "dossier.copy_signed", Capacity.AGENCY: "dossier.copy_sealed"}


@transaction.atomic
def ask_copy_signature(copy: int, capacity: Capacity, chain: Chain, *, by: Officer, at: datetime) -> CopySigning:
    """What is to be signed of the copy as it is now, by this officer with this certificate.

    Asked again while it is open, it is the same; where this officer's signature came already, it is that one. Raises
    Refusal where they may not sign, or not now.
    """
    kept, _ = _held(copy, capacity, by=by, at=at)
    requests = CopySigning.objects.filter(copy=copy, capacity=capacity)
    if (done := requests.filter(officer=by, answered_at__isnull=False).first()) is not None:
        return done
    found = in_use(kept, copy)
    guards.waits(kept.code, found, capacity)
    used = usable(chain.certificate, capacity, by=by, unit=sealing(found), at=at)
    version, certificate = guards.version(found), fingerprint(chain.certificate)
    waiting = requests.filter(given_up_at=None).select_related("officer").first()
    if waiting is not None:
        same = (waiting.officer_id, waiting.version_id, waiting.certificate) == (by.pk, version.pk, certificate)
        if same and at <= waiting.expires_at:
            return waiting
        guards.free(kept.code, waiting, by, at)
        requests.filter(pk=waiting.pk).update(given_up_at=at, prepared=b"")
    pdf = _ready(kept, found, version, capacity)
    says = placing.says(capacity, by, sealing(found))
    prepared = engine().prepare(pdf, capacity, chain, at, says)
    seen(used, by if capacity == Capacity.PERSON else None, sealing(found), at)
    return CopySigning.objects.create(
        copy=found, capacity=capacity, officer=by, version=version, certificate=certificate,
        prepared=prepared.kept, said=prepared.said, asked_at=at, expires_at=at + PATIENCE,
    )  # fmt: skip


def answer_copy(request: int, signature: bytes, *, by: Officer, at: datetime) -> CopySigning:
    """The signature that came: where it holds, the copy is certified, or sealed. A second answer changes nothing.

    Whether the officer may sign is asked once more. Raises Refusal where the request is no longer the one to answer,
    or the signature does not hold; then nothing is kept. No row is locked while a time stamp is asked for.
    """
    asked = CopySigning.objects.select_related("copy__component__dossier", "copy__result__dossier").get(pk=request)
    asked_of(asked, by)
    if asked.answered_at is not None:
        return asked
    guards.open_still(dossier_of(asked.copy).code, asked, at)
    return _taken(request, engine().complete(bytes(asked.prepared), signature, at), by=by, at=at)


@transaction.atomic
def _taken(request: int, pdf: bytes, *, by: Officer, at: datetime) -> CopySigning:
    """The signed file becomes that of the copy, unless another answer was faster or the copy was replaced."""
    copy, said = CopySigning.objects.values_list("copy", "capacity").get(pk=request)
    capacity = Capacity(said)
    kept, term = _held(copy, capacity, by=by, at=at)
    asked = CopySigning.objects.select_related("version").get(pk=request)
    if asked.answered_at is not None:
        return asked
    guards.open_still(kept.code, asked, at)
    found = in_use(kept, copy)
    guards.waits(kept.code, found, capacity)
    content = Content(sha256(pdf).hexdigest(), len(pdf), asked.version.pages)
    file = keep(BytesIO(pdf), content, at=at)
    guards.holds(kept.code, verdict_of(file, at), capacity)
    asked.answered_at, asked.answer, asked.prepared = at, file, b""
    asked.save(update_fields=["answered_at", "answer", "prepared"])
    _moved_on(kept, found, asked, term, by=by, at=at)
    return asked


def ask_many_copies(
    copies: Iterable[int], capacity: Capacity, chain: Chain, /, *, by: Officer, at: datetime
) -> list[CopySigning | Refusal]:
    """Each asked for on its own: what one is refused for does not hold up the others."""
    return [tried(partial(ask_copy_signature, pk, capacity, chain, by=by, at=at)) for pk in copies]


def answer_many_copies(
    signatures: Iterable[tuple[int, bytes]], /, *, by: Officer, at: datetime
) -> list[CopySigning | Refusal]:
    """Each answered on its own, by its request."""
    return [tried(partial(answer_copy, pk, said, by=by, at=at)) for pk, said in signatures]


COPIES = Asking(ask_many_copies, answer_many_copies)


def sign_copy_with(key: Key, copy: int, capacity: Capacity, *, by: Officer, at: datetime) -> CopySigning:
    """Asked and answered at once, by a key that answers while one waits. No transaction is open meanwhile."""
    asked = ask_copy_signature(copy, capacity, key.chain(), by=by, at=at)
    return asked if asked.answered_at is not None else answer_copy(asked.pk, key.sign(bytes(asked.said)), by=by, at=at)


def let_go(at: datetime) -> int:
    """What was prepared for signatures that did not come in time is let go: how many."""
    late = CopySigning.objects.filter(answered_at=None, given_up_at=None, expires_at__lt=at)
    return late.update(given_up_at=at, prepared=b"")


def sealing(copy: DigitalCopy) -> Unit:
    """Whose seal goes on it: of a result the unit that decided, of a paper the desk that took it in."""
    return (competent if copy.result_id is not None else desk)(dossier_of(copy))


def _held(copy: int, capacity: Capacity, *, by: Officer, at: datetime) -> tuple[Dossier, Term]:
    """The copy's dossier, locked, and the term by which the officer may sign."""
    of = DigitalCopy.objects.select_related("component__dossier", "result__dossier").get(pk=copy)
    place = at_hand if capacity == Capacity.PERSON else competent if of.result_id is not None else desk
    return locked(dossier_of(of).pk, ACTS[capacity], by=by, at=at, place=place)


def _ready(dossier: Dossier, copy: DigitalCopy, version: File, capacity: Capacity) -> bytes:
    """The file with its places for both signatures, before the first; as it is before the second."""
    with opened(version) as content:
        pdf = content.read()
    if capacity == Capacity.AGENCY:
        return pdf
    guards.unsigned_when_it_came(dossier.code, copy)
    return engine().ready(pdf, placing.places(pdf))


def _moved_on(
    dossier: Dossier, copy: DigitalCopy, asked: CopySigning, term: Term, *, by: Officer, at: datetime
) -> None:
    """The copy bears the signature; the person's certifies it, whoever compared it before."""
    old = {"certified_by": copy.certified_by.username} if copy.certified_by is not None else {}
    copy.signed = asked.answer
    if asked.capacity == Capacity.PERSON:
        copy.certified_at, copy.certified_by = at, by
    copy.save(update_fields=["signed", "certified_at", "certified_by"])
    new = {"file": copy.file.sha256, "signed": asked.answer.sha256 if asked.answer else "", "of": _of(copy)}
    new["certificate"] = asked.certificate
    journal(DONE[Capacity(asked.capacity)], dossier, by=by, term=term, at=at, old=old, new=new)


def _of(copy: DigitalCopy) -> str | int:
    return "result" if copy.component is None else copy.component.no
