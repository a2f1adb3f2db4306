"""What the demonstration's officers scan: pages that say they are an example, one file for each number of pages."""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO

from motcua.printing import pdf

MADE = datetime(2025, 7, 1, tzinfo=UTC)
PAGES = """#set document(title: "Bản quét minh họa")
#set page(width: 210mm, height: 297mm)
#set text(lang: "vi", size: 20pt)
#let pages = json(bytes(sys.inputs.data)).pages
#for no in range(pages) {
  if no > 0 { pagebreak() }
  align(center + horizon)[BẢN QUÉT MINH HỌA\\
    #text(size: 12pt)[trang #(no + 1)/#pages; không phải kết quả thật]]
}
"""


def scanned(pages: int) -> BytesIO:
    return BytesIO(_printed(pages))


@cache
def _printed(pages: int) -> bytes:
    return pdf(PAGES, {"pages": pages}, at=MADE)
