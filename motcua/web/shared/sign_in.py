"""Sign-in: the password, then a one-time code for those who sign or administer; and signing in again after a lock."""

import django_otp
import segno
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from motcua.office.people.accounts import confirm_code, prepare_code
from motcua.office.people.models import Officer
from motcua.web.shared.account_forms import CodeForm, PasswordForm
from motcua.web.shared.fields import attempted, refused
from motcua.web.shared.officer import OfficerRequest, needs_code, officer_of, signed_in, verified
from motcua.web.shared.resend import carried, resend_page
from motcua.web.shared.sentences import NO_SUCH_CODE, WRONG_PASSWORD

NEXT = "next"


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """The first step. Locked out after some wrong passwords (settings, axes)."""
    form = PasswordForm(request, data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _signed(request, form.get_user())
        request.session[NEXT] = _inside(request, request.POST.get(NEXT, ""))
        return _onward(request)
    wanted = request.POST.get(NEXT) or request.GET.get(NEXT, "")
    return render(request, "shared/sign_in.html", {"form": form, "wanted": wanted})


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def code(request: OfficerRequest) -> HttpResponse:
    """The second step, with a device that was set up before."""
    if not django_otp.user_has_device(request.user):
        return redirect("shared:code-setup")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if (device := django_otp.match_token(request.user, form.cleaned_data["code"])) is not None:
            django_otp.login(request, device)
            return _onward(request)
        refused(form, NO_SUCH_CODE)
    return render(request, "shared/code.html", {"form": form})


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def code_setup(request: OfficerRequest) -> HttpResponse:
    """Shows the key of a new device once, and takes it into use with its first right code."""
    if django_otp.user_has_device(request.user):
        return redirect("shared:code")
    device = TOTPDevice.objects.filter(user=request.user, confirmed=False).first() or prepare_code(request.user)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        confirmed = attempted(form, lambda: confirm_code(request.user, form.cleaned_data["code"]))
        if confirmed is not None:
            django_otp.login(request, confirmed)
            return _onward(request)
    picture = segno.make(device.config_url, error="m").svg_data_uri(scale=5, border=2)
    return render(request, "shared/code_setup.html", {"form": form, "picture": picture, "key": _key(device)})


@sensitive_post_parameters("password")
@never_cache
@require_POST
def unlock(request: HttpRequest) -> HttpResponse:
    """The password once more after a lock; what was on its way is then sent again by one button."""
    username, address = request.POST.get("username", ""), _inside(request, request.POST.get("address", ""))
    fields = [(name, value) for name, value in carried(request) if name not in ("username", "address")]
    officer = authenticate(request, username=username, password=request.POST.get("password", ""))
    if not isinstance(officer, Officer):
        told = {"username": username, "address": address, "fields": fields, "wrong": WRONG_PASSWORD}
        return render(request, "shared/locked.html", told, status=403)
    _signed(request, officer)
    if not fields:
        request.session[NEXT] = address
        return _onward(request)
    if needs_code(officer):
        request.session["resend"] = [address, fields]
        return redirect("shared:code")
    return resend_page(request, address, fields)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("shared:sign-in")


def _signed(request: HttpRequest, officer: Officer) -> None:
    login(request, officer, backend=settings.AUTHENTICATION_BACKENDS[-1])
    Officer.objects.filter(pk=officer.pk).update(last_seen_at=timezone.now())


def _onward(request: HttpRequest) -> HttpResponse:
    """To the code where one is owed, else to where the officer was going."""
    officer = officer_of(request)
    if officer is not None and not verified(request) and needs_code(officer):
        return redirect("shared:code")
    if "resend" in request.session:
        address, fields = request.session.pop("resend")
        return resend_page(request, address, fields)
    return redirect(request.session.pop(NEXT, "") or settings.LOGIN_REDIRECT_URL)


def _inside(request: HttpRequest, address: str) -> str:
    """The address where it is one of ours, else the start page."""
    if url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
        return address
    return resolve_url(settings.LOGIN_REDIRECT_URL)


def _key(device: TOTPDevice) -> str:
    """The key in groups of four, to be typed where no camera is at hand."""
    key = str(device.config_url).split("secret=")[1].split("&")[0]
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))
