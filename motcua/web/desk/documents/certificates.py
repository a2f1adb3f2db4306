"""With which certificates officers sign and units seal, for their administrators."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from motcua.language import Words, say
from motcua.office.documents.acts.certifying import confirm_certificate, register_certificate, retire_certificate
from motcua.office.documents.models import Certificate, SigningRequest
from motcua.office.people import policy
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import ADMINISTER
from motcua.web.desk.documents.arrangements import DONE, Arrangement, OfUnit
from motcua.web.desk.place import Place, place_of
from motcua.web.desk.reception_forms import text
from motcua.web.shared.fields import attempted, label, offer_rows
from motcua.web.shared.officer import OfficerRequest, may

FILE = Words(
    vi="Tệp .cer, .crt hoặc .pem của chứng thư (không phải tệp khóa).",
    en="The .cer, .crt or .pem file of the certificate (not that of a key).",
)


class RegisterForm(OfUnit):
    officer = forms.ModelChoiceField(
        Officer.objects.none(), label=label("Của ai", "Whose"), required=False,
        empty_label=label("Con dấu của đơn vị", "The seal of the unit"),
    )  # fmt: skip
    content = forms.FileField(
        label=label("Tệp chứng thư", "File of the certificate"),
        help_text=label(FILE.vi, FILE.en),
        widget=forms.FileInput(attrs={"accept": ".cer,.crt,.pem,.der"}),
    )

    def prepare(self) -> None:
        held = self.unit.positions.filter(policy.lasting(timezone.localdate()))
        there = Officer.objects.filter(positions__in=held, is_active=True)
        offer_rows(self, "officer", there.distinct().order_by("full_name"))


class ConfirmForm(OfUnit):
    certificate = forms.ModelChoiceField(Certificate.objects.none(), label=label("Chứng thư", "Certificate"))

    def prepare(self) -> None:
        offer_rows(self, "certificate", shown(self.unit).filter(confirmed_at=None, retired_at=None))


class RetireForm(OfUnit):
    certificate = forms.ModelChoiceField(Certificate.objects.none(), label=label("Chứng thư", "Certificate"))
    reason = text("Lý do", "Reason", 500, required=True)

    def prepare(self) -> None:
        offer_rows(self, "certificate", shown(self.unit).filter(retired_at=None))


ACTS = (
    Arrangement(
        "register", ADMINISTER, Words(vi="Đăng ký chứng thư", en="Register a certificate"), RegisterForm,
        lambda unit, said, by, at: register_certificate(unit, **said, by=by, at=at),
    ),
    Arrangement(
        "confirm", ADMINISTER, Words(vi="Xác nhận chứng thư đã dùng ký", en="Confirm one that was signed with"),
        ConfirmForm, lambda _, said, by, at: confirm_certificate(said["certificate"].pk, by=by, at=at),
    ),
    Arrangement(
        "retire", ADMINISTER, Words(vi="Thôi dùng chứng thư", en="Retire a certificate"), RetireForm,
        lambda _, said, by, at: retire_certificate(said["certificate"].pk, reason=said["reason"], by=by, at=at),
    ),
)  # fmt: skip
BY_NAME = {one.name: one for one in ACTS}


@may(ADMINISTER)
@require_GET
def certificates(request: OfficerRequest) -> HttpResponse:
    return _page(request, place_of(request, ADMINISTER, ()))


@may(ADMINISTER)
@require_POST
def certify(request: OfficerRequest, name: str) -> HttpResponse:
    if (tried := BY_NAME.get(name)) is None:
        raise Http404
    here = place_of(request, ADMINISTER, ())
    form = tried.form(request.POST, request.FILES, unit=here.unit)
    if form.is_valid():
        said = form.cleaned_data
        if attempted(form, lambda: tried.call(here.unit, said, request.user, timezone.now())) is not None:
            messages.success(request, say(DONE, act=say(tried.title)))
            return redirect(here.address("desk:certificates"))
    return _page(request, here, tried, form)


def shown(unit: Unit) -> "QuerySet[Certificate]":
    """Those registered in the unit, retired or ended too, and those that somebody signed with."""
    used = SigningRequest.objects.filter(certificate=OuterRef("fingerprint"), answered_at__isnull=False)
    rows = Certificate.objects.filter(Q(confirmed_at__isnull=False) | Exists(used), unit=unit)
    return rows.select_related("officer", "unit").order_by("officer__full_name", "-ends_at", "pk")


def _page(
    request: OfficerRequest, here: Place, tried: Arrangement | None = None, form: OfUnit | None = None
) -> HttpResponse:
    now = timezone.now()
    told: dict[str, Any] = {
        "place": here, "tried": tried,
        "acts": [(one, say(one.title), form if one is tried and form else one.form(unit=here.unit)) for one in ACTS],
        "certificates": [(one, one.ended(now)) for one in shown(here.unit)],
    }  # fmt: skip
    return render(request, "desk/certificates.html", told)
