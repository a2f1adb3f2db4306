"""Where on a set document something is put afterwards: number, date, signature, seal."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from motcua.printing import lines
from motcua.printing.typst import queried

_POINTS_PER_MM = 72 / 25.4
SEAL_MM = 36  # as wide as the seal of an agency is
COVERED = 1 / 3  # of the signature, on its left


@dataclass(frozen=True)
class Place:
    """A box on a page, in points from the lower left corner. Pages count from 1."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


def places(template: Path, data: Mapping[str, object]) -> dict[str, Place]:
    """The gaps that the template tells of, by name, and where the seal goes beside the signature."""
    corners: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    for told in queried(template, data, "place"):
        corners[told["name"]].append(_corner(told["at"]))
    found = {name: _place(both) for name, both in corners.items()}
    if "signature" in found:
        found["seal"] = seal_beside(found["signature"])
    return found


def seal_beside(signature: Place) -> Place:
    """The seal in its real size, covering a third of the signature from its left."""
    side = SEAL_MM * _POINTS_PER_MM
    right = signature.left + (signature.right - signature.left) * COVERED
    middle = (signature.bottom + signature.top) / 2
    return Place(signature.page, right - side, middle - side / 2, right, middle + side / 2)


def _corner(at: Mapping[str, Any]) -> tuple[int, float, float]:
    return int(at["page"]), float(at["x"].removesuffix("pt")), float(at["y"].removesuffix("pt"))


def _place(corners: list[tuple[int, float, float]]) -> Place:
    """Upright pages alone hold gaps."""
    (page, left, above), (_, right, below) = corners[:2]
    height = lines.PAGE_MM[1] * _POINTS_PER_MM
    return Place(page, left, height - below, right, height - above)
