"""`motcua sample`: draws dossiers of a unit and writes the workbook to be filled in over the paper."""

import re
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated

import typer

from motcua.cli.console import print_line
from motcua.cli.days import read_day
from motcua.evidence.engines import DuckEngine
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.inspection.check_workbook import check_workbook
from motcua.inspection.period import Period
from motcua.inspection.sample import COLUMNS, By, Drawn, draw
from motcua.language import Refusal, Words, say

VIETNAM = timezone(timedelta(hours=7))
HELP = Words(
    "Rút ngẫu nhiên hồ sơ của một đơn vị và ghi phiếu kiểm tra hồ sơ giấy.",
    "Draw dossiers of a unit and write the workbook to check their paper.",
)
UNKNOWN_STRATA = Words(
    "--by: không chia được theo “{by}”; chọn một trong: {known}.",
    "--by: “{by}” is nothing to divide by; choose one of: {known}.",
)
STANDS = Words(
    "{file}: tệp đã có, có thể đã được điền; hãy đặt tên khác bằng --out.",
    "{file}: the file exists and may be filled in already; give another name with --out.",
)
ALL = Words(
    "{unit} chỉ có {population} hồ sơ, không quá {n}: đã rút tất cả.",
    "{unit} has {population} dossiers only, not more than {n}: all were drawn.",
)
NOT_IN_NAMES = re.compile(r"[^\w.-]+")
DRAWN = Words(
    "Đã rút {n} trong {population} hồ sơ của {unit} (số gieo {seed}), ghi ở {file}. Điền xong, nhập bằng: "
    "motcua evidence import {snapshot} {file} --profile check-workbook --to BỘ-DỮ-LIỆU-MỚI",
    "Drew {n} of {population} dossiers of {unit} (seed {seed}) into {file}. When filled in, import it by: "
    "motcua evidence import {snapshot} {file} --profile check-workbook --to NEW-SNAPSHOT",
)


def sample(  # noqa: PLR0913  the options of the command line
    snapshot: Annotated[Path, typer.Argument(metavar="SNAPSHOT")],
    *,
    unit: Annotated[str, typer.Option(help=say(Words("mã đơn vị", "unit code")))],
    start: Annotated[str, typer.Option("--from", metavar="DATE", help=say(Words("ngày đầu kỳ", "first day")))],
    end: Annotated[str, typer.Option("--to", metavar="DATE", help=say(Words("ngày cuối kỳ", "last day")))],
    n: Annotated[int, typer.Option("--n", min=1, help=say(Words("số hồ sơ", "how many dossiers")))] = 30,
    seed: Annotated[int, typer.Option(min=0, help=say(Words("số gieo", "seed")))] = 1,
    by: Annotated[str | None, typer.Option(help=say(Words("chia theo: domain, procedure, channel", "strata")))] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help=say(Words("tệp phiếu kiểm tra", "workbook")))
    ] = None,
) -> None:
    """Draw and write."""
    opened = open_snapshot(snapshot)
    engine = DuckEngine({table: opened.paths(table) for table in CONTRACT})
    period = Period.of(read_day(start, "--from"), read_day(end, "--to"))
    drawn = draw(engine, unit, period, n=n, seed=seed, by=_stratum(by))
    file = out or Path(NOT_IN_NAMES.sub("-", f"sample-{drawn.sample_id}.xlsx"))
    if file.exists():
        raise Refusal(STANDS, file=file)
    file.write_bytes(check_workbook(drawn, at=datetime.now(VIETNAM)))
    _tell(drawn, n, file, snapshot)


def _tell(drawn: Drawn, n: int, file: Path, snapshot: Path) -> None:
    if drawn.population <= n:
        print_line(ALL, unit=drawn.unit_name, population=drawn.population, n=n)
    print_line(
        DRAWN,
        n=len(drawn.dossiers),
        population=drawn.population,
        unit=drawn.unit_name,
        seed=drawn.seed,
        file=file,
        snapshot=snapshot,
    )


def _stratum(by: str | None) -> By | None:
    for known in COLUMNS:
        if by == known:
            return known
    if by is None:
        return None
    raise Refusal(UNKNOWN_STRATA, by=by, known=", ".join(COLUMNS))
