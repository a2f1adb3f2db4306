"""What the head arranges and officers choose in the browser: books, names to fill in, the document of a result."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from motcua.office.documents import names
from motcua.office.documents.acts.asking import sign_with
from motcua.office.documents.acts.register import issue, number
from motcua.office.documents.models import Book, Capacity, OutgoingDocument
from motcua.office.dossiers.models import Result
from motcua.office.procedures.models import Version
from tests.office.documents import course, engine
from tests.office.documents.engine import Signs
from tests.office.dossiers import life
from tests.web.conftest import SignedIn
from tests.web.reading import text
from tests.world import World

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "write-a-word-template.md"


def opened(client: Client, on: date) -> str:
    said = {"code": "TB", "name": "Sổ thông báo", "kinds": ["notice"], "from_on": f"{on:%d/%m/%Y}"}
    return text(client.post(reverse("desk:arrange", args=["book"]), said, follow=True))


def test_the_head_opens_a_book_from_the_first_day_of_a_year(world: World, signed_in: SignedIn) -> None:
    hoa, year = signed_in(world.hoa), timezone.localdate().year + 1

    assert f"01/01/{year + 1}" in opened(hoa, date(year, 2, 1))
    assert not Book.objects.exists()
    assert "Sổ thông báo (TB)" in opened(hoa, date(year, 1, 1))
    assert Book.objects.get().from_on == date(year, 1, 1)
    assert "Mở sổ" not in text(signed_in(world.van).get(reverse("desk:arrangements")))


@pytest.mark.parametrize("name", sorted(names.KNOWN))
def test_every_name_is_told_on_the_page_and_in_the_guide(world: World, signed_in: SignedIn, name: str) -> None:
    assert f"{{{{ {name} }}}}" in text(signed_in(world.lan).get(reverse("desk:arrangements")))
    assert f"{{{{ {name} }}}}" in GUIDE.read_text("utf-8")


def test_a_letter_begun_on_a_dossiers_page_is_addressed_to_its_applicant(world: World, signed_in: SignedIn) -> None:
    asked = {"form": "official_letter", "dossier": str(life.in_work(world).pk)}
    form = text(signed_in(world.minh).get(reverse("desk:document-new"), asked))
    assert 'value="Phạm Văn Bình"' in form
    assert "{{ chu_ho_so }}" in form


def decision(world: World, code: str, subject: str) -> OutgoingDocument:
    """Signed and sealed by keys that the tests' engine takes."""
    document = course.approved(world, **course.RESULT | {"subject": subject, "dossier_code": code})
    sign_with(Signs("Lê Thị Hoà"), document.pk, Capacity.PERSON, by=world.hoa, at=course.SIGNED)
    number(document.pk, by=world.van, at=course.NUMBERED)
    sign_with(Signs("Ủy ban nhân dân phường 12"), document.pk, Capacity.AGENCY, by=world.van, at=course.SEALED)
    return issue(document.pk, by=world.van, at=course.ISSUED)


def test_who_records_a_result_says_which_document_it_is(world: World, signed_in: SignedIn, settings: Settings) -> None:
    settings.SIGNING_ENGINE = engine.PATH
    Version.objects.filter(pk=world.versions["birth"].pk).update(signed_result=True)
    dossier = life.approved(world)
    Result.objects.filter(dossier=dossier).update(approved_at=course.DRAFTED, proposed_at=course.DRAFTED)
    minh, address = signed_in(world.minh), reverse("desk:dossier", args=[dossier.pk])
    done = text(minh.post(reverse("desk:act", args=[dossier.pk, "record-result"]), {}))
    assert "hãy dự thảo, ký, phát hành văn bản gắn với mã hồ sơ này" in done

    first = decision(world, dossier.code, "Công nhận khai sinh")
    alone = text(minh.get(address))
    assert f'<option value="{first.pk}">Quyết định {first}: Công nhận khai sinh</option>' in alone
    assert '<option value="" selected>' not in alone
    second = decision(world, dossier.code, "Công nhận khai sinh lần hai")
    assert '<option value="" selected>–</option>' in text(minh.get(address))
    done = text(minh.post(reverse("desk:act", args=[dossier.pk, "record-result"]), {}))
    assert "Trường này là bắt buộc" in done

    minh.post(reverse("desk:act", args=[dossier.pk, "record-result"]), {"record-result-document": second.pk})
    assert Result.objects.get(dossier=dossier).document == second
