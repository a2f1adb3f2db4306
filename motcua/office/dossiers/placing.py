"""Where and how a digital copy shows its signatures: a choice of ours, no form that a decree sets.

Small lines at the top right of the first page, where a file attached to a document bears its signature: above the
agency's, under it that of who compared the copy. The name and the moment, no picture.
"""

from motcua.office.documents.letterheads import named
from motcua.office.documents.models import Capacity
from motcua.office.people.models import Officer, Unit
from motcua.printing import Place
from motcua.signing.boxes import top_right

GAP = 2.0  # points
COMPARED_BY = "Đã đối chiếu với bản giấy: {name}"  # part of the file, whose language it speaks


def places(pdf: bytes) -> dict[str, Place]:
    """As the engine names them. Raises Refusal where the PDF cannot be opened."""
    seal = top_right(pdf)
    below = seal.height + GAP
    return {
        "seal": Place(1, seal.left, seal.bottom, seal.right, seal.top),
        "signature": Place(1, seal.left, seal.bottom - below, seal.right, seal.top - below),
    }


def says(capacity: Capacity, officer: Officer, unit: Unit) -> str:
    """What the line says that the officer's signature, or the seal of the unit, looks like."""
    return COMPARED_BY.format(name=officer.full_name) if capacity == Capacity.PERSON else named(unit).agency
