"""The same records laid out in seven ways for each main table: what is written, and what must be read back."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import yaml

from motcua.evidence.readers.folding import fold
from motcua.evidence.table import Kind
from motcua.evidence.tables import CONTRACT
from tests.evidence.readers.records import HINTS, RECORDS
from tests.evidence.readers.writers import write

# Column to heading in each of the seven layouts; "Parent/Child" stands in two lines.
_HEADINGS = Path(__file__).with_name("layout_headings.txt")
VIETNAM = timezone(timedelta(hours=7))
EXCEL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - local, as cells are


WORDS: dict[str, list[object]] = yaml.safe_load(
    Path(__file__).with_name("layout_words.yaml").read_text(encoding="utf-8")
)
FLAGS = (("Có", "Không"), ("x", "-"), ("✓", "☐"), ("true", "false"), ("Rồi", "Chưa"), ("1", "0"), (1, 0))
MONEY: tuple[Callable[[int], object], ...] = (
    lambda n: n,
    lambda n: f"{n:,}".replace(",", ".") + " đ",
    lambda n: f"{n:,} VND",
    float,
    lambda n: f"{n:,}".replace(",", ".") + "đ" if n else "Miễn phí",
    lambda n: f"{n:,}".replace(",", "."),
    str,
)


def _clocked(day: str, clock: str, joined: Callable[[str, str], str]) -> Callable[[date], str]:
    return lambda m: joined(f"{m:{day}}", f"{m:{clock}}") if isinstance(m, datetime) else f"{m:{day}}"


def serial(moment: date) -> float:
    """As Excel counts: days since the end of 1899."""
    whole = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    return (whole - EXCEL_ZERO) / timedelta(days=1)


MOMENTS: tuple[Callable[[date], object], ...] = (
    lambda m: m,
    lambda m: f"{m.day}/{m.month}/{m.year}" + (f" {m:%H:%M}" if isinstance(m, datetime) else ""),
    _clocked("%d-%m-%Y", "%H:%M", lambda day, clock: f"{day} {clock}"),
    lambda m: m.replace(tzinfo=VIETNAM).isoformat() if isinstance(m, datetime) else m.isoformat(),
    lambda m: (
        f"{m:%H} giờ {m:%M} phút, ngày {m.day}/{m.month}/{m.year}" if isinstance(m, datetime) else f"{m:%d/%m/%Y}"
    ),
    _clocked("%d/%m/%Y", "%H:%M", lambda day, clock: f"{clock} {day}"),
    serial,
)


@dataclass(frozen=True)
class Style:
    """How a layout is written besides its headings, words and values."""

    file: str
    titles: bool = False
    numbering: tuple[str, ...] = ()
    total: bool = False
    signed: bool = False
    backwards: bool = False
    spelt: Callable[[str], str] = str
    encoding: str = "utf-8-sig"
    delimiter: str = ";"


STYLES = (
    Style("mot.xlsx", titles=True, total=True, spelt=lambda h: h.replace(" ", "\n", 1)),
    Style("hai.csv", backwards=True, spelt=lambda h: fold(h).capitalize()),
    Style("ba.xls", titles=True, numbering=("(1)",), total=True, signed=True),
    Style("bon.ods", spelt=lambda h: f" {h} "),
    Style(
        "nam.csv",
        titles=True,
        signed=True,
        spelt=lambda h: unicodedata.normalize("NFD", h),
        encoding="utf-16",
        delimiter="\t",
    ),
    Style("sau.csv", backwards=True, spelt=str.upper, encoding="cp1258", delimiter=","),
    Style("bay.xlsx", titles=True, numbering=("A", "1"), backwards=True),
)


def headings(table: str) -> dict[str, tuple[str, ...]]:
    """Column to its heading in each layout."""
    lines = [line.split("|") for line in _HEADINGS.read_text(encoding="utf-8").splitlines()]
    starts = [n for n, line in enumerate(lines) if len(line) == 1] + [len(lines)]
    for start, end in pairwise(starts):
        if lines[start][0].strip() == table:
            return {line[0].strip(): tuple(cell.strip() for cell in line[1:]) for line in lines[start + 1 : end]}
    raise KeyError(table)


def rendered(table: str, column: str, value: object, layout: int) -> object:
    """A value as the layout writes it."""
    kind = CONTRACT[table].columns[column].kind
    if value is None:
        return ""
    if kind is Kind.WORD:
        return WORDS[str(value)][layout] if str(value) in WORDS else value
    if kind is Kind.FLAG:
        return FLAGS[layout][not value]
    if kind is Kind.MONEY and isinstance(value, int):
        return MONEY[layout](value)
    if kind is Kind.MOMENT and isinstance(value, date):
        return MOMENTS[layout](value)
    return value


def lay_out(folder: Path, table: str, layout: int) -> Path:
    """Write one layout; a running number and a remark stand beside the columns."""
    style = STYLES[layout]
    columns = [(column, names[layout]) for column, names in headings(table).items() if names[layout]]
    if style.backwards:
        columns.reverse()
    numbered = table != "book_entry"
    heads = ["STT"] * numbered + [style.spelt(name) for _, name in columns] + ["Ghi chú"]
    body = [
        [n] * numbered + [rendered(table, column, record[column], layout) for column, _ in columns] + [""]
        for n, record in enumerate(RECORDS[table], 1)
    ]
    return _written(folder / style.file, style, HINTS[table], heads, body)


def _written(path: Path, style: Style, title: str, heads: list[str], body: list[list[object]]) -> Path:
    width = len(heads)
    rows: list[list[object]] = []
    if style.titles:
        rows += [["UBND XÃ BÌNH THẠNH"], [], ["", "", title], ["", "", "Năm 2023"]]
    lines, merges = _head_lines(heads, len(rows))
    rows += lines
    if style.numbering:
        start = len(style.numbering) - 1
        mark = "({})" if style.numbering == ("(1)",) else "{}"
        rows.append([*style.numbering[:start], *[mark.format(n + 1) for n in range(width - start)]])
    rows += body
    if style.total:
        rows.append(["", f"Tổng cộng: {len(body)}"])
    if style.signed:
        rows += [
            [],
            ["", "", "Bình Thạnh, ngày 30 tháng 7 năm 2023"],
            ["NGƯỜI LẬP", "", "CHỦ TỊCH"],
            ["", "", "(Ký, ghi rõ họ tên)"],
            ["Lê Văn Ba", "", "Võ Thị Tư"],
        ]
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    return write(path, padded, merges, encoding=style.encoding, delimiter=style.delimiter)


def _head_lines(heads: list[str], top: int) -> tuple[list[list[object]], list[tuple[int, int, int, int]]]:
    """One line, or two where headings have parents: the parent once, merged over its children."""
    if not any("/" in head for head in heads) or all(
        "/" not in head or head.strip().lower().startswith("bản chính") for head in heads
    ):
        return [list(heads)], []
    parted = [head.split("/", 1) if "/" in head else [head, ""] for head in heads]
    parents = [
        parent if not at or parent != parted[at - 1][0] or not child else ""
        for at, (parent, child) in enumerate(parted)
    ]
    merges = []
    for at, (parent, child) in enumerate(parted):
        if not child:
            merges.append((top, at, top + 1, at))
        elif parents[at]:
            end = at
            while end + 1 < len(parted) and parted[end + 1][0] == parent:
                end += 1
            merges.append((top, at, top, end))
    return [list(parents), [child for _, child in parted]], merges


def expected(table: str) -> list[dict[str, object]]:
    """What must be stored: moments as pairs of local day and UTC instant."""
    out = []
    for record in RECORDS[table]:
        stored: dict[str, object] = {}
        for column, value in record.items():
            if CONTRACT[table].columns[column].kind is Kind.MOMENT:
                known = value if isinstance(value, datetime) else None
                stored[f"{column}_on"] = known.date() if known else value
                stored[f"{column}_at"] = known.replace(tzinfo=VIETNAM).astimezone(UTC) if known else None
            else:
                stored[column] = value
        out.append(stored)
    return out
