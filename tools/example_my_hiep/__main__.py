"""`python -m tools.example_my_hiep [FOLDER]` writes the spreadsheets of the example, the same bytes every time."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.example_cao_lanh.books import Sheet, write
from tools.example_cao_lanh.people import people
from tools.example_my_hiep.affairs import archive, feedback, payments, plans, results, satisfaction, units
from tools.example_my_hiep.cases import CASES
from tools.example_my_hiep.dossiers import coded
from tools.example_my_hiep.everyday import everyday
from tools.example_my_hiep.forms import one_stop, papers, slips, steps, tracking_book

RECORDS = Path(__file__).parents[2] / "examples" / "xa-my-hiep-2026" / "records"


def books() -> Mapping[str, Sequence[Sheet]]:
    """Every file with its sheets."""
    everyone = coded([*CASES, *everyday()], people("commune of two levels"))
    return {
        "don-vi.csv": [units()],
        "ho-so-mot-cua.xlsx": [one_stop(everyone), slips(everyone), steps(everyone)],
        "so-theo-doi-mau-07.xlsx": [tracking_book(everyone)],
        "thanh-phan-ho-so.csv": [papers(everyone)],
        "ket-qua-so-hoa.xlsx": [results(everyone)],
        "thu-phi.csv": [payments(everyone)],
        "tang-thu.csv": [archive(everyone)],
        "phan-anh.csv": [feedback()],
        "hai-long.csv": [satisfaction(everyone)],
        "ke-hoach.xlsx": plans(),
    }


def make(folder: Path) -> None:
    for name, sheets in books().items():
        write(folder / name, {sheet.name: sheet.grid for sheet in sheets})


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else RECORDS)
