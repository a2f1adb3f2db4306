"""Merged cells of OpenDocument sheets, which calamine does not tell."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

Merge = tuple[tuple[int, int], tuple[int, int]]

_TAG = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(\s[^>]*)?>")
_NAME = re.compile(rb'table:name="([^"]*)"')
_NUMBER = re.compile(rb'table:number-(rows|columns)-(spanned|repeated)="(\d{1,9})"')
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


def merges(path: Path) -> dict[str, tuple[Merge, ...]]:
    """By sheet: ((row, column), (row, column)) from 0 at the corner of the sheet."""
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml")
    if b"-spanned=" not in content:
        return {}
    found: dict[str, list[Merge]] = {}
    for sheet, merge in _merged(content):
        found.setdefault(sheet, []).append(merge)
    return {sheet: tuple(ranges) for sheet, ranges in found.items()}


def _merged(content: bytes) -> Iterator[tuple[str, Merge]]:
    sheet, row, after, column = "", 0, 0, 0
    for tag in _TAG.finditer(content):
        kind, said = tag[1], tag[2] or b""
        numbers = {(found[1], found[2]): int(found[3]) for found in _NUMBER.finditer(said)}
        if kind == b"table":
            sheet, after = _name(said), 0
        elif kind == b"table-row":
            row, column = after, 0
            after += numbers.get((b"rows", b"repeated"), 1)
        else:
            rows, columns = numbers.get((b"rows", b"spanned"), 1), numbers.get((b"columns", b"spanned"), 1)
            if rows > 1 or columns > 1:
                yield sheet, ((row, column), (row + rows - 1, column + columns - 1))
            column += numbers.get((b"columns", b"repeated"), 1)


def _name(said: bytes) -> str:
    found = _NAME.search(said)
    name = found[1].decode("utf-8") if found else ""
    for written, meant in _ENTITIES:
        name = name.replace(written, meant)
    return name
