"""The database itself refuses what no act may write: each constraint of documents broken once, around the acts."""

from collections.abc import Callable
from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Model

from motcua.office.documents.models import (
    Book,
    Certificate,
    Counter,
    Delegation,
    FileStep,
    OutgoingDocument,
    SigningRequest,
    Template,
)
from tests.office.documents import course
from tests.world import World, moment

BEFORE, AFTER = moment("2023-07-26 08:00"), moment("2023-07-28 08:00")
Write = Callable[[], object]


def changed(row: Model, **other: object) -> Write:
    return lambda: type(row)._default_manager.filter(pk=row.pk).update(**other)


def twin(row: Model, **other: object) -> Write:
    """The same row once more, with some values changed."""

    def write() -> None:
        row.pk = None
        for name, value in other.items():
            setattr(row, name, value)
        row.save(force_insert=True)

    return write


def _of_the_way(world: World) -> dict[str, Write]:
    done, draft = course.issued(world), course.drafted(world)
    approved, signed = course.approved(world), course.signed(world)
    by_order = course.signed(world)
    number = {"number": 9, "dated_on": date(2023, 7, 27), "year": 2023, "book": "general"}
    return {
        "approved_after_drafted": changed(done, approved_at=BEFORE),
        "approved_by_somebody": changed(draft, approved_at=AFTER),
        "signed_after_approved": changed(draft, signed_at=AFTER),
        "numbered_after_signed": changed(approved, numbered_at=AFTER, numbered_by=world.van, **number),
        "numbered_by_somebody": changed(signed, numbered_at=AFTER, **number),
        "number_is_whole": changed(signed, number=9),
        "number_is_there": changed(done, number=None),
        "number_is_some": changed(done, number=0),
        "dated": changed(done, dated_on=None),
        "sealed_after_numbered": changed(signed, sealed_at=AFTER, sealed_by=world.van),
        "sealed_by_somebody": changed(done, sealed_by=None),
        "issued_after_sealed": changed(done, issued_at=course.NUMBERED),
        "issued_with_pages": changed(done, pages=None),
        "recalled_says_why": changed(done, recalled_at=AFTER, recalled_by=world.hoa),
        "delegated_by_a_decision": changed(by_order, mode="TL."),
        "replaces_or_corrects_another": changed(draft, replaces=done, corrects=done),
        "some_copies": changed(draft, copies=0),
    }


def _once(world: World) -> dict[str, Write]:
    done, other = course.issued(world), course.numbered(world)
    code = {"code": "another"}
    return {
        "code": twin(OutgoingDocument.objects.get(pk=done.pk), number=7),
        "number_once": changed(other, number=done.number, notation="QĐ-UBND"),
        "notation_once": changed(other, number=done.number, book="notices"),
        "recipient_once": twin(done.recipients.all()[0]),
        "each_step_leaves_one_file": twin(done.files.get(step=FileStep.SEALED)),
        "counter_once": twin(Counter.objects.get()),
        "book_once": twin(Book.objects.create(unit=world.ward, code="qd", name="Sổ", from_on=date(2024, 1, 1))),
        "replaced_once": twin(
            OutgoingDocument.objects.get(pk=course.replacing(world, done).pk), **code
        ),
        "one_template_of_a_name": twin(
            Template.objects.create(
                unit=world.ward, name="Mẫu", kind="notice", file=done.files.all()[0].file, kept_by=world.van,
                kept_at=AFTER,
            )
        ),
    }  # fmt: skip


def _delegations(world: World) -> dict[str, Write]:
    given = Delegation.objects.create(
        unit=world.ward, officer=world.minh, title="Phó Chủ tịch", mode="KT.", from_on=date(2023, 7, 1),
        decision="1/QĐ-UBND", decided_on=date(2023, 6, 30), given_by=world.hoa, given_at=BEFORE,
    )  # fmt: skip
    return {
        "delegation_ends_after_it_begins": changed(given, to_on=date(2023, 6, 30)),
        "delegation_acts_for_another": changed(given, mode="TM."),
        "authority_is_limited": changed(given, mode="TUQ."),
        "delegation_by_a_decision": changed(given, decision=""),
        "delegation_after_its_decision": changed(given, decided_on=date(2023, 7, 2)),
    }


def _requests(world: World) -> dict[str, Write]:
    document = course.approved(world)
    asked = SigningRequest.objects.create(
        document=document, capacity="person", officer=world.hoa, version=document.files.get(), certificate="c",
        prepared=b"p", said=b"s", asked_at=BEFORE, expires_at=AFTER,
    )  # fmt: skip
    return {
        "request_expires": changed(asked, expires_at=BEFORE),
        "answered_in_time_with_a_file": changed(asked, answered_at=BEFORE),
        "answered_without_a_moment": changed(asked, answer=document.files.get()),
        "answered_late": changed(asked, answered_at=moment("2023-07-29 08:00"), answer=document.files.get()),
        "one_signature_of_a_capacity": twin(SigningRequest.objects.get()),
    }


def _certificates(world: World) -> dict[str, Write]:
    held = Certificate.objects.create(
        unit=world.ward, officer=world.hoa, fingerprint="f", serial="7", subject="Lê Thị Hoà", issuer="CA",
        begins_at=BEFORE, ends_at=AFTER, content=b"", seen_at=BEFORE, confirmed_by=world.quan, confirmed_at=BEFORE,
    )  # fmt: skip
    return {
        "certificate_of_one_holder": twin(Certificate.objects.get()),
        "certificate_ends_after_it_begins": changed(held, ends_at=BEFORE),
        "certificate_confirmed_by_somebody": changed(held, confirmed_by=None),
        "certificate_retired_says_why": changed(held, retired_at=AFTER, retired_by=world.quan),
    }


ALL = {
    "certificates": _certificates,
    "way": _of_the_way,
    "once": _once,
    "delegations": _delegations,
    "requests": _requests,
}


@pytest.mark.parametrize("some", ALL)
def test_each_constraint_holds(world: World, some: str) -> None:
    for name, write in ALL[some](world).items():
        with pytest.raises(IntegrityError, match=r"."), transaction.atomic():
            write()
            pytest.fail(f"{name} let it pass")


def test_every_constraint_of_documents_is_broken_by_a_test(world: World) -> None:
    broken = {f"documents_{name}" for some in ALL.values() for name in some(world)}
    models = apps.get_app_config("documents").get_models()

    assert {one.name for model in models for one in model._meta.constraints} <= broken
