"""Promises about the letters that the printing room carries with it."""

import io
import unicodedata
from typing import Any

import pytest
from pypdf import PdfReader

from motcua.printing import pdf
from motcua.printing.typst import FONTS
from tests.printing.samples import AT

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LOWER = {unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES}
LOWER |= set("bcdđfghjklmnpqrstvwxz")
SIGNS = set("0123456789₫%“”‘’…–—•°§²³≤≥→.,;:!?()[]{}/\\|+-*=<>@#$&_'\"")
LETTERS = sorted(LOWER | {letter.upper() for letter in LOWER} | SIGNS)
FACES = {
    "Regular": ("", "regular", "normal"),
    "Bold": ("-Bold", "bold", "normal"),
    "Italic": ("-Italic", "regular", "italic"),
    "BoldItalic": ("-BoldItalic", "bold", "italic"),
}
SPECIMEN = """
#let d = json(bytes(sys.inputs.data))
#set document(title: "Chữ")
#set text(font: d.family, weight: d.weight, style: d.style, fallback: false)
#d.text
"""


def test_the_vietnamese_alphabet_of_these_tests_is_whole() -> None:
    accented = {letter for letter in LOWER if not letter.isascii()}
    assert len(accented | {letter.upper() for letter in accented}) == 134


@pytest.mark.parametrize("family", ["Serif", "Sans"])
@pytest.mark.parametrize("face", FACES)
def test_the_face_holds_every_vietnamese_letter(family: str, face: str) -> None:
    suffix, weight, style = FACES[face]
    data = {"family": f"Liberation {family}", "weight": weight, "style": style, "text": " ".join(LETTERS)}
    page = PdfReader(io.BytesIO(pdf(SPECIMEN, data, at=AT))).pages[0]  # fails on a letter without a glyph
    resources: Any = page["/Resources"]
    used = {font["/BaseFont"].split("+")[1] for font in resources["/Font"].values()}
    assert used == {f"Liberation{family}{suffix}"}
    assert sorted(set(page.extract_text().split())) == LETTERS


def test_the_fonts_come_with_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text("utf-8")
    carried = {f"Liberation{family}-{face}" for family in ("Serif", "Sans") for face in FACES}
    assert {path.stem for path in FONTS.glob("*.ttf")} == carried
