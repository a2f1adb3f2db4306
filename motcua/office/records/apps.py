"""The app of files."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "motcua.office.records"
    label = "records"
