"""Vietnamese without diacritics, as people type it into a search box."""

import unicodedata


def plain(text: str) -> str:
    """Small letters, no diacritics, đ as d, single spaces: `Nguyễn  Thị Đào` becomes `nguyen thi dao`."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())
