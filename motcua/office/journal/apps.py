"""The app of the journal."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "motcua.office.journal"
    label = "journal"
