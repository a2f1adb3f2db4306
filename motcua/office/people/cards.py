"""The QR code of a citizen card, as a scanner types it. It is not signed: it helps typing and proves nothing."""

import re
from dataclasses import dataclass
from datetime import date

from motcua.language import Refusal, Words

FIELDS = 7  # number | old number | name | born | sex | address | issued
NUMBER = re.compile(r"^\d{12}$", re.ASCII)
DAY = re.compile(r"^(\d{2})(\d{2})(\d{4})$", re.ASCII)
FIRST_CENTURY = 1900  # the fourth digit counts on from here, two for each century: men even, women odd
SEXES = ("Nam", "Nữ")

TOO_SHORT = Words(
    vi="Mã QR trên thẻ có {count} ô, phải có ít nhất 7 ô cách nhau bằng dấu “|”; hãy quét lại.",
    en="The card's QR code has {count} fields, at least 7 parted by “|” are needed; scan it again.",
)
BAD_NUMBER = Words(
    vi="Số định danh “{number}” không đúng: phải gồm 12 chữ số.",
    en="The citizen number “{number}” is wrong: it has 12 digits.",
)
BAD_DAY = Words(
    vi="Ngày “{day}” trên thẻ không có thật: phải là ngàythángnăm, ví dụ 27071990.",
    en="The day “{day}” on the card does not exist: it is daymonthyear, as 27071990.",
)
NO_NAME = Words(vi="Mã QR trên thẻ không có họ tên; hãy quét lại.", en="The card's QR code has no name; scan it again.")
WRONG_YEAR = Words(
    vi="Số định danh {number} không khớp năm sinh {year}; hãy kiểm tra lại thẻ.",
    en="Citizen number {number} does not fit the year of birth {year}; look at the card again.",
)
WRONG_SEX = Words(
    vi="Số định danh {number} không khớp giới tính “{sex}”; hãy kiểm tra lại thẻ.",
    en="Citizen number {number} does not fit the sex “{sex}”; look at the card again.",
)


@dataclass(frozen=True)
class Card:
    """What the card says of its holder. `old_number` and `issued_on` may be missing."""

    number: str
    old_number: str
    name: str
    birth_on: date
    sex: str
    address: str
    issued_on: date | None


def read_card(typed: str) -> Card:
    """The card behind what the scanner typed. Raises Refusal with the first thing that is wrong."""
    fields = [part.strip() for part in typed.strip().split("|")]
    if len(fields) < FIELDS:
        raise Refusal(TOO_SHORT, count=len(fields))
    number, old_number, name, born, sex, address, issued = fields[:FIELDS]
    if not name:
        raise Refusal(NO_NAME)
    card = Card(number, old_number, name, _day(born), sex, address, _day(issued) if issued else None)
    check_number(number, card.birth_on, sex)
    return card


def check_number(number: str, birth_on: date | None = None, sex: str = "") -> None:
    """Raises Refusal where the digits are no citizen number, or one of another year or sex than was told."""
    if not NUMBER.match(number):
        raise Refusal(BAD_NUMBER, number=number)
    century, year = int(number[3]), int(number[4:6])
    if birth_on is not None and birth_on.year != FIRST_CENTURY + century // 2 * 100 + year:
        raise Refusal(WRONG_YEAR, number=number, year=birth_on.year)
    if sex in SEXES and SEXES[century % 2] != sex:
        raise Refusal(WRONG_SEX, number=number, sex=sex)


def masked(number: str) -> str:
    """As shown where the whole number is not needed: three digits at each end."""
    return f"{number[:3]}{'•' * (len(number) - 6)}{number[-3:]}" if len(number) > 6 else number


def _day(text: str) -> date:
    match = DAY.match(text)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else _refused(text)
    except ValueError:
        return _refused(text)


def _refused(text: str) -> date:
    raise Refusal(BAD_DAY, day=text)
