"""What is asked of a draft: what decree 30/2020 wants on every document, then the places of its form, or its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from motcua.language import Words
from motcua.office.documents.competence import signers, title_of
from motcua.office.documents.house import FORMS, Place
from motcua.office.documents.kinds import kinds
from motcua.office.documents.models import Mode, OutgoingDocument, Secrecy, Template, Urgency
from motcua.office.documents.told import Content, Draft, OfHouse, OfTemplate, Uploaded
from motcua.office.people.models import Officer, Unit
from motcua.office.records.content import AT_MOST
from motcua.web.desk.reception_forms import text
from motcua.web.shared.fields import LinesField, choices, label, offer

MOST = AT_MOST // 2**20
UPLOAD, TEMPLATE = "upload", "template-"
KEPT = "Lưu: VT"
OF_DOSSIER = Words(  # doubled braces stand for one
    vi="Có mã hồ sơ thì nội dung dùng được {{{{ chu_ho_so }}}}, {{{{ ngay_hen_tra }}}}…; xem bảng ở trang “Giao ký, "
    "biểu mẫu”.",
    en="With it the text may say {{{{ chu_ho_so }}}}, {{{{ ngay_hen_tra }}}} …; see the table on the page of "
    "delegations and templates.",
)
Choice = tuple[str, Any]


def form_choices(unit: Unit) -> list[Choice]:
    """What a document can be made from: forms of the house, the unit's Word templates, a file."""
    house = [(one.code, label(one.name.vi, one.name.en)) for one in FORMS.values()]
    own = [
        (f"{TEMPLATE}{one.pk}", label(f"Mẫu Word: {one.name}", f"Word template: {one.name}")) for one in templates(unit)
    ]
    uploaded = label("Tệp đã soạn sẵn (PDF hoặc Word)", "A file written elsewhere (PDF or Word)")
    return [*house, *own, (UPLOAD, uploaded)]


def templates(unit: Unit) -> "QuerySet[Template]":
    """Those that the unit uses now."""
    return Template.objects.filter(unit=unit, retired_at=None).order_by("name")


def offered(made_of: str, unit: Unit) -> bool:
    """Whether a document of the unit can be made of it."""
    return any(made_of == code for code, _ in form_choices(unit))


@dataclass(frozen=True)
class Basis:
    """What a document is made of, as its form asks for it: one kind or any, places to fill in, or a file."""

    kind: str = ""
    places: tuple[Place, ...] = ()
    template: int | None = None
    house: str = ""


def basis(made_of: str) -> Basis:
    """What is asked for it; a file where it is neither a form of the house nor a template."""
    if (house := FORMS.get(made_of)) is not None:
        return Basis(house.kind, house.places, house=house.code)
    key = made_of.removeprefix(TEMPLATE)
    found = Template.objects.filter(pk=int(key)).first() if made_of != key and key.isdecimal() else None
    if found is None:
        return Basis()
    return Basis(found.kind, tuple(Place(name, Words(name, name)) for name in found.places), found.pk)


def made_of(document: OutgoingDocument) -> str:
    """What the document was made of, to make the next like it."""
    if document.template_id is not None:
        return f"{TEMPLATE}{document.template_id}"
    return document.form or UPLOAD


class DraftForm(forms.Form):
    """One document; the fields of its content follow from what it is made of."""

    kind = forms.ChoiceField(label=label("Loại văn bản", "Kind"))
    subject = text("Trích yếu nội dung", "Summary of its content", 500, required=True)
    signing = forms.ChoiceField(label=label("Người ký, hình thức ký", "Signed by, as"))
    signer_title = text("Chức danh người ký (để trống: theo chức vụ)", "Title of who signs (empty: by position)", 120)
    recipients = LinesField(
        label=label("Nơi nhận, mỗi dòng một nơi", "Recipients, one a line"),
        help_text=label(f"Dòng cuối là nơi lưu: “{KEPT}”.", f"The last line says where a copy is kept: “{KEPT}”."),
    )
    drafting_sign = text("Ký hiệu đơn vị soạn thảo (công văn)", "Sign of who drafts (official letters)", 12)
    dossier_code = text("Mã hồ sơ liên quan", "Code of the dossier it belongs to", 40)
    secrecy = forms.ChoiceField(label=label("Độ mật", "Secrecy"), choices=choices(Secrecy))
    urgency = forms.ChoiceField(label=label("Độ khẩn", "Urgency"), choices=choices(Urgency))
    copies = forms.IntegerField(label=label("Số bản", "Copies"), min_value=1, max_value=10000, initial=1)

    def __init__(self, *args: Any, made_of: str, unit: Unit, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit, self.basis = unit, basis(made_of)
        self.places = {f"place-{one.name}": one for one in self.basis.places}
        self.fields["dossier_code"].help_text = label(OF_DOSSIER.vi, OF_DOSSIER.en)
        self._kinds()
        self._signers(on)
        if not self.basis.kind:
            self.fields["content"] = _file()
        for name, place in self.places.items():
            rows = forms.Textarea(attrs={"rows": 4}) if place.lines else forms.TextInput()
            named = label(place.label.vi, place.label.en)
            self.fields[name] = forms.CharField(label=named, required=place.needed, max_length=20000, widget=rows)

    def _kinds(self) -> None:
        found = {self.basis.kind: kinds()[self.basis.kind]} if self.basis.kind else kinds()
        offer(self, "kind", [(code, one.name) for code, one in found.items()])

    def _signers(self, on: date) -> None:
        """By any kind; whether the person may sign this very one, the office says when it is approved."""
        found: dict[str, str] = {}
        for code in {self.basis.kind} if self.basis.kind else kinds():
            for officer, mode, title in signers(self.unit, code, on):
                shown = f"{officer.full_name} – {Mode(mode).label}" + (f" – {title}" if title else "")
                found.setdefault(f"{officer.pk}:{mode.value}", shown)
        offer(self, "signing", found.items())

    def told(self) -> Draft:
        """The draft as it was filled in."""
        said = dict(self.cleaned_data)
        officer, _, mode = str(said.pop("signing")).partition(":")
        values = {place.name: str(said.pop(name)) for name, place in self.places.items()}
        signer = Officer.objects.get(pk=int(officer))
        told = {name: said[name] for name in ("kind", "subject", "recipients", "signer_title", "drafting_sign")}
        told |= {name: said[name] for name in ("dossier_code", "copies")}
        return Draft(
            unit=self.unit, signer=signer, mode=Mode(mode), content=self._content(said, values),
            secrecy=Secrecy(said["secrecy"]), urgency=Urgency(said["urgency"]), **told,
        )  # fmt: skip

    def _content(self, said: Mapping[str, Any], values: Mapping[str, str]) -> Content:
        if self.basis.template is not None:
            return OfTemplate(self.basis.template, values)
        return OfHouse(self.basis.house, values) if self.basis.house else Uploaded(said["content"])


def started(document: OutgoingDocument) -> dict[str, Any]:
    """The fields as a document has them, to be changed or taken over by the one in its place."""
    names = ("kind", "subject", "drafting_sign", "dossier_code", "secrecy", "urgency", "copies")
    values: Mapping[str, Any] = document.said
    on = timezone.localdate(document.drafted_at)
    usual = title_of(document.unit, document.kind, document.signer, document.mode, on)
    return {
        **{name: getattr(document, name) for name in names},
        "signer_title": "" if document.signer_title == usual else document.signer_title,  # another may sign the next
        "signing": f"{document.signer_id}:{document.mode}",
        "recipients": "\n".join(line.name for line in document.recipients.all()),
        **{f"place-{name}": value for name, value in values.items()},
    }


def _file() -> forms.FileField:
    return forms.FileField(
        label=label("Tệp văn bản (PDF hoặc Word)", "File of the document (PDF or Word)"),
        help_text=label(f"Tối đa {MOST} MB, không đặt mật khẩu.", f"At most {MOST} MB, without a password."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf,.docx"}),
    )
