"""Makes a document ready for what comes later: empty places for signatures, number and date; and fills the latter."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm, enumerate_sig_fields

from motcua.language import Refusal, Words
from motcua.signing import tags
from motcua.signing.boxes import Box
from motcua.signing.stamps import line
from motcua.signing.update import Update, appear, fields, opened

__all__ = ["Box", "fill", "ready"]

PERSON, AGENCY, NUMBER, DATE = "person", "agency", "number", "date"
LAST = AGENCY  # nothing but proofs for the archive is added after this signature
_SAID = {
    PERSON: Words(vi="Chữ ký số của người có thẩm quyền", en="Signature of the competent person"),
    AGENCY: Words(vi="Chữ ký số của cơ quan, tổ chức", en="Signature of the agency"),
    NUMBER: Words(vi="Số của văn bản", en="Number of the document"),
    DATE: Words(vi="Thời gian ban hành", en="Date of issue"),
}
_SIGNED_ALREADY = Words(
    vi="Văn bản đã có chữ ký số nên không thêm ô ký được nữa.",
    en="The document is signed; places for signatures cannot be added any more.",
)
_NO_PAGE = Words(
    vi="Ô “{name}” nằm ở trang {page}, văn bản chỉ có {count} trang.",
    en="The place “{name}” is on page {page}; the document has {count}.",
)
_NO_PLACE = Words(vi="Văn bản không có ô “{name}”.", en="The document has no place “{name}”.")
_TWICE = Words(vi="Văn bản đã có ô “{name}”.", en="The document already has a place “{name}”.")
_SEALED = Words(
    vi="Cơ quan đã ký số nên không điền thêm vào văn bản được nữa.",
    en="The agency has signed; nothing can be filled in any more.",
)
_PRINTED, _FIXED = 1 << 2, 1 << 7  # flags of an annotation
_POINTS = 13


def ready(pdf: bytes, *, signatures: Mapping[str, Box], texts: Mapping[str, Box]) -> bytes:
    """The document with an empty signature field and an empty text field at each place, before anybody signs.

    The bytes before stay. Raises Refusal where it is no PDF, is signed already, or a place is on no page.
    """
    update = opened(pdf)
    if any(True for _ in enumerate_sig_fields(update, filled_status=True)):
        raise Refusal(_SIGNED_ALREADY)
    taken = {name for name, _ in fields(update)}
    for name, box in [*signatures.items(), *texts.items()]:
        if name in taken:
            raise Refusal(_TWICE, name=name)
        _on_a_page(update, name, box)
    form = _form(update)
    for name, box in signatures.items():
        _place(update, form, _signature(name), box)
    for name, box in texts.items():
        _place(update, form, _text(name), box)
    return update.done()


def fill(pdf: bytes, values: Mapping[str, str], *, at: datetime) -> bytes:
    """The document with these values in its text fields, drawn with our fonts; earlier signatures stand.

    Raises Refusal where a field is not there or the agency has signed.
    """
    update = opened(pdf)
    here = dict(fields(update))
    if LAST in here and "/V" in here[LAST].get_object():
        raise Refusal(_SEALED)
    for name, value in values.items():
        if name not in here or here[name].get_object()["/FT"] != "/Tx":
            raise Refusal(_NO_PLACE, name=name)
        held = here[name].get_object()
        left, bottom, right, top = (float(side) for side in held["/Rect"])
        held[pdf_name("/V")] = pdf_string(value)
        drawn = line(value, width=right - left, height=top - bottom, slanted=name == DATE, at=at)
        appear(update, held, drawn)
    return update.done()


def _on_a_page(update: Update, name: str, box: Box) -> None:
    count = int(update.root["/Pages"]["/Count"])
    if not 0 <= box.page < count:
        raise Refusal(_NO_PAGE, name=name, page=box.page + 1, count=count)


def _form(update: Update) -> Any:
    """The form of the document; made where there is none."""
    if "/AcroForm" in update.root:
        form = update.root["/AcroForm"]
    else:
        form = generic.DictionaryObject({pdf_name("/Fields"): generic.ArrayObject()})
        update.root[pdf_name("/AcroForm")] = update.add_object(form)
        update.root_changed()
    form.setdefault(pdf_name("/Fields"), generic.ArrayObject())
    form.setdefault(pdf_name("/DR"), _fonts())
    update.update_container(form)
    return form


def _fonts() -> generic.DictionaryObject:
    """What a viewer may write with in a text field; we draw with a font that is in the file."""
    sans = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = generic.DictionaryObject({pdf_name(key): pdf_name(value) for key, value in sans.items()})
    return generic.DictionaryObject(
        {pdf_name("/Font"): generic.DictionaryObject({pdf_name("/Helv"): named})},
    )


def _signature(name: str) -> generic.DictionaryObject:
    made = _named(name, "/Sig", _PRINTED | _FIXED)
    if name == LAST:
        lock = FieldMDPSpec(FieldMDPAction.INCLUDE, fields=[]).as_sig_field_lock()  # names none: P locks all
        lock[pdf_name("/P")] = generic.NumberObject(MDPPerm.NO_CHANGES.value)
        made[pdf_name("/Lock")] = lock
    return made


def _text(name: str) -> generic.DictionaryObject:
    made = _named(name, "/Tx", _PRINTED)
    made[pdf_name("/DA")] = pdf_string(f"/Helv {_POINTS} Tf 0 g")
    return made


def _named(name: str, kind: str, flags: int) -> generic.DictionaryObject:
    said = _SAID[name].vi if name in _SAID else name  # part of the document, whose language it speaks
    return generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/FT"): pdf_name(kind),
            pdf_name("/T"): pdf_string(name),
            pdf_name("/TU"): pdf_string(said),
            pdf_name("/F"): generic.NumberObject(flags),
        }
    )


def _place(update: Update, form: Any, field: generic.DictionaryObject, box: Box) -> None:
    page = update.page(box.page)
    sides = [generic.FloatObject(round(side, 2)) for side in (box.left, box.bottom, box.right, box.top)]
    size = [generic.FloatObject(round(side, 2)) for side in (0, 0, box.width, box.height)]
    blank = {"/Type": pdf_name("/XObject"), "/Subtype": pdf_name("/Form"), "/BBox": generic.ArrayObject(size)}
    nothing = generic.StreamObject({pdf_name(key): value for key, value in blank.items()}, stream_data=b"")
    field[pdf_name("/Rect")] = generic.ArrayObject(sides)
    field[pdf_name("/P")] = page
    field[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): update.add_object(nothing)})
    made = update.add_object(field)
    form["/Fields"].append(made)
    update.update_container(form["/Fields"])
    update.annotate(page, made)
    tags.add(update, page, made)
