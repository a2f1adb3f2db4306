"""What is told of a document: of the form that is wanted, called by its name where it is wrong, a scan where one is."""

from io import BytesIO
from pathlib import Path

import pytest
from pytest_django import Settings

from motcua.language import Refusal
from motcua.office.documents.acts.afterwards import correct, replace
from motcua.office.documents.acts.drafting import redraft
from motcua.office.documents.acts.signing import seal_on_paper
from motcua.office.documents.files import content_of, current
from motcua.office.documents.guards import drafting as guards
from motcua.office.documents.guards import moving
from motcua.office.documents.models import State
from tests.office.documents import course, trusted
from tests.world import World


def test_what_replaces_or_corrects_stays_of_its_form_when_it_is_told_anew(world: World) -> None:
    first = course.issued(world)
    second = replace(first.pk, course.told(world), by=world.minh, at=course.AFTER)
    letter = correct(first.pk, course.letter(world), by=world.minh, at=course.AFTER)

    for document, told, words in (
        (second, course.letter(world), guards.OTHER_FORM),
        (letter, course.told(world), guards.NO_LETTER),
    ):
        with pytest.raises(Refusal) as caught:
            redraft(document.pk, told, by=world.minh, at=course.AFTER)
        assert caught.value.words == words
    redraft(second.pk, course.told(world, subject="Lịch mới"), by=world.minh, at=course.AFTER)


def test_what_is_too_long_or_blank_is_called_by_its_name(world: World) -> None:
    with pytest.raises(Refusal, match="một dòng nơi nhận dài 250 ký tự"):
        course.drafted(world, recipients=("T" * 250, "Lưu: VT"))
    with pytest.raises(Refusal, match="chưa ghi ký hiệu văn bản"):
        guards.formal("Thông báo", "Lịch", " ", ["Lưu: VT"])


def test_a_file_signed_digitally_is_no_scan_of_paper(world: World, settings: Settings, tmp_path: Path) -> None:
    authority = trusted.authority(settings, tmp_path)
    digital = current(trusted.signed_and_issued(world, authority, at=course.DRAFTED))
    assert digital is not None
    document = course.numbered(world)

    with pytest.raises(Refusal) as caught:
        seal_on_paper(document.pk, scan=BytesIO(content_of(digital)), by=world.van, at=course.SEALED)

    assert caught.value.words == moving.NO_SCAN
    assert course.again(document).state == State.NUMBERED
