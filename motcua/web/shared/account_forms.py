"""Forms of sign-in and account."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils import timezone

from motcua.language import say
from motcua.office.people.models import Officer
from motcua.web.shared.fields import label
from motcua.web.shared.sentences import IDLE, SAME_PASSWORD, WRONG_PASSWORD


class PasswordForm(AuthenticationForm):
    """The first step of sign-in."""

    username = forms.CharField(
        label=label("Tên đăng nhập", "User name"), max_length=60,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "username", "autocapitalize": "none"}),
    )  # fmt: skip
    password = forms.CharField(
        label=label("Mật khẩu", "Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def get_invalid_login_error(self) -> forms.ValidationError:
        return forms.ValidationError(say(WRONG_PASSWORD), code="invalid_login")

    def confirm_login_allowed(self, user: Officer) -> None:
        super().confirm_login_allowed(user)
        seen = user.last_seen_at
        if seen is not None and timezone.now() - seen > timedelta(days=settings.IDLE_ACCOUNT_DAYS):
            raise forms.ValidationError(say(IDLE, days=settings.IDLE_ACCOUNT_DAYS), code="idle")


class CodeForm(forms.Form):
    """Six digits from the phone."""

    code = forms.RegexField(
        r"^\s*\d{3}\s?\d{3}\s*$", label=label("Mã 6 số", "6-digit code"),
        error_messages={"invalid": label("Mã gồm 6 chữ số.", "The code has 6 digits.")},
        widget=forms.TextInput(attrs={"autofocus": True, "inputmode": "numeric", "autocomplete": "one-time-code"}),
    )  # fmt: skip

    def clean_code(self) -> str:
        return "".join(str(self.cleaned_data["code"]).split())


class NewPasswordForm(PasswordChangeForm):
    """The old password, the new one twice, another than the old."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["old_password"].label = label("Mật khẩu đang dùng", "Present password")
        self.fields["new_password1"].label = label("Mật khẩu mới", "New password")
        self.fields["new_password2"].label = label("Mật khẩu mới, gõ lại", "New password, again")
        self.fields["new_password1"].help_text = label(
            "Ít nhất 14 ký tự, không giống tên của bạn, không phải mật khẩu thường gặp.",
            "At least 14 characters, unlike your name, not a common password.",
        )

    def clean_new_password2(self) -> str:
        new = str(self.cleaned_data["new_password2"])
        if new == self.cleaned_data.get("old_password"):
            raise forms.ValidationError(say(SAME_PASSWORD))
        return new
