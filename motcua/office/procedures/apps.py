"""The app of procedures."""

from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "motcua.office.procedures"
    label = "procedures"
