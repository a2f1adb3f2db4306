"""`motcua evidence`: import sources into a snapshot, check a snapshot, describe the contract."""

from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from motcua.cli.console import row_progress
from motcua.cli.evidence_report import (
    print_checked,
    print_columns,
    print_contract,
    print_key,
    print_report,
)
from motcua.evidence.checking import check_snapshot
from motcua.evidence.describe import markdown
from motcua.evidence.importing import Asked, Defaults, Plan, Stretch, is_snapshot, plan, run_import
from motcua.evidence.pseudonyms import key_file, read_or_create_key
from motcua.evidence.readers.profile import load_profile
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal, Words, say

VIETNAM = timezone(timedelta(hours=7))
END_OF_DAY = time(23, 59, 59)
PROBLEMS = 1
ODD_DAY = Words(
    "{option}: “{text}” không phải ngày dạng 2023-07-31.", "{option}: “{text}” is no day such as 2023-07-31."
)
ODD_DAYS = Words(
    "--covers: “{text}” không hợp lệ; cần hai ngày dạng 2023-01-01..2023-06-30, hoặc none.",
    "--covers: “{text}” is not right; wanted are two days such as 2023-01-01..2023-06-30, or none.",
)
NO_TABLE = Words("không có bảng “{table}”; các bảng: {known}.", "there is no table “{table}”; tables are: {known}.")
BROKEN = Words(
    "{folder}: dữ liệu hỏng, không đọc hết được; hãy nhập lại từ nguồn.",
    "{folder}: the data are damaged and cannot be read to the end; import the sources again.",
)

app = typer.Typer(
    help=say(Words("Nhập, kiểm tra và mô tả dữ liệu kiểm tra.", "Import, check and describe evidence.")),
    no_args_is_help=True,
)


@app.command(
    "import",
    help=say(
        Words(
            "Nhập tệp hoặc thư mục (có thể kèm sources.yaml) vào một bộ dữ liệu; bộ cũ chỉ bị thay khi xong. "
            "Nguồn là một bộ dữ liệu đã nhập thì được giữ nguyên, dữ liệu mới thêm vào.",
            "Import files or folders (with a sources.yaml or not); an earlier snapshot is replaced only at the end. "
            "A source that is a snapshot is carried over as it is, and new rows are added to it.",
        )
    ),
)
def import_(  # noqa: PLR0913  the options of the command line
    sources: Annotated[list[Path], typer.Argument(metavar="SOURCE...")],
    *,
    to: Annotated[Path, typer.Option("--to", help=say(Words("thư mục bộ dữ liệu", "folder of the snapshot")))],
    profile: Annotated[
        str | None, typer.Option(help=say(Words("hồ sơ nguồn: tên hoặc tệp", "profile: name or file")))
    ] = None,
    unit: Annotated[
        str | None, typer.Option(help=say(Words("đơn vị, nếu tệp không ghi", "unit, where files name none")))
    ] = None,
    covers: Annotated[
        str | None, typer.Option(metavar="FROM..TO", help=say(Words("những ngày nguồn đầy đủ", "complete days")))
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help=say(Words("ngày chốt dữ liệu", "day of the data")))
    ] = None,
    key: Annotated[Path | None, typer.Option(help=say(Words("tệp khoá bí danh", "key file of the pseudonyms")))] = None,
    rejects: Annotated[
        Path | None, typer.Option(help=say(Words("tệp ghi dòng bị loại", "workbook of rejected rows")))
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help=say(Words("dừng ở dòng hỏng đầu tiên", "stop at a bad row")))
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help=say(Words("in các cột đã nhận", "print headings")))
    ] = False,
) -> None:
    """Import SOURCE... into the snapshot `to`."""
    now = datetime.now(VIETNAM)
    beside = rejects or to.absolute().with_name(f"{to.name}-rejects.xlsx")
    secret = key_file(to, key, next(filter(is_snapshot, sources), None))
    defaults = Defaults(load_profile(profile) if profile else None, unit, _stretches(covers))
    read = plan(sources, defaults, skip=frozenset(path.absolute() for path in (to, beside, secret)))
    moment = _moment(read, _day("--as-of", as_of) if as_of else None, now)
    bytes_, made = read_or_create_key(secret)
    with row_progress() as hear:
        report = run_import(Asked(read.sources, to, beside, moment, bytes_, strict, read.earlier), hear)
    if made:
        print_key(secret)
    print_report(report, to, verbose=verbose)


@app.command("check", help=say(Words("Kiểm tra một bộ dữ liệu.", "Check a snapshot.")))
def check(
    snapshot: Annotated[Path, typer.Argument(metavar="SNAPSHOT")],
    limit: Annotated[int, typer.Option(min=1, help=say(Words("số ví dụ mỗi lỗi", "examples for each flaw")))] = 1,
) -> None:
    """Exit with 1 where problems were found; notes are no problems."""
    opened = open_snapshot(snapshot)
    try:
        flaws = list(check_snapshot(opened, examples=limit))
    except duckdb.Error as error:
        raise Refusal(BROKEN, folder=snapshot) from error
    print_checked(opened, flaws)
    if any(not flaw.note for flaw in flaws):
        raise typer.Exit(PROBLEMS)


@app.command("describe", help=say(Words("In quy ước bảng dữ liệu.", "Print the contract.")))
def describe(
    table: Annotated[str | None, typer.Argument(metavar="TABLE")] = None,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help=say(Words("in dạng Markdown", "as Markdown")))
    ] = False,
) -> None:
    """Print all tables, the columns of one, or the whole reference page."""
    if as_markdown:
        typer.echo(markdown(), nl=False)
    elif table is None:
        print_contract()
    elif table in CONTRACT:
        print_columns(table)
    else:
        raise Refusal(NO_TABLE, table=table, known=", ".join(CONTRACT))


def _moment(read: Plan, told: date | None, now: datetime) -> datetime:
    """As asked for, else as the folder says, not before the earlier snapshot, whose rows are known until then only."""
    day = told or read.as_of
    moment = datetime.combine(day, END_OF_DAY, VIETNAM) if day else None
    if read.earlier and not told:
        before = read.earlier.manifest.as_of
        return max(moment or before, before)
    return moment or now


def _stretches(text: str | None) -> tuple[Stretch, ...] | None:
    if text is None:
        return None
    if text == "none":
        return ()
    try:
        first, last = (date.fromisoformat(part) for part in text.split(".."))
    except ValueError as error:
        raise Refusal(ODD_DAYS, text=text) from error
    if first > last:
        raise Refusal(ODD_DAYS, text=text)
    return (Stretch(first, last),)


def _day(option: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal(ODD_DAY, option=option, text=text) from error
