"""Numbers, dates and quantities as Vietnamese administrative texts write them."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from motcua.language.words import speak


def percent(share: Fraction, places: int = 2) -> str:
    """A share between 0 and 1 as `97,82%`: ordinary rounding, trailing zeros dropped (`30%`, `76,6%`)."""
    hundred = Decimal(share.numerator) * 100 / Decimal(share.denominator)
    text = f"{hundred.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") + "%"


def grouped(number: int) -> str:
    """Thousands parted by points: `1.234.567`."""
    return f"{number:,}".replace(",", ".")


def spoken_number(number: int) -> str:
    """A number with its thousands parted as the language in use does."""
    return grouped(number) if speak() == "vi" else f"{number:,}"


def spoken_percent(share: Fraction, places: int = 2) -> str:
    """A share as the language in use writes it: `97,82%` or `97.82%`."""
    text = percent(share, places)
    return text if speak() == "vi" else text.replace(",", ".")


def spoken_day(on: date) -> str:
    """A date in running text, in English as `2023-07-27`."""
    return day(on) if speak() == "vi" else on.isoformat()


def counted(number: int) -> str:
    """A count in running text: below ten with a leading zero (`04`), thousands by points."""
    return f"{number:02d}" if 0 <= number < 10 else grouped(number)


def day(on: date) -> str:
    """A date in running text: `27/7/2023`; days below ten and months 1 and 2 with a leading zero."""
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return f"{on.day:02d}/{month}/{on.year}"


def moment(at: datetime) -> str:
    """A moment in running text: `13 giờ 30 phút, ngày 27/7/2023`. The moment must already be in Vietnamese time."""
    return f"{at.hour:02d} giờ {at.minute:02d} phút, ngày {day(at.date())}"


def share_word(part: int, whole: int) -> str:
    """The quantity word for a part of a whole: all, nearly all, most, some, none."""
    if whole <= 0 or part <= 0:
        return "chưa có"
    if part >= whole:
        return "toàn bộ"
    if part * 100 >= whole * 95:
        return "hầu hết"
    return "phần lớn" if part * 2 > whole else "một số"
