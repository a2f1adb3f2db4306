"""What the fields of administrative reform are called on a day."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def _eras() -> tuple[tuple[date, Mapping[str, str]], ...]:
    text = files("motcua.law").joinpath("data/domains.yaml").read_text("utf-8")
    eras: Mapping[date, Mapping[str, Any]] = yaml.safe_load(text)["domain_names"]
    return tuple((since, era["names"]) for since, era in sorted(eras.items()))


def domain_names(on: date) -> Mapping[str, str]:
    """Vietnamese names of the fields by their English key, in the order of a notice; before the first era its names."""
    names = _eras()[0][1]
    for since, era in _eras():
        if since <= on:
            names = era
    return names
