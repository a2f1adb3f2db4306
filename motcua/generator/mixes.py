"""Shares and sizes that make a generated province believable, read from data/mixes.yaml."""

from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import yaml

from motcua.generator.columns import Floats


@cache
def mixes() -> dict[str, Any]:
    text = files("motcua.generator").joinpath("data/mixes.yaml").read_text("utf-8")
    content: dict[str, Any] = yaml.safe_load(text)
    return content


def drawn_between(rng: np.random.Generator, quartiles: dict[str, Any], size: int) -> Floats:
    """Values whose least, quartiles and most are those of the mix; in between they are spread evenly."""
    knots = [quartiles["least"], *quartiles["quartiles"], quartiles["most"]]
    return np.asarray(np.interp(rng.random(size), np.linspace(0, 1, len(knots)), knots))
