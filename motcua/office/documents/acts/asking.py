"""Digital signatures in two steps, because keys are elsewhere: a signature is asked for, and taken when it comes."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from motcua.language import Refusal
from motcua.office.documents.acts.certifying import seen
from motcua.office.documents.acts.frame import held, journal
from motcua.office.documents.acts.signing import signed, signing
from motcua.office.documents.engine import engine
from motcua.office.documents.files import add, content_of
from motcua.office.documents.guards import certificates, moving
from motcua.office.documents.guards import signing as guards
from motcua.office.documents.models import Capacity, DocumentFile, FileStep, OutgoingDocument, SigningRequest, State
from motcua.office.documents.verdicts import verdict_of
from motcua.office.people.models import Officer
from motcua.office.people.policy import authorise
from motcua.signing.keys import Chain, Key
from motcua.signing.raw import fingerprint

PATIENCE = timedelta(minutes=30)  # a holder may have to type a one-time code for each of many
STEPS = {Capacity.PERSON: FileStep.SIGNED, Capacity.AGENCY: FileStep.SEALED}
Done = TypeVar("Done")


@transaction.atomic
def ask_signature(document: int, capacity: Capacity, chain: Chain, *, by: Officer, at: datetime) -> SigningRequest:
    """What is to be signed, by this officer with this certificate, of the document as it is now.

    Asked again while it is open, it is the same. Raises Refusal where the officer may not sign, or not now.
    """
    kept = held(document)
    if (done := _answered(kept, capacity, by)) is not None:
        return done
    _authority(kept, capacity, by, at)
    used = certificates.usable(chain.certificate, capacity, by=by, unit=kept.unit, at=at)
    version, certificate = guards.file_of(kept), fingerprint(chain.certificate)
    waiting = SigningRequest.objects.filter(document=kept, capacity=capacity, given_up_at=None).first()
    if waiting is not None:
        same = (waiting.officer_id, waiting.version_id, waiting.certificate) == (by.pk, version.pk, certificate)
        if same and at <= waiting.expires_at:
            return waiting
        SigningRequest.objects.filter(pk=waiting.pk).update(given_up_at=at)
    pdf = content_of(version)
    if capacity == Capacity.PERSON:
        pdf = engine().ready(pdf, guards.placed(kept))
    prepared = engine().prepare(pdf, capacity, chain, at)
    seen(used, by if capacity == Capacity.PERSON else None, kept.unit, at)
    return SigningRequest.objects.create(
        document=kept, capacity=capacity, officer=by, version=version, certificate=certificate,
        prepared=prepared.kept, said=prepared.said, asked_at=at, expires_at=at + PATIENCE,
    )  # fmt: skip


def answer(request: int, signature: bytes, *, by: Officer, at: datetime) -> SigningRequest:
    """The signature that came: where it holds, the document moves on. A second answer changes nothing.

    Whether the officer may sign is asked once more. Raises Refusal where the request is no longer the one to answer,
    or the signature does not hold; then nothing is kept. No row is locked while a time stamp is asked for.
    """
    asked = SigningRequest.objects.get(pk=request)
    guards.asked_of(asked, by)
    if asked.answered_at is not None:
        return asked
    return _taken(request, engine().complete(bytes(asked.prepared), signature, at), by=by, at=at)


@transaction.atomic
def _taken(request: int, pdf: bytes, *, by: Officer, at: datetime) -> SigningRequest:
    """The signed file becomes that of the document, unless another answer was faster or the request fell away."""
    kept = held(SigningRequest.objects.values_list("document", flat=True).get(pk=request))
    asked = SigningRequest.objects.get(pk=request)
    if asked.answered_at is not None:
        return asked
    guards.open_still(asked, kept, at)
    authority = _authority(kept, Capacity(asked.capacity), by, at)
    file = add(kept, STEPS[Capacity(asked.capacity)], pdf, by=by, at=at)
    guards.holds(kept, verdict_of(file.file, at), asked.capacity)
    asked.answered_at, asked.answer = at, file
    asked.save(update_fields=["answered_at", "answer"])
    _moved_on(kept, asked, authority, file, by=by, at=at)
    return asked


def ask_many(
    documents: Iterable[int], capacity: Capacity, chain: Chain, *, by: Officer, at: datetime
) -> list[SigningRequest | Refusal]:
    """Each asked for on its own: what one is refused for does not hold up the others."""
    return [tried(partial(ask_signature, pk, capacity, chain, by=by, at=at)) for pk in documents]


def answer_many(
    signatures: Iterable[tuple[int, bytes]], *, by: Officer, at: datetime
) -> list[SigningRequest | Refusal]:
    """Each answered on its own, by its request."""
    return [tried(partial(answer, pk, said, by=by, at=at)) for pk, said in signatures]


def sign_with(key: Key, document: int, capacity: Capacity, *, by: Officer, at: datetime) -> SigningRequest:
    """Asked and answered at once, by a key that answers while one waits. No transaction is open meanwhile."""
    asked = ask_signature(document, capacity, key.chain(), by=by, at=at)
    return asked if asked.answered_at is not None else answer(asked.pk, key.sign(bytes(asked.said)), by=by, at=at)


def _answered(document: OutgoingDocument, capacity: Capacity, by: Officer) -> SigningRequest | None:
    """The request that this officer answered already: whose reply was lost asks again and learns that it is done."""
    answered = SigningRequest.objects.filter(document=document, capacity=capacity, answered_at__isnull=False)
    return answered.filter(officer=by).first()


def _authority(document: OutgoingDocument, capacity: Capacity, by: Officer, at: datetime) -> str:
    """By what the officer may sign the document now, as the journal writes it."""
    if capacity == Capacity.PERSON:
        return str(signing(document, by, at))
    term = authorise(by, "document.seal", document.unit, None, timezone.localdate(at))
    moving.among(document, State.NUMBERED)
    moving.later(document, at, document.numbered_at)
    guards.digital(document)
    return str(term)


def _moved_on(
    document: OutgoingDocument, asked: SigningRequest, authority: str, file: DocumentFile, *, by: Officer, at: datetime
) -> None:
    said = {"file": file.file.sha256, "certificate": asked.certificate}
    if asked.capacity == Capacity.PERSON:
        signed(document, signing(document, by, at), at)
        journal("document.signed", document, by=by, authority=authority, at=at, new=said | {"mode": document.mode})
        return
    document.sealed_by, document.sealed_at = by, at
    document.save(update_fields=["sealed_by", "sealed_at"])
    journal("document.sealed", document, by=by, authority=authority, at=at, new=said)


def tried(act: Callable[[], Done]) -> Done | Refusal:
    """What was done, or why not."""
    try:
        return act()
    except Refusal as refused:
        return refused
