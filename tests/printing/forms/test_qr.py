"""Promises about the QR code: the symbol is the one the standard asks for, whatever it holds, and reads back."""

import pytest
import segno
import zxingcpp
from PIL import Image

from motcua.printing.forms.qr import content, picture
from motcua.printing.forms.symbols import symbol
from motcua.printing.lines import legible

PAPER = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
TEXTS = [content(f"H20.17.12-261008-{no:04}", f"1.00{1193 + no}", PAPER[: 3 * no + 3]) for no in range(12)]
FULL = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450]  # bytes of versions 1 to 16


@pytest.mark.parametrize("length", FULL)
def test_a_full_symbol_is_module_for_module_the_one_that_segno_makes(length: int) -> None:
    text = "".join(TEXTS * 8).encode()[:length].decode("ascii", "replace").replace("\ufffd", "?")
    side, dark = symbol(text)
    expected = segno.make_qr(text, error="m", mode="byte", boost_error=False).matrix
    assert side == len(expected)
    assert dark == "".join("".join(map(str, row)) + "0000" for row in expected)


@pytest.mark.parametrize("text", [*TEXTS, "A", f"{PAPER} " * 20])
def test_a_symbol_that_is_not_full_reads_back(text: str) -> None:
    side, dark = symbol(text)
    seen = Image.new("L", (side + 8, side + 8), 255)
    for place, module in enumerate(dark):
        down, across = divmod(place, side + 4)
        seen.putpixel((across + 4, down + 4), 0 if module == "1" else 255)
    (code,) = zxingcpp.read_barcodes(seen.resize((4 * (side + 8),) * 2, Image.Resampling.NEAREST))
    assert code.text == text
    assert code.ec_level == "M"


def test_what_no_symbol_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        symbol("a" * 2332)


def test_the_picture_has_each_run_of_dark_modules_once() -> None:
    _, dark = symbol(TEXTS[0])
    lengths = [int(run.split("h")[1]) for run in picture(TEXTS[0]).split('d="M')[1].split('"')[0].split("M")]
    assert len(lengths) == len([run for run in dark.split("0") if run])
    assert sum(lengths) == dark.count("1")


@pytest.mark.parametrize(
    ("written", "printed"),
    [("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"), ("a\u0000b\u200bc\u00ad\u2028d", "ab\u200bc\nd"), ("ẩ", "ẩ")],
)
def test_letters_that_print_stay_and_others_go(written: str, printed: str) -> None:
    assert legible(written) == printed
