"""Kinds of documents: the twenty-nine of decree 30/2020 and forms of letters, with the sign of each in a notation."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from motcua.language import Refusal, Words

UNKNOWN = Words(
    vi="Không có loại văn bản “{code}”; hãy chọn một loại trong danh sách.",
    en="There is no kind of document “{code}”; choose one of the list.",
)


@dataclass(frozen=True)
class Kind:
    """One kind. `sign` is empty where a notation names none, `of` where it is one of the twenty-nine itself.

    `result`: whether a document of this kind may be the result of a dossier.
    """

    code: str
    name: str
    sign: str = ""
    titled: bool = True
    sealed: bool = True
    of: str = ""
    result: bool = False


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its code, in the order of the decree, forms last."""
    data: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(
        files("motcua.office.documents").joinpath("data/kinds.yaml").read_text("utf-8")
    )
    return {code: Kind(code, **told) for code, told in (data["kinds"] | data["forms"]).items()}


def kind(code: str) -> Kind:
    """The kind of this code. Raises Refusal where there is none."""
    if (found := kinds().get(code)) is None:
        raise Refusal(UNKNOWN, code=code)
    return found
