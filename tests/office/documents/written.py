"""Word documents of the tests."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
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


def changed(name: str, old: bytes, new: bytes) -> BytesIO:
    """A Word document with something else written in one of its parts."""
    with ZipFile(word()) as source:
        part = source.read(name)
    if old not in part:
        raise ValueError(f"{old!r} is not in {name}")
    return with_part(name, part.replace(old, new, 1))


def with_body(paragraph: str) -> BytesIO:
    """A Word document whose first paragraph holds that XML."""
    return changed("word/document.xml", b"<w:p>", f"<w:p>{paragraph}</w:p><w:p>".encode())


def with_footnote(text: str) -> BytesIO:
    """A Word document with one footnote."""
    document, saved = docx.Document(word()), BytesIO()
    said = f'<w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    note = f'<w:footnotes xmlns:w="{WORD}">{said}</w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, note.encode(), document.part.package)
    document.part.relate_to(part, f"{RELATIONS}/footnotes")
    document.save(saved)
    return saved
