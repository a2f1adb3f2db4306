"""Pages that lie upside down or on their side are found when a scan is read, and turned in the readable copy alone."""

from io import BytesIO
from typing import cast

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw

from motcua.office.records.judging import Page
from motcua.office.records.looking import said_of
from motcua.office.records.models import Reading
from motcua.office.records.pictures import joined
from motcua.office.records.store import opened, path_of
from motcua.office.records.working import work
from tests.office.records.scans import WORDS, picture
from tests.office.records.test_reading import NOW, kept

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DRAWN = 300  # strokes of the drawing


def of_pages(*pages: BytesIO) -> BytesIO:
    return BytesIO(cast(BytesIO, joined(pages).content).getvalue())


def drawing() -> BytesIO:
    """A sketch of a plot of land without a word: lines this way and that."""
    page, made = Image.new("L", (827, 1170), "white"), BytesIO()
    pen = ImageDraw.Draw(page)
    for no in range(DRAWN):
        x, y = no * 769 % 800, no * 1013 % 1150
        pen.line([(x, y), (x + no * 37 % 100 - 50, y + no * 53 % 100 - 50)], fill=0, width=2)
    page.save(made, "PNG", dpi=(100, 100))
    made.seek(0)
    return made


def test_pages_scanned_upside_down_are_turned_in_the_readable_copy_alone_and_short_or_drawn_ones_are_not() -> None:
    upright, drawn = picture(dpi=150, text=WORDS[:40]), drawing()
    file = kept(of_pages(picture(dpi=150, turned=180), picture(dpi=150, turned=90), upright, drawn))
    before = path_of(file.sha256).read_bytes()
    told: set[int] = set()

    def looked_at() -> bool:
        told.update(Reading.objects.values_list("pages_done", flat=True))
        return False

    work(lambda: NOW, looked_at)

    reading = Reading.objects.get(file=file)
    assert (reading.state, reading.turned) == ("done", [[1, 180], [2, 90]])
    assert reading.search_text.count("nguyen van duc") >= 2 * 4
    assert path_of(file.sha256).read_bytes() == before
    assert reading.result is not None
    with opened(reading.result) as made:
        sizes = [page.get_size() for page in pdfium.PdfDocument(made.read())]
    assert all(height > width for width, height in sizes)
    assert told & {1, 2, 3}


def test_what_was_turned_is_said_in_place_of_what_was_only_guessed() -> None:
    pages = [Page(200, blank=False, sideways=False), Page(200, blank=False, sideways=True)]

    assert [one[:20] for one in said_of(pages, {})] == ["Trang 2: có vẻ nằm n"]
    assert [one[:23] for one in said_of(pages, {1: 180, 2: 270})] == [
        "Trang 1: quét ngược đầu",
        "Trang 2: quét nằm ngang",
    ]
