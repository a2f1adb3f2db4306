"""Reads the days that options give."""

from datetime import date

from motcua.language import Refusal, Words

NOT_A_DAY = Words(
    "{option}: “{text}” không phải là ngày; viết dạng 2023-07-27 hoặc 27/7/2023.",
    "{option}: “{text}” is not a day; write 2023-07-27 or 27/7/2023.",
)


def read_day(text: str, option: str) -> date:
    """A day as `2023-07-27` or `27/7/2023`. Raises Refusal naming the option."""
    parts = text.strip().split("/")
    try:
        if len(parts) == 3:
            return date(int(parts[2]), int(parts[1]), int(parts[0]))
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Refusal(NOT_A_DAY, option=option, text=text) from None
