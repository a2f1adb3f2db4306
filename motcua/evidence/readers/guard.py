"""What a file really is; refuses what cannot or must not be read: empty, cut, locked, a bomb, wrongly named."""

import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from motcua.language import Refusal, Words

MEGABYTE = 1 << 20
LARGEST = 4096 * MEGABYTE  # unpacked; a full sheet of 1,048,576 rows and 20 columns takes about 1.5 GiB
RATIO, FROM = 200, 64 * MEGABYTE
DEFLATE_AT_MOST = 1032
MOST_CELLS = 64_000_000


class Format(StrEnum):
    """The formats that are read."""

    XLSX = "Excel (.xlsx)"
    XLS = "Excel 97–2003 (.xls)"
    ODS = "OpenDocument (.ods)"
    CSV = "CSV"
    PARQUET = "Parquet"


_SUFFIXES = {
    ".xlsx": Format.XLSX,
    ".xlsm": Format.XLSX,
    ".xls": Format.XLS,
    ".ods": Format.ODS,
    ".csv": Format.CSV,
    ".txt": Format.CSV,
    ".tsv": Format.CSV,
    ".parquet": Format.PARQUET,
}
_ABSENT = Words(vi="{file}: không có tệp này", en="{file}: there is no such file")
_SUFFIX = Words(
    vi="{file}: không đọc kiểu tệp này; cần một trong {known}",
    en="{file}: this kind of file is not read; give one of {known}",
)
_EMPTY = Words(
    vi="{file}: tệp rỗng; cần một bảng có tiêu đề cột và dữ liệu",
    en="{file}: the file is empty; a table with headings and rows is needed",
)
_OTHER = Words(
    vi="{file}: tên là {named} nhưng nội dung là {found}; hãy xuất lại đúng định dạng hoặc đổi đuôi tệp cho đúng",
    en="{file}: named {named}, but it is {found}; export it again in that format or give it the right suffix",
)
_LOCKED = Words(
    vi="{file}: tệp đặt mật khẩu; hãy bỏ mật khẩu rồi nhập lại",
    en="{file}: the file is password-protected; remove the password and import again",
)
_BROKEN = Words(
    vi="{file}: tệp hỏng hoặc bị cắt ngang ({why}); hãy xuất hoặc chép lại",
    en="{file}: the file is damaged or cut off ({why}); export or copy it again",
)
_BOMB = Words(
    vi="{file}: tệp nén bung ra {size} MB, vượt mức an toàn; hãy tách thành nhiều tệp nhỏ",
    en="{file}: the file unpacks to {size} MB, beyond what is safe; split it into smaller files",
)
_WIDE = Words(
    vi="{file}: trang tính rộng {rows} dòng × {columns} cột, quá lớn; hãy xóa các ô lạc ở cuối trang",
    en="{file}: a sheet spans {rows} rows × {columns} columns, too much; delete the stray cells at its end",
)
_FILLED = Words(
    vi="{file}: một ô được lặp lại hàng chục nghìn lần; hãy xóa các ô lạc rồi lưu lại",
    en="{file}: one cell is repeated ten thousands of times; delete the stray cells and save again",
)


def format_of(path: Path) -> Format:
    """The format, checked against the file's content. Refuses everything that cannot be read, in one sentence."""
    if not path.is_file():
        raise Refusal(_ABSENT, file=path.name)
    named = _SUFFIXES.get(path.suffix.lower())
    if named is None:
        raise Refusal(_SUFFIX, file=path.name, known=", ".join(_SUFFIXES))
    if path.stat().st_size == 0:
        raise Refusal(_EMPTY, file=path.name)
    found = _content(path)
    if found != named:
        raise Refusal(_OTHER, file=path.name, named=named, found=found)
    return named


def broken(path: Path, why: object) -> Refusal:
    """The refusal of a damaged file, for readers that find out later."""
    return Refusal(_BROKEN, file=path.name, why=why)


def locked(path: Path) -> Refusal:
    return Refusal(_LOCKED, file=path.name)


def _content(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(b"PK"):
        return _zipped(path)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _ole(path)
    for start, kind in (
        (b"PAR1", Format.PARQUET),
        (b"%PDF", "PDF"),
        (b"{\\rtf", "RTF"),
        (b"\x09\x08", Format.XLS),
        (b"\x89PNG", "PNG"),
    ):
        if head.startswith(start):
            return kind
    return _textual(path, head)


def _textual(path: Path, head: bytes) -> str:
    start = (
        head.replace(b"\x00", b"")
        .removeprefix(b"\xef\xbb\xbf")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
        .lstrip()
        .lower()
    )
    if re.match(rb"<(!doctype html|html|table|head|body|meta|style|div)", start):
        return "HTML"
    if start.startswith(b"<?xml") or b"<workbook" in start:
        return "XML"
    if not start and len(head) > 4:
        raise Refusal(_EMPTY, file=path.name)
    if start[:1] in (b"{", b"[") and b'":' in start:
        return "JSON"
    zeros = head.count(b"\x00")
    utf16 = head[:2] in (b"\xff\xfe", b"\xfe\xff") or zeros > len(head) // 4
    return Format.CSV if utf16 or not zeros else "nhị phân / binary"


def _ole(path: Path) -> str:
    """Compound files: only the directory is looked at, by the names of streams in UTF-16."""
    data = path.read_bytes()
    if any(name.encode("utf-16-le") in data for name in ("EncryptedPackage", "EncryptionInfo")):
        raise locked(path)
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return Format.XLS
    return "Word (.doc)" if "WordDocument".encode("utf-16-le") in data else "OLE"


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _safe(path, members)
            kind = _kind(archive, {member.filename for member in members})
            _unpacked(path, archive, members)
            return kind
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise broken(path, _why(error)) from error


def _why(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _safe(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """By the directory: locked members, sizes and ratios no workbook has."""
    if any(member.flag_bits & 1 for member in members):
        raise locked(path)
    unpacked = sum(member.file_size for member in members)
    packed = max(1, sum(member.compress_size for member in members))
    if unpacked > LARGEST or (unpacked > FROM and unpacked > RATIO * packed):
        raise Refusal(_BOMB, file=path.name, size=unpacked // MEGABYTE)


def _kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return Format.XLSX if "xl/workbook.xml" in names else "Excel nhị phân (.xlsb)"
    if "mimetype" in names:
        kind = archive.read("mimetype").decode("ascii", "replace")
        if b"encryption-data" in (archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""):
            raise locked(Path(archive.filename or ""))
        return Format.ODS if "spreadsheet" in kind else f"OpenDocument ({kind.rsplit('.', 1)[-1]})"
    return "Word (.docx)" if "word/document.xml" in names else "ZIP"


_WIDE_CELL = re.compile(rb'r="([B-Z][A-Z]|[A-Z]{3})\d')
_REPEATED = re.compile(
    rb'number-rows-repeated="\d{5,}"[^>]*>(?:(?!</table:table-row>|<table:table-row).)*?office:value-type'
    rb'|<table:table-cell[^>]*number-columns-repeated="\d{4,}"[^>]*office:value-type'
    rb'|<table:table-cell[^>]*office:value-type[^>]*number-columns-repeated="\d{4,}"',
    re.DOTALL,
)
_LAST_ROW = re.compile(rb'<row [^>]*?r="(\d+)"')


def _unpacked(path: Path, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    """The directory may lie: members are unpacked once, checksums compared, sheets measured."""
    for member in members:
        rows = columns = 0
        sheet = member.filename.startswith("xl/worksheets/sheet")
        with archive.open(member) as stream:
            while chunk := stream.read(MEGABYTE):
                if sheet:
                    rows, columns = _spread(chunk, rows, columns)
                elif member.filename == "content.xml" and _REPEATED.search(chunk):
                    raise Refusal(_FILLED, file=path.name)
        _bounded(path, rows, columns)
        _honest(path, member)


def _spread(chunk: bytes, rows: int, columns: int) -> tuple[int, int]:
    last = chunk.rfind(b"<row ")
    found = _LAST_ROW.match(chunk, last) if last >= 0 else None
    for wide in _WIDE_CELL.finditer(chunk):
        columns = max(columns, _number(wide[1]))
    return (max(rows, int(found[1])) if found else rows), max(columns, 52 if found else 0)


def _number(letters: bytes) -> int:
    total = 0
    for letter in letters:
        total = total * 26 + letter - 64
    return total


def _bounded(path: Path, rows: int, columns: int) -> None:
    """Sheets are held as full rectangles: one stray cell far out would fill the memory."""
    if rows * columns > MOST_CELLS:
        raise Refusal(_WIDE, file=path.name, rows=rows, columns=columns)


def _honest(path: Path, member: zipfile.ZipInfo) -> None:
    if member.file_size > DEFLATE_AT_MOST * max(1, member.compress_size) + MEGABYTE:
        raise broken(path, member.filename)
