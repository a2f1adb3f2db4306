"""Addresses: sign-in and errors of all faces, the officers' desk, what anybody may open."""

from django.urls import include, path

urlpatterns = [
    path("", include("motcua.web.shared.urls")),
    path("", include("motcua.web.desk.urls")),
    path("", include("motcua.web.portal.urls")),
]
handler400 = "motcua.web.shared.errors.bad_request"
handler403 = "motcua.web.shared.errors.not_allowed"
handler404 = "motcua.web.shared.errors.not_found"
handler500 = "motcua.web.shared.errors.failed"
