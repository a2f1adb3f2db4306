"""Prints forms, books and reports: the same values and moment give the same bytes."""

from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from motcua.language import day, grouped
from motcua.printing import lines
from motcua.printing.forms import qr
from motcua.printing.forms.blocks import signature
from motcua.printing.forms.books import PAGES, sheet_of
from motcua.printing.forms.sheet import Cell, Column, Sheet
from motcua.printing.forms.slips import content_of, kind_of
from motcua.printing.forms.stock_flow import StockFlow
from motcua.printing.forms.values import Letterhead, Slip
from motcua.printing.forms.volumes import Book
from motcua.printing.forms.wording import balanced, dated, numbered, parted, recipient_lines, soft
from motcua.printing.typst import pdf

_TEMPLATES = Path(__file__).parents[1] / "templates"


def print_form(form: Slip | Book | StockFlow, *, at: datetime) -> bytes:
    """The paper as PDF/A-2a and PDF/UA-1. `at` must be aware; refused where its set of forms does not know it."""
    template, data = laid_out(form)
    return pdf(template, data, at=at)


def laid_out(form: Slip | Book | StockFlow) -> tuple[Path, dict[str, object]]:
    """The template of a paper, and the data it is filled with."""
    if isinstance(form, Slip):
        return _TEMPLATES / "slip.typ", _slip(form)
    return _TEMPLATES / "sheet.typ", _sheet(sheet_of(form))


def _letterhead(head: Letterhead, room: int) -> dict[str, object]:
    return {
        "agency": head.agency,
        "agency-above": parted(head.agency_above, room + 3),
        "agency-caps": parted(head.agency, room),
        "nation": lines.NATION,
        "motto": lines.MOTTO,
        "page-word": "Trang",
    }


def _slip(slip: Slip) -> dict[str, object]:
    kind, content, code = kind_of(slip), content_of(slip), slip.dossier.code
    held = qr.content(code, slip.dossier.procedure_code, kind.title)
    return {
        **_letterhead(slip.letterhead, room=60 if content.flipped else 23),
        "doc-title": f"{kind.title} {code}",
        "heading": balanced(kind.title.upper(), 46),
        "number": numbered(slip.number, slip.notation),
        "code": f"Mã hồ sơ: {code}",
        "dated": dated(slip.letterhead.place, slip.on),
        "qr": qr.picture(held),
        "qr-alt": f"Mã QR: {held}",
        "running": f"Mẫu số {kind.number} · {code}" if kind.number else code,
        "points": content.points,
        "flipped": content.flipped,
        "blocks": content.blocks,
        "signers": [signature(signer) for signer in content.signers],
        "notes": [soft(note) for note in content.notes],
        "recipients": recipient_lines(content.recipients),
        "recipients-word": lines.RECIPIENTS,
    }


def _sheet(sheet: Sheet) -> dict[str, object]:
    return {
        **_letterhead(sheet.letterhead, room=50),
        "doc-title": f"{sheet.title} - {sheet.subtitle}",
        "heading": sheet.title.upper(),
        "subtitle": sheet.subtitle,
        "running": sheet.running,
        "widths": [column.millimetres for column in sheet.columns],
        "align": [column.align for column in sheet.columns],
        "heads": _heads(sheet.columns),
        "marks": sheet.marks,
        "rows": [[_shown(cell) for cell in row] for row in sheet.rows],
        "total": [_shown(cell) for cell in sheet.total],
        "closing": sheet.closing.split(PAGES) if sheet.closing else None,
        "dated": dated(sheet.letterhead.place, sheet.on),
        "signers": [signature(signer) for signer in sheet.signers],
    }


def _heads(columns: tuple[Column, ...]) -> list[dict[str, object]]:
    """The headings: groups over their columns, the others as high as both rows."""
    grouping = any(column.group for column in columns)
    upper: list[dict[str, object]] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        under = list(members)
        if group:
            upper.append({"text": group, "columns": len(under), "rows": 1})
        else:
            upper += [{"text": column.heading, "columns": 1, "rows": 1 + grouping} for column in under]
    return upper + [{"text": column.heading, "columns": 1, "rows": 1} for column in columns if column.group]


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return day(cell)
    return grouped(cell) if isinstance(cell, int) else soft(cell)
