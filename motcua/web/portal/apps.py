"""The face `portal`, what citizens and whoever was shown a paper see without signing in."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "motcua.web.portal"
    label = "portal"
