"""`motcua generate`: a synthetic province of any size, with planted faults and their ground truth beside it."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from motcua.cli.console import print_line
from motcua.cli.options import option
from motcua.evidence.catalogue import Era
from motcua.generator import PERIODS, Made, Order, generate, truth_file
from motcua.language import Words, say, spoken_number

HELP = Words(
    "Tạo một tỉnh giả lập với lỗi được cài sẵn: thủ tục và đơn vị có thật, hồ sơ bịa.",
    "Generate a synthetic province with planted faults: real procedures and units, invented records.",
)
MAKING = Words("Đang tạo hồ sơ", "Making dossiers")
DONE = Words(
    "Đã tạo {folder}: {dossiers} hồ sơ của {units} cơ quan, {rows} dòng trong {seconds} giây; "
    "{faults} lỗi đã cài, ghi ở {truth}.",
    "Made {folder}: {dossiers} dossiers of {units} offices, {rows} rows in {seconds} seconds; "
    "{faults} faults planted, listed in {truth}.",
)
COMMUNE_SIZE = 6000  # dossiers for which another commune is added where none were asked for
FEWEST, MOST = 6, 140
DAY = ["%Y-%m-%d"]


class Eras(StrEnum):
    THREE_LEVEL = "three-level"
    TWO_LEVEL = "two-level"


def generate_command(  # noqa: PLR0913  the options of the command line
    *,
    to: Annotated[Path, option("thư mục bộ dữ liệu sẽ ghi", "folder of the snapshot to write")],
    dossiers: Annotated[int, option("số hồ sơ", "how many dossiers")] = 20_000,
    units: Annotated[int | None, option("số xã; mặc định theo số hồ sơ", "communes; by default by dossiers")] = None,
    seed: Annotated[int, option("cùng số thì cùng dữ liệu", "the same seed gives the same province")] = 1,
    first: Annotated[
        datetime | None, option("ngày tiếp nhận đầu tiên", "first day of reception", "--from", formats=DAY)
    ] = None,
    last: Annotated[
        datetime | None, option("ngày tiếp nhận cuối cùng", "last day of reception", "--to-date", formats=DAY)
    ] = None,
    faults: Annotated[
        float,
        option("tỷ lệ trường hợp của mỗi quy tắc bị cài lỗi, 0 đến 1", "share of each rule's cases spoiled, 0 to 1"),
    ] = 0.0,
    era: Annotated[Eras, option("có cấp huyện hay không", "with districts or without")] = Eras.THREE_LEVEL,
) -> None:
    """Write the snapshot and its ground truth."""
    start, end = PERIODS[_era(era)]
    order = Order(
        dossiers=dossiers,
        communes=units if units is not None else min(MOST, max(FEWEST, dossiers // COMMUNE_SIZE)),
        seed=seed,
        first=first.date() if first else start,
        last=last.date() if last else end,
        era=_era(era),
        faults=faults,
    )
    began = time.monotonic()
    with _progress(dossiers) as told:
        made = generate(order, to, progress=told)
    _report(made, time.monotonic() - began)


def _era(era: Eras) -> Era:
    return "three-level" if era is Eras.THREE_LEVEL else "two-level"


def _report(made: Made, seconds: float) -> None:
    print_line(
        DONE,
        folder=made.folder,
        dossiers=spoken_number(made.dossiers),
        units=spoken_number(made.units),
        rows=spoken_number(made.rows),
        seconds=round(seconds),
        faults=spoken_number(made.faults),
        truth=truth_file(made.folder),
    )


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on standard error where someone watches."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say(MAKING), total=total)
        yield lambda made: bar.advance(task, made)
