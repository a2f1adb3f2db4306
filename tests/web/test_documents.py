"""Outgoing documents in the browser: from a form of the house to the register, and to whoever holds the paper."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from django.conf import settings as configured
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from pytest_django import Settings

from motcua.office.documents.acts.afterwards import recall
from motcua.office.documents.acts.drafting import approve
from motcua.office.documents.files import content_of, current
from motcua.office.documents.models import DocumentFile, OutgoingDocument, Secrecy, Template
from motcua.office.people.models import Role
from motcua.office.records.content import Content
from motcua.office.records.store import keep
from tests.office.documents import course, trusted
from tests.office.documents.signed import found
from tests.office.documents.written import word
from tests.office.dossiers import life
from tests.office.records.scans import scan
from tests.web.conftest import SignedIn
from tests.web.reading import day, text
from tests.world import World, officer


def page(client: Client, document: OutgoingDocument) -> str:
    return text(client.get(reverse("desk:document", args=[document.pk])))


def done(client: Client, document: OutgoingDocument, act: str, **said: object) -> str:
    address = reverse("desk:document-act", args=[document.pk, act])
    return text(client.post(address, said, follow=True))


def asked(world: World, **other: object) -> dict[str, object]:
    """The fields of a notice as they are typed."""
    told = {
        "kind": "notice", "subject": "Lịch tiếp công dân", "signing": f"{world.hoa.pk}:TM.", "secrecy": "open",
        "urgency": "normal", "copies": "1", "recipients": "Các tổ dân phố\nLưu: VT", "place-body": "Sáng thứ Năm.",
    }  # fmt: skip
    return told | other


def test_a_notice_goes_from_a_form_of_the_house_to_the_register(world: World, signed_in: SignedIn) -> None:
    minh, hoa, van = (signed_in(one) for one in (world.minh, world.hoa, world.van))
    assert "Thông báo" in text(minh.get(reverse("desk:document-new")))
    shown = minh.post(f"{reverse('desk:document-new')}?form=notice", asked(world), follow=True)
    assert "Đã lưu dự thảo “Lịch tiếp công dân”" in text(shown)
    document = OutgoingDocument.objects.get()

    done(hoa, document, "approve")
    done(hoa, document, "sign-on-paper")
    done(van, document, "number")
    done(van, document, "seal-on-paper", scan=scan())
    assert "nay “Đã phát hành”" in done(van, document, "issue")

    register = text(van.get(reverse("desk:documents"), {"list": "issued"}))
    assert "01/TB-UBND" in register


def test_what_is_missing_is_said_beside_the_form_and_nothing_is_kept(world: World, signed_in: SignedIn) -> None:
    address = f"{reverse('desk:document-new')}?form=notice"
    shown = text(signed_in(world.minh).post(address, asked(world, **{"place-body": ""})))
    assert "Trường này là bắt buộc" in shown
    assert not OutgoingDocument.objects.exists()


def test_only_acts_of_the_state_and_the_officer_are_offered(world: World, signed_in: SignedIn) -> None:
    document = course.drafted(world)
    assert "Duyệt dự thảo" in page(signed_in(world.hoa), document)
    assert "Duyệt dự thảo" not in page(signed_in(world.minh), document)
    approve(document.pk, by=world.hoa, at=course.APPROVED)
    assert "Duyệt dự thảo" not in page(signed_in(world.hoa), document)


def test_a_refused_act_is_told_on_the_page(world: World, signed_in: SignedIn) -> None:
    document = course.drafted(world)
    assert "chỉ làm khi văn bản “Đã ký, chờ lấy số”" in done(signed_in(world.van), document, "number")


def test_a_secret_document_opens_for_who_has_a_part_in_it_alone(world: World, signed_in: SignedIn) -> None:
    document = course.drafted(world, secrecy=Secrecy.SECRET)
    address = reverse("desk:document", args=[document.pk])
    assert signed_in(world.minh).get(address).status_code == 200
    assert signed_in(world.lan).get(address).status_code == 404


def test_a_draft_in_its_place_is_no_replacement_and_a_secret_one_is_not_named(
    world: World, signed_in: SignedIn
) -> None:
    document, lan = course.issued(world), signed_in(world.lan)
    newer = course.replacing(world, document)
    assert "Được thay bằng" not in page(lan, document)
    assert "Dự thảo thay thế" in page(lan, document)

    OutgoingDocument.objects.filter(pk=newer.pk).update(secrecy=Secrecy.SECRET, drafted_by=world.van)
    assert reverse("desk:document", args=[newer.pk]) not in page(lan, document)
    assert reverse("desk:document", args=[newer.pk]) in page(signed_in(world.hoa), document)


def test_the_preview_is_a_picture_of_the_first_page(world: World, signed_in: SignedIn) -> None:
    document = course.drafted(world)
    answer = signed_in(world.hoa).get(reverse("desk:document-preview", args=[document.pk]))
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert len(answer.content) < 60_000


def test_a_page_that_cannot_be_drawn_has_no_preview_and_the_desk_goes_on(world: World, signed_in: SignedIn) -> None:
    document, broken = course.drafted(world), b"%PDF-1.7 of which nothing came"
    content = Content(sha256(broken).hexdigest(), len(broken), 1)
    DocumentFile.objects.filter(document=document).update(file=keep(BytesIO(broken), content, at=course.DRAFTED))
    hoa = signed_in(world.hoa)
    assert hoa.get(reverse("desk:document-preview", args=[document.pk])).status_code == 404
    assert document.subject in page(hoa, document)


def test_whoever_holds_the_code_is_told_what_stands_on_the_paper(world: World) -> None:
    document = course.issued(world)
    shown = text(Client().get(reverse("portal:document", args=[document.code])))
    assert "đang có hiệu lực" in shown
    assert "01/TB-UBND" in shown
    assert document.subject not in shown
    assert world.minh.full_name not in shown


def test_a_recalled_document_is_told_to_be_so(world: World) -> None:
    document = course.issued(world)
    recall(document.pk, reason="Ban hành nhầm", by=world.hoa, at=course.AFTER)
    shown = text(Client().get(reverse("portal:document", args=[document.code])))
    assert "đã bị thu hồi" in shown
    assert "Ban hành nhầm" not in shown


def test_a_code_that_nobody_was_given_and_a_draft_are_not_known(world: World) -> None:
    for code in ("khong-co-ma-nay", course.sealed(world).code):
        answer = Client().get(reverse("portal:document", args=[code]))
        assert answer.status_code == 404
        assert "Không có văn bản nào" in answer.content.decode()


def test_a_code_may_be_typed_with_blanks_and_capitals(world: World) -> None:
    document = course.issued(world)
    typed = " ".join((document.code[:4].upper(), document.code[4:]))
    answer = Client().get(reverse("portal:ask"), {"code": typed})
    assert answer.headers["Location"] == reverse("portal:document", args=[document.code])


@pytest.mark.parametrize("typed", ["ấ", "mã số 12ă", "a\u0302bc", "../admin", "abcd/efgh", "--"])
def test_a_code_with_letters_that_no_code_has_is_not_known(typed: str) -> None:
    answer = Client().get(reverse("portal:ask"), {"code": typed})
    assert answer.status_code == 404
    assert "Không có văn bản nào" in answer.content.decode()


def compared(document: OutgoingDocument, content: bytes) -> str:
    given = BytesIO(content)
    given.name = "van-ban.pdf"
    return text(Client().post(reverse("portal:document", args=[document.code]), {"content": given}))


def test_the_file_that_went_out_is_the_document_and_another_is_not(world: World) -> None:
    document = course.issued(world)
    kept = current(document)
    assert kept is not None
    OutgoingDocument.objects.filter(pk=document.pk).update(on_paper=False)
    right = content_of(kept)
    assert "Tệp bạn gửi đúng là văn bản điện tử đã ban hành, không bị thay đổi." in compared(document, right)
    for wrong in (right + b"\n", right[:-1], scan(2).read(), b"day khong phai pdf"):
        shown = compared(document, wrong)
        assert "Tệp bạn gửi KHÔNG phải văn bản điện tử đã ban hành với mã này" in shown
        assert "Tệp bạn gửi đúng là" not in shown


def test_a_document_signed_on_paper_has_no_file_that_is_it(world: World) -> None:
    document = course.issued(world)
    kept = current(document)
    assert kept is not None
    assert "KHÔNG phải" in compared(document, content_of(kept))
    assert "Thông tin trên phải trùng khớp với văn bản Ông/Bà đang giữ" in text(
        Client().get(reverse("portal:document", args=[document.code]))
    )


def test_the_rates_of_the_page_are_those_of_the_evidence_and_open_into_their_documents(
    world: World, signed_in: SignedIn
) -> None:
    both, person, nobody = (course.issued(world, subject=f"Việc {no}") for no in (1, 2, 3))
    found(both, "valid", "valid")
    found(person, "valid", "none")
    found(nobody, "none", "none")
    course.issued(world, subject="Việc mật", secrecy=Secrecy.SECRET)
    van, address = signed_in(world.van), {"list": "issued", "year": "2023"}

    page = text(van.get(reverse("desk:documents"), address))

    assert "66,67% (2/3)" in page
    assert "33,33% (1/3)" in page
    behind = text(van.get(reverse("desk:documents"), address | {"behind": "not-both"}))
    assert "Việc 1" not in behind
    assert "Việc 2" in behind
    assert "Việc 3" in behind
    assert "Việc mật" not in behind


def test_the_code_on_the_paper_leads_to_its_page(world: World) -> None:
    document = course.issued(world)
    pdf = pypdfium2.PdfDocument(content_of(document.files.filter(step="drafted")[0]))
    (code,) = zxingcpp.read_barcodes(pdf[0].render(scale=4).to_pil())
    assert code.text == f"{configured.PUBLIC_ADDRESS}{reverse('portal:document', args=[document.code])}"


def arranged(client: Client, act: str, **said: object) -> str:
    return text(client.post(reverse("desk:arrange", args=[act]), said, follow=True))


def test_the_head_has_another_sign_and_who_is_named_appears_in_the_draft(world: World, signed_in: SignedIn) -> None:
    hoa, today = signed_in(world.hoa), day(timezone.localdate())
    said = {"officer": world.van.pk, "title": "Phó Chủ tịch", "mode": "KT.", "from_on": today, "decided_on": today}
    assert "05/QĐ-UBND" in arranged(hoa, "delegate", **said, decision="05/QĐ-UBND")
    form = text(signed_in(world.minh).get(reverse("desk:document-new"), {"form": "notice"}))
    assert f'value="{world.van.pk}:KT."' in form


def test_an_authority_without_an_end_is_refused_beside_its_form(world: World, signed_in: SignedIn) -> None:
    today = day(timezone.localdate())
    said = {"officer": world.van.pk, "title": "Chánh Văn phòng", "mode": "TUQ.", "from_on": today, "decided_on": today}
    assert "phải có thời hạn" in arranged(signed_in(world.hoa), "delegate", **said, decision="05/QĐ-UBND")


def test_a_word_template_of_the_unit_asks_for_its_own_places(world: World, signed_in: SignedIn) -> None:
    file = word()
    file.seek(0)
    file.name = "mau.docx"
    shown = arranged(signed_in(world.van), "template", name="Giao việc", kind_code="decision", content=file)
    assert "giao_cho, han" in shown
    template = Template.objects.get()
    form = text(signed_in(world.minh).get(reverse("desk:document-new"), {"form": f"template-{template.pk}"}))
    assert "place-giao_cho" in form
    assert "place-nguoi_ky" not in form


def test_who_may_not_arrange_is_offered_nothing_and_refused(world: World, signed_in: SignedIn) -> None:
    lan = signed_in(world.lan)
    assert "Thêm mẫu Word" not in text(lan.get(reverse("desk:arrangements")))
    assert lan.post(reverse("desk:arrange", args=["letterhead"]), {}).status_code == 404


def test_a_draft_begun_on_a_dossiers_page_bears_its_code(world: World, signed_in: SignedIn) -> None:
    dossier = life.in_work(world)
    asked = {"form": "notice", "dossier": str(dossier.pk)}
    assert f'value="{dossier.code}"' in text(signed_in(world.minh).get(reverse("desk:document-new"), asked))
    nam = officer("son", "Đỗ Sơn", world.elsewhere, Role.SPECIALIST)
    assert dossier.code not in text(signed_in(nam).get(reverse("desk:document-new"), asked))


def test_a_draft_is_told_anew_from_what_it_says(world: World, signed_in: SignedIn) -> None:
    document, minh = course.drafted(world), signed_in(world.minh)
    form = text(minh.get(reverse("desk:document-redraft", args=[document.pk])))
    assert "Các tổ dân phố\nLưu: VT</textarea>" in form
    assert "Ủy ban nhân dân phường thông báo lịch tiếp công dân." in form


def test_a_dossiers_page_shows_its_documents_and_leads_to_the_next(world: World, signed_in: SignedIn) -> None:
    dossier, minh = life.in_work(world), signed_in(world.minh)
    document = course.issued(world, dossier_code=dossier.code)
    shown = text(minh.get(reverse("desk:dossier", args=[dossier.pk])))
    assert reverse("desk:document", args=[document.pk]) in shown
    assert f"{reverse('desk:document-new')}?unit={world.ward.pk}&amp;dossier={dossier.pk}" in shown
    assert reverse("desk:document-new") not in text(
        signed_in(world.lan).get(reverse("desk:dossier", args=[dossier.pk]))
    )


def test_the_picture_of_the_first_page_shows_the_stamps_in_its_fields(
    world: World, signed_in: SignedIn, settings: Settings, tmp_path: Path
) -> None:
    authority = trusted.authority(settings, tmp_path)
    document = trusted.signed_and_issued(world, authority, at=course.ISSUED)
    answer = signed_in(world.hoa).get(reverse("desk:document-preview", args=[document.pk]))
    seen = Image.open(BytesIO(answer.content)).convert("RGB")
    dots = [seen.getpixel((x, y)) for x in range(0, seen.width, 2) for y in range(seen.height // 5, seen.height // 2)]
    colours = {dot for dot in dots if isinstance(dot, tuple)}
    assert any(dot[0] - dot[1] > 60 for dot in colours)  # the seal, red
    assert any(dot[2] - dot[0] > 40 for dot in colours)  # the signature, blue
