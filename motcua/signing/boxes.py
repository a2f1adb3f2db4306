"""Places on the pages of a PDF, in points from the lower left corner."""

from dataclasses import dataclass

from motcua.signing.update import opened

_ATTACHED = (170.0, 34.0)
_EDGE = 20.0
_COVERED = 1 / 3


@dataclass(frozen=True)
class Box:
    """A rectangle on a page; pages are counted from 0, lengths are points, the origin is the lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


def beside(person: Box, *, size: float = 102.0) -> Box:
    """Where the agency's seal goes: it covers a third of the person's signature, on its left. 102 points are 36 mm."""
    right = person.left + person.width * _COVERED
    middle = (person.bottom + person.top) / 2
    return Box(person.page, right - size, middle - size / 2, right, middle + size / 2)


def top_right(pdf: bytes) -> Box:
    """Where an attached file says to which document it belongs: top right of its first page."""
    page = opened(pdf).page(0).get_object()
    while "/MediaBox" not in page:
        page = page["/Parent"]
    _left, _bottom, right, top = (float(side) for side in page["/MediaBox"])
    width, height = _ATTACHED
    return Box(0, right - _EDGE - width, top - _EDGE - height, right - _EDGE, top - _EDGE)
