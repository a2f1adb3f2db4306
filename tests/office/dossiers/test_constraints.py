"""The database itself refuses what no act may write: each constraint of the dossiers broken once, around the acts."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import BaseConstraint, Model, UniqueConstraint

from motcua.office.dossiers.models import (
    BookEntry,
    Certification,
    CopyOriginal,
    CopySigning,
    Correction,
    Counter,
    DigitalCopy,
    Dossier,
    DueLine,
    Leg,
    MediationCase,
    Payment,
    Reopening,
    Result,
    Slip,
    Step,
    Witness,
)
from motcua.office.records.models import File
from tests.office.dossiers import life
from tests.world import World, moment

BEFORE, AFTER = moment("2023-07-26 08:00"), moment("2023-07-28 08:00")


def twin(row: Model, **other: object) -> Callable[[], None]:
    """The same row once more, with some values changed."""

    def write() -> None:
        row.pk = None
        for name, value in other.items():
            setattr(row, name, value)
        row.save(force_insert=True)

    return write


def changed(row: Model, **other: object) -> Callable[[], None]:
    def write() -> None:
        type(row)._default_manager.filter(pk=row.pk).update(**other)

    return write


def paid(world: World, dossier: Dossier, **other: object) -> Payment:
    said: dict[str, object] = {
        "unit": world.ward, "dossier": dossier, "amount": 8000, "channel": "transfer", "reference": "FT1",
        "paid_at": AFTER, "by": world.ke,
    }  # fmt: skip
    return Payment(**(said | other))


def _of_the_dossier(world: World, dossier: Dossier) -> dict[str, Callable[[], None]]:
    return {
        "code_once_in_unit": twin(Dossier.objects.get(pk=dossier.pk)),
        "closed_with_result_or_reason": changed(dossier, status="settled"),
        "ended_without_result_says_why": changed(dossier, status="stopped", finished_at=AFTER),
        "returned_after_settled": changed(dossier, returned_at=AFTER),
        "due_after_received": changed(dossier, due_at=BEFORE),
        "received_has_its_line": changed(dossier, register_no=""),
        "returned_at_the_desk": changed(
            dossier, finished_at=AFTER, returned_at=AFTER, returned_by_unit=world.elsewhere, returned_to="Bình"
        ),
        "cause_said_by_somebody": changed(dossier, late_cause="us"),
        "paid_no_more_than_owed": changed(dossier, fee_paid=1),
        "kept_original_is_listed": changed(
            dossier.components.all()[0], kept_original=True, procedure_component_no=None
        ),
        "stranger_needs_authority": changed(dossier, submitter_kind="post_office"),
        "component_once": twin(dossier.components.all()[0]),
        "component_some": changed(dossier.components.all()[0], quantity=0),
        "component_of_some_pages": changed(dossier.components.all()[0], declared_pages=0),
    }


def _of_the_course(world: World, dossier: Dossier) -> dict[str, Callable[[], None]]:
    step, line = dossier.steps.get(no=2), dossier.due_lines.get()
    first = dossier.steps.get(no=1)
    result = Result(dossier=dossier, kind="Giấy", proposed_by=world.minh, proposed_at=AFTER, issued_at=AFTER)
    own = Result(dossier=dossier, kind="Giấy", proposal="Đủ", proposed_by=world.minh, proposed_at=AFTER,
                 approved_by=world.minh, approved_at=AFTER)  # fmt: skip
    nobody = Result(dossier=dossier, kind="Giấy", proposed_by=world.minh, proposed_at=AFTER, approved_at=AFTER)
    DueLine.objects.create(dossier=dossier, no=8, kind="extension", at=AFTER, by=world.hoa)
    Correction.objects.create(dossier=dossier, no=1, at=AFTER, by=world.lan, reason="Nhầm", old={}, new={})
    Reopening.objects.create(
        dossier=dossier, no=1, at=AFTER, by=world.hoa, reason="Nhầm", ended_as="settled", finished_again_at=AFTER
    )
    open_again = Reopening(dossier=dossier, no=2, at=AFTER, by=world.hoa, reason="Nhầm", ended_as="settled")
    open_again.save()
    return {
        "step_once": twin(Step.objects.get(pk=first.pk)),
        "one_step_open": changed(first, finished_at=None),
        "step_in_order": changed(step, received_at=BEFORE),
        "due_line_once": twin(DueLine.objects.get(pk=line.pk)),
        "one_new_date": twin(DueLine.objects.get(no=8), no=9),
        "result_issued_once_approved": result.save,
        "nobody_approves_their_own": own.save,
        "result_approved_by_somebody": nobody.save,
        "correction_once": twin(Correction.objects.get()),
        "reopening_once": twin(Reopening.objects.get(no=1)),
        "one_reopening_open": twin(Reopening.objects.get(no=2), no=3),
        "leg_once_in_unit": twin(
            Leg.objects.create(parent=dossier, unit=world.elsewhere, asked_at=AFTER, asked_by=world.minh)
        ),
    }


def _of_books_and_slips(world: World, dossier: Dossier) -> dict[str, Callable[[], None]]:
    receipt = dossier.slips.get(kind="receipt")
    other = life.received(world, applicant=world.an)
    line = BookEntry.objects.get(dossier=other)
    return {
        "book_serial_once": changed(line, serial=1),
        "book_line_once": twin(BookEntry.objects.get(pk=line.pk), serial=99),
        "counter_once": twin(Counter.objects.filter(what="dossier").get()),
        "slip_number_once": twin(Slip.objects.get(pk=receipt.pk)),
        "receipt_lists_papers": changed(receipt, component_rows=0),
        "apology_signed": Slip(
            unit=world.ward, dossier=dossier, kind="apology", drafted_at=AFTER, issued_at=AFTER, by=world.minh
        ).save,
    }


def _of_money_and_special_work(world: World, dossier: Dossier) -> dict[str, Callable[[], None]]:
    paid(world, dossier).save()
    Witness.objects.create(dossier=dossier, person=world.an)
    case = MediationCase.objects.create(
        dossier=dossier, unit=world.ward, council_year=2023, council_decision_no="12/QĐ", council_decided_at=AFTER
    )
    certified = Certification(
        dossier=dossier, document="Bằng", copies=0, pages=1, certified_by=world.hoa, certified_at=AFTER
    )
    return {
        "payment_reference_once": paid(world, dossier).save,
        "payment_some": paid(world, dossier, amount=0, reference="FT2").save,
        "payment_not_in_cash_has_reference": paid(world, dossier, reference="").save,
        "certification_some": certified.save,
        "witness_once": twin(Witness.objects.get()),
        "mediation_closed_by_minutes": changed(case, closed_at=AFTER, outcome="reconciled"),
        "council_for_one_dispute": twin(
            MediationCase.objects.get(pk=case.pk), dossier=life.received(world, "land", applicant=world.an)
        ),
    }


def _of_copies(world: World, dossier: Dossier) -> dict[str, Callable[[], None]]:
    result = Result.objects.create(dossier=dossier, kind="Giấy", proposed_by=world.minh, proposed_at=AFTER)
    file = File.objects.create(sha256="0" * 64, size=1, pages=1, content_type="application/pdf", kept_at=AFTER)
    made = {"file": file, "made_at": AFTER, "by": world.van, "owner": world.binh, "paper_type": "0" * 16}
    of_result = DigitalCopy.objects.create(result=result, **made)
    of_paper = DigitalCopy.objects.create(component=dossier.components.all()[0], **made)
    original = CopyOriginal.objects.create(copy=of_paper, no=1, file=file)
    return {
        "one_copy_of_a_result": twin(DigitalCopy.objects.get(pk=of_result.pk)),
        "one_copy_of_a_paper": twin(DigitalCopy.objects.get(pk=of_paper.pk)),
        "copy_of_one_thing": changed(of_paper, component=None),
        "copy_certified_by_somebody": changed(of_paper, certified_at=AFTER),
        "copy_used_again_is_a_paper": changed(DigitalCopy.objects.get(pk=of_result.pk), source=of_paper),
        "copy_of_some_type": changed(DigitalCopy.objects.get(pk=of_result.pk), paper_type=""),
        "copy_validity_read_as_compared": changed(DigitalCopy.objects.get(pk=of_result.pk), holds_until=AFTER.date()),
        "copy_original_once": twin(original),
    }


Breaks = Callable[[World, Dossier], dict[str, Callable[[], None]]]


def _of_signatures(world: World, dossier: Dossier) -> dict[str, Callable[[], None]]:
    file = File.objects.create(sha256="1" * 64, size=1, pages=1, content_type="application/pdf", kept_at=AFTER)
    made = {"file": file, "made_at": AFTER, "by": world.van, "owner": world.binh, "paper_type": "0" * 16}
    copy = DigitalCopy.objects.create(component=dossier.components.all()[0], **made)
    asked = CopySigning.objects.create(
        copy=copy, capacity="person", officer=world.minh, version=file, certificate="", prepared=b"", said=b"",
        asked_at=BEFORE, expires_at=AFTER,
    )  # fmt: skip
    return {
        "copy_signed_was_compared": changed(copy, signed=file),
        "one_signature_of_a_copy": twin(CopySigning.objects.get(pk=asked.pk)),
        "copy_request_expires": changed(asked, expires_at=BEFORE),
        "copy_answered_in_time_with_a_file": changed(asked, answered_at=AFTER),
    }


FAMILIES: tuple[Breaks, ...] = (
    _of_the_dossier,
    _of_the_course,
    _of_books_and_slips,
    _of_money_and_special_work,
    _of_copies,
    _of_signatures,
)


def declared() -> dict[str, BaseConstraint]:
    """Every constraint of the dossiers' tables by its name, without the app's."""
    models = apps.get_app_config("dossiers").get_models()
    return {one.name.removeprefix("dossiers_"): one for model in models for one in model._meta.constraints}


def says(message: str, name: str) -> bool:
    """Whether the database names this constraint; SQLite says of a unique one its columns only."""
    constraint = declared()[name]
    if f"dossiers_{name}" in message or not isinstance(constraint, UniqueConstraint):
        return f"dossiers_{name}" in message
    columns = [part.rsplit(".", 1)[1].removesuffix("_id") for part in message.split(": ", 1)[1].split(", ")]
    return columns == list(constraint.fields)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_database_refuses_each_row_that_would_break_a_constraint(world: World, family: Breaks) -> None:
    for name, write in family(world, life.in_work(world)).items():
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            write()
        assert says(str(refused.value), name), f"{name}: {refused.value}"


def test_no_constraint_of_the_dossiers_is_left_without_a_row_that_breaks_it(world: World) -> None:
    tried = set().union(*(family(world, life.in_work(world)).keys() for family in FAMILIES))

    assert declared().keys() == tried
