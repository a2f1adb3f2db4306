"""The queue of who signs and who seals: several documents at once, each with its first page beside it."""

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
from motcua.office.people import policy
from motcua.web.desk.documents.places import place
from motcua.web.desk.documents.reading import READ
from motcua.web.desk.place import Place
from motcua.web.shared.officer import OfficerRequest, may

AT_MOST = 50
NONE_TICKED = Words(vi="Chưa đánh dấu văn bản nào.", en="No document was ticked.")
SIGNED = Words(vi="Đã ký số {count} văn bản.", en="Signed {count} documents.")
SEALED = Words(vi="Đã ký số của cơ quan lên {count} văn bản.", en="Put the agency's signature on {count} documents.")
NOT_SIGNED = Words(vi="Chưa ký được {count} văn bản:", en="{count} documents were not signed:")
CODE_SENT = Words(
    vi="Đã yêu cầu dịch vụ ký gửi mã xác nhận tới người giữ khóa.",
    en="The signing service was asked to send the code to who holds the key.",
)
TITLES = {
    Capacity.PERSON: Words(vi="Chờ tôi ký", en="To be signed by me"),
    Capacity.AGENCY: Words(vi="Chờ ký số của cơ quan", en="To be sealed by the agency"),
}


@dataclass(frozen=True)
class Queue:
    """What one may sign in a capacity."""

    capacity: Capacity
    title: str
    lines: Sequence[tuple[OutgoingDocument, str]]


@may(READ)
@require_GET
def signing(request: OfficerRequest) -> HttpResponse:
    here = place(request)
    shown: dict[str, Any] = {
        "place": here, "queues": queues(request, here), "remote": remote.there(), "agent": settings.SIGNING_AGENT,
    }  # fmt: skip
    return render(request, "desk/signing.html", shown)


@may(READ)
@require_POST
def send_code(request: OfficerRequest) -> HttpResponse:
    """Has the signing service send its one-time code."""
    here, capacity = place(request), capacity_of(request)
    try:
        remote.key_of(request.user, capacity, here.unit).send_code()
        messages.success(request, say(CODE_SENT))
    except Refusal as reason:
        messages.error(request, str(reason))
    return back(here)


@may(READ)
@require_POST
def sign_remotely(request: OfficerRequest) -> HttpResponse:
    """Those ticked, by the signing service, with the code that was typed."""
    here, capacity, chosen = place(request), capacity_of(request), ticked(request)
    if not chosen:
        messages.error(request, say(NONE_TICKED))
        return back(here)
    code = request.POST.get("code", "").strip()
    try:
        told(request, capacity, remote.sign_all(
            chosen, capacity, here.unit, code, by=request.user, at=timezone.now()
        ))  # fmt: skip
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
        Queue(capacity, say(TITLES[capacity]), [(one, kind(one.kind).name) for one in waiting[:AT_MOST]])
        for capacity, waiting in found
    ]


def capacity_of(request: OfficerRequest) -> Capacity:
    """As whom one signs: as oneself unless the seal is named."""
    return Capacity.AGENCY if request.POST.get("capacity") == Capacity.AGENCY else Capacity.PERSON


def ticked(request: OfficerRequest) -> list[int]:
    """The documents ticked, of those that the officer may read; whether they may sign each the office asks itself."""
    asked = [int(one) for one in request.POST.getlist("document")[:AT_MOST] if one.isdecimal()]
    mine = readable(request.user, timezone.localdate())
    return list(mine.filter(pk__in=asked).order_by("approved_at", "pk").values_list("pk", flat=True))


def told(request: OfficerRequest, capacity: Capacity, found: Sequence[Asked | Refusal]) -> None:
    """How many were signed; why each other was not."""
    refused = [one for one in found if isinstance(one, Refusal)]
    if done := len(found) - len(refused):
        messages.success(request, say(SIGNED if capacity == Capacity.PERSON else SEALED, count=done))
    if refused:
        messages.error(request, say(NOT_SIGNED, count=len(refused)))
        for reason in dict.fromkeys(map(str, refused)):
            messages.error(request, reason)


def back(here: Place) -> HttpResponseRedirect:
    return redirect(f"{reverse('desk:signing')}?unit={here.unit.pk}")
