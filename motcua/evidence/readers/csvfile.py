"""CSV files as a grid: encoding and delimiter found, rows streamed."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from motcua.evidence.readers.grid import Cells, Grid
from motcua.evidence.readers.guard import broken
from motcua.evidence.readers.legacy_fonts import legacy_font
from motcua.language import Refusal, Words

_CHUNK = 1 << 20
_SAMPLE = 1 << 16
_DELIMITERS = ";,\t|"
_MOST_LINES = 200  # of one record: more means a quote that never closes
_FONT = Words(
    vi="{file}: chữ viết theo bảng mã cũ {font}; hãy chuyển sang Unicode (ví dụ bằng UniKey) rồi nhập lại",
    en="{file}: the text is in the old encoding {font}; convert it to Unicode (with UniKey, say) and import again",
)
_UNDECODED = Words(
    vi="{file}: không nhận ra bảng mã; hãy lưu lại dạng CSV UTF-8",
    en="{file}: the encoding is not known; save it again as CSV UTF-8",
)
_UNCLOSED = Words(
    vi="{file}, dòng {row}: dấu ngoặc kép mở ra mà không đóng; hãy xuất lại tệp",
    en="{file}, row {row}: a quotation mark opens and never closes; export the file again",
)


def grid(path: Path) -> Grid:
    """The file as one sheet; its name is the sheet's name."""
    encoding = encoding_of(path)
    delimiter = delimiter_of(path, encoding)
    return Grid(path.name, path.stem, lambda: _rows(path, encoding, delimiter), texts=True)


def encoding_of(path: Path) -> str:
    """UTF-8 or UTF-16 by mark or by content, else Windows-1258. Refuses text in old fonts."""
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if head.startswith(mark):
            return name
    if b"\x00" in head:
        return "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"
    if _decodes(path, "utf-8"):
        return "utf-8"
    font = legacy_font([head.decode("latin-1")])
    if font:
        raise Refusal(_FONT, file=path.name, font=font)
    if _decodes(path, "cp1258"):
        return "cp1258"
    raise Refusal(_UNDECODED, file=path.name)


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def delimiter_of(path: Path, encoding: str) -> str:
    """The delimiter that parts most lines into the same number of cells; `sep=` in the first line decides."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        sample = file.read(_SAMPLE)
    if sample[:4].lower() == "sep=" and sample[4:5]:
        return sample[4]
    scored = [(_regular(sample, delimiter), delimiter) for delimiter in _DELIMITERS]
    score, delimiter = max(scored, key=lambda pair: pair[0])
    return delimiter if score else ","


def _regular(sample: str, delimiter: str) -> int:
    """Cells in rows of the most usual width, where that is more than one."""
    widths: dict[int, int] = {}
    try:
        for record in csv.reader(sample.splitlines(keepends=True), delimiter=delimiter):
            if len(record) > 1:
                widths[len(record)] = widths.get(len(record), 0) + 1
    except csv.Error:
        return 0
    return max((count * (width - 1) for width, count in widths.items()), default=0)


def _rows(path: Path, encoding: str, delimiter: str) -> Iterator[Cells]:
    number = 0
    try:
        with path.open(encoding=encoding, newline="") as file:
            reader = csv.reader(file, delimiter=delimiter)
            before = 0
            for number, record in enumerate(reader, 1):
                if reader.line_num - before > _MOST_LINES:
                    raise Refusal(_UNCLOSED, file=path.name, row=number)
                before = reader.line_num
                yield record
    except csv.Error as error:
        raise Refusal(_UNCLOSED, file=path.name, row=number + 1) from error
    except UnicodeError as error:
        raise broken(path, error) from error
