"""The fast lane of certified copies: one screen, the keyboard alone, one act from reception to return."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from motcua.language import Refusal, Words, say
from motcua.office.dossiers import fees
from motcua.office.dossiers.acts.certification import Copies, certify
from motcua.office.dossiers.models import Dossier, PaymentChannel
from motcua.office.people.cards import read_card
from motcua.office.people.models import Officer, Role
from motcua.office.people.persons import Told, put_down
from motcua.office.people.policy import holders
from motcua.office.procedures.models import Version
from motcua.web.desk.offered import offered
from motcua.web.desk.reception_forms import text
from motcua.web.shared.fields import attempted, choices, label, offer_rows
from motcua.web.shared.officer import OfficerRequest, may, own_units

CERTIFY = "dossier.certify"
LAST = "certified"  # the last one, so that its slip can be printed while the next form is open already
DONE = Words(vi="Đã chứng thực: {code}, sổ số {book}.", en="Certified: {code}, book number {book}.")


class CopiesForm(forms.Form):
    """Who asks, which document, how often, who signs, how it is paid."""

    version = forms.ModelChoiceField(Version.objects.none(), label=label("Thủ tục", "Procedure"), empty_label=None)
    name = text("Họ tên, hoặc quét mã QR trên thẻ", "Name, or scan the QR of the card", 400, required=True)
    number = text("Số định danh", "Citizen number", 14, inputmode="numeric")
    document = text("Giấy tờ được sao", "Document", 300, required=True)
    copies = forms.IntegerField(label=label("Số bản", "Copies"), min_value=1, max_value=500, initial=1)
    pages = forms.IntegerField(label=label("Số trang mỗi bản", "Pages each"), min_value=1, max_value=2000, initial=1)
    signer = forms.ModelChoiceField(Officer.objects.none(), label=label("Người ký", "Signed by"), empty_label=None)
    channel = forms.TypedChoiceField(
        label=label("Thu tiền", "Paid by"), choices=choices(PaymentChannel), coerce=PaymentChannel,
        initial=PaymentChannel.CASH,
    )  # fmt: skip
    reference = text("Mã giao dịch", "Reference", 80)

    def __init__(self, *args: Any, versions: Any, signers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "version", versions)
        offer_rows(self, "signer", signers)

    def applicant(self) -> Told:
        return Told(self.cleaned_data["name"], self.cleaned_data["number"])


def _read_card(typed: QueryDict) -> tuple[QueryDict, str]:
    """What was typed with a scanned card put into its fields, and what is wrong with the card."""
    if "|" not in typed.get("name", ""):
        return typed, ""
    filled = typed.copy()
    try:
        card = read_card(str(typed["name"]))
    except Refusal as reason:
        return filled, str(reason)
    filled["name"], filled["number"] = card.name, card.number
    return filled, ""


@may(CERTIFY)
@require_http_methods(["GET", "POST"])
def certification(request: OfficerRequest) -> HttpResponse:
    """Sent and done; the same screen is ready for the next, with the slip of the last beside it."""
    at = timezone.now()
    on, unit = timezone.localdate(at), own_units(request.user, CERTIFY)[0]
    versions = offered(request.user, unit, on, CERTIFY).filter(special="certified_copy", immediate=True)
    signers = holders(unit, Role.HEAD, None, on)
    typed, wrong = _read_card(request.POST)
    form = CopiesForm(typed or None, versions=versions, signers=signers)
    form.fields["document" if typed.get("name") else "name"].widget.attrs["autofocus"] = True
    if wrong:
        form.add_error("name", wrong)
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in form.fields if name not in ("name", "number")}
        done = attempted(form, lambda: _certified(unit, form.applicant(), said, request, at))
        if done is not None:
            request.session[LAST] = done.pk
            number = done.result.number
            messages.success(request, say(DONE, code=done.code, book=number))
            return redirect("desk:certification")
    shown = {"form": form, "unit": unit, "last": _last(request), "fees": _fees(versions), "none": not versions.exists()}
    return render(request, "desk/certification.html", shown)


@transaction.atomic
def _certified(unit: Any, applicant: Told, said: dict[str, Any], request: OfficerRequest, at: Any) -> Dossier:
    return certify(Copies(unit=unit, applicant=put_down(applicant), **said), by=request.user, at=at)


def _last(request: OfficerRequest) -> Dossier | None:
    pk: int = request.session.get(LAST, 0)
    return Dossier.objects.filter(pk=pk).prefetch_related("slips").select_related("certification").first()


def _fees(versions: Any) -> list[tuple[int, int]]:
    """Pages and the fee of one copy of so many, for the table beside the form."""
    first = versions.prefetch_related("fees").first()
    if first is None:
        return []
    costs = [(pages, sum(cost for _, cost in fees.of_copies(first.fees.all(), 1, pages))) for pages in (1, 2, 3, 5, 10)]
    return [(pages, cost) for pages, cost in costs if cost]
