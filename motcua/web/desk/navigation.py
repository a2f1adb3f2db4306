"""The pages of the desk that an officer may open, in the order of a working day."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.people.policy import ADMINISTER, terms
from motcua.web.shared.officer import officer_of

PLACES = (
    ("desk:work", "dossier.read", Words(vi="Việc của tôi", en="My work")),
    ("desk:reception", "dossier.receive", Words(vi="Tiếp nhận", en="Reception")),
    ("desk:certification", "dossier.certify", Words(vi="Chứng thực", en="Certification")),
    ("desk:search", "dossier.read", Words(vi="Tìm hồ sơ", en="Search")),
    ("desk:documents", "document.read", Words(vi="Văn bản", en="Documents")),
    ("desk:officers", ADMINISTER, Words(vi="Cán bộ", en="Officers")),
    ("desk:units", ADMINISTER, Words(vi="Đơn vị", en="Units")),
    ("desk:certificates", ADMINISTER, Words(vi="Chứng thư số", en="Certificates")),
    ("desk:procedures", "procedure.read", Words(vi="Thủ tục", en="Procedures")),
    ("desk:books", "report.read", Words(vi="Sổ, báo cáo", en="Books")),
)


@dataclass(frozen=True)
class Item:
    address: str
    name: str
    here: bool


def navigation(request: HttpRequest) -> dict[str, object]:
    """For templates: asked only by pages that show it."""
    return {"navigation": lambda: items(request)}


def items(request: HttpRequest) -> list[Item]:
    """The pages of whoever is signed in, none for nobody."""
    officer = officer_of(request)
    if officer is None:
        return []
    today, here = timezone.localdate(), request.resolver_match
    view = here.view_name if here else ""
    return [Item(reverse(name), say(words), view == name) for name, act, words in PLACES if terms(officer, act, today)]
