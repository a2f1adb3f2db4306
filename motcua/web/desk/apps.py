"""The face `desk`, so that its templates and static files are found."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "motcua.web.desk"
    label = "desk"
