"""The parts of a Word document: whether each opens, stays small, and takes nothing from elsewhere.

A name or an instruction may be written in many ways, so parts are parsed, never searched as text. A type declaration,
with which a part would define more, is refused; Word writes none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import basename, dirname, join
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as zlib_error

from motcua.language import Refusal, Words

AT_MOST = 20 * 2**20  # bytes as uploaded
UNPACKED = 100 * 2**20
UNPACKED_XML = 20 * 2**20  # of all parts together: a thousand pages of text
ENTRIES = 2000
PIECE = 2**16  # bytes parsed at once
MAIN, TYPES = "word/document.xml", "[Content_Types].xml"
XML = (".xml", ".rels", ".vml")
NO_XML = frozenset(
    [
        "audio",
        "font",
        "hdphoto",
        "hyperlink",
        "image",
        "media",
        "metafile",
        "oleObject",
        "package",
        "printerSettings",
        "thumbnail",
        "video",
    ]
)  # what a relation may lead to that is not XML
LINKS = frozenset(
    ["hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"]
)  # a reader may follow them, nobody fetches
PICTURES = frozenset(["imagedata", "fill", "stroke"])  # of VML, which names a picture by its address as well
APART = frozenset(["aFChunk", "subDocument"])  # whole documents within this one
INSTRUCTIONS = frozenset(["instrText", "delInstrText"])
FETCHING = frozenset(
    ["INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "DDE", "DDEAUTO", "DATABASE", "LINK", "RD"]
)  # fields, by their first word
Told = list[tuple[str, str]]
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


def checked(content: bytes) -> bytes:
    """The content, where it is a Word document that stays within itself. Raises Refusal otherwise."""
    parts = _opened(content)
    links = {name: _links(part) for name, part in parts.items() if _relations(name)}
    for name, part in parts.items():
        if not _relations(name):
            _looked_at(part, links.get(join(dirname(name), "_rels", f"{basename(name)}.rels"), frozenset()))
    return content


def _opened(content: bytes) -> Mapping[str, bytes]:
    """Its parts of XML by name, each name once whatever its letters' case: what is judged is what will be read."""
    if len(content) > AT_MOST:
        raise Refusal(TOO_BIG, most=AT_MOST // 2**20)
    try:
        with ZipFile(BytesIO(content)) as packed:
            entries = packed.infolist()
            xml = [entry for entry in entries if entry.filename.lower().endswith(XML)]
            names = {entry.filename.replace("\\", "/").strip("/").casefold() for entry in entries}
            if len(entries) > ENTRIES or _size(entries) > UNPACKED or _size(xml) > UNPACKED_XML:
                raise Refusal(TOO_BIG, most=AT_MOST // 2**20)
            if len(names) != len(entries) or not {MAIN, TYPES} <= set(packed.namelist()):
                raise Refusal(NOT_WORD)
            if any(name.endswith("vbaproject.bin") for name in names):
                raise Refusal(REACHES_OUT)
            return {entry.filename: packed.read(entry) for entry in xml}
    except (BadZipFile, zlib_error, EOFError, OSError, RuntimeError, ValueError) as broken:  # a password: RuntimeError
        raise Refusal(NOT_WORD) from broken


def _size(entries: list[ZipInfo]) -> int:
    return sum(entry.file_size for entry in entries)


def _relations(name: str) -> bool:
    return name.lower().endswith(".rels")


def _links(part: bytes) -> frozenset[str]:
    """The keys of what lies outside. Raises Refusal where anything but a link to be followed does."""
    outside: set[str] = set()
    for name, told in Part().elements(part):
        if name != "Relationship":
            continue
        kinds, targets = {one.rpartition("/")[2] for one in _told(told, "Type")}, _told(told, "Target")
        if set(_told(told, "TargetMode")) - {"Internal"}:
            if kinds != {"hyperlink"}:
                raise Refusal(REACHES_OUT)
            outside.update(_told(told, "Id"))
        elif any(_elsewhere(target) for target in targets) or kinds & APART:
            raise Refusal(REACHES_OUT)
        elif not kinds <= NO_XML and not all(target.lower().endswith(XML) for target in targets):
            raise Refusal(REACHES_OUT)  # it would not be looked at
    return frozenset(outside)


def _elsewhere(target: str) -> bool:
    return ":" in target or "\\" in target or target.startswith("//")


def _looked_at(content: bytes, outside: frozenset[str]) -> None:
    """Raises Refusal where the part uses a link for anything else, names a picture elsewhere, or has a field fetch."""
    part = Part()
    for name, told in part.elements(content):
        if name not in LINKS and any(value in outside for _, value in told):
            raise Refusal(REACHES_OUT)
        if name in PICTURES and any((*_told(told, "src"), *_told(told, "href"))):
            raise Refusal(REACHES_OUT)
        if any("macroEnabled" in kind for kind in _told(told, "ContentType")):
            raise Refusal(REACHES_OUT)
        part.fields += [[said] for said in _told(told, "instr")]
    if any(_fetches("".join(said)) for said in part.fields):
        raise Refusal(REACHES_OUT)


def _fetches(said: str) -> bool:
    return "".join(said.split(maxsplit=1)[:1]).strip("\\\"'").upper() in FETCHING


def _told(told: Told, name: str) -> list[str]:
    """What attributes of that name say, whatever stands before it."""
    return [value for key, value in told if key == name]


@dataclass
class Part:
    """One part: its elements by their local names, and what its fields say, each put together of its pieces."""

    found: list[tuple[str, Told]] = field(default_factory=list)
    fields: list[list[str]] = field(default_factory=lambda: [[]])
    begun: list[int] = field(default_factory=lambda: [0])  # fields that are not at their end, the innermost last
    said: bool = False

    def elements(self, content: bytes) -> Iterator[tuple[str, Told]]:
        """Each element and its attributes. Raises Refusal where it cannot be parsed or declares a type."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartDoctypeDeclHandler = _declared
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        for first in range(0, len(content) + 1, PIECE):
            piece = content[first : first + PIECE]
            try:
                parser.Parse(piece, len(piece) < PIECE)
            except (expat.ExpatError, ValueError) as broken:
                raise Refusal(NOT_WORD) from broken
            yield from self.found
            self.found.clear()

    def _start(self, name: str, pairs: list[str]) -> None:
        local, told = _local(name), [(_local(key), value) for key, value in zip(pairs[::2], pairs[1::2], strict=True)]
        self.found.append((local, told))
        self.said = local in INSTRUCTIONS
        if local == "fldChar" and "begin" in _told(told, "fldCharType"):
            self.begun.append(len(self.fields))
            self.fields.append([])
        elif local == "fldChar" and "end" in _told(told, "fldCharType") and len(self.begun) > 1:
            self.begun.pop()

    def _end(self, name: str) -> None:  # noqa: ARG002  as expat calls it
        self.said = False

    def _text(self, text: str) -> None:
        if self.said:
            self.fields[self.begun[-1]].append(text)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _declared(*_: object) -> None:
    raise Refusal(NOT_WORD)
