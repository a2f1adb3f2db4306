"""The administrator's page of certificates."""

from datetime import timedelta
from io import BytesIO

from django.urls import reverse
from django.utils import timezone

from motcua.office.documents.models import Certificate
from motcua.signing.local.authority import Authority
from tests.web.conftest import SignedIn
from tests.web.reading import text
from tests.world import World


def test_a_certificate_is_registered_shown_to_the_head_and_retired(world: World, signed_in: SignedIn) -> None:
    since = timezone.now() - timedelta(days=1)
    der = Authority.root("CA thử", at=since).person("Lê Thị Hoà", "Phường 12", at=since).chain().certificate
    quan, page = signed_in(world.quan), reverse("desk:certificates")
    assert "Chưa đăng ký chứng thư nào" in text(quan.get(page))
    file = BytesIO(der)
    file.name = "hoa.cer"

    said = {"officer": world.hoa.pk, "content": file}
    shown = text(quan.post(reverse("desk:certify", args=["register"]), said, follow=True))

    kept = Certificate.objects.get()
    assert "Đã đăng ký" in shown and kept.serial in shown
    assert kept.serial in text(signed_in(world.hoa).get(reverse("desk:arrangements")))
    said = {"certificate": kept.pk, "reason": "Mất thiết bị"}
    assert "Mất thiết bị" in text(quan.post(reverse("desk:certify", args=["retire"]), said, follow=True))
    assert "Mất thiết bị" in text(signed_in(world.hoa).get(reverse("desk:arrangements")))


def test_what_is_no_certificate_is_refused_beside_its_form(world: World, signed_in: SignedIn) -> None:
    file = BytesIO(b"%PDF-1.7")
    file.name = "hoa.pdf"
    shown = text(signed_in(world.quan).post(reverse("desk:certify", args=["register"]), {"content": file}))
    assert "Chứng thư số không đọc được" in shown
    assert not Certificate.objects.exists()
