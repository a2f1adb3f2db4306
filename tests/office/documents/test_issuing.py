"""What was signed digitally goes out only while its signatures are valid; drafts are made before rows are locked."""

from base64 import b64encode
from io import BytesIO

import pytest
from django.db import connection

from motcua.language import Refusal
from motcua.office.documents.acts.afterwards import correct, replace
from motcua.office.documents.acts.asking import sign_with
from motcua.office.documents.acts.drafting import draft, redraft
from motcua.office.documents.acts.register import issue, number
from motcua.office.documents.guards import signing as guards
from motcua.office.documents.models import Capacity, OutgoingDocument, State
from motcua.office.documents.told import OfHouse, Uploaded
from tests.office.documents import course, engine
from tests.office.documents.engine import Signs
from tests.office.records.scans import scan
from tests.world import World

PERSON, AGENCY = Capacity.PERSON, Capacity.AGENCY
CONDOLENCE = {"to": "gia đình bà Huỳnh Thị Chín", "departed": "ông Lê Văn Tám", "wish": "Xin chia buồn."}


def numbered(world: World, key: Signs, **told: object) -> OutgoingDocument:
    document = course.approved(world, **told)
    sign_with(key, document.pk, PERSON, by=world.hoa, at=course.SIGNED)
    return number(document.pk, by=world.van, at=course.NUMBERED)


def sealed(world: World, key: Signs, agency: Signs) -> OutgoingDocument:
    document = numbered(world, key)
    sign_with(agency, document.pk, AGENCY, by=world.van, at=course.SEALED)
    return document


def held(key: Signs) -> str:
    return b64encode(key.certificate).decode()


def refused(world: World, document: OutgoingDocument) -> str:
    with pytest.raises(Refusal) as caught:
        issue(document.pk, by=world.van, at=course.ISSUED)
    assert caught.value.words == guards.NOT_VALID
    assert course.again(document).issued_at is None
    return str(caught.value)


@pytest.mark.usefixtures("signing_engine")
def test_a_signature_of_which_nobody_knows_is_taken_and_the_document_waits_until_it_is_valid(
    world: World, hoa: Signs, agency: Signs
) -> None:
    engine.unsure.add(held(hoa))
    document = sealed(world, hoa, agency)
    assert "chữ ký số của người có thẩm quyền" in refused(world, document)

    engine.unsure.clear()
    engine.trusted = "list 2"
    assert issue(document.pk, by=world.van, at=course.ISSUED).state == State.ISSUED


@pytest.mark.usefixtures("signing_engine")
@pytest.mark.parametrize("bad", ["distrusted", "unsure"])
def test_a_seal_that_is_not_valid_when_the_document_goes_out_keeps_it_back(
    world: World, hoa: Signs, agency: Signs, bad: str
) -> None:
    document = sealed(world, hoa, agency)
    getattr(engine, bad).add(held(agency))
    engine.trusted = "list 2"

    assert "chữ ký số của cơ quan" in refused(world, document)


@pytest.mark.usefixtures("signing_engine")
def test_a_kind_without_a_seal_goes_out_by_the_persons_valid_signature(world: World, hoa: Signs) -> None:
    content = OfHouse("condolence", CONDOLENCE)
    good, bad = (numbered(world, hoa, kind="condolence", content=content) for _ in range(2))
    assert issue(good.pk, by=world.van, at=course.ISSUED).state == State.ISSUED

    engine.distrusted.add(held(hoa))
    engine.trusted = "list 2"
    refused(world, bad)


class Watched(BytesIO):
    """A file that tells how many transactions were open when it was read."""

    def __init__(self) -> None:
        super().__init__(scan().getvalue())
        self.within: set[int] = set()

    def read(self, size: int | None = -1, /) -> bytes:
        self.within.add(len(connection.savepoint_ids))
        return super().read(size)


def test_a_draft_is_made_before_anything_is_locked(world: World) -> None:
    issued, before = course.issued(world), len(connection.savepoint_ids)
    files = [Watched() for _ in range(4)]

    drafted = draft(course.told(world, content=Uploaded(files[0])), by=world.minh, at=course.DRAFTED)
    redraft(drafted.pk, course.told(world, content=Uploaded(files[1])), by=world.minh, at=course.DRAFTED)
    replace(issued.pk, course.told(world, content=Uploaded(files[2])), by=world.minh, at=course.AFTER)
    correct(issued.pk, course.letter(world, content=Uploaded(files[3])), by=world.minh, at=course.AFTER)

    assert [one.within for one in files] == [{before}] * 4
