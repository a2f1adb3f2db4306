"""Addresses: sign-in and errors of all faces, and the officers' desk."""

from django.urls import include, path

urlpatterns = [
    path("", include("motcua.web.shared.urls")),
    path("", include("motcua.web.desk.urls")),
]
handler400 = "motcua.web.shared.errors.bad_request"
handler403 = "motcua.web.shared.errors.not_allowed"
handler404 = "motcua.web.shared.errors.not_found"
handler500 = "motcua.web.shared.errors.failed"
