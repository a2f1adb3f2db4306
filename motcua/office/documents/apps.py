"""The app of what the office writes."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "motcua.office.documents"
    label = "documents"
