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

from motcua.language import Refusal, Words, say
from motcua.office.documents.acts.asking import answer_many, ask_many
from motcua.office.documents.kinds import kind
from motcua.office.documents.models import SigningRequest
from motcua.signing.keys import Chain
from motcua.signing.raw import fingerprint
from motcua.signing.token.request import Item, Request, read_reply
from motcua.web.desk.documents.places import place
from motcua.web.desk.documents.queue import NONE_TICKED, back, capacity_of, ticked, told
from motcua.web.desk.documents.reading import READ
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
    here, chosen = place(request), ticked(request)
    if not chosen:
        messages.error(request, say(NONE_TICKED))
        return back(here)
    shown = {"place": here, "documents": chosen, "capacity": capacity_of(request), "agent": settings.SIGNING_AGENT}
    return render(request, "desk/signing_token.html", shown)


@may(READ)
@require_POST
def ask(request: OfficerRequest) -> HttpResponse:
    """Prepares those ticked for the certificate chosen; the page has the agent sign them."""
    here, capacity, now = place(request), capacity_of(request), timezone.now()
    try:
        chain = _chain(request.POST.get("certificate", ""))
    except Refusal as reason:
        messages.error(request, str(reason))
        return back(here)
    found = ask_many(ticked(request), capacity, chain, by=request.user, at=now)
    waiting = [one for one in found if isinstance(one, SigningRequest) and one.answered_at is None]
    told(request, capacity, [one for one in found if one not in waiting])
    if not waiting:
        return back(here)
    shown: dict[str, Any] = {
        "place": here, "capacity": capacity, "agent": settings.SIGNING_AGENT, "waiting": waiting,
        "request_json": _request(waiting, chain).json(), "certificate": request.POST["certificate"],
    }  # fmt: skip
    return render(request, "desk/signing_token.html", shown)


@may(READ)
@require_POST
def answer(request: OfficerRequest) -> HttpResponse:
    """The signatures that the agent made, each put into its document."""
    here, capacity = place(request), capacity_of(request)
    try:
        chain = _chain(request.POST.get("certificate", ""))
        asked = _waiting(request)
        if not asked:
            raise Refusal(REPLY)
        made = read_reply(request.POST.get("reply", ""), _request(asked, chain), chain.certificate)
    except Refusal as reason:
        messages.error(request, str(reason))
        return back(here)
    signatures = [(int(pk), signature) for pk, signature in made.items()]
    told(request, capacity, answer_many(signatures, by=request.user, at=timezone.now()))
    return back(here)


def _waiting(request: OfficerRequest) -> list[SigningRequest]:
    """The requests that the page named, of this officer alone, in the order in which they went out."""
    asked = [int(one) for one in request.POST.getlist("request") if one.isdecimal()]
    rows = {one.pk: one for one in SigningRequest.objects.filter(pk__in=asked, officer=request.user)}
    return [rows[pk] for pk in asked if pk in rows]


def _request(waiting: list[SigningRequest], chain: Chain) -> Request:
    """The same requests make the same request: its name follows from them."""
    items = tuple(Item(str(one.pk), _title(one), bytes(one.said)) for one in waiting)
    name = fingerprint(b"".join(one.said for one in items))
    return Request(name, fingerprint(chain.certificate), items)


def _title(asked: SigningRequest) -> str:
    document = asked.document
    return f"{kind(document.kind).name} {document}: {document.subject}"[:200]


def _chain(said: str) -> Chain:
    """The certificate that the page chose, with its issuers."""
    try:
        given = json.loads(said)
        issuers = tuple(b64decode(one, validate=True) for one in given["issuers"])
        return Chain(b64decode(given["certificate"], validate=True), issuers)
    except (KeyError, TypeError, ValueError) as unreadable:
        raise Refusal(NO_CERTIFICATE) from unreadable
