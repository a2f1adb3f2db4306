"""How a repair of the spreadsheets is written: steps, and the statements that may newly appear."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.examples.sheets import Change, Records, Row, Value
from tools.example_cao_lanh.books import Cell

Step = Change | Callable[[Records], object]


@dataclass(frozen=True)
class Repair:
    """Steps on the spreadsheets, and the statements that may newly appear: the natural opposite of what went."""

    steps: Sequence[Step]
    appears: frozenset[str] = frozenset()


def repair(*steps: Step, appears: str = "") -> Repair:
    return Repair(steps, frozenset(appears.split()))


def together(repairs: Mapping[str, Repair], *ids: str, extra: Sequence[Step] = ()) -> Repair:
    """Several repairs at once, in the order named."""
    steps = [step for id_ in ids for step in repairs[id_].steps]
    appears = {name for id_ in ids for name in repairs[id_].appears}
    return Repair([*steps, *extra], frozenset(appears))


def duties(file: str, *codes: str, **what: Any) -> Change:
    """A change of the plans and reports owed, by their codes."""
    return Change(file, "Nhiệm vụ", where={"Mã nhiệm vụ": codes}, **what)


def late(file: str, *codes: str) -> Change:
    return duties(file, *codes, set={"Ngày ban hành": date(2023, 7, 20)})


def same(heading: str) -> Callable[[Row], Cell]:
    """The value of another cell of the row."""
    return lambda row: row[heading]


def year(number: int) -> tuple[str, str]:
    """A year as text files and workbooks give it back."""
    return f"{number}", f"{number}.0"


GOOD: Mapping[str, Value] = {"Có số hiệu": "Có", "Chữ ký số cá nhân": "Hợp lệ", "Chữ ký số cơ quan": "Hợp lệ"}
DIGITISED: Mapping[str, Value] = {"Ngày số hóa": same("Ngày cấp"), **GOOD}
SCANNED: Mapping[str, Value] = {"Đã số hóa": "Có"}
SUBMITTED: Mapping[str, Value] = {"Ngày nộp": same("Hạn nộp")}
