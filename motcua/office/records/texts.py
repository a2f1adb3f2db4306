"""The text that a PDF has itself, page by page, as JSON; a process of its own, like `judging`.

`own` tells besides whether a signature lies over it: such a file is never read by other means.
"""

import json
import sys
from io import BytesIO

import pypdfium2 as pdfium

from motcua.office.records.apart import limited
from motcua.office.records.judging import MOST_PAGES
from motcua.office.records.pictures import is_signed

SOME = 16  # letters: fewer are a stamp or a page number, not the text of the page


def texts(content: bytes) -> list[str]:
    """Of each page. Raises PdfiumError or ValueError where it cannot be opened."""
    document = pdfium.PdfDocument(content)
    if len(document) > MOST_PAGES:
        raise ValueError("too many pages")
    return [str(page.get_textpage().get_text_range()) for page in document]


def own(content: bytes) -> dict[str, object]:
    found = texts(content)
    written = [len("".join(text.split())) >= SOME for text in found]
    signed = is_signed(BytesIO(content))
    return {"text": "\n\f".join(found), "signed": signed, "all": all(written), "some": any(written)}


if __name__ == "__main__":
    limited()
    json.dump(own(sys.stdin.buffer.read()), sys.stdout)
