"""Documents of the tests, taken as far along as a test wants them: on one Thursday in ward 12."""

from dataclasses import replace
from typing import Any

from motcua.office.documents.acts.afterwards import replace as replace_document
from motcua.office.documents.acts.drafting import approve, draft
from motcua.office.documents.acts.register import issue, number
from motcua.office.documents.acts.signing import seal_on_paper, sign_on_paper
from motcua.office.documents.models import Mode, OutgoingDocument
from motcua.office.documents.told import Draft, OfHouse
from motcua.office.people.models import Officer
from tests.office.records.scans import scan
from tests.world import World, moment

DRAFTED, APPROVED, SIGNED = moment("2023-07-27 08:00"), moment("2023-07-27 09:00"), moment("2023-07-27 10:00")
NUMBERED, SEALED, ISSUED = moment("2023-07-27 10:10"), moment("2023-07-27 10:20"), moment("2023-07-27 10:30")
AFTER = moment("2023-07-28 08:00")
SAID = {"body": "Ủy ban nhân dân phường thông báo lịch tiếp công dân.\nĐề nghị các tổ dân phố biết, thực hiện."}
LETTER = {"to": "Các tổ dân phố", "body": "Ủy ban nhân dân phường đính chính ngày ghi trong văn bản trên."}


RESULT: dict[str, Any] = {
    "kind": "decision",
    "subject": "Công nhận việc đăng ký khai sinh",
    "content": OfHouse("decision", {"bases": "Xét hồ sơ;", "articles": "Công nhận việc đăng ký khai sinh."}),
}


def told(world: World, **other: Any) -> Draft:
    """A notice of ward 12, signed by Hoà for the committee."""
    whole = Draft(
        unit=world.ward,
        kind="notice",
        subject="Lịch tiếp công dân tháng 8 năm 2023",
        recipients=("Các tổ dân phố", "Lưu: VT"),
        signer=world.hoa,
        mode=Mode.BODY,
        content=OfHouse("notice", SAID),
    )
    return replace(whole, **other)


def letter(world: World, **other: Any) -> Draft:
    """A letter of correction of ward 12."""
    content = OfHouse("correction", LETTER)
    return told(world, **({"kind": "correction", "content": content, "subject": "Đính chính văn bản"} | other))


def drafted(world: World, **other: Any) -> OutgoingDocument:
    return draft(told(world, **other), by=world.minh, at=DRAFTED)


def approved(world: World, **other: Any) -> OutgoingDocument:
    return approve(drafted(world, **other).pk, by=world.hoa, at=APPROVED)


def signed(world: World, **other: Any) -> OutgoingDocument:
    """By hand, on paper."""
    document = approved(world, **other)
    return sign_on_paper(document.pk, by=document.signer, at=SIGNED)


def numbered(world: World, **other: Any) -> OutgoingDocument:
    return number(signed(world, **other).pk, by=world.van, at=NUMBERED)


def sealed(world: World, **other: Any) -> OutgoingDocument:
    return seal_on_paper(numbered(world, **other).pk, scan=scan(), by=world.van, at=SEALED)


def issued(world: World, **other: Any) -> OutgoingDocument:
    return issue(sealed(world, **other).pk, by=world.van, at=ISSUED)


def again(document: OutgoingDocument) -> OutgoingDocument:
    """The document as the database has it now."""
    return OutgoingDocument.objects.select_related("unit", "signer").get(pk=document.pk)


def signed_by(whole: Draft, drafter: Officer) -> OutgoingDocument:
    """A document of any unit, drafted by one and signed on paper by whom it names."""
    document = draft(whole, by=drafter, at=DRAFTED)
    approve(document.pk, by=whole.signer, at=APPROVED)
    return sign_on_paper(document.pk, by=whole.signer, at=SIGNED)


def replacing(world: World, document: OutgoingDocument) -> OutgoingDocument:
    """The draft of a document that takes the place of an issued one."""
    return replace_document(document.pk, told(world), by=world.minh, at=AFTER)
