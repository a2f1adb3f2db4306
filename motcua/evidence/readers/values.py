"""What a cell means: text, whole numbers, money, numbers and shares, yes or no."""

import re

from motcua.evidence.readers.folding import cased, clean, fold
from motcua.evidence.readers.moments import BLANKS
from motcua.evidence.readers.unreadable import Unreadable
from motcua.language import Words

_WHOLE = Words(vi="số nguyên: 1234 hoặc 1.234", en="a whole number: 1234 or 1.234")
_MONEY = Words(vi="số tiền chẵn đồng: 1.234.567 hoặc 1.234.567 đ", en="whole đồng: 1.234.567 or 1.234.567 đ")
_NUMBER = Words(vi="số: 97,82", en="a number: 97,82")
_SHARE = Words(vi="tỷ lệ: 97,82% hoặc 0,9782", en="a share: 97,82% or 0,9782")
_FLAG = Words(vi="Có hoặc Không (X, ✓, 1, 0)", en="Có or Không (X, ✓, 1, 0)")
_NOT_NUMBER = Words(vi="“{raw}” không phải là số", en="“{raw}” is not a number")
_NOT_WHOLE = Words(vi="“{raw}” không phải là số nguyên", en="“{raw}” is not a whole number")
_TWO_WAYS = Words(vi="“{raw}” đọc được hai cách", en="“{raw}” can be read two ways")
_NOT_FLAG = Words(vi="“{raw}” không phải là có hay không", en="“{raw}” is neither yes nor no")
_NO_PERCENT = Words(vi="“{raw}”: cột này không phải tỷ lệ", en="“{raw}”: this column holds no shares")

_GROUPED = re.compile(
    r"-?\d{1,3}(?:\.\d{3})+(?:,0+)?|-?\d{1,3}(?:,\d{3})+(?:\.0+)?|-?\d{1,3}(?: \d{3})+|-?\d+(?:[.,]0{1,2})?", re.ASCII
)
_CURRENCY = re.compile(r"\s*(?:đồng|đ|vnđ|vnd|₫|dong)\.?$|^(?:vnd|vnđ|₫)\s*", re.IGNORECASE)
_COUNTED = re.compile(r"\s*(?:bộ|tờ|trang|bản|người|lần|lượt|phút|hồ sơ|cơ quan)\.?$", re.IGNORECASE)
_NAMED = re.compile(r"^(?:năm|cấp độ|cấp|level|bước|số)\s+", re.IGNORECASE)
_DECIMAL = re.compile(
    r"-?\d+(?:[.,]\d+)?|-?\d{1,3}(?:\.\d{3})+,\d+|-?\d{1,3}(?:,\d{3})+\.\d+|-?\d{1,3}(?:\.\d{3}){2,}|-?\d{1,3}(?:,\d{3}){2,}",
    re.ASCII,
)
_AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_CODE = re.compile(r"(\d)[.,](\d{1,6})", re.ASCII)
_PHONE = re.compile(r"[\d\s.+()\-]{9,}", re.ASCII)

FREE = frozenset({"miễn phí", "không", "không thu", "miễn", "0đ", "không thu phí", "mien phi", "khong"})
YES = frozenset(
    ["có", "x", "✓", "√", "☑", "✔", "v", "1", "true", "yes", "y", "rồi", "đã", "đúng", "đạt", "co", "roi", "đ", "1.0"]
)
NO = frozenset(
    [
        "không",
        "☐",
        "0",
        "-",
        "false",
        "no",
        "n",
        "chưa",
        "sai",
        "✗",
        "✘",
        "k",
        "ko",
        "khong",
        "chua",
        "s",
        "0.0",
        "không đạt",
        "chưa có",
        "không có",
        "khong dat",
    ]
)


def text(raw: object) -> str | None:
    """The text of a cell; whole numbers lose `.0`."""
    if type(raw) is str:
        raw = clean(raw)
        if raw and raw[0] == "'":
            raw = raw[1:]
        return raw or None
    if raw is None:
        return None
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return str(int(raw))
    return str(raw)


def phone(raw: object) -> str | None:
    """Digits alone, with the leading zero that spreadsheets drop; an address beside the number stays text."""
    value = text(raw)
    if value is None or (value[0] == "0" and value.isdigit()) or not _PHONE.fullmatch(value):
        return value
    digits = "".join(c for c in value if c.isdigit())
    if digits.startswith("84") and len(digits) > 10:
        digits = digits[2:]
    return digits if digits.startswith("0") else "0" + digits


def procedure_code(raw: object) -> str | None:
    """A procedure code; read as a number it lost its last zeros, which come back (`1.00119` is `1.001190`)."""
    value = text(raw)
    found = _CODE.fullmatch(value) if value else None
    return f"{found[1]}.{found[2]:0<6}" if found else value


def _blank(raw: str) -> bool:
    return not raw or raw.lower() in BLANKS


def _digits(raw: str) -> int | None:
    """Whole numbers with either grouping; None where it is none."""
    if not _GROUPED.fullmatch(raw):
        return None
    separators = [i for i, c in enumerate(raw) if c in ".,"]
    if separators and len(raw) - separators[-1] - 1 != 3:
        raw = raw[: separators[-1]]
    return int(re.sub(r"[., ]", "", raw))


def integer(raw: object) -> int | None:
    """A whole number; counting words (`3 bộ`, `năm 2023`) are allowed."""
    if isinstance(raw, (bool, int, float)):
        return _whole(raw, _WHOLE)
    value = clean(str(raw)) if raw is not None else ""
    if _blank(value):
        return None
    found = _digits(_NAMED.sub("", _COUNTED.sub("", value)))
    if found is None:
        raise Unreadable(_NOT_WHOLE, _WHOLE, raw=value)
    return found


def money(raw: object) -> int | None:
    """Whole đồng."""
    if isinstance(raw, (bool, int, float)):
        return _whole(raw, _MONEY)
    value = clean(str(raw)) if raw is not None else ""
    if value.lower() in FREE:
        return 0
    if _blank(value):
        return None
    found = _digits(_CURRENCY.sub("", value).strip())
    if found is None:
        raise Unreadable(_NOT_WHOLE if re.search(r"\d", value) else _NOT_NUMBER, _MONEY, raw=value)
    return found


def _whole(raw: bool | int | float, accepted: Words) -> int:
    if isinstance(raw, bool) or int(raw) != raw:
        raise Unreadable(_NOT_WHOLE, accepted, raw=raw)
    return int(raw)


def _decimal(value: str, accepted: Words) -> float:
    if not _DECIMAL.fullmatch(value):
        raise Unreadable(_NOT_NUMBER, accepted, raw=value)
    if _AMBIGUOUS.fullmatch(value):
        raise Unreadable(_TWO_WAYS, accepted, raw=value)
    if value.count(".") + value.count(",") == 1:
        return float(value.replace(",", "."))
    last = max(value.rfind("."), value.rfind(","))
    if len(value) - last - 1 == 3 and not ("." in value and "," in value):
        return float(re.sub(r"[.,]", "", value))
    return float(re.sub(r"[.,]", "", value[:last]) + "." + value[last + 1 :]) if last >= 0 else float(value)


def number(raw: object) -> float | None:
    """A number with a decimal comma or point; per cent is refused."""
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return float(raw)
    value = clean(str(raw)) if raw is not None else ""
    if _blank(value):
        return None
    if value.endswith("%"):
        raise Unreadable(_NO_PERCENT, _NUMBER, raw=value)
    return _decimal(value, _NUMBER)


def share(raw: object) -> float | None:
    """A share: `97,82%` is 0.9782, `0,9782` too; numbers without the sign stay as they are."""
    if isinstance(raw, str) and raw.rstrip().endswith("%"):
        return round(_decimal(clean(raw)[:-1].strip(), _SHARE) / 100, 12)
    return number(raw)


def flag(raw: object) -> bool | None:
    """Yes or no."""
    if isinstance(raw, bool) or raw is None:
        return raw
    value = text(raw) or ""
    word = cased(value)
    if word in YES:
        return True
    if word in NO:
        return False
    if _blank(value):
        return None
    first = fold(value).split(" ")[0]
    if first in ("chua", "khong", "da"):
        return first == "da"
    raise Unreadable(_NOT_FLAG, _FLAG, raw=value)
