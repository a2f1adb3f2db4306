"""Word documents: whether one may be taken in at all, what a template leaves open, and the merge with values.

An office edits its templates itself, so they are strangers' files: nothing in them is run but placeholders.
"""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from motcua.language import Refusal, Words

AT_MOST = 20 * 2**20  # bytes as uploaded
UNPACKED = 100 * 2**20
ENTRIES = 2000
MAIN = "word/document.xml"
OUTSIDE = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
LINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
FETCHING = re.compile(rb"\b(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|IMPORT|DATABASE)\b")
FIELD = re.compile(rb"<w:instrText[^>]*>([^<]*)<|w:instr\s*=\s*[\"']([^\"']*)[\"']")
NOT_WORD = Words(
    vi="Tệp không phải văn bản Word (.docx) mở được; hãy lưu lại bằng Word dạng .docx.",
    en="The file is no Word document (.docx) that opens; save it from Word as .docx.",
)
TOO_BIG = Words(
    vi="Tệp Word lớn hơn {most} MB hoặc phình quá lớn khi mở; hãy bỏ bớt hình ảnh.",
    en="The Word file is larger than {most} MB or grows too large when opened; take pictures out.",
)
REACHES_OUT = Words(
    vi="Tệp Word có macro hoặc phần lấy từ nơi khác (tệp, ảnh liên kết); hãy bỏ đi rồi lưu lại.",
    en="The Word file has macros or fetches parts from elsewhere (linked files, pictures); take them out and save it.",
)
UNKNOWN_PLACE = Words(
    vi="Mẫu Word có chỗ điền “{place}” mà chưa có giá trị; hãy điền giá trị hoặc sửa tên chỗ điền trong mẫu.",
    en="The Word template has a placeholder “{place}” without a value; fill it in, or put its name right.",
)
BAD_PLACE = Words(
    vi="Mẫu Word có chỗ điền viết sai ({what}); chỗ điền phải có dạng {{{{ ten_cho_dien }}}}.",
    en="The Word template has a placeholder written wrongly ({what}); one looks like {{{{ name }}}}.",
)


def checked(content: bytes) -> bytes:
    """The content, where it is a Word document that stays within itself. Raises Refusal otherwise."""
    if len(content) > AT_MOST:
        raise Refusal(TOO_BIG, most=AT_MOST // 2**20)
    try:
        with ZipFile(BytesIO(content)) as packed:
            entries = packed.infolist()
            if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
                raise Refusal(TOO_BIG, most=AT_MOST // 2**20)
            if MAIN not in packed.namelist():
                raise Refusal(NOT_WORD)
            parts = {entry.filename: packed.read(entry) for entry in entries if _told(entry.filename)}
    except (BadZipFile, zlib_error, EOFError, OSError, RuntimeError) as broken:  # under a password: RuntimeError
        raise Refusal(NOT_WORD) from broken
    if any(_reaches_out(name, part) for name, part in parts.items()):
        raise Refusal(REACHES_OUT)
    return content


def left_open(template: bytes) -> list[str]:
    """The names of what the template leaves to be filled in. Raises Refusal where a placeholder is written wrongly."""
    try:
        return sorted(DocxTemplate(BytesIO(template)).get_undeclared_template_variables(_sandbox()))
    except TemplateSyntaxError as wrong:
        raise Refusal(BAD_PLACE, what=wrong.message) from wrong


def merged(template: bytes, values: Mapping[str, str]) -> bytes:
    """The template with the values in it. Raises Refusal where it wants one that is not told, or does more."""
    if missing := [name for name in left_open(template) if name not in values]:
        raise Refusal(UNKNOWN_PLACE, place=missing[0])
    document = DocxTemplate(BytesIO(template))
    try:
        document.render(dict(values), _sandbox(), autoescape=True)
    except (SecurityError, UndefinedError, TemplateError, TypeError, ValueError, ArithmeticError) as wrong:
        raise Refusal(BAD_PLACE, what=wrong) from wrong
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _sandbox() -> Any:
    """No attribute that begins with an underscore, no call that changes anything, no endless range."""
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _told(name: str) -> bool:
    return name.endswith((".rels", ".xml", "vbaProject.bin"))


def _reaches_out(name: str, part: bytes) -> bool:
    if name.endswith("vbaProject.bin"):
        return True
    if name.endswith(".rels"):
        return any(not LINK.search(found[0]) for found in OUTSIDE.finditer(part))
    return any(FETCHING.search(found[1] or found[2] or b"") for found in FIELD.finditer(part))
