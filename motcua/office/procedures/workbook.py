"""A spreadsheet of procedures: the template to fill, and its import as drafts; all of it or nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import xlsxwriter
from django.db import transaction
from django.utils import timezone
from python_calamine import CalamineError, CalamineWorkbook

from motcua.language import Refusal, Words, plain, say
from motcua.office.journal.writing import write
from motcua.office.people.models import Level, Officer, Unit
from motcua.office.people.policy import authorise
from motcua.office.procedures.models import OnlineLevel, TermUnit, Version
from motcua.office.procedures.versions import FeeTold, PaperTold, Told, put_down

Kind = TypeVar("Kind")
PROCEDURES, PAPERS, FEES = "Thủ tục", "Thành phần hồ sơ", "Phí, lệ phí"
# Sheet by sheet: field, heading.
COLUMNS: dict[str, dict[str, str]] = {
    PROCEDURES: {
        "code": "Mã thủ tục", "version": "Phiên bản", "name": "Tên thủ tục", "domain": "Lĩnh vực", "levels": "Cấp",
        "term_value": "Thời hạn", "term_unit": "Đơn vị thời hạn", "immediate": "Trả kết quả ngay",
        "result_kind": "Kết quả", "signed_result": "Kết quả ký số", "online_level": "Dịch vụ công trực tuyến",
        "decision": "Quyết định công bố",
        "decided_on": "Ngày công bố", "in_force_from": "Hiệu lực từ", "in_force_to": "Hiệu lực đến",
        "legal_bases": "Căn cứ pháp lý",
    },
    PAPERS: {
        "code": "Mã thủ tục", "name": "Tên giấy tờ", "originals": "Bản chính", "copies": "Bản sao",
        "required": "Bắt buộc", "keeps_original": "Được giữ bản chính", "replaced_by_data": "Thay bằng dữ liệu",
    },
    FEES: {"code": "Mã thủ tục", "name": "Tên phí, lệ phí", "amount": "Mức thu (đồng)", "per": "Tính theo"},
}  # fmt: skip
NEEDED = {"code", "version", "name", "domain", "levels", "in_force_from", "amount"}
EXAMPLE: dict[str, Sequence[object]] = {
    PROCEDURES: ("1.004873", "2", "Cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch", "xã", 3, "ngày làm việc",
                 "không", "Giấy xác nhận tình trạng hôn nhân", "không", "toàn trình", "1020/QĐ-UBND", "20/07/2026",
                 "01/08/2026", "", "123/2015/NĐ-CP; 60/2014/QH13"),
    PAPERS: ("1.004873", "Tờ khai theo mẫu", 1, 0, "có", "có", "không"),
    FEES: ("1.004873", "Lệ phí hộ tịch (ví dụ)", 3000, "hồ sơ"),
}  # fmt: skip
# Words as people write them; read without diacritics.
LEVELS = {"tỉnh": Level.PROVINCE, "huyện": Level.DISTRICT, "xã": Level.COMMUNE}
UNITS = {str(label): value for value, label in TermUnit.choices} | {"giờ": "hour"}
ONLINE = {str(label).lower(): value for value, label in OnlineLevel.choices} | {"không": "none"}
YES = {"có": True, "x": True, "không": False}

NOT_A_BOOK = Words(
    vi="{file}: không đọc được; phải là tệp Excel (.xlsx) theo mẫu tải về.",
    en="{file}: cannot be read; it must be an Excel file (.xlsx) as the template.",
)
NO_SHEET = Words(
    vi="Thiếu trang tính “{sheet}”; hãy dùng mẫu tải về.", en="The sheet “{sheet}” is missing; use the template."
)
NO_COLUMN = Words(
    vi="Trang “{sheet}”, dòng 1: thiếu cột “{column}”; hãy giữ nguyên các tiêu đề của mẫu.",
    en="Sheet “{sheet}”, row 1: the column “{column}” is missing; keep the headings of the template.",
)
WRONG = Words(
    vi="Trang “{sheet}”, dòng {row}, cột “{column}”: “{value}” không hợp lệ; phải là {right}.",
    en="Sheet “{sheet}”, row {row}, column “{column}”: “{value}” cannot be; it must be {right}.",
)
NOTHING = Words(vi="Trang “Thủ tục” không có dòng nào.", en="The sheet “Thủ tục” has no rows.")
FILLED = Words(vi="nội dung dài từ 1 đến {limit} ký tự", en="text of 1 to {limit} characters")
NUMBER = Words(vi="số nguyên từ {least} trở lên", en="a whole number from {least} up")
DAY = Words(vi="ngày như 01/08/2026", en="a day as 01/08/2026")
ONE_OF = Words(vi="một trong: {choices}", en="one of: {choices}")
BOTH = Words(vi="một thời hạn có cả số và đơn vị", en="a term with both its number and its unit")
KNOWN = Words(vi="mã có ở trang “Thủ tục”", en="a code that stands in the sheet “Thủ tục”")
NEW = Words(
    vi="thủ tục và phiên bản chưa có trong danh mục, mỗi mã một dòng",
    en="a procedure and version not in the catalogue yet, one row a code",
)
NOT_BEFORE = Words(vi="ngày bắt đầu hiệu lực hoặc sau đó", en="the first day in force or later")


class WorkbookRefused(Refusal):
    """`sentences`: everything that is wrong, each with sheet, row and column. The message is the first of them."""

    def __init__(self, wrong: Sequence[tuple[Words, Mapping[str, object]]]) -> None:
        words, values = wrong[0]
        super().__init__(words, **values)
        self.sentences = [say(each, **said) for each, said in wrong]


@dataclass
class _Row:
    """One row of a sheet; what cannot be read joins the list of what is wrong."""

    sheet: str
    number: int
    cells: Mapping[str, Any]
    wrong: list[tuple[Words, Mapping[str, object]]]

    def text(self, column: str, limit: int = 600) -> str:
        said = _text(self.cells[column])
        if (column in NEEDED and not said) or len(said) > limit:
            self.refuse(column, say(FILLED, limit=limit))
        return said

    def number_(self, column: str, least: int = 0) -> int | None:
        said = self.cells[column]
        if _text(said) == "":
            if column in NEEDED:
                self.refuse(column, say(NUMBER, least=least))
            return None
        try:
            value = float(_text(said))
        except ValueError:
            value = -1.0
        if value < least or value != int(value):
            self.refuse(column, say(NUMBER, least=least))
            return None
        return int(value)

    def day(self, column: str) -> date | None:
        said = self.cells[column]
        if isinstance(said, datetime):
            return said.date()
        if isinstance(said, date):
            return said
        try:
            return datetime.strptime(_text(said), "%d/%m/%Y").date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            if _text(said) or column in NEEDED:
                self.refuse(column, say(DAY))
            return None

    def one_of(self, column: str, choices: Mapping[str, Kind], otherwise: Kind) -> Kind:
        said, known = plain(_text(self.cells[column])), {plain(word): value for word, value in choices.items()}
        if said and said not in known:
            self.refuse(column, say(ONE_OF, choices=", ".join(choices)))
        return known.get(said, otherwise)

    def refuse(self, column: str, right: str) -> None:
        heading, said = COLUMNS[self.sheet][column], _text(self.cells[column])
        values = {"sheet": self.sheet, "row": self.number, "column": heading, "value": said, "right": right}
        self.wrong.append((WRONG, values))


def template() -> bytes:
    """The workbook to fill: its sheets, headings, and an example in the first row of each."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        for name, columns in COLUMNS.items():
            sheet = book.add_worksheet(name)
            sheet.set_column(0, 0, 14, text)
            sheet.set_column(1, len(columns) - 1, 24)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, columns.values(), bold)
            sheet.write_row(1, 0, EXAMPLE[name])
    return made.getvalue()


@transaction.atomic
def import_workbook(path: Path, *, unit: Unit, by: Officer, at: datetime) -> list[Version]:
    """Drafts of all procedures of a workbook, one journal line. Raises WorkbookRefused; then nothing is written."""
    term = authorise(by, "procedure.edit", unit, None, timezone.localdate(at))
    told = _told(path)
    versions = [put_down(one) for one in told]
    said = {"file": path.name, "versions": [f"{one.code} {one.version}" for one in told]}
    write("procedure.imported", path.name[:80], unit=unit.unit_id, by=by.username, authority=str(term), at=at, new=said)
    return versions


def _told(path: Path) -> list[Told]:
    wrong: list[tuple[Words, Mapping[str, object]]] = []
    sheets = _sheets(path, wrong)
    if wrong:
        raise WorkbookRefused(wrong)
    listed = {plain(_text(row.cells["code"])) for row in sheets[PROCEDURES]}
    papers = _by_code(sheets[PAPERS], listed, _paper)
    fees = _by_code(sheets[FEES], listed, _fee)
    there = set(Version.objects.values_list("procedure__code", "version"))
    told, seen = [], set()
    for row in sheets[PROCEDURES]:
        code, version = row.text("code", 40), row.text("version", 40)
        if (code, version) in there or code in seen:
            row.refuse("code", say(NEW))
        seen.add(code)
        told.append(
            _procedure(row, papers.get(plain(code), []), fees.get(plain(code), []), f"{path.name}:{row.number}")
        )
    if not told:
        wrong.append((NOTHING, {}))
    if wrong:
        raise WorkbookRefused(wrong)
    return told


def _sheets(path: Path, wrong: list[tuple[Words, Mapping[str, object]]]) -> dict[str, list[_Row]]:
    try:
        book = CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError) as error:
        raise Refusal(NOT_A_BOOK, file=path.name) from error
    found = {}
    for name, columns in COLUMNS.items():
        if name not in book.sheet_names:
            wrong.append((NO_SHEET, {"sheet": name}))
            continue
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        headings = [plain(_text(cell)) for cell in rows[0]] if rows else []
        missing = [heading for heading in columns.values() if plain(heading) not in headings]
        wrong += [(NO_COLUMN, {"sheet": name, "column": heading}) for heading in missing]
        if not missing:
            found[name] = list(
                _rows(name, rows, {key: headings.index(plain(one)) for key, one in columns.items()}, wrong)
            )
    return found


def _rows(
    sheet: str,
    rows: Sequence[Sequence[Any]],
    places: Mapping[str, int],
    wrong: list[tuple[Words, Mapping[str, object]]],
) -> Iterator[_Row]:
    for number, cells in enumerate(rows[1:], start=2):
        if any(_text(cell) for cell in cells):
            yield _Row(sheet, number, {key: cells[place] for key, place in places.items()}, wrong)


def _by_code(rows: Sequence[_Row], listed: set[str], read: Callable[[_Row], Kind]) -> dict[str, list[Kind]]:
    found: dict[str, list[Kind]] = {}
    for row in rows:
        code = plain(row.text("code", 40))
        if code not in listed:
            row.refuse("code", say(KNOWN))
        found.setdefault(code, []).append(read(row))
    return found


def _procedure(row: _Row, papers: Sequence[PaperTold], fees: Sequence[FeeTold], source: str) -> Told:
    value, unit = row.number_("term_value", least=1), row.one_of("term_unit", UNITS, "")
    if bool(_text(row.cells["term_value"])) != bool(_text(row.cells["term_unit"])):
        row.refuse("term_value", say(BOTH))
    begins, ends = row.day("in_force_from"), row.day("in_force_to")
    if begins and ends and ends < begins:
        row.refuse("in_force_to", say(NOT_BEFORE))
    return Told(
        code=row.text("code", 40),
        version=row.text("version", 40),
        name=row.text("name"),
        domain=row.text("domain", 160),
        levels=_levels(row),
        term_value=value,
        term_unit=unit,
        immediate=row.one_of("immediate", YES, False),
        result_kind=row.text("result_kind", 300),
        signed_result=row.one_of("signed_result", YES, False),
        online_level=row.one_of("online_level", ONLINE, "none"),
        decision=row.text("decision", 160),
        decided_on=row.day("decided_on"),
        in_force_from=begins or date.min,
        in_force_to=ends,
        legal_bases=[one.strip() for one in row.text("legal_bases", 2000).split(";") if one.strip()],
        source=source[:200],
        papers=papers,
        fees=fees,
    )


def _levels(row: _Row) -> list[str]:
    said = [plain(one) for one in row.text("levels").split(",") if one.strip()]
    known = {plain(word): level for word, level in LEVELS.items()}
    if any(one not in known for one in said):
        row.refuse("levels", say(ONE_OF, choices=", ".join(LEVELS)))
    return [known[one] for one in said if one in known]


def _paper(row: _Row) -> PaperTold:
    return PaperTold(
        name=row.text("name", 1500),
        originals=row.number_("originals") or 0,
        copies=row.number_("copies") or 0,
        required=row.one_of("required", YES, True),
        keeps_original=row.one_of("keeps_original", YES, False),
        replaced_by_data=row.one_of("replaced_by_data", YES, False),
    )


def _fee(row: _Row) -> FeeTold:
    return FeeTold(row.text("name", 200), row.number_("amount") or 0, row.text("per", 40) or "hồ sơ")


def _text(cell: object) -> str:
    """A cell as it reads; whole numbers without the point that Excel keeps."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
