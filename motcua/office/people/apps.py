"""The app of units, officers and persons."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "motcua.office.people"
    label = "people"
