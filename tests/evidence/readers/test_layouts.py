"""Every layout of a main table gives the same rows."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from motcua.evidence.readers import Reject, Row, SourceTable, read
from tests.evidence.readers.layouts import STYLES, expected, lay_out
from tests.evidence.readers.records import RECORDS

FOREIGN = Path(__file__).with_name("foreign")


def rows_of(table: SourceTable) -> list[Row]:
    out = []
    for row in table.rows:
        assert isinstance(row, Row), row
        out.append(row)
    return out


@pytest.mark.parametrize("layout", range(len(STYLES)), ids=[style.file for style in STYLES])
@pytest.mark.parametrize("table", list(RECORDS))
def test_every_layout_of_a_table_gives_the_same_rows(tmp_path: Path, table: str, layout: int) -> None:
    found = list(read(lay_out(tmp_path, table, layout), constants={"unit_id": "U1"}))
    assert [one.table for one in found] == [table], found[0].note
    assert found[0].ignored == ()
    values = [row.values for row in rows_of(found[0])]
    wanted = expected(table)
    assert [{column: row.get(column) for column in wanted[0]} for row in values] == wanted
    assert {row["unit_id"] for row in values} == {"U1"}


def test_rows_carry_the_number_a_person_sees(tmp_path: Path) -> None:
    (table,) = read(lay_out(tmp_path, "dossier", 0), constants={"unit_id": "U1"})
    assert [row.number for row in rows_of(table)] == [6, 7, 8]
    (table,) = read(lay_out(tmp_path, "dossier", 2), constants={"unit_id": "U1"})
    assert [row.number for row in rows_of(table)] == [8, 9, 10]


def foreign() -> Iterator[tuple[str, str]]:
    for told in sorted(FOREIGN.glob("*/expected.json")):
        yield from ((told.parent.name, file) for file in json.loads(told.read_text(encoding="utf-8")))


def jsoned(value: object) -> object:
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def constants_of(folder: Path, file: str) -> Mapping[str, object]:
    given = folder / "constants.json"
    own: dict[str, dict[str, object]] = json.loads(given.read_text(encoding="utf-8")) if given.is_file() else {}
    return own.get(file, {})


@pytest.mark.parametrize(("table", "file"), list(foreign()))
def test_layouts_by_others_give_the_rows_they_expect(table: str, file: str) -> None:
    """`expected.json`: file to rows (`row`, `values` by stored column, ISO for days and moments); `constants.json`,
    where it is there: file to constants given on import."""
    folder = FOREIGN / table
    wanted = json.loads((folder / "expected.json").read_text(encoding="utf-8"))[file]
    found = [one for one in read(folder / file, constants=constants_of(folder, file)) if one.table]
    assert [one.table for one in found] == [table]
    rows = rows_of(found[0])
    assert [row.number for row in rows] == [one["row"] for one in wanted]
    for row, one in zip(rows, wanted, strict=True):
        assert {column: jsoned(row.values.get(column)) for column in one["values"]} == one["values"]


@pytest.mark.parametrize("table", list(RECORDS))
def test_two_layouts_of_each_main_table_come_from_others(table: str) -> None:
    assert sum(1 for named, _ in foreign() if named == table) >= 2


def test_an_unreadable_row_is_kept_aside_once(tmp_path: Path) -> None:
    path = tmp_path / "hồ sơ.csv"
    path.write_text(
        "Mã hồ sơ;Chủ hồ sơ;Ngày tiếp nhận;Hình thức nộp\n"
        "A1;Lê Văn Ba;30/2/2023;Trực tiếp\nA2;Võ Tư;1/2/2023;Zalo\n;Võ Tư;1/2/2023;\nA4;Võ Tư;1/2/2023;\n",
        encoding="utf-8",
    )
    (table,) = read(path, constants={"unit_id": "U1"})
    rejects = list(table.rows)
    assert [type(one) for one in rejects] == [Reject, Reject, Reject, Row]
    assert [(r.number, r.column, r.value) for r in rejects if isinstance(r, Reject)] == [
        (2, "Ngày tiếp nhận", "30/2/2023"),
        (3, "Hình thức nộp", "Zalo"),
        (4, "Mã hồ sơ", ""),
    ]
    unknown = rejects[1]
    assert isinstance(unknown, Reject)
    assert "Zalo" in unknown.reason
    assert 'words: {channel: {"Zalo": counter}}' in unknown.accepted
