"""One receipt of a one-stop desk, as often as asked: by the office's printing, by Typst alone, and by other tools."""

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from docx import Document
from docxtpl import DocxTemplate

from motcua.printing.forms import print_form
from motcua.printing.forms.printer import laid_out
from motcua.printing.forms.qr import content, picture
from motcua.printing.forms.values import Dossier, Letterhead, Paper, Party, Receipt
from motcua.printing.typst import ARCHIVAL, FONTS

VIETNAM = timezone(timedelta(hours=7))
AT = datetime(2026, 10, 8, 9, 30, tzinfo=VIETNAM)
PAPERS = ("Tờ khai theo mẫu", "Giấy chứng sinh", "Giấy tờ tùy thân của người yêu cầu", "Văn bản ủy quyền")
LIBREOFFICE = "soffice"
ROOT = Path(__file__).parents[2]
WEASYPRINT = ROOT / ".venv-weasyprint" / "bin" / "python"  # `make bench-documents` makes it
ALONE = Path(__file__).with_name("weasyprint_alone.py")
LOCKED = ROOT / "requirements" / "weasyprint.txt"


def receipts(number: int) -> list[Receipt]:
    """Each with a code of its own, so that nothing set before is of use."""
    head = Letterhead(
        "Ủy ban nhân dân xã Hòa Lợi", "Trung tâm Phục vụ hành chính công", "Một cửa xã Hòa Lợi", "Hòa Lợi"
    )
    party = Party("Nguyễn Thị Ánh Tuyết", "Ấp Bình Mỹ A, xã Hòa Lợi", "0900 000 123", "a@example.invalid")
    of = Dossier("H20.17.12-261008-0000", "1.001193", "Đăng ký khai sinh", party, AT)
    one = Receipt(
        letterhead=head, dossier=of, on=date(2026, 10, 8), number=12,
        papers=tuple(Paper(no, name, "Bản sao", 1) for no, name in enumerate(PAPERS, 1)), sets=1,
        term="03 ngày làm việc", due_at=AT + timedelta(days=5), collect_at="Một cửa xã Hòa Lợi", receiver="Lê Thị Cúc",
    )  # fmt: skip
    codes = (f"H20.17.12-261008-{no:04}" for no in range(number))
    return [replace(one, number=no, dossier=replace(of, code=code)) for no, code in enumerate(codes, 1)]


def a_second(number: int, one: Callable[[Any], object], given: list[Any]) -> float:
    """How many of `number` are made in a second of processor time, all threads, after one that is not counted."""
    one(given[0])
    began = time.process_time()
    for each in given[1 : number + 1]:
        one(each)
    return number / (time.process_time() - began)


def ours(number: int) -> float:
    return a_second(number, lambda receipt: print_form(receipt, at=AT), receipts(number + 1))


def bare(number: int) -> float:
    """The same template, fonts and standards; the data laid out and written as JSON before the clock starts."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    laid = [laid_out(one) for one in receipts(number + 1)]
    ready = [(template.read_bytes(), json.dumps(data, ensure_ascii=False)) for template, data in laid]

    def one(told: tuple[bytes, str]) -> object:
        sources: Any = {"main.typ": told[0]}
        return typst.compile(
            sources, font_paths=fonts, ignore_system_fonts=True, sys_inputs={"data": told[1]},
            pdf_standards=list(ARCHIVAL), timestamp=AT,
        )  # fmt: skip

    return a_second(number, one, ready)


def codes(number: int) -> float:
    """The QR codes of receipts alone."""
    drawn = [content(one.dossier.code, one.dossier.procedure_code, "Giấy tiếp nhận") for one in receipts(number + 1)]
    return a_second(number, picture, drawn)


def docxtpl(number: int) -> float:
    """The same fields and rows in a Word template: a document to edit, no PDF."""
    template = word_template()
    return a_second(number, lambda receipt: filled(template, receipt), receipts(number + 1))


def libreoffice(number: int) -> float:
    """Those Word documents as PDF, all in one start of LibreOffice, its start counted."""
    template = word_template()
    with tempfile.TemporaryDirectory() as folder:
        for no, receipt in enumerate(receipts(number)):
            (Path(folder) / f"{no}.docx").write_bytes(filled(template, receipt))
        began = time.perf_counter()
        profile = f"-env:UserInstallation=file://{folder}/profile"
        files = [str(file) for file in Path(folder).glob("*.docx")]
        command = [LIBREOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        seconds = time.perf_counter() - began
        if len(list(Path(folder).glob("*.pdf"))) != number:
            raise SystemExit("LibreOffice left documents out")
    return number / seconds


def weasyprint(number: int) -> float:
    """The same fields and rows as HTML, in its own environment."""
    pages = json.dumps([html_of(receipt) for receipt in receipts(number + 1)])
    done = subprocess.run([str(WEASYPRINT), str(ALONE)], input=pages, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


def ways() -> Iterator[tuple[str, Callable[[int], float] | None]]:
    """The other ways by name; None where its program is not installed."""
    yield "docxtpl (Word, no PDF)", docxtpl
    yield "those by LibreOffice (PDF), by the clock", libreoffice if shutil.which(LIBREOFFICE) else None
    locked = next(line for line in LOCKED.read_text("ascii").splitlines() if line.startswith("weasyprint=="))
    name = f"WeasyPrint {locked.split()[0].partition('==')[2]} (HTML to PDF)"
    yield name, weasyprint if WEASYPRINT.exists() else None


def fields(receipt: Receipt) -> dict[str, Any]:
    """What stands on it, for tools that lay out themselves."""
    papers = [{"no": one.no, "name": one.name, "form": one.form, "count": one.quantity} for one in receipt.papers]
    return {
        "agency": receipt.letterhead.agency, "code": receipt.dossier.code, "party": receipt.dossier.party.name,
        "papers": papers, "term": receipt.term, "due": f"{receipt.due_at:%H:%M %d/%m/%Y}", "receiver": receipt.receiver,
    }  # fmt: skip


def word_template() -> bytes:
    document = Document()
    for name in ("agency", "code", "party", "term", "due", "receiver"):
        document.add_paragraph(f"{name}: {{{{ {name} }}}}")
    table = document.add_table(rows=3, cols=4)
    table.cell(0, 0).text, table.cell(2, 0).text = "{%tr for one in papers %}", "{%tr endfor %}"
    for column, name in enumerate(("no", "name", "form", "count")):
        table.cell(1, column).text = f"{{{{ one.{name} }}}}"
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def filled(template: bytes, receipt: Receipt) -> bytes:
    document, kept = DocxTemplate(BytesIO(template)), BytesIO()
    document.render(fields(receipt), autoescape=True)
    document.save(kept)
    return kept.getvalue()


def html_of(receipt: Receipt) -> str:
    told = fields(receipt)
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in one.values()) + "</tr>" for one in told.pop("papers")
    )
    lines = "".join(f"<p>{name}: {value}</p>" for name, value in told.items())
    return f"<!doctype html><meta charset=utf-8><style>@page{{size:A5}}</style>{lines}<table>{rows}</table>"
