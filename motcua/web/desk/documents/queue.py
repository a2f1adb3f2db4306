"""The queue of who signs and who seals: several documents or digital copies at once, each to be looked at before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from motcua.language import Refusal, Words, say
from motcua.office.documents import remote
from motcua.office.documents.kinds import kind
from motcua.office.documents.models import Asked, Capacity, OutgoingDocument
from motcua.office.documents.reading import readable
from motcua.office.dossiers.models import DigitalCopy
from motcua.office.people import policy
from motcua.office.people.models import Unit
from motcua.web.desk.copies import warned_of
from motcua.web.desk.documents.places import place
from motcua.web.desk.documents.reading import READ
from motcua.web.desk.documents.signable import AT_MOST, KINDS, OF_COPIES, OF_DOCUMENTS, Kind, copies_waiting
from motcua.web.desk.place import Place
from motcua.web.shared.officer import OfficerRequest, may

NONE_TICKED = Words(vi="Chưa đánh dấu dòng nào.", en="Nothing was ticked.")
NOT_COMPARED = Words(
    vi="Chữ ký của bạn là xác nhận đã đối chiếu; hãy đối chiếu từng bản với bản giấy rồi đánh dấu xác nhận.",
    en="Your signature says that you compared them; compare each with its paper, then tick that you did.",
)
MIXED = Words(
    vi="Các mục đã chọn mang con dấu của nhiều cơ quan ({units}); hãy chọn và ký của từng cơ quan một.",
    en="What was ticked bears the seals of several agencies ({units}); tick and sign those of one at a time.",
)
CODE_SENT = Words(
    vi="Đã yêu cầu dịch vụ ký gửi mã xác nhận tới người giữ khóa.",
    en="The signing service was asked to send the code to who holds the key.",
)
TITLES = {
    Capacity.PERSON: Words(vi="Chờ tôi ký", en="To be signed by me"),
    Capacity.AGENCY: Words(vi="Chờ ký số của cơ quan", en="To be sealed by the agency"),
}
COPIES = {
    Capacity.PERSON: Words(vi="Bản số hóa chờ tôi đối chiếu, ký số", en="Digital copies to be compared and signed"),
    Capacity.AGENCY: Words(vi="Bản số hóa chờ ký số của cơ quan", en="Digital copies to be sealed by the agency"),
}


@dataclass(frozen=True)
class Queue:
    """What one may sign in a capacity. `lines`: documents, each with the name of its kind; `copies`: with warnings."""

    kind: Kind
    capacity: Capacity
    title: str
    lines: Sequence[tuple[OutgoingDocument, str]] = ()
    copies: Sequence[tuple[DigitalCopy, Sequence[str]]] = ()

    @property
    def name(self) -> str:
        return f"{self.kind.name}-{self.capacity}"

    @property
    def count(self) -> int:
        return len(self.lines) + len(self.copies)

    @property
    def compares(self) -> bool:
        return self.kind.compared and self.capacity == Capacity.PERSON


@may(READ)
@require_GET
def signing(request: OfficerRequest) -> HttpResponse:
    here = place(request)
    dossier = request.GET.get("dossier", "")
    asked = int(dossier) if dossier.isdecimal() else None
    found = [*queues(request, here), *queues_of_copies(request, here, asked)]
    shown: dict[str, Any] = {
        "place": here, "queues": [one for one in found if asked is None or one.copies], "dossier": asked,
        "remote": remote.there(), "agent": settings.SIGNING_AGENT,
    }  # fmt: skip
    return render(request, "desk/signing.html", shown)


@may(READ)
@require_POST
def send_code(request: OfficerRequest) -> HttpResponse:
    """Has the signing service send its one-time code."""
    here, capacity, kind_ = place(request), capacity_of(request), kind_of(request)
    try:
        unit = signed_by(kind_, seen(request, kind_), capacity, here)
        remote.send_code(request.user, capacity, unit, timezone.now())
        messages.success(request, say(CODE_SENT))
    except Refusal as reason:
        messages.error(request, str(reason))
    return back(here)


@may(READ)
@require_POST
def sign_remotely(request: OfficerRequest) -> HttpResponse:
    """Those ticked, by the signing service, with the code that was typed."""
    here, capacity, kind_ = place(request), capacity_of(request), kind_of(request)
    code, now = request.POST.get("code", "").strip(), timezone.now()
    try:
        chosen = ticked(request)
        unit = signed_by(kind_, chosen, capacity, here)
        found = remote.sign_all(chosen, capacity, unit, code, by=request.user, at=now, asking=kind_.asking)
        told(request, capacity, found)
    except Refusal as reason:
        messages.error(request, str(reason))
    return back(here)


def queues(request: OfficerRequest, here: Place) -> list[Queue]:
    """What waits for this officer in this unit, the oldest first."""
    rows = readable(request.user, here.on).filter(unit=here.unit, recalled_at=None, on_paper=False)
    mine = rows.filter(signer=request.user, approved_at__isnull=False, signed_at=None)
    found = [(Capacity.PERSON, mine.order_by("approved_at", "pk"))]
    if policy.may(request.user, "document.seal", here.unit, None, here.on):
        to_seal = rows.filter(numbered_at__isnull=False, sealed_at=None, issued_at=None, needs_seal=True)
        found.append((Capacity.AGENCY, to_seal.order_by("numbered_at", "pk")))
    return [
        Queue(OF_DOCUMENTS, capacity, say(TITLES[capacity]), [(one, kind(one.kind).name) for one in waiting[:AT_MOST]])
        for capacity, waiting in found
    ]


def queues_of_copies(request: OfficerRequest, here: Place, dossier: int | None) -> list[Queue]:
    """Digital copies that wait, of one dossier or of all; a heap that is empty is not shown."""
    found = copies_waiting(request.user, here.unit, here.on, dossier)
    heaps = [(capacity, warned_of(rows[:AT_MOST])) for capacity, rows in found.items()]
    return [Queue(OF_COPIES, one, say(COPIES[one]), copies=copies) for one, copies in heaps if copies]


def capacity_of(request: OfficerRequest) -> Capacity:
    """As whom one signs: as oneself unless the seal is named."""
    return Capacity.AGENCY if request.POST.get("capacity") == Capacity.AGENCY else Capacity.PERSON


def kind_of(request: OfficerRequest) -> Kind:
    """What is signed: documents unless copies are named."""
    return KINDS.get(request.POST.get("of", ""), OF_DOCUMENTS)


def ticked(request: OfficerRequest) -> list[int]:
    """What was ticked, of what the officer may read; whether they may sign each the office asks itself.

    Raises Refusal where nothing was, or where whoever signs copies did not say that they compared them.
    """
    kind_ = kind_of(request)
    found = seen(request, kind_)
    if not found:
        raise Refusal(NONE_TICKED)
    if kind_.compared and capacity_of(request) == Capacity.PERSON and not request.POST.get("compared"):
        raise Refusal(NOT_COMPARED)
    return found


def seen(request: OfficerRequest, kind_: Kind) -> list[int]:
    """What was ticked, of what the officer may read."""
    asked = [int(one) for one in request.POST.getlist("ticked")[:AT_MOST] if one.isdecimal()]
    return kind_.seen(request.user, timezone.localdate(), asked)


def signed_by(kind_: Kind, chosen: Sequence[int], capacity: Capacity, here: Place) -> Unit:
    """The unit whose seal goes on what was ticked, that of the page where nothing was yet.

    Raises Refusal where it is more than one unit's: each has its own key.
    """
    units = kind_.units(chosen) if capacity == Capacity.AGENCY and chosen else [here.unit]
    if len(units) != 1:
        raise Refusal(MIXED, units=", ".join(unit.name for unit in units))
    return units[0]


def told(request: OfficerRequest, capacity: Capacity, found: Sequence[Asked | Refusal]) -> None:
    """How many were signed; why each other was not."""
    kind_, refused = kind_of(request), [one for one in found if isinstance(one, Refusal)]
    if done := len(found) - len(refused):
        messages.success(request, say(kind_.done[capacity], count=done))
    if refused:
        messages.error(request, say(kind_.not_done, count=len(refused)))
        for reason in dict.fromkeys(map(str, refused)):
            messages.error(request, reason)


def back(here: Place) -> HttpResponseRedirect:
    return redirect(f"{reverse('desk:signing')}?unit={here.unit.pk}")
