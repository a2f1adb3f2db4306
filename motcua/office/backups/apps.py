"""The app of backups: commands only."""

from django.apps import AppConfig


class BackupsConfig(AppConfig):
    name = "motcua.office.backups"
    label = "backups"
