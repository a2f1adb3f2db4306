"""Invented persons, in Vietnamese order: family name, middle name, given name. No two alike."""

from collections.abc import Iterator
from itertools import product

from tools.example_cao_lanh.chance import chance

FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Huỳnh",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Phan",
    "Trương",
    "Đoàn",
    "Mai",
    "Tô",
    "Cao",
    "Lâm",
]
MIDDLE = [
    "Văn",
    "Thị",
    "Hoàng",
    "Minh",
    "Thanh",
    "Ngọc",
    "Hữu",
    "Kim",
    "Quốc",
    "Thu",
    "Bảo",
    "Đức",
    "Mỹ",
    "Hồng",
    "Tấn",
]
GIVEN = [
    "An",
    "Bình",
    "Châu",
    "Chi",
    "Cường",
    "Dung",
    "Dũng",
    "Duy",
    "Giang",
    "Hà",
    "Hải",
    "Hạnh",
    "Hiền",
    "Hòa",
    "Hùng",
    "Hương",
    "Khang",
    "Khánh",
    "Lan",
    "Liên",
    "Linh",
    "Loan",
    "Long",
    "Mai",
    "Nam",
    "Nga",
    "Nghĩa",
    "Nhi",
    "Nhung",
    "Phát",
    "Phong",
    "Phú",
    "Phúc",
    "Quân",
    "Quyên",
    "Sơn",
    "Tâm",
    "Thảo",
    "Thắng",
    "Thủy",
    "Tiến",
    "Trang",
    "Trí",
    "Tú",
    "Tuấn",
    "Vân",
    "Vinh",
]


def people(seed: str) -> Iterator[str]:
    """Names without end of the stock: some fourteen thousand, in an order of its own for each seed."""
    names = [" ".join(parts) for parts in product(FAMILY, MIDDLE, GIVEN)]
    chance(seed).shuffle(names)
    yield from names
