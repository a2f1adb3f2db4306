"""Places on the pages of a PDF, in points from the lower left corner."""

from dataclasses import dataclass

from motcua.signing.update import opened

_ATTACHED = (170.0, 34.0)
_EDGE = 20.0


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


def top_right(pdf: bytes) -> Box:
    """Where an attached file says to which document it belongs: top right of its first page."""
    page = opened(pdf).page(0).get_object()
    while "/MediaBox" not in page:
        page = page["/Parent"]
    _left, _bottom, right, top = (float(side) for side in page["/MediaBox"])
    width, height = _ATTACHED
    return Box(0, right - _EDGE - width, top - _EDGE - height, right - _EDGE, top - _EDGE)
