"""Pictures laid on pages of PDF, by a process of its own: a small file may unfold to a gigabyte."""

import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import accumulate

import img2pdf
from PIL import Image

from motcua.office.records.apart import limited, told_by

MOST_PIXELS = 60_000_000  # A4 at 600 dpi has 35 million
DPI = (100, 1200)  # what a picture may say of itself; else it is laid on a page of A4
A4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))
HEAD = 8  # bytes before each page: its length, 0 where the picture is broken
FAST = 1  # how hard a picture that is drawn anew is packed


def pages_of(pictures: Sequence[bytes]) -> list[bytes]:
    """A PDF of each in order, empty for one that is broken; the first that is too large ends the list."""
    lengths = [str(len(one)) for one in pictures]
    told, _ = told_by("motcua.office.records.paging", b"".join(pictures), *lengths)
    return list(_split(told)) if pictures else []


def _split(told: bytes) -> Iterator[bytes]:
    at = 0
    while at + HEAD <= len(told):
        after = at + HEAD + int.from_bytes(told[at : at + HEAD])
        if after <= len(told):
            yield told[at + HEAD : after]
        at = after


def _page(picture: bytes) -> bytes:
    """The picture as it is on a page: as large as it says, or on A4 where it says nothing that can be.

    Raises MemoryError where it has too many pixels: asked before any is read.
    """
    with Image.open(BytesIO(picture), formats=["JPEG", "PNG"]) as shown:
        if shown.width * shown.height > MOST_PIXELS:
            raise MemoryError
        shown.load()
        dpi = shown.info.get("dpi", (0, 0))[0]
        if "A" in shown.getbands() or "transparency" in shown.info:
            picture = _on_white(shown)
    fits = img2pdf.get_layout_fun(A4, None, None, img2pdf.FitMode.into, True)
    layout = img2pdf.default_layout_fun if DPI[0] <= dpi <= DPI[1] else fits
    return bytes(img2pdf.convert(picture, layout_fun=layout, nodate=True, rotation=img2pdf.Rotation.ifvalid))


def _on_white(shown: Image.Image) -> bytes:
    """What is transparent is paper."""
    drawn, made = shown.convert("RGBA"), BytesIO()
    paper = Image.new("RGB", drawn.size, "white")
    paper.paste(drawn, mask=drawn.getchannel("A"))
    paper.save(made, "PNG", dpi=shown.info.get("dpi", (0, 0)), compress_level=FAST)
    return made.getvalue()


def _told(content: bytes, lengths: Sequence[int]) -> Iterator[bytes]:
    """Each page after its length. Ends where a picture is too large."""
    Image.MAX_IMAGE_PIXELS = None  # asked here
    for length, end in zip(lengths, accumulate(lengths), strict=True):
        try:
            page = _page(content[end - length : end])
        except MemoryError:
            return
        except Exception:  # noqa: BLE001  img2pdf raises bare Exception of pictures that it does not understand
            page = b""
        yield len(page).to_bytes(HEAD) + page


if __name__ == "__main__":
    limited()
    for one in _told(sys.stdin.buffer.read(), [int(length) for length in sys.argv[1:]]):
        sys.stdout.buffer.write(one)
        sys.stdout.buffer.flush()
