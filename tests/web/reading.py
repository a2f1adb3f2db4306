"""How tests read pages and write days."""

from datetime import date
from typing import Any

from django.utils import timezone

TODAY, BOARD = timezone.localdate(), "Bảng niêm yết Bộ phận Một cửa"


def text(answer: Any) -> str:
    return str(answer.content.decode())


def day(on: date) -> str:
    return f"{on:%d/%m/%Y}"
