"""Certification: copies in one act from reception to return; signatures and contracts of dossiers in work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.office.dossiers import fees, numbering
from motcua.office.dossiers.acts.frame import journal, locked
from motcua.office.dossiers.acts.money import take_in
from motcua.office.dossiers.acts.reception import AT_DESK
from motcua.office.dossiers.guards import certification as guards
from motcua.office.dossiers.guards import money
from motcua.office.dossiers.guards import reception as reception_guards
from motcua.office.dossiers.models import (
    BookEntry,
    BookKind,
    Certification,
    Channel,
    Charge,
    Dossier,
    DossierComponent,
    PaperForm,
    PaymentChannel,
    Result,
    Status,
    Step,
    Witness,
)
from motcua.office.dossiers.told import Paper, Reception
from motcua.office.people.models import Officer, Person, Unit
from motcua.office.people.policy import Term, authorise
from motcua.office.procedures.models import Version


@dataclass(frozen=True)
class Copies:
    """What is told on the one screen of certified copies. `signer` is who signs them: the head or a substitute."""

    unit: Unit
    version: Version
    applicant: Person
    signer: Officer
    document: str
    copies: int
    pages: int  # of one copy
    channel: PaymentChannel = PaymentChannel.CASH
    reference: str = ""


@transaction.atomic
def certify(told: Copies, *, by: Officer, at: datetime) -> Dossier:
    """Receive, certify, charge, take the money, enter the books and hand the copies over: all of it or nothing.

    For procedures that by rule give their result at once: no receipt, no control slip; the fee slip is given out.
    """
    on = timezone.localdate(at)
    version = told.version
    term = authorise(by, "dossier.certify", told.unit, version.domain, on)
    guards.at_once(version.special, version.immediate, version.procedure.code)
    guards.something(told.document, told.copies, told.pages)
    guards.may_sign(told.signer, told.unit, version.domain, on)
    papers = [Paper(one.name, PaperForm.ORIGINAL, one.no) for one in version.components.all()]
    shown = Reception(unit=told.unit, version=version, applicant=told.applicant, papers=papers)
    reception_guards.check(shown, on)
    owed = fees.of_copies(version.fees.all(), told.copies, told.pages)
    dossier = _kept(told, numbering.dossier_code(told.unit, on), sum(amount for _, amount in owed), at)
    serial = numbering.draw(told.unit, BookKind.TRACKING, str(on.year))
    dossier.register_no = f"{serial}/{on.year}"
    dossier.save(force_insert=True)
    DossierComponent.objects.bulk_create(
        DossierComponent(dossier=dossier, no=no, name=one.name, procedure_component_no=one.listed_as, form=one.form)
        for no, one in enumerate(papers, start=1)
    )
    _done_at_once(dossier, term, by=by, at=at)
    numbering.entered(dossier, BookKind.TRACKING, on, serial)
    line = _certified(dossier, told.document, told.copies, told.pages, by=told.signer, at=at)
    _result(dossier, line, told, by=by, at=at)
    slip = _money(dossier, owed, told, by=by, at=at)
    dossier.save(update_fields=["fee_paid"])
    journal("dossier.certified_at_once", dossier, by=by, term=term, at=at, new=_said(dossier, line, told, slip))
    return dossier


@transaction.atomic
def certify_deed(  # noqa: PLR0913  what was certified, before whom
    dossier: int,
    *,
    document: str,
    copies: int,
    pages: int,
    by: Officer,
    at: datetime,
    special_case: bool = False,
    witnesses: Sequence[Person] = (),
) -> BookEntry:
    """Enter a signature or contract of a dossier in work in the certification book.

    `special_case`: seen only now that the applicant cannot read, hear, sign or give a fingerprint.
    """
    kept, term = locked(dossier, "dossier.certify", by=by, at=at)
    guards.deed(kept)
    guards.something(document, copies, pages)
    kept.special_case = kept.special_case or special_case
    known = [one.person for one in kept.witnesses.select_related("person")]
    guards.witnessed(kept, [*known, *witnesses])
    kept.save(update_fields=["special_case"])
    new = {one.pk: one for one in witnesses if one not in known}.values()
    Witness.objects.bulk_create(Witness(dossier=kept, person=one) for one in new)
    line = _certified(kept, document, copies, pages, by=by, at=at)
    said = {"copies": copies, "pages": pages, "book": f"{line.serial}/{line.year}", "witnesses": len(known) + len(new)}
    journal("dossier.certified", kept, by=by, term=term, at=at, new=said)
    return line


def _kept(told: Copies, code: str, fee_due: int, at: datetime) -> Dossier:
    return Dossier(
        code=code,
        unit=told.unit,
        received_by_unit=told.unit,
        competent_unit=told.unit,
        returned_by_unit=told.unit,
        version=told.version,
        domain=told.version.domain,
        subject=told.document.strip(),
        channel=Channel.COUNTER,
        applicant=told.applicant,
        submitter_phone=told.applicant.phone,
        status=Status.RETURNED,
        step_no=1,
        received_at=at,
        finished_at=at,
        returned_at=at,
        returned_to=told.applicant.name,
        sets=told.copies,
        fee_due=fee_due,
        search_text=f"{told.applicant.search_name} {told.version.search_name}",
    )


def _done_at_once(dossier: Dossier, term: Term, *, by: Officer, at: datetime) -> None:
    Step.objects.create(
        dossier=dossier, no=1, name=AT_DESK.vi, unit=dossier.unit, role=term.role, sender=by, officer=by, sent_at=at,
        received_at=at, finished_at=at,
    )  # fmt: skip


def _certified(dossier: Dossier, document: str, copies: int, pages: int, *, by: Officer, at: datetime) -> BookEntry:
    Certification.objects.create(
        dossier=dossier, document=document.strip(), copies=copies, pages=pages, certified_by=by, certified_at=at
    )
    return numbering.enter(dossier, BookKind.CERTIFICATION, timezone.localdate(at))


def _result(dossier: Dossier, line: BookEntry, told: Copies, *, by: Officer, at: datetime) -> None:
    """The result has the pages of one copy: the copies are alike, and one scan digitises them."""
    Result.objects.create(
        dossier=dossier, kind=told.version.result_kind or told.version.name, proposed_by=by, proposed_at=at,
        approved_by=told.signer, approved_at=at, number=f"{line.serial}/{line.year}", issued_at=at, to_desk_at=at,
        pages=told.pages,
    )  # fmt: skip


def _money(dossier: Dossier, owed: Sequence[tuple[str, int]], told: Copies, *, by: Officer, at: datetime) -> str:
    """The number of the fee slip, empty where nothing is owed."""
    if not owed:
        return ""
    money.referenced(told.channel, told.reference)
    Charge.objects.bulk_create(
        Charge(dossier=dossier, name=name, amount=amount, charged_at=at, by=by) for name, amount in owed
    )
    _, slip = take_in(dossier, dossier.fee_due, told.channel, told.reference, by=by, at=at)
    return slip.number


def _said(dossier: Dossier, line: BookEntry, told: Copies, slip: str) -> dict[str, object]:
    return {
        "procedure": told.version.procedure.code,
        "version": told.version.version,
        "status": dossier.status,
        "copies": told.copies,
        "pages": told.pages,
        "book": f"{line.serial}/{line.year}",
        "register_no": dossier.register_no,
        "signed_by": told.signer.username,
        "fee_paid": dossier.fee_paid,
        "channel": told.channel if slip else "",
        "reference": told.reference.strip(),
        "slip": slip,
    }
