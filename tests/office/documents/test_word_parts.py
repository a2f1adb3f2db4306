"""Word documents from elsewhere: nothing in one reaches out, however it is written, and none is a bomb."""

import shutil
import socket
import threading
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from PIL import Image

from motcua.language import Refusal
from motcua.office.documents import converting, word, word_parts
from tests.office.documents.written import RELATIONS, with_body, with_part
from tests.office.documents.written import word as written

PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OUT = 'TargetMode="External"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))


def relation(kind: str, target: str, more: str = "", *, prefix: str = "") -> str:
    return f'<{prefix}Relationship Id="rId99" Type="{RELATIONS}/{kind}" Target="{target}" {more}/>'


def related(one: str, *, of: str = "header9", prefix: str = "") -> BytesIO:
    """A Word document with a part that has this relation."""
    name, declared = (f"{prefix}:Relationships", f"xmlns:{prefix}") if prefix else ("Relationships", "xmlns")
    return with_part(f"word/_rels/{of}.xml.rels", f'<{name} {declared}="{PACKAGE}">{one}</{name}>'.encode())


def run(instruction: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'


def field(*runs: str) -> BytesIO:
    return with_body(BEGIN + "".join(runs) + END)


def also(packed: BytesIO, name: str, content: bytes) -> BytesIO:
    """The document with one entry more, whether or not there is one of that name."""
    made = BytesIO(packed.getvalue())
    with warnings.catch_warnings(), ZipFile(made, "a", ZIP_DEFLATED) as target:
        warnings.simplefilter("ignore")
        target.writestr(name, content)
    return made


def pictured(address: str, mode: str = OUT, kind: str = "image") -> BytesIO:
    """A Word document that shows the picture at an address."""
    document, picture, saved = docx.Document(), BytesIO(), BytesIO()
    Image.new("RGB", (20, 20), "red").save(picture, "PNG")
    document.add_picture(picture)
    document.save(saved)
    made = BytesIO()
    with ZipFile(saved) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/_rels/document.xml.rels":
                part = part.replace(b'Target="media/image1.png"', f'Target="{address}" {mode}'.encode())
                part = part.replace(b'relationships/image"', f'relationships/{kind}"'.encode())
            target.writestr(name, part.replace(b"r:embed=", b"r:link=") if name == word_parts.MAIN else part)
    return made


@pytest.mark.parametrize(
    "given",
    [
        related(relation("image", "http://a.vn/", OUT)),
        related(relation("image", "http://a.vn/", 'TargetMode="&#69;xternal"')),
        related(relation("image", "http://a.vn/", OUT, prefix="x:"), prefix="x"),
        related(relation("image", "http://a.vn/")),
        related(relation("header", "header.bin")),
        related(relation("attachedTemplate", "file:///C:/a.dotm", OUT)),
        related(relation("aFChunk", "part.xml")),
        pictured("http://a.vn/a.png", kind="hyperlink"),
        with_part("word/vbaProject.bin", b"macro"),
        field(run(' INCLUDEPICTURE "http://10.0.0.1"')),
        field(run(" INCLUDE"), run("TEXT /etc/passwd")),
        field(run(" includetext /etc/passwd")),
        field(run("DATA"), BEGIN, run("PAGE"), END, run("BASE x")),
        with_body('<w:fldSimple w:instr="&#73;NCLUDETEXT /etc/passwd"/>'),
        with_body(f'<w:r><w:pict {VML}><v:imagedata src="http://a.vn/a.png"/></w:pict></w:r>'),
    ],
    ids=[
        "a picture elsewhere",
        "the word External in other letters",
        "relations with a prefix",
        "an address that is said to be inside",
        "a part that would not be looked at",
        "a template elsewhere",
        "a document within the document",
        "a link shown as a picture",
        "macros",
        "a field that fetches",
        "a field in two runs",
        "a field in small letters",
        "a field around another",
        "a simple field",
        "a picture of the old kind",
    ],
)  # fmt: skip
def test_a_document_that_fetches_from_elsewhere_or_has_macros_is_refused(given: BytesIO) -> None:
    with pytest.raises(Refusal) as caught:
        word_parts.checked(given.getvalue())

    assert caught.value.words == word_parts.REACHES_OUT


@pytest.mark.parametrize(
    "given",
    [
        also(written(), "word/document.xml", b"<a/>"),
        also(written(), "word/DOCUMENT.xml", b"<a/>"),
        with_part("word/header9.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        with_part("word/header9.xml", b"<a>"),
        with_part("word/document.xml", b"<a><b></a>"),
    ],
    ids=["an entry twice", "twice but for its letters", "a type declaration", "a broken part", "a broken main part"],
)
def test_a_document_that_could_be_read_in_two_ways_or_not_at_all_is_refused(given: BytesIO) -> None:
    with pytest.raises(Refusal) as caught:
        word_parts.checked(given.getvalue())

    assert caught.value.words == word_parts.NOT_WORD


def test_a_document_without_its_list_of_types_is_refused() -> None:
    made = BytesIO()
    with ZipFile(written()) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            if name != word_parts.TYPES:
                target.writestr(name, source.read(name))

    for taken in (word_parts.checked, word.left_open):
        with pytest.raises(Refusal) as caught:
            taken(made.getvalue())
        assert caught.value.words == word_parts.NOT_WORD


def test_a_document_whose_parts_do_not_fit_together_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        word.left_open(related(relation("header", "none.xml"), of="document").getvalue())

    assert caught.value.words == word_parts.NOT_WORD


def test_a_small_file_that_grows_large_is_refused_before_it_is_parsed() -> None:
    bomb = also(written(), "word/header9.xml", b"<a>" + b" " * word_parts.UNPACKED_XML + b"</a>")
    assert len(bomb.getvalue()) < 100_000

    with pytest.raises(Refusal) as caught:
        word_parts.checked(bomb.getvalue())

    assert caught.value.words == word_parts.TOO_BIG


@pytest.mark.parametrize(
    "given",
    [
        related(relation("hyperlink", "http://a.vn", OUT)),
        related(relation("image", "media/image1.png")),
        field(run("DATE"), run(" \\@ dd")),
    ],
)
def test_links_that_a_reader_may_follow_and_what_is_inside_stay(given: BytesIO) -> None:
    assert word_parts.checked(given.getvalue())


@pytest.fixture
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this computer, and what came in there."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hear() -> None:
            while True:
                try:
                    caller, _ = server.accept()
                except OSError:
                    return
                with caller:
                    heard.append(caller.recv(200))

        threading.Thread(target=hear, daemon=True).start()
        yield server.getsockname()[1], heard
        server.shutdown(socket.SHUT_RDWR)


@pytest.fixture(params=["apart", "by its profile alone"])
def held(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """LibreOffice without a network, and where no other may be had."""
    converting.apart.cache_clear()
    if request.param == "apart" and not converting.apart():
        pytest.skip("this system gives no network of its own to whoever asks")
    if request.param != "apart":
        program = shutil.which("soffice")
        assert program is not None
        (tmp_path / "soffice").symlink_to(program)
        monkeypatch.setenv("PATH", str(tmp_path))
        converting.apart.cache_clear()
        assert not converting.apart()
    yield
    converting.apart.cache_clear()


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("how", ["a picture", "a text"])
def test_libreoffice_asks_nobody_even_for_what_was_let_through(listening: tuple[int, list[bytes]], how: str) -> None:
    port, heard = listening
    address = f"http://127.0.0.1:{port}/a.png"
    given = pictured(address) if how == "a picture" else field(run(f'INCLUDETEXT "{address}"'))

    assert converting.to_pdf(given.getvalue()).startswith(b"%PDF-")
    assert heard == []
