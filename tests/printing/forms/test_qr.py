"""Promises about the QR code: the symbol is the one the standard asks for, whatever it holds."""

import pytest
import segno

from motcua.printing.forms.qr import content, picture, symbol
from motcua.printing.lines import legible

PAPER = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
TEXTS = [content(f"H20.17.12-261008-{no:04}", f"1.00{1193 + no}", PAPER[: no + 3]) for no in range(24)]
TEXTS += ["A", "|" * 150, f"{PAPER} " * 8]  # from the smallest symbol to those that tell their version


@pytest.mark.parametrize("text", TEXTS)
def test_the_mask_is_the_least_penalised_of_all_eight(text: str) -> None:
    side, dark = symbol(text)
    expected = segno.make_qr(text, error="m", mode="byte", encoding="utf-8", boost_error=False).matrix
    assert side == len(expected)
    assert dark == "".join("".join(map(str, row)) + "0000" for row in expected)


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
