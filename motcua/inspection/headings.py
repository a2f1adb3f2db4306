"""Vietnamese headings of the further columns that rules show in the evidence workbook."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from motcua.evidence.readers import label
from motcua.evidence.tables import CONTRACT

TIME = " (giờ)"


def shown_heading(population: str, name: str) -> str:
    """The heading of a shown column: the label of the population's own column, else as the project words it.

    Raises KeyError for a column that neither names in Vietnamese.
    """
    of_moment = name.removesuffix("_on").removesuffix("_at")
    column = name if name in CONTRACT[population].columns else of_moment
    heading = label(population, column)
    if heading == column.replace("_", " "):  # what a label falls back to
        return _worded()[name]
    return heading + (TIME if name.endswith("_at") else "")


@cache
def _worded() -> Mapping[str, str]:
    text = files("motcua.inspection").joinpath("data/shown.yaml").read_text("utf-8")
    words: Mapping[str, str] = yaml.safe_load(text)
    return words
