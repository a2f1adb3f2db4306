"""Who reads which document: those of the unit, from above; secret ones who has a part in them, the clerk, the head."""

from datetime import date

import pytest

from motcua.office.documents.acts.afterwards import recall
from motcua.office.documents.acts.drafting import redraft
from motcua.office.documents.models import OutgoingDocument, Secrecy
from motcua.office.documents.reading import readable, readable_file
from motcua.office.documents.standing import standing_of
from tests.office.documents import course
from tests.world import World

ON = date(2023, 7, 27)


@pytest.mark.parametrize(
    ("who", "open_one", "secret"),
    [
        ("minh", True, True),
        ("van", True, True),
        ("hoa", True, True),
        ("lan", True, False),
        ("ke", True, False),
        ("thu", True, False),
        ("kim", True, False),
        ("nam", False, False),
        ("quan", False, False),
    ],
)
def test_a_document_and_its_files_are_read_by_these_and_a_secret_one_by_fewer(
    world: World, who: str, open_one: bool, secret: bool
) -> None:
    for document, may in (
        (course.drafted(world), open_one),
        (course.drafted(world, secrecy=Secrecy.SECRET), secret),
    ):
        officer = getattr(world, who)
        assert readable(officer, ON).filter(pk=document.pk).exists() == may
        assert (readable_file(officer, document.files.get().pk, ON) is not None) == may


def test_nothing_is_told_from_outside_of_what_is_secret_not_issued_or_not_there(world: World) -> None:
    secret, waiting = course.issued(world, secrecy=Secrecy.SECRET), course.sealed(world)

    assert [standing_of(code) for code in (secret.code, waiting.code, "", "1" * 16)] == [None] * 4


def test_what_is_told_from_outside_is_what_stands_on_the_paper_and_that_it_was_recalled(world: World) -> None:
    document = course.issued(world)
    before = standing_of(document.code)
    recall(document.pk, reason="Trái thẩm quyền", by=world.hoa, at=course.AFTER)
    after = standing_of(document.code)

    assert before is not None and after is not None
    assert (before.number, before.dated_on, before.in_force, before.files) == ("01/TB-UBND", ON, True, frozenset())
    assert not after.in_force
    assert "28/7/2023" in after.said


def test_a_document_replaced_tells_by_which_once_that_is_issued(world: World) -> None:
    document = course.issued(world)
    course.replacing(world, document)

    told = standing_of(document.code)

    assert told is not None and told.in_force and not told.replaced_by


def test_a_code_is_kept_when_a_draft_is_told_anew(world: World) -> None:
    document = course.drafted(world)
    redraft(document.pk, course.told(world), by=world.minh, at=course.APPROVED)

    assert OutgoingDocument.objects.get().code == document.code
