"""`motcua inspect`: rules over a snapshot, findings on screen, the notice and its proof in a folder."""

from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from pathlib import Path
from socket import create_connection
from typing import Annotated
from urllib.parse import urlsplit

import typer

from motcua.cli.console import print_line
from motcua.cli.days import read_day
from motcua.cli.findings_table import show_findings
from motcua.cli.options import argument, option
from motcua.evidence.engines import DuckEngine, Engine, SparkEngine, spark_session
from motcua.evidence.snapshot import Snapshot, open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.inspection.catalogue import rules
from motcua.inspection.engine import Inspection
from motcua.inspection.inspection_file import InspectionFile, check_names, read_inspection_file
from motcua.inspection.output import Written, write_all
from motcua.inspection.period import Period
from motcua.inspection.programme import Programme, default_programme, read_programme
from motcua.inspection.statements import conclude
from motcua.inspection.verdict import Outcome
from motcua.language import Refusal, Words

HELP = Words(
    "Kiểm tra các đơn vị trên bộ dữ liệu và viết thông báo kết luận.",
    "Inspect units on a snapshot and write the conclusion notice.",
)
FAILED = 1
SPARK_PORT = 15002  # what Spark Connect listens at where the address names none
REACH_SECONDS = 10


class FailOn(StrEnum):
    BREACHED = "breached"


VIETNAM = timezone(timedelta(hours=7))
NO_PERIOD = Words(
    "Cần kỳ kiểm tra: --from NGÀY --to NGÀY, hoặc mục period trong tệp --inspection.",
    "A period is needed: --from DATE --to DATE, or the entry period of the --inspection file.",
)
NO_UNIT = Words(
    "Cần đơn vị được kiểm tra: --unit MÃ, hoặc mục units trong tệp --inspection.",
    "A unit is needed: --unit CODE, or the entry units of the --inspection file.",
)
NO_URL = Words(
    "Máy tính Spark cần địa chỉ: --spark-url sc://máy:cổng.", "Engine spark needs --spark-url sc://host:port."
)
NO_SERVER = Words(
    "{url}: không kết nối được máy chủ Spark Connect; kiểm tra địa chỉ và máy chủ, viết dạng sc://máy:cổng.",
    "{url}: no Spark Connect server answers; check the address and the server, written as sc://host:port.",
)
NO_FILE = Words("{file}: không có tệp này.", "{file}: there is no such file.")
UNKNOWN_ENGINE = Words(
    "Máy tính “{engine}” không có; chọn duckdb hoặc spark.", "No engine “{engine}”; choose duckdb or spark."
)
WRITTEN = Words("Đã ghi vào {folder}: {files}", "Written to {folder}: {files}")
CHANGED = Words(
    "Sửa bằng tay: {number} câu, nêu trong findings.json.", "Changed by hand: {number}, listed in findings.json."
)


def inspect(  # noqa: PLR0913, PLR0917  the command's options
    snapshot: Annotated[Path, argument("bộ dữ liệu (motcua evidence import)", "snapshot (motcua evidence import)")],
    out: Annotated[Path, option("thư mục kết quả", "folder for the results", "--out")],
    unit: Annotated[
        list[str] | None, option("mã đơn vị; nêu được nhiều lần", "unit code; may be repeated", "--unit")
    ] = None,
    start: Annotated[str | None, option("ngày đầu kỳ", "first day of the period", "--from")] = None,
    end: Annotated[str | None, option("ngày cuối kỳ", "last day of the period", "--to")] = None,
    as_of: Annotated[str | None, option("ngày chốt", "day seen from", "--as-of")] = None,
    programme: Annotated[Path | None, option("chương trình (YAML)", "programme (YAML)", "--programme")] = None,
    inspection: Annotated[
        Path | None, option("tệp cuộc kiểm tra (YAML)", "the inspection's file (YAML)", "--inspection")
    ] = None,
    engine: Annotated[str, option("máy tính: duckdb hoặc spark", "engine: duckdb or spark", "--engine")] = "duckdb",
    spark_url: Annotated[str | None, option("địa chỉ sc://máy:cổng", "address sc://host:port", "--spark-url")] = None,
    fail_on: Annotated[
        FailOn | None, option("có vi phạm thì thoát với mã 1", "exit with 1 where a rule is breached", "--fail-on")
    ] = None,
    everything: Annotated[
        bool, option("in cả quy tắc đạt, không phát sinh", "also what is met or had no case", "--all")
    ] = False,
) -> None:
    """Inspect the units and write what was found."""
    for given in (inspection, programme):
        if given and not given.is_file():
            raise Refusal(NO_FILE, file=given)
    source = open_snapshot(snapshot)
    file = read_inspection_file(inspection) if inspection else None
    chosen = read_programme(programme) if programme else default_programme()
    units = list(unit or (file.units if file else ()))
    if not units:
        raise Refusal(NO_UNIT)
    period = chosen.over(_period(file, start, end, as_of, source))
    run = Inspection.open(_engine(engine, source, spark_url), period, units, chosen.target)
    if file:
        check_names(file, run.inspected, [rule.code for rule in rules()])
    conclusion = conclude(run, rules(), chosen)
    written = write_all(
        out, conclusion, run, chosen, file, at=source.manifest.as_of, run=_named(source, chosen, engine)
    )
    show_findings(run, conclusion.verdicts, everything=everything)
    _report(out, written)
    if fail_on and any(v.outcome is Outcome.BREACHED for v in conclusion.verdicts):
        raise typer.Exit(FAILED)


def _engine(name: str, source: Snapshot, spark_url: str | None) -> Engine:
    paths = {table: source.paths(table) for table in CONTRACT}
    if name == "duckdb":
        return DuckEngine(paths)
    if name != "spark":
        raise Refusal(UNKNOWN_ENGINE, engine=name)
    if spark_url is None:
        raise Refusal(NO_URL)
    _reach(spark_url)
    return SparkEngine(paths, spark_session(spark_url))


def _reach(url: str) -> None:
    """Raises Refusal at once where no server listens: the session itself would go on trying for minutes."""
    try:
        place = urlsplit(url)
        if place.scheme != "sc" or not place.hostname:
            raise Refusal(NO_SERVER, url=url)
        create_connection((place.hostname, place.port or SPARK_PORT), timeout=REACH_SECONDS).close()
    except (OSError, ValueError):
        raise Refusal(NO_SERVER, url=url) from None


def _period(
    file: InspectionFile | None, start: str | None, end: str | None, as_of: str | None, source: Snapshot
) -> Period:
    """The period asked for, else the file's; seen from the day asked for, the file's, or the snapshot's."""
    own = file.period if file else None
    first = read_day(start, "--from") if start else own.start if own else None
    last = read_day(end, "--to") if end else own.end if own else None
    if first is None or last is None:
        raise Refusal(NO_PERIOD)
    return Period.of(first, last, _seen_from(own, as_of, source, last))


def _seen_from(own: Period | None, as_of: str | None, source: Snapshot, last: date) -> date:
    if as_of:
        return read_day(as_of, "--as-of")
    return own.as_of if own else min(last, _day(source.manifest.as_of))


def _day(at: datetime) -> date:
    return at.astimezone(VIETNAM).date()


def _named(source: Snapshot, programme: Programme, engine: str) -> dict[str, str]:
    return {
        "programme": programme.name,
        "engine": engine,
        "snapshot_as_of": source.manifest.as_of.isoformat(),
        "contract": source.manifest.contract_version,
    }


def _report(out: Path, written: Written) -> None:
    if written.changes:
        print_line(CHANGED, number=len(written.changes))
    print_line(WRITTEN, folder=out, files=", ".join(path.name for path in written.files))
