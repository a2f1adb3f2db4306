"""Opens a PDF to add to it: what is added follows what is there, byte for byte, so that earlier signatures stand."""

import hashlib
import io
from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfDecodeLimitError, PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from motcua.language import Refusal, Words

_NOT_PDF = Words(
    vi="Tệp không phải PDF đọc được nên không ký được; hãy tạo lại tệp PDF.",
    en="The file is no readable PDF and cannot be signed; make the PDF anew.",
)
_LOCKED = Words(
    vi="Tệp PDF đặt mật khẩu nên không ký được; hãy bỏ mật khẩu.",
    en="The PDF is under a password and cannot be signed; remove the password.",
)
_INTRICATE = Words(
    vi="Tệp PDF có quá nhiều lần sửa, đối tượng hoặc quá lớn nên không ký được; hãy tạo lại tệp PDF.",
    en="The PDF has too many revisions or objects or is too large to be signed; make it anew.",
)
MOST_REVISIONS, MOST_OBJECTS, MOST_BYTES = 200, 500_000, 100 * 2**20  # more are no document of an office
_BROKEN = (PdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError)


class Update(IncrementalPdfFileWriter):
    """An addition to a PDF. The same document with the same additions gives the same bytes."""

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> generic.ArrayObject:
        """The identity of the document stays; that of the version follows from what it is added to."""
        prev.stream.seek(0)
        before = hashlib.sha256(prev.stream.read()).digest()[:16]
        first = prev.trailer["/ID"][0].original_bytes if "/ID" in prev.trailer else before
        return generic.ArrayObject([generic.ByteStringObject(first), generic.ByteStringObject(before)])

    def _update_meta(self) -> None:
        """What the document says of itself stays as printed: an archival PDF says it in two places that must agree."""

    def done(self) -> bytes:
        """The document with what was added."""
        out = io.BytesIO()
        self._plain.write(out)
        return out.getvalue()

    def page(self, number: int) -> Any:
        """The reference of a page, counted from 0."""
        return self._plain.find_page_for_modification(number)[0]

    def annotate(self, page: Any, widget: generic.IndirectObject) -> None:
        self._plain.register_annotation(page, widget)

    def root_changed(self) -> None:
        self._plain.update_root()

    @property
    def _plain(self) -> IncrementalPdfFileWriter:
        return self


def opened(pdf: bytes) -> Update:
    """The document, open for additions. Raises Refusal where it cannot be read or is encrypted."""
    if len(pdf) > MOST_BYTES:
        raise Refusal(_INTRICATE)
    try:
        update = Update(io.BytesIO(pdf))
        if intricate(update.prev):
            raise Refusal(_INTRICATE)
        readable = update.prev.encrypted or update.root["/Pages"]["/Count"] >= 1
    except PdfDecodeLimitError as error:
        raise Refusal(_INTRICATE) from error
    except _BROKEN as error:
        raise Refusal(_NOT_PDF) from error
    if update.prev.encrypted:
        raise Refusal(_LOCKED)
    if not readable:
        raise Refusal(_NOT_PDF)
    return update


def intricate(reader: PdfFileReader) -> bool:
    """Whether the file has more revisions or objects than a document of an office."""
    return reader.xrefs.total_revisions > MOST_REVISIONS or int(reader.trailer["/Size"]) > MOST_OBJECTS


def fields(update: Update) -> Iterator[tuple[str, generic.IndirectObject]]:
    """The fields of the document's form that hang under no other, by name."""
    form: Any = {}
    if "/AcroForm" in update.root:
        form = update.root["/AcroForm"]
    references: Any = form.get("/Fields", ())
    if isinstance(references, generic.IndirectObject):
        references = references.get_object()
    for reference in references:
        held = reference.get_object()
        if "/T" in held:
            yield str(held["/T"]), reference


def picture(update: Update, drawn: bytes) -> Any:
    """The first page of another PDF as a picture to place in this one."""
    return update.import_page_as_xobject(PdfFileReader(io.BytesIO(drawn)))


def appear(update: Update, widget: generic.DictionaryObject, drawn: bytes) -> None:
    """The widget looks like the first page of `drawn`, fitted to its box by whoever shows it."""
    widget[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): picture(update, drawn)})
    update.update_container(widget)
