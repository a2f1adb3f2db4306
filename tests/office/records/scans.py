"""PDF files as a scanner writes them, and as they should not be."""

from io import BytesIO

from pypdf import PdfWriter


def scan(pages: int = 1, *, width: int = 595, locked_by: str = "") -> BytesIO:
    """A PDF of blank pages; another width makes it another file."""
    writer, made = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(width, 842)
    if locked_by:
        writer.encrypt(locked_by)
    writer.write(made)
    made.seek(0)
    return made
