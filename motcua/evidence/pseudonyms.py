"""Keyed pseudonyms of persons: HMAC-SHA-256 under a province's key that is kept outside the snapshot."""

import hmac
import os
import re
import secrets
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from motcua.language import Refusal, Words

KEY_NAME = "motcua.key"
KEY_VARIABLE = "MOTCUA_KEY_FILE"
LENGTH = 32
SHORTEST_KEY = 16
REMEMBERED = 100_000
DIGITS = re.compile(r"\+?[\d\s.()-]{7,}")
NO_KEY = Words(
    vi="{path}: không đọc được tệp khoá; hãy chỉ tới tệp khoá của tỉnh bằng --key.",
    en="{path}: the key file cannot be read; give the province's key file with --key.",
)
WEAK_KEY = Words(
    vi="{path}: khoá chỉ có {length} byte; khoá phải dài ít nhất {shortest} byte.",
    en="{path}: the key has {length} bytes only; a key has at least {shortest}.",
)
INSIDE = Words(
    vi="{path}: khoá không được nằm trong thư mục bộ dữ liệu; hãy để khoá ở nơi khác.",
    en="{path}: the key may not lie inside the snapshot; keep it elsewhere.",
)


def pseudonyms(key: bytes) -> Callable[[str], str]:
    """The function that turns a person's number or name into its pseudonym under `key`."""

    @lru_cache(REMEMBERED)
    def pseudonym(person: str) -> str:
        return hmac.digest(key, normalised(person).encode(), "sha256").hex()[:LENGTH]

    return pseudonym


def normalised(person: str) -> str:
    """One spelling for one person: numbers as bare digits; names in one case, with single spaces."""
    text = " ".join(unicodedata.normalize("NFC", person).split())
    return _number(text) if DIGITS.fullmatch(text) else text.casefold()


def _number(text: str) -> str:
    """Bare digits; a telephone gets back its first zero, lost in a spreadsheet or replaced by +84."""
    digits = re.sub(r"\D", "", text)
    if len(digits) == 11 and digits.startswith("84"):
        digits = digits[2:]
    return digits.zfill(10) if len(digits) == 9 else digits


def key_file(snapshot: Path, given: Path | None, earlier: Path | None = None) -> Path:
    """Where the key is: as given, as the environment says, or beside the (earlier) snapshot; inside is refused."""
    named = given or (Path(os.environ[KEY_VARIABLE]) if os.environ.get(KEY_VARIABLE) else None)
    path = named or (earlier or snapshot).absolute().parent / KEY_NAME
    if path.resolve().is_relative_to(snapshot.resolve()):
        raise Refusal(INSIDE, path=path)
    if named and not named.is_file():
        raise Refusal(NO_KEY, path=path)
    return path


def read_or_create_key(path: Path) -> tuple[bytes, bool]:
    """The key, and whether it was made just now; a new file is readable by its owner alone."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32) + "\n")
        return _read(path), True
    return _read(path), False


def _read(path: Path) -> bytes:
    try:
        key = path.read_bytes().strip()
    except OSError as error:
        raise Refusal(NO_KEY, path=path) from error
    if len(key) < SHORTEST_KEY:
        raise Refusal(WEAK_KEY, path=path, length=len(key), shortest=SHORTEST_KEY)
    return key


def masked(person: str) -> str:
    """Enough to find the cell again, not to know the person: first and last letter, stars between."""
    text = person.strip()
    return text[0] + "*" * (len(text) - 2) + text[-1] if len(text) > 3 else "*" * len(text)
