"""How `motcua evidence` tells what it did: sheets, coverage, unknown words and names, flaws, the contract."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from motcua.cli.console import print_line, print_table
from motcua.evidence.checking import Flaw, absent_tables
from motcua.evidence.describe import described
from motcua.evidence.importing import Covered, Report
from motcua.evidence.readers import kind_title
from motcua.evidence.readers.headings import label, title
from motcua.evidence.snapshot import Snapshot
from motcua.evidence.tables import CONTRACT
from motcua.language import Words, say, speak, spoken_number

SHOWN = 20
NAMED_UNITS = 3
FILE, SHEET, ROW = Words("Tệp", "File"), Words("Trang", "Sheet"), Words("Dòng", "Row")
TABLE, COLUMN, COUNT = Words("Bảng", "Table"), Words("Cột", "Column"), Words("Số lần", "Count")
ROWS_IN, STORED, REJECTED = Words("Dòng vào", "Rows in"), Words("Đã lưu", "Stored"), Words("Bị loại", "Rejected")
SUM = Words(
    "{rows} dòng vào = {stored} dòng lưu + {rejected} dòng loại. Bộ dữ liệu: {to}",
    "{rows} rows in = {stored} stored + {rejected} rejected. Snapshot: {to}",
)
REJECTS_IN = Words("Dòng bị loại và lý do: {path}", "Rejected rows and why: {path}")
NEW_KEY = Words(
    "Đã tạo khoá bí danh mới: {path}. Hãy cất giữ; mất khoá thì không đối chiếu được người giữa hai lần nhập.",
    "A new key for pseudonyms was made: {path}. Keep it; without it persons cannot be matched between imports.",
)
UNITS = Words("{count} đơn vị", "{count} units")
ASKED = Words("khai báo", "asked")
DERIVED = Words("suy ra từ dữ liệu", "derived from the rows")
BY_KIND = Words(
    "Phạm vi nguồn tính riêng cho từng loại, ghi như {example}; loại ghi ở cột {column}.",
    "Covered kind by kind, written as {example}; the kind stands in the column {column}.",
)
MORE = Words("… và {count} mục khác", "… and {count} more")
CLEAN = Words("Không có lỗi trong {tables} bảng, {rows} dòng.", "No problems in {tables} tables, {rows} rows.")
FOUND = Words("{problems} lỗi, {notes} điểm cần xem lại.", "{problems} problems, {notes} notes.")
ABSENT = Words(
    "Bảng không có dòng nào và không có phạm vi nguồn: {tables}.", "Absent tables, no rows and no coverage: {tables}."
)
PROBLEM, NOTE = Words("lỗi", "problem"), Words("lưu ý", "note")


def print_key(path: Path) -> None:
    print_line(NEW_KEY, path=path)


def print_report(report: Report, to: Path, *, verbose: bool) -> None:
    """Everything an import must tell, the sum of rows last."""
    notes = [outcome.note for outcome in report.outcomes]
    print_table(
        Words("Đã nhập", "Imported"),
        (FILE, SHEET, TABLE, ROWS_IN, STORED, REJECTED),
        (
            (
                n.file,
                n.sheet,
                _titled(n.table),
                spoken_number(n.rows),
                spoken_number(n.stored),
                spoken_number(n.rejected),
            )
            for n in notes
        ),
        right=(3, 4, 5),
    )
    if verbose:
        _print_headings(report)
    _print_unknown(report)
    _print_coverage(report.covered)
    for remark in report.remarks:
        print_line(Words("{remark}", "{remark}"), remark=remark)
    totals = {name: spoken_number(sum(getattr(n, name) for n in notes)) for name in ("rows", "stored", "rejected")}
    print_line(SUM, **totals, to=to)
    if report.rejects:
        print_line(REJECTS_IN, path=report.rejects)


def _titled(table: str) -> str:
    return f"{table} · {title(table)}" if speak() == "vi" else table


def _print_headings(report: Report) -> None:
    def rows() -> Iterator[Sequence[str]]:
        for outcome in report.outcomes:
            note = outcome.note
            for column, heading in outcome.headings.items():
                yield note.file, note.sheet, heading, f"{note.table}.{column}"
            for heading in outcome.ignored:
                yield note.file, note.sheet, heading, "—"

    print_table(Words("Tiêu đề cột", "Headings"), (FILE, SHEET, COLUMN, TABLE), rows())


def _print_unknown(report: Report) -> None:
    words = [
        (word, f"{table}.{column}", spoken_number(count), f'words: {{{column}: {{"{word}": …}}}}')
        for (table, column, word), count in report.unknown_words.most_common()
    ]
    print_table(
        Words("Từ chưa biết (dòng được giữ riêng)", "Unknown words (their rows are kept aside)"),
        (Words("Từ", "Word"), COLUMN, COUNT, Words("Dòng hồ sơ nguồn để khai", "Line for the profile")),
        _first(words),
        right=(2,),
    )
    names = sorted(report.unmatched.items(), key=lambda pair: (-pair[1], pair[0]))
    print_table(
        Words("Tên thủ tục chưa khớp danh mục", "Procedure names not found in the catalogue"),
        (Words("Tên thủ tục", "Procedure"), COUNT),
        _first([(name, spoken_number(count)) for name, count in names]),
        right=(1,),
    )


def _first(rows: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield from rows[:SHOWN]
    if len(rows) > SHOWN:
        yield (say(MORE, count=spoken_number(len(rows) - SHOWN)), *[""] * (len(rows[0]) - 1))


def _print_coverage(covered: Iterable[Covered]) -> None:
    """Units with the same days of one table, or of the same kinds in it, share a line."""
    lines: dict[tuple[str, date, date, bool], list[str]] = defaultdict(list)
    for stretch in covered:
        lines[_covered(stretch), stretch.first, stretch.last, stretch.asked].append(stretch.unit_id)
    print_table(
        Words("Phạm vi nguồn: chỉ trong phạm vi này, thiếu mới là lỗi", "Coverage: only inside it absence accuses"),
        (
            TABLE,
            Words("Đơn vị", "Unit"),
            Words("Từ ngày", "From"),
            Words("Đến ngày", "To"),
            Words("Căn cứ", "How known"),
        ),
        (
            (what, _units(units), f"{first:%d/%m/%Y}", f"{last:%d/%m/%Y}", say(ASKED if asked else DERIVED))
            for (what, first, last, asked), units in lines.items()
        ),
    )


def _covered(stretch: Covered) -> str:
    """The table, with its kinds where only some of them are complete."""
    kinds, some = CONTRACT[stretch.table].kinds, stretch.kinds
    if not some or len(some) == len(kinds):
        return _titled(stretch.table)
    shown = (kind_title(stretch.table, kind) if speak() == "vi" else kind.replace("_", " ") for kind in some)
    return f"{_titled(stretch.table)}: {', '.join(shown)}"


def _units(units: Sequence[str]) -> str:
    different = sorted(set(units))
    return ", ".join(different) if len(different) <= NAMED_UNITS else say(UNITS, count=spoken_number(len(different)))


def print_checked(snapshot: Snapshot, flaws: Sequence[Flaw]) -> None:
    rows = sum(note.rows for note in snapshot.manifest.files.values())
    print_table(
        Words("Kết quả kiểm tra", "Check"),
        (Words("Mức", "Level"), Words("Kiểm tra", "Check"), TABLE, COLUMN, COUNT, Words("Ví dụ", "Example")),
        (
            (
                say(NOTE if f.note else PROBLEM),
                say(f.check),
                _flawed(f.table),
                f.what,
                spoken_number(f.count),
                _places(f),
            )
            for f in sorted(flaws, key=lambda flaw: flaw.note)
        ),
        right=(4,),
    )
    problems = sum(not flaw.note for flaw in flaws)
    if problems == 0:
        print_line(CLEAN, tables=len(snapshot.tables), rows=spoken_number(rows))
    if flaws:
        print_line(FOUND, problems=problems, notes=len(flaws) - problems)
    if absent := absent_tables(snapshot):
        print_line(ABSENT, tables=", ".join(absent))


def _flawed(table: str) -> str:
    return _titled(table) if table in CONTRACT else table


def _places(flaw: Flaw) -> str:
    row = say(ROW).lower()
    return "\n".join(f"{place.file} · {place.sheet} · {row} {place.row}" for place in flaw.examples)


def print_contract() -> None:
    print_table(
        Words("Các bảng dữ liệu", "Evidence tables"),
        (TABLE, Words("Tên tiếng Việt", "In Vietnamese"), Words("Số cột", "Columns"), Words("Phục vụ", "Serves")),
        ((name, title(name), str(len(spec.columns)), spec.serves) for name, spec in CONTRACT.items()),
        right=(2,),
    )


def print_columns(table: str) -> None:
    spec = CONTRACT[table]
    print_table(
        Words(f"{table}: {title(table)}", f"{table}: {spec.says}"),
        (
            COLUMN,
            Words("Nhãn", "Label"),
            Words("Kiểu", "Kind"),
            Words("Cột lưu", "Stored as"),
            Words("Từ được nhận", "Words"),
        ),
        (
            (f"{c.name}{'!' if c.needed else ''}", c.label, say(c.kind), ", ".join(c.stored), ", ".join(c.words))
            for c in described(table)
        ),
    )
    if spec.kinds_in:
        print_line(BY_KIND, example=spec.coverable[-1], column=label(table, spec.kinds_in))
    key = ", ".join(label(table, name) if name in spec.columns else name for name in spec.key)
    print_line(Words("Khoá: {key}. Phục vụ: {serves}.", "Key: {key}. Serves: {serves}."), key=key, serves=spec.serves)
