"""Addresses that anybody may open. A code in one is random and tells nothing by itself."""

from django.urls import path

from motcua.web.portal import genuine

app_name = "portal"
urlpatterns = [
    path("v/", genuine.asked, name="ask"),
    path("v/<slug:code>/", genuine.document, name="document"),
]
