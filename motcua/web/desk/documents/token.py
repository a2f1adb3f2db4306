"""Signing with a token beside the officer: choose a certificate, what is to be signed goes out, the reply comes back.

The agent on the officer's computer is asked by a script of ours; the server never sees key or PIN.
"""

import json
from base64 import b64decode
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from motcua.language import Refusal, Words
from motcua.office.documents.models import Asked
from motcua.signing.keys import Chain
from motcua.signing.raw import fingerprint
from motcua.signing.token.request import Item, Request, read_reply
from motcua.web.desk.documents.places import place
from motcua.web.desk.documents.queue import back, capacity_of, kind_of, ticked, told
from motcua.web.desk.documents.reading import READ
from motcua.web.desk.documents.signable import Kind
from motcua.web.shared.officer import OfficerRequest, may

NO_CERTIFICATE = Words(
    vi="Chưa chọn được chứng thư số trên thiết bị; hãy chọn lại.",
    en="No certificate of the token was chosen; choose again.",
)
REPLY = Words(
    vi="Phản hồi của phần mềm ký không đúng; hãy ký lại từ đầu.",
    en="The reply of the signing agent cannot be read; sign again from the beginning.",
)


@may(READ)
@require_POST
def choose(request: OfficerRequest) -> HttpResponse:
    """Which certificate of the token; the list comes from the agent."""
    here, kind = place(request), kind_of(request)
    try:
        chosen = ticked(request)
    except Refusal as reason:
        messages.error(request, str(reason))
        return back(here)
    shown = {
        "place": here, "chosen": chosen, "kind": kind, "capacity": capacity_of(request),
        "agent": settings.SIGNING_AGENT,
    }  # fmt: skip
    return render(request, "desk/signing_token.html", shown)


@may(READ)
@require_POST
def ask(request: OfficerRequest) -> HttpResponse:
    """Prepares those ticked for the certificate chosen; the page has the agent sign them."""
    here, capacity, kind = place(request), capacity_of(request), kind_of(request)
    try:
        chosen, chain = ticked(request), _chain(request.POST.get("certificate", ""))
    except Refusal as reason:
        messages.error(request, str(reason))
        return back(here)
    found = kind.asking.ask(chosen, capacity, chain, by=request.user, at=timezone.now())
    waiting = [one for one in found if isinstance(one, Asked) and one.answered_at is None]
    told(request, capacity, [one for one in found if one not in waiting])
    if not waiting:
        return back(here)
    shown: dict[str, Any] = {
        "place": here, "kind": kind, "capacity": capacity, "agent": settings.SIGNING_AGENT,
        "waiting": [(one.pk, kind.title(one)) for one in waiting],
        "request_json": _request(kind, waiting, chain).json(), "certificate": request.POST["certificate"],
    }  # fmt: skip
    return render(request, "desk/signing_token.html", shown)


@may(READ)
@require_POST
def answer(request: OfficerRequest) -> HttpResponse:
    """The signatures that the agent made, each put into its file."""
    here, capacity, kind = place(request), capacity_of(request), kind_of(request)
    try:
        chain = _chain(request.POST.get("certificate", ""))
        asked = _waiting(request, kind)
        if not asked:
            raise Refusal(REPLY)
        made = read_reply(request.POST.get("reply", ""), _request(kind, asked, chain), chain.certificate)
    except Refusal as reason:
        messages.error(request, str(reason))
        return back(here)
    signatures = [(int(pk), signature) for pk, signature in made.items()]
    told(request, capacity, kind.asking.answer(signatures, by=request.user, at=timezone.now()))
    return back(here)


def _waiting(request: OfficerRequest, kind: Kind) -> list[Asked]:
    """The requests that the page named, of this officer alone, in the order in which they went out."""
    asked = [int(one) for one in request.POST.getlist("request") if one.isdecimal()]
    rows = kind.requests(request.user, asked)
    return [rows[pk] for pk in asked if pk in rows]


def _request(kind: Kind, waiting: list[Asked], chain: Chain) -> Request:
    """The same requests make the same request: its name follows from them."""
    items = tuple(Item(str(one.pk), kind.title(one), bytes(one.said)) for one in waiting)
    name = fingerprint(b"".join(one.said for one in items))
    return Request(name, fingerprint(chain.certificate), items)


def _chain(said: str) -> Chain:
    """The certificate that the page chose, with its issuers."""
    try:
        given = json.loads(said)
        issuers = tuple(b64decode(one, validate=True) for one in given["issuers"])
        return Chain(b64decode(given["certificate"], validate=True), issuers)
    except (KeyError, TypeError, ValueError) as unreadable:
        raise Refusal(NO_CERTIFICATE) from unreadable
