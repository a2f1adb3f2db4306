"""What everyone may set for themselves: the language of pages, the password."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from motcua.language import say
from motcua.office.people.accounts import change_password
from motcua.web.shared.account_forms import NewPasswordForm
from motcua.web.shared.officer import OfficerRequest, signed_in
from motcua.web.shared.sentences import PASSWORD_CHANGED

YEAR = 365 * 24 * 3600


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keeps the language in a cookie and goes back to the page."""
    back = request.POST.get("back", "")
    ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    answer = redirect(back if ours else resolve_url(settings.LOGIN_REDIRECT_URL))
    chosen = "en" if request.POST.get("language") == "en" else "vi"
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, chosen, max_age=YEAR, samesite="Lax", httponly=True, secure=settings.SECURE
    )
    return answer


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@signed_in
def password(request: OfficerRequest) -> HttpResponse:
    form = NewPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_password(request.user, form.cleaned_data["new_password1"], at=timezone.now())
        update_session_auth_hash(request, request.user)
        messages.success(request, say(PASSWORD_CHANGED))
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "shared/password.html", {"form": form})
