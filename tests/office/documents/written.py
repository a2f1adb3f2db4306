"""Word documents of the tests."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

import docx

NUMBER_LINE = "Số:            /{{ ky_hieu }}"
DATE_LINE = "{{ dia_danh }}, ngày       tháng       năm           "
LINES = (
    "{{ co_quan }}",
    NUMBER_LINE,
    DATE_LINE,
    "{{ loai_van_ban }} {{ trich_yeu }}",
    "Giao {{ giao_cho }} thực hiện trước {{ han }}.",
    "{{ noi_nhan }}",
    *(" " for _ in range(6)),
    "{{ nguoi_ky }}",
)


def word(lines: Sequence[str] = LINES) -> BytesIO:
    """A Word document, each line a paragraph."""
    document, saved = docx.Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(saved)
    return saved


def with_part(name: str, content: bytes) -> BytesIO:
    """A Word document with one part more, or another in its place."""
    made = BytesIO()
    with ZipFile(word()) as source, ZipFile(made, "w") as target:
        for entry in source.namelist():
            if entry != name:
                target.writestr(entry, source.read(entry))
        target.writestr(name, content)
    return made
