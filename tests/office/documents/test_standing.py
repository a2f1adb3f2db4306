"""What whoever holds a code is told: the day as people here have it, and nothing of secret documents."""

from motcua.office.documents.acts.afterwards import correct, recall, replace
from motcua.office.documents.acts.drafting import approve
from motcua.office.documents.acts.register import issue, number
from motcua.office.documents.acts.signing import seal_on_paper, sign_on_paper
from motcua.office.documents.models import OutgoingDocument, Secrecy
from motcua.office.documents.standing import Standing, standing_of
from tests.office.documents import course
from tests.office.records.scans import scan
from tests.world import World, moment


def gone_out(world: World, document: OutgoingDocument) -> OutgoingDocument:
    """Issued on paper, a day after the others."""
    approve(document.pk, by=world.hoa, at=course.AFTER)
    sign_on_paper(document.pk, by=world.hoa, at=course.AFTER)
    number(document.pk, by=world.van, at=course.AFTER)
    seal_on_paper(document.pk, scan=scan(), by=world.van, at=course.AFTER)
    return issue(document.pk, by=world.van, at=course.AFTER)


def told(document: OutgoingDocument) -> Standing:
    found = standing_of(document.code)
    assert found is not None
    return found


def test_a_recall_in_the_first_hours_of_a_day_is_of_that_day(world: World) -> None:
    document = course.issued(world)
    recall(document.pk, reason="Ban hành nhầm", by=world.hoa, at=moment("2023-07-28 01:30"))

    assert "28/7/2023" in told(document).said


def test_a_document_that_took_the_place_of_another_is_named_unless_it_is_secret(world: World) -> None:
    first, second = course.issued(world), course.issued(world)
    openly = replace(first.pk, course.told(world), by=world.minh, at=course.AFTER)
    secretly = replace(second.pk, course.told(world, secrecy=Secrecy.SECRET), by=world.minh, at=course.AFTER)

    third, secret = gone_out(world, openly), gone_out(world, secretly)

    assert told(first).replaced_by == str(third) == "03/TB-UBND"
    assert secret.number == 1
    assert (told(second).in_force, told(second).replaced_by) == (False, "")
    assert "hãy hỏi cơ quan ban hành" in told(second).said


def test_a_letter_that_corrected_it_is_named_unless_it_is_secret(world: World) -> None:
    document = course.issued(world)
    secret = course.letter(world, secrecy=Secrecy.SECRET, drafting_sign="MAT")
    gone_out(world, correct(document.pk, secret, by=world.minh, at=course.AFTER))

    assert told(document).said == "Văn bản này đã ban hành và đang có hiệu lực."
    gone_out(world, correct(document.pk, course.letter(world), by=world.minh, at=course.AFTER))
    assert "đính chính bằng 02/UBND" in told(document).said
    assert "MAT" not in told(document).said
