"""The lines of an official document as they stand on paper, the same in PDF and in Word."""

import re
import unicodedata

from motcua.printing.document import OfficialDocument

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"
BODY_POINTS = 14
NARROW_GAP, WIDE_GAP = " " * 5, " " * 8
PAGE_MM = (210, 297)
MARGINS_MM = {"top": 20, "bottom": 20, "left": 30, "right": 20}
INDENT_MM = 12.7
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def legible(text: str) -> str:
    """The text in composed letters, without what cannot be printed; line ends and tabs stay."""
    composed = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    if composed.isprintable():
        return composed
    return "".join(letter for letter in composed if letter in "\n\t" or _prints(letter))


def _prints(letter: str) -> bool:
    # control and unassigned ones, lone surrogates, and the invisible but for break points and joiners
    category = unicodedata.category(letter)
    return category not in {"Cc", "Cs", "Cn", "Cf", "Co"} or letter in "\u200b\u200c\u200d"


def number_line(document: OfficialDocument) -> str:
    """`Số: 05/TB-ĐKT`; the number blank until it is given, empty where the document bears none."""
    if not document.notation:
        return ""
    number = WIDE_GAP if document.number is None else f" {document.number:02d}"
    return f"Số:{number}/{document.notation}"


def date_line(document: OfficialDocument) -> str:
    """`Đồng Tháp, ngày 05 tháng 8 năm 2023`; blanks where the day, or the whole date, is not yet given."""
    return f"{document.place}, {dated(document)}"


def dated(document: OfficialDocument) -> str:
    """`ngày 05 tháng 02 năm 2023`: the day below ten and months 1 and 2 with a leading zero."""
    on = document.on
    if on is None:
        return f"ngày{NARROW_GAP}tháng{NARROW_GAP}năm{WIDE_GAP}"
    day = NARROW_GAP if document.day_blank else f" {on.day:02d} "
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return f"ngày{day}tháng {month} năm {on.year}"


def attached_line(document: OfficialDocument) -> str:
    """What stands under the title of an annex: which document it goes with."""
    number = number_line(document).replace("Số:", "số", 1)
    named = " ".join(part for part in (document.kind.capitalize(), number) if part)
    return f"(Kèm theo {named} {dated(document)} của {document.agency})"


def recipient_lines(document: OfficialDocument) -> tuple[str, ...]:
    """`- Như trên;` and so on; the last one ends with a full stop."""
    names = [name.rstrip(" ;.,") for name in document.recipients]
    return tuple(f"- {name}{'.' if place == len(names) else ';'}" for place, name in enumerate(names, start=1))
