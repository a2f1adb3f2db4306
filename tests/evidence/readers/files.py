"""Two dossiers as rows of a file, and what becomes of a file: its one table, or the one sentence that refuses it."""

from pathlib import Path

import pytest

from motcua.evidence.readers import SourceTable, read
from motcua.language import Refusal

HEAD = ["Mã hồ sơ", "Tên thủ tục", "Chủ hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả"]
BODY = [
    ["H20-1", "Đăng ký kết hôn", "Nguyễn Thị Ngọc Ánh", "27/7/2023 13:30", "30/7/2023"],
    ["H20-2", "Chứng thực chữ ký", "Trần Hữu Phước; Lê Thị Bưởi", "28/7/2023", ""],
]
UNIT = {"unit_id": "U1"}


def only(path: Path) -> SourceTable:
    (table,) = read(path, constants=UNIT)
    return table


def refusal(path: Path) -> str:
    with pytest.raises(Refusal) as refused:
        for table in read(path, constants=UNIT):
            list(table.rows)
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert path.name in sentence
    return sentence
