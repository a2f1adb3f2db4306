"""Sets PDF: a Typst template, the data it reads as JSON, our own fonts, and nothing else of this machine."""

from __future__ import annotations  # the stub of typst names types that the module itself does not hold

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from functools import cache
from pathlib import Path
from typing import Any

import typst

from motcua.language import Refusal, Words
from motcua.printing.lines import legible

FONTS = Path(__file__).parent / "fonts"
ARCHIVAL: tuple[typst.PDFStandard, ...] = ("a-2a", "ua-1")
_MAIN = "main.typ"
_FAILED = Words(vi="Không in được bản PDF: {what}", en="The PDF could not be printed: {what}")


class PrintingFailed(Refusal):
    """The document could not be set. The message says what the typesetter stopped at."""


def pdf(
    template: Path | str,
    data: Mapping[str, object],
    *,
    at: datetime,
    files: Mapping[str, bytes] | None = None,
    standards: Sequence[typst.PDFStandard] = ARCHIVAL,
) -> bytes:
    """The template (a file, or its source) set with data that it reads by `json(bytes(sys.inputs.data))`.

    The same template, data, files and moment give the same bytes; no text in `data` is run as code.
    `at` must be aware. Raises PrintingFailed on an error and on a warning.
    """
    source = template.read_bytes() if isinstance(template, Path) else template.encode()
    inputs: Any = {_MAIN: source, **(files or {})}  # its stub leaves out that it takes several files
    try:
        made, warnings = typst.compile_with_warnings(
            inputs,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(_legible(data), ensure_ascii=False)},
            pdf_standards=list(standards),
            timestamp=_stamp(at),
        )
    except typst.TypstError as error:
        raise PrintingFailed(_FAILED, what=_said(error)) from error
    if warnings:
        raise PrintingFailed(_FAILED, what=_said(warnings[0]))
    return bytes(made)


def queried(template: Path, data: Mapping[str, object], label: str) -> list[Any]:
    """What the template tells under a label when it is set with the data. Raises PrintingFailed."""
    sources: Any = {_MAIN: template.read_bytes()}
    try:
        found = typst.query(
            sources,
            f"<{label}>",
            field="value",
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(_legible(data), ensure_ascii=False)},
        )
    except typst.TypstError as error:
        raise PrintingFailed(_FAILED, what=_said(error)) from error
    told: list[Any] = json.loads(found)
    return told


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _stamp(at: datetime) -> datetime:
    offset = at.utcoffset()
    if offset is None:
        raise ValueError("the moment of printing names no zone")
    return at.replace(microsecond=0, tzinfo=timezone(offset))


def _said(trouble: typst.TypstError | typst.TypstWarning) -> str:
    return " — ".join([trouble.message, *trouble.hints])


def _legible(value: Any) -> Any:
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, Mapping):
        return {key: _legible(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_legible(inner) for inner in value]
    return value
