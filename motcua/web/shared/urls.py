"""Addresses that all faces share."""

from django.urls import path

from motcua.web.shared import account, sign_in

app_name = "shared"
urlpatterns = [
    path("sign-in/", sign_in.password, name="sign-in"),
    path("sign-in/code/", sign_in.code, name="code"),
    path("sign-in/code/new/", sign_in.code_setup, name="code-setup"),
    path("sign-in/again/", sign_in.unlock, name="unlock"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("language/", account.language, name="language"),
    path("account/password/", account.password, name="password"),
]
