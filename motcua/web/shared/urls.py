"""Addresses that all faces share."""

from django.urls import URLPattern

app_name = "shared"
urlpatterns: list[URLPattern] = []
