"""What is promised of rows in columns: they are those read row by row, whatever stands among them."""

import random
from collections import Counter
from pathlib import Path

import pytest

from motcua.evidence.readers import NamedProcedures, Reject, Row, SourceTable, batches, read
from motcua.evidence.readers.batches import gathered
from tests.evidence.readers.files import UNIT
from tests.evidence.readers.writers import write_csv

HEAD = [
    *["STT", "Mã hồ sơ", "Tên thủ tục", "Chủ hồ sơ", "Số điện thoại", "Ngày tiếp nhận", "Ngày hẹn trả"],
    *["Hình thức nộp", "Phí phải nộp", "Trạng thái"],
]
CELLS = [
    ["1", "", " 2"],
    ["H20-1", "H20-2", "'H20-3", " H20  4 ", "", "Cộng", "H20-5\u00a0", "Hồ sơ 6"],
    ["Đăng ký khai sinh", "Cấp phép bay lên trời", "Chứng thực chữ ký", ""],
    ["Lê Thị Bưởi", "Le\u0302 Thi\u0323 Bu\u031bởi", ""],
    ["0912345678", "912 345 678", "+84912345678", "chưa có"],
    ["27/7/2023 13:30", "27/07/2023", "32/7/2023", "2023-07-27T08:00", "", "ngày 27 tháng 7 năm 2023"],
    ["30/7/2023", "", "-", "chưa hẹn", "mai"],
    ["Trực tiếp", "trực tuyến", "bồ câu", ""],
    ["8.000", "8,000 đ", "miễn phí", "nhiều", ""],
    ["Đã trả kết quả", "đang xử lý", ""],
]
NOTES = [
    [""] * len(HEAD),
    ["Tổng cộng: 12 hồ sơ"],
    ["", "", "Người lập biểu"],
    ["", "", "Nguyễn Văn An"],
    ["II", "Lĩnh vực hộ tịch"],
    HEAD,
]


def rows(seed: int, count: int) -> list[list[str]]:
    """Sound records for the most part, among them odd cells, short rows and notes; only the common cells are sound."""
    chance = random.Random(seed)  # noqa: S311  for tests
    out = []
    for number in range(count):
        sound = chance.random() < 0.6
        row = [cells[0] if sound else chance.choice(cells) for cells in CELLS]
        row[1] = f"H20-{number}" if sound else row[1]
        cut = row if chance.random() < 0.9 else row[: chance.randrange(3, len(row))]
        out.append(chance.choice(NOTES) if chance.random() < 0.1 else cut)
    return out


def one(path: Path) -> tuple[SourceTable, Counter[str]]:
    names = NamedProcedures([("1.001193", "Đăng ký khai sinh"), ("2.000884", "Chứng thực chữ ký")])
    (table,) = read(path, constants=UNIT, catalogue=names)
    return table, names.unmatched


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("size", [3, 50, 1000])
def test_rows_in_columns_are_those_read_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, size: int
) -> None:
    path = write_csv(tmp_path / "ho-so.csv", [HEAD, *rows(seed, 200)])
    table, missed = one(path)
    singly = list(table.rows)
    (whole,) = gathered("dossier", singly)
    monkeypatch.setattr(batches, "SIZE", size)
    again, missed_again = one(path)
    assert again.batches is not None
    found = list(again.batches())

    assert [row for batch in found for row in batch.rows.to_pylist()] == whole.rows.to_pylist()
    assert [item for batch in found for item in batch.rejects] == [item for item in singly if isinstance(item, Reject)]
    assert missed_again == missed
    assert any(isinstance(item, Reject) for item in singly) and any(isinstance(item, Row) for item in singly)


def test_rows_that_depend_on_each_other_or_are_left_out_are_read_one_by_one(tmp_path: Path) -> None:
    heads = ["Mã hồ sơ", "Ngày tiếp nhận", "Giờ tiếp nhận"]

    assert one(write_csv(tmp_path / "a.csv", [heads, ["A1", "27/7/2023", "13:30"]]))[0].batches is None
