"""What a signature looks like on the page, drawn by Typst with our fonts: blue, red, or a line on an attached file."""

from __future__ import annotations  # the stub of typst names types that the module itself does not hold

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache, lru_cache
from pathlib import Path

import typst

from motcua import printing
from motcua.language import Refusal, Words
from motcua.printing.lines import legible

_FONTS = Path(printing.__file__).parent / "fonts"
_TEMPLATE = Path(__file__).parent / "stamp.typ"
_HANOI = timezone(timedelta(hours=7))
_PNG = b"\x89PNG\r\n\x1a\n"
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)  # a stamp is part of another file; its own moment shows nowhere
_NOT_PNG = Words(
    vi="Ảnh chữ ký hoặc con dấu phải là tệp PNG nền trong suốt.",
    en="The picture of a signature or seal must be a PNG with a transparent ground.",
)
_FAILED = Words(vi="Không vẽ được hình chữ ký: {what}.", en="The stamp could not be drawn: {what}.")


@dataclass(frozen=True)
class PersonStamp:
    """A person's signature, in blue: the handwriting where there is a picture (PNG) of it, else the name."""

    name: str
    picture: bytes | None = None


@dataclass(frozen=True)
class AgencySeal:
    """An agency's seal, in red: its picture (PNG) where there is one, else a ring with the agency's name."""

    agency: str
    picture: bytes | None = None


@dataclass(frozen=True)
class AttachedStamp:
    """What a file attached to a document says: the document's number and the moment of signing; no picture."""

    number: str
    at: datetime


Stamp = PersonStamp | AgencySeal | AttachedStamp


@lru_cache(maxsize=128)
def drawn(stamp: Stamp, width: float, height: float) -> bytes:
    """A PDF page of this size, in points, with the stamp on it. Raises Refusal where the picture is no PNG."""
    picture = None if isinstance(stamp, AttachedStamp) else stamp.picture
    if picture is not None and not picture.startswith(_PNG):
        raise Refusal(_NOT_PNG)
    return _set({**_said(stamp), "width": width, "height": height}, picture)


def line(text: str, *, width: float, height: float, slanted: bool, at: datetime) -> bytes:
    """A PDF page of this size, in points, with one line of text; smaller letters where it would not fit."""
    data = {"kind": "line", "text": text, "slanted": slanted, "width": width, "height": height}
    return _set(data, None, at)


def moment(at: datetime) -> str:
    """`24-11-2026 17:05:09 +07:00`, as attached files bear it."""
    return f"{at.astimezone(_HANOI):%d-%m-%Y %H:%M:%S} +07:00"


def _said(stamp: Stamp) -> dict[str, object]:
    match stamp:
        case PersonStamp(name=name):
            return {"kind": "person", "text": name}
        case AgencySeal(agency=agency):
            return {"kind": "agency", "text": agency.upper()}
        case AttachedStamp(number=number, at=at):
            return {"kind": "attached", "text": number, "moment": moment(at)}


def _set(data: Mapping[str, object], picture: bytes | None, at: datetime = _EPOCH) -> bytes:
    shown = None if picture is None else list(picture)  # files beside the template must be text
    clean = {key: legible(value) if isinstance(value, str) else value for key, value in data.items()}
    try:
        return bytes(
            typst.compile(
                _TEMPLATE.read_bytes(),
                font_paths=_fonts(),
                ignore_system_fonts=True,
                sys_inputs={"data": json.dumps(clean | {"picture": shown}, ensure_ascii=False)},
                pdf_standards=["a-2b"],
                pdf_tags=False,
                timestamp=at.replace(microsecond=0, tzinfo=timezone(at.utcoffset() or timedelta())),
            )
        )
    except typst.TypstError as error:
        raise Refusal(_FAILED, what=error.message) from error


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_FONTS])
