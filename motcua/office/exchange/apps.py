"""The app of what goes out to others."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "motcua.office.exchange"
    label = "exchange"
