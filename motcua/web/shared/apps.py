"""The face `shared`, so that its templates and static files are found."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "motcua.web.shared"
    label = "shared"
