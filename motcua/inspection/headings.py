"""Vietnamese headings of the further columns that rules show in the evidence workbook."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from motcua.evidence.readers import label
from motcua.evidence.tables import CONTRACT

TIME = " (giờ)"


def shown_heading(population: str, name: str) -> str:
    """The heading of a shown column: as the project words it, else the label of the population's own column.

    Raises KeyError for a column that neither names.
    """
    if name in _worded():
        return _worded()[name]
    column = name.removesuffix("_on").removesuffix("_at")
    if column in CONTRACT[population].columns:
        return label(population, column) + (TIME if name.endswith("_at") else "")
    return label(population, name)


@cache
def _worded() -> Mapping[str, str]:
    text = files("motcua.inspection").joinpath("data/shown.yaml").read_text("utf-8")
    words: Mapping[str, str] = yaml.safe_load(text)
    return words
