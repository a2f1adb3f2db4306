"""Files into tables: each sheet's header found, its columns bound, its rows opened for streaming."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from motcua.evidence.readers import csvfile, parquet, sheets
from motcua.evidence.readers.binding import bind, lacks
from motcua.evidence.readers.derive import told, untold
from motcua.evidence.readers.grid import Cells, Grid
from motcua.evidence.readers.guard import Format, format_of
from motcua.evidence.readers.headings import label, title
from motcua.evidence.readers.layout import SEARCHED, Header, Wanted, find
from motcua.evidence.readers.legacy_fonts import in_font, legacy_font
from motcua.evidence.readers.matching import shown
from motcua.evidence.readers.procedures import ProcedureNames
from motcua.evidence.readers.profile import UNPROFILED, Feed, Profile
from motcua.evidence.readers.rows import SourceTable
from motcua.language import Refusal, Words

_SAMPLED = 300
_SURE = 3

_FONT = Words(
    vi="{file}, trang “{sheet}”, dòng {row}: chữ viết theo bảng mã cũ {font} (“{sample}”); "
    "hãy chuyển sang Unicode (ví dụ bằng UniKey) rồi nhập lại",
    en="{file}, sheet “{sheet}”, row {row}: the text is in the old encoding {font} (“{sample}”); "
    "convert it to Unicode (with UniKey, say) and import again",
)
_NO_HEADER = Words(
    vi="{file}, trang “{sheet}”: không thấy tiêu đề của bảng nào đã biết; dòng đầu đọc được: {seen}",
    en="{file}, sheet “{sheet}”: no header of a known table was found; the first line reads: {seen}",
)
_LACKS = Words(
    vi="{file}, trang “{sheet}”: bảng “{table}” thiếu cột {missing}; các tiêu đề có: {seen}",
    en="{file}, sheet “{sheet}”: table “{table}” lacks {missing}; the headings are: {seen}",
)
_NOTHING = Words(
    vi="{file}: không trang nào là bảng đã biết ({sheets})", en="{file}: no sheet is a known table ({sheets})"
)
_NO_SHEET = Words(
    vi="{file}: không có trang nào tên “{wanted}”; có: {sheets}",
    en="{file}: no sheet is named “{wanted}”; there are: {sheets}",
)
_NO_CELLS = Words(vi="{file}: không có ô nào có dữ liệu", en="{file}: no cell holds anything")

_NO_CONSTANTS: Mapping[str, object] = {}


def read(
    path: Path,
    *,
    profile: Profile | None = None,
    constants: Mapping[str, object] = _NO_CONSTANTS,
    catalogue: ProcedureNames | None = None,
) -> Iterator[SourceTable]:
    """Every sheet of a file as evidence tables, one after the other. `constants` fill what a sheet leaves empty.

    Refuses a file that cannot be read, or in which no table is known."""
    kind = format_of(path)
    if kind is Format.PARQUET:
        yield parquet.table(path, constants)
        return
    grids = iter([csvfile.grid(path)]) if kind is Format.CSV else sheets.grids(path)
    yield from _tables(path, grids, profile or UNPROFILED, constants, catalogue)


def _tables(
    path: Path,
    grids: Iterator[Grid],
    profile: Profile,
    constants: Mapping[str, object],
    catalogue: ProcedureNames | None,
) -> Iterator[SourceTable]:
    seen: list[str] = []
    refused: list[Refusal] = []
    known = 0
    for grid in grids:
        seen.append(grid.sheet)
        for feed in profile.feeds:
            if not (feed.takes(grid.sheet) or _without_sheets(path)):
                continue
            try:
                found = _table(grid, feed, constants, catalogue)
            except _Unrecognised as unknown:
                refused.append(unknown.refusal)
                found = unknown.reported(grid)
            if found is not None:
                known += bool(found.table)
                yield found
    _something(path, profile, seen, refused, known)


def _without_sheets(path: Path) -> bool:
    """A CSV has no sheet that a profile could name."""
    return path.suffix.lower() in (".csv", ".txt", ".tsv")


def _something(path: Path, profile: Profile, seen: list[str], refused: list[Refusal], known: int) -> None:
    if known:
        return
    if not seen:
        raise Refusal(_NO_CELLS, file=path.name)
    if len(refused) == 1:
        raise refused[0]
    if not refused:
        raise Refusal(
            _NO_SHEET, file=path.name, wanted=", ".join(feed.sheet for feed in profile.feeds), sheets=", ".join(seen)
        )
    raise Refusal(_NOTHING, file=path.name, sheets=", ".join(dict.fromkeys(seen)))


class _Unrecognised(Exception):
    """A sheet that is no known table: reported, and refused where it is the only one."""

    def __init__(self, refusal: Refusal, headings: tuple[str, ...]) -> None:
        self.refusal = refusal
        self.headings = headings

    def reported(self, grid: Grid) -> SourceTable:
        return SourceTable(grid.file, grid.sheet, "", {}, self.headings, lambda: iter(()), str(self.refusal))


def _table(
    grid: Grid, feed: Feed, constants: Mapping[str, object], catalogue: ProcedureNames | None
) -> SourceTable | None:
    head = list(islice(grid.rows(), _SAMPLED))
    _modern(grid, head)
    given = tuple({*constants, *feed.constants, *feed.keys})
    row = None if feed.header_row is None else feed.header_row - grid.first
    wanted = Wanted(told(grid.sheet, Path(grid.file).stem), feed.table, row, feed.columns, given)
    header = find(head[:SEARCHED], grid.merges, wanted)
    if header is None:
        seen = _first(head)
        raise _Unrecognised(Refusal(_NO_HEADER, file=grid.file, sheet=grid.sheet, seen=" | ".join(seen)), tuple(seen))
    if feed.optional and lacks(header, feed):
        return None
    missing = (*header.match.missing, *untold(header.match.table, {*header.match.columns, *given}, header.told))
    if missing:
        _lacking(grid, header, feed, missing)
    return bind(grid, header, feed, constants, catalogue)


def _lacking(grid: Grid, header: Header, feed: Feed, lacking: tuple[str, ...]) -> None:
    match = header.match
    seen = [shown(heading) for heading in header.headings if shown(heading)]
    missing = ", ".join(f"“{label(match.table, column)}” ({column})" for column in lacking)
    refusal = Refusal(
        _LACKS, file=grid.file, sheet=grid.sheet, table=title(match.table), missing=missing, seen=" | ".join(seen)
    )
    if feed.table is None and len(match.columns) < _SURE:
        raise _Unrecognised(refusal, tuple(seen))
    raise refusal


def _first(head: list[Cells]) -> list[str]:
    """The cells of the first row with more than one."""
    rows = [[str(cell) for cell in row if cell not in ("", None)] for row in head]
    return next((row[:30] for row in rows if len(row) > 1), rows[0][:30] if rows else [])


def _modern(grid: Grid, head: list[Cells]) -> None:
    """Refuses a sheet whose text is in an old font."""
    texts = [cell for row in head for cell in row if isinstance(cell, str)]
    font = legacy_font(texts)
    if font is None:
        return
    for number, row in enumerate(head, grid.first):
        for cell in row:
            if isinstance(cell, str) and in_font(cell):
                raise Refusal(_FONT, file=grid.file, sheet=grid.sheet, row=number, font=font, sample=cell[:40])
