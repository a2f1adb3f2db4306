"""Pages digitised in a minute by OCRmyPDF alone: pictures of A5 pages in, searchable PDF/A out."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import img2pdf
import pypdfium2

from bench.documents.receipts import AT, receipts
from motcua.printing.forms import print_form

DOTS = 300  # an inch
OPTIONS = ("--language", "vie", "--output-type", "pdfa", "--jobs", "2", "--quiet")


def a_minute(pages: int) -> float:
    """Receipts as a scanner gives them, in one file, through the command."""
    with tempfile.TemporaryDirectory() as folder:
        scan, read = Path(folder) / "scan.pdf", Path(folder) / "read.pdf"
        scan.write_bytes(img2pdf.convert([str(one) for one in pictures(pages, Path(folder))]))
        began = time.perf_counter()
        command = [sys.executable, "-m", "ocrmypdf", *OPTIONS, str(scan), str(read)]
        subprocess.run(command, check=True, timeout=300)
        return pages / (time.perf_counter() - began) * 60


def pictures(pages: int, folder: Path) -> list[Path]:
    made = []
    for no, receipt in enumerate(receipts(pages)):
        page = pypdfium2.PdfDocument(print_form(receipt, at=AT))[0]
        made.append(folder / f"{no}.png")
        page.render(scale=DOTS / 72).to_pil().convert("L").save(made[-1], dpi=(DOTS, DOTS))
    return made
