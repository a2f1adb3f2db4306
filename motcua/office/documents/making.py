"""The PDF of a draft: set from a form of the house, merged from a template, or as it was uploaded."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from django.conf import settings

from motcua.language import Refusal, Words
from motcua.office.documents import converting, finding, house, names, word, word_parts
from motcua.office.documents.files import shown
from motcua.office.documents.kinds import Kind, kind
from motcua.office.documents.letterheads import acting, named
from motcua.office.documents.models import Secrecy, Template
from motcua.office.documents.told import Draft, OfHouse, OfTemplate, Uploaded
from motcua.office.records.store import opened
from motcua.printing import OfficialDocument, Paragraph, Place, Signer, to_form

ZIP, PDF = b"PK\x03\x04", b"%PDF-"
GROUP = 4  # letters of a code that are read together
CODE = "Mã kiểm tra văn bản: {code}"
NO_TEMPLATE = Words(
    vi="Mẫu Word này không còn dùng ở {unit}; hãy chọn mẫu khác.",
    en="This Word template is not in use at {unit}; choose another.",
)


@dataclass(frozen=True)
class Made:
    """A PDF, the Word document it came from where there is one, and where on it things are to be written."""

    pdf: bytes
    word: bytes = b""
    places: Mapping[str, Place] = field(default_factory=dict)

    def stored_places(self) -> dict[str, dict[str, float]]:
        """As JSON."""
        return {name: asdict(place) for name, place in self.places.items()}


@dataclass(frozen=True)
class Face:
    """What stands on a document besides its content: notation, recipients, the code by which it is asked for.

    `of`: what may be said of its dossier.
    """

    notation: str
    lines: tuple[str, ...]
    code: str
    of: Mapping[str, str] = field(default_factory=dict)


def made(draft: Draft, face: Face, at: datetime) -> Made:
    """The draft as PDF. Raises Refusal where its content cannot be made into one."""
    content = draft.content
    if isinstance(content, OfHouse):
        return _set(draft, content, face, at)
    if isinstance(content, OfTemplate):
        return _merged(draft, content, face)
    return _uploaded(draft, content)


def standing_values(draft: Draft, face: Face) -> dict[str, str]:
    """What every Word template may name without being told: agency, notation, summary, recipients, who signs."""
    called = named(draft.unit)
    return {
        "co_quan": called.agency.upper(),
        "co_quan_tren": called.above.upper(),
        "dia_danh": called.place,
        "ky_hieu": face.notation,
        "loai_van_ban": kind(draft.kind).name.upper(),
        "trich_yeu": draft.subject,
        "noi_nhan": "\n".join(f"- {line};" for line in face.lines),
        "hinh_thuc_ky": acting(draft.unit, draft.mode),
        "chuc_danh": draft.signer_title.upper(),
        "nguoi_ky": draft.signer.full_name,
        "ma_kiem_tra": _spaced(draft, face),
    }


def _set(draft: Draft, content: OfHouse, face: Face, at: datetime) -> Made:
    chosen = kind(draft.kind)
    code = _spaced(draft, face)
    about = "" if chosen.titled else f"V/v {draft.subject}"
    form = to_form(
        printed(draft, content, chosen, face), at, about=about, code=CODE.format(code=code) if code else "",
        check=f"{settings.PUBLIC_ADDRESS}/v/{face.code}/" if code else "",
    )  # fmt: skip
    return Made(form.pdf, places=form.places)


def printed(draft: Draft, content: OfHouse, chosen: Kind, face: Face) -> OfficialDocument:
    """The values that printing lays out; number and day stay blank."""
    called = named(draft.unit)
    known = standing_values(draft, face) | dict(face.of)
    said = {name: names.filled_in(value, known) for name, value in content.values.items()}
    text = house.filled(house.form(content.form), said, called.agency)
    addressed = (Paragraph(f"Kính gửi: {text.addressed}"),) if text.addressed else ()
    return OfficialDocument(
        agency=called.agency,
        agency_above=called.above,
        place=called.place,
        kind=chosen.name if chosen.titled else "",
        summary=draft.subject if chosen.titled else "",
        notation=face.notation,
        bases=text.bases,
        body=(*addressed, *text.body),
        signers=(Signer(draft.signer_title, draft.signer.full_name, acting(draft.unit, draft.mode)),),
        recipients=face.lines,
    )


def _merged(draft: Draft, content: OfTemplate, face: Face) -> Made:
    template = Template.objects.select_related("file").filter(
        pk=content.template, unit=draft.unit, retired_at=None
    ).first()  # fmt: skip
    if template is None:
        raise Refusal(NO_TEMPLATE, unit=draft.unit.name)
    values = dict(content.values) | standing_values(draft, face) | dict(face.of)
    with opened(template.file) as kept:
        given = kept.read()
    names.told(word.left_open(given), values)
    return _converted(draft, word.merged(given, values))


def _uploaded(draft: Draft, content: Uploaded) -> Made:
    """A Word document by what it begins with; everything else is judged as a PDF where it is kept."""
    given = _read(content.content)
    if given.startswith(ZIP):
        return _converted(draft, word_parts.checked(given))
    if not given.startswith(PDF):
        return Made(given)
    shown(BytesIO(given))
    return Made(given, places=finding.found(given, draft.signer.full_name))


def _converted(draft: Draft, written: bytes) -> Made:
    pdf = converting.to_pdf(written)
    return Made(pdf, written, finding.found(pdf, draft.signer.full_name))


def _spaced(draft: Draft, face: Face) -> str:
    """The code in groups as it is read from paper; a secret document bears none."""
    if draft.secrecy != Secrecy.OPEN:
        return ""
    return " ".join(face.code[place : place + GROUP] for place in range(0, len(face.code), GROUP))


def _read(content: BinaryIO) -> bytes:
    """At most what a file may be: the rest is not read, and the size is told where it is judged."""
    content.seek(0)
    return content.read(word_parts.AT_MOST + 1)
