"""What the pages of a PDF look like, measured from the pages: resolution, nothing on it, lying on its side.

Runs as a process of its own (`looking` starts it): a page made to harm takes that process down and nothing else.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from motcua.office.records.apart import limited

MOST_PAGES = 300
MOST_PIXELS = 100_000_000  # of one picture: A3 at 600 dpi has 70 million
LOOKED_AT = 1000  # pixels of the longer edge: enough to see what is asked here
DARK = 160  # grey of 0 to 255: darker is ink
INK = 0.0004  # share of dark pixels on a page that says anything; dust is less
EDGE = 0.04  # of each side: the shadow of the lid is no ink
SIDEWAYS = 3.0  # lines of text show three times as clearly across as along


@dataclass(frozen=True)
class Page:
    """`dpi` is None where no picture fills the page: letters of a born PDF have no resolution."""

    dpi: int | None
    blank: bool
    sideways: bool


def pages(content: bytes) -> Iterator[Page]:
    """Each page of the PDF. Raises PdfiumError or ValueError where it cannot be shown as what it says it is."""
    document = pdfium.PdfDocument(content)
    if len(document) > MOST_PAGES:
        raise ValueError("too many pages")
    for page in document:
        dpi = _dpi(page)
        width, height = page.get_size()
        shown = page.render(scale=LOOKED_AT / max(width, height), grayscale=True).to_pil().convert("L")
        inside = shown.crop(_inside(shown))
        blank = sum(inside.histogram()[:DARK]) < INK * inside.width * inside.height
        yield Page(dpi, blank, not blank and _sideways(inside))


def _dpi(page: pdfium.PdfPage) -> int | None:
    """Of the picture that fills most of the page: pixels over the inches it is spread on, however it is turned."""
    width, height = page.get_size()
    found: list[tuple[float, int]] = []
    for image in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=4):
        across, down = image.get_px_size()
        if across * down > MOST_PIXELS:
            raise ValueError("a picture too large")
        left, bottom, right, top = image.get_bounds()
        spread = (right - left) * (top - bottom)
        if spread > 0:
            found.append((spread, round(72 * (across * down / spread) ** 0.5)))
    spread, dpi = max(found, default=(0.0, 0))
    return dpi if spread > width * height / 2 else None


def _inside(shown: Image.Image) -> tuple[int, int, int, int]:
    across, down = round(shown.width * EDGE), round(shown.height * EDGE)
    return across, down, max(shown.width - across, across + 1), max(shown.height - down, down + 1)


def _sideways(shown: Image.Image) -> bool:
    """Lines of text make dark and light stripes; on a page that lies on its side they stand upright."""
    along = _stripes(shown.resize((1, shown.height), Image.Resampling.BOX))
    across = _stripes(shown.resize((shown.width, 1), Image.Resampling.BOX))
    return across > SIDEWAYS * along


def _stripes(line: Image.Image) -> float:
    greys = line.tobytes()
    steps = [(after - before) ** 2 for before, after in pairwise(greys)]
    return sum(steps) / max(len(steps), 1)


if __name__ == "__main__":
    limited()
    json.dump([asdict(page) for page in pages(sys.stdin.buffer.read())], sys.stdout)
