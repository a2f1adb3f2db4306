"""The form of the reception screen: who asks, who files, what is asked, the papers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from motcua.language import Words
from motcua.office.dossiers.models import Channel, PaperForm, SubmitterKind
from motcua.office.dossiers.reuse import Offer
from motcua.office.dossiers.told import Paper
from motcua.office.people.models import PersonKind, Unit
from motcua.office.people.persons import Told
from motcua.office.procedures.models import Component, Version
from motcua.web.desk.acts import reusing
from motcua.web.shared.fields import DayField, LinesField, choices, label, offer, refused

AT_COUNTER = (Channel.COUNTER, Channel.POST)
ONE_OF_EACH = Words(
    vi="Giấy tờ số {no}: chỉ chọn một, hoặc giấy đã nộp, hoặc một bản trong kho.",
    en="Paper {no}: choose one, the paper handed in or one copy in store.",
)
SEXES = [("", "–"), ("Nam", label("Nam", "Male")), ("Nữ", label("Nữ", "Female"))]
OFF = {"autocomplete": "off"}


def text(vi: str, en: str, length: int, *, required: bool = False, **attrs: str) -> forms.CharField:
    widget = forms.TextInput(attrs=OFF | attrs)
    return forms.CharField(label=label(vi, en), max_length=length, required=required, widget=widget)


class ReceptionForm(forms.Form):
    """All of the screen; the papers follow from the version."""

    card = text("Quét mã QR trên thẻ căn cước", "Scan the QR of the citizen card", 400)
    kind = forms.ChoiceField(label=label("Đối tượng", "Kind"), choices=choices(PersonKind))
    number = text("Số định danh hoặc mã số thuế", "Citizen number or tax code", 14, inputmode="numeric")
    name = text("Họ tên người yêu cầu", "Name of the applicant", 160, required=True)
    birth_on = DayField(label=label("Ngày sinh", "Born"), required=False)
    sex = forms.ChoiceField(label=label("Giới tính", "Sex"), choices=SEXES, required=False)
    address = text("Nơi cư trú", "Address", 250)
    phone = text("Điện thoại", "Phone", 20, inputmode="tel")
    email = forms.EmailField(label=label("Thư điện tử", "E-mail"), required=False, widget=forms.EmailInput(attrs=OFF))

    submitter_kind = forms.ChoiceField(label=label("Người nộp là", "Filed by"), choices=choices(SubmitterKind))
    submitter_name = text("Họ tên người nộp", "Name of who files", 160)
    submitter_number = text("Số định danh người nộp", "Citizen number of who files", 14, inputmode="numeric")
    authority = text("Văn bản ủy quyền, giới thiệu", "Paper of authority", 200)
    special_case = forms.BooleanField(
        label=label("Không đọc, nghe, ký, điểm chỉ được", "Cannot read, hear, sign or give a fingerprint"),
        required=False,
    )
    witness_1 = text("Người làm chứng 1: họ tên", "Witness 1: name", 160)
    witness_1_number = text("Số định danh", "Citizen number", 14, inputmode="numeric")
    witness_2 = text("Người làm chứng 2: họ tên", "Witness 2: name", 160)
    witness_2_number = text("Số định danh", "Citizen number", 14, inputmode="numeric")

    unit = forms.TypedChoiceField(label=label("Nơi tiếp nhận", "Received at"), coerce=int)
    competent = forms.TypedChoiceField(label=label("Cơ quan giải quyết", "Settled by"), coerce=int)
    channel = forms.ChoiceField(label=label("Cách nộp", "Came by"), choices=choices(AT_COUNTER))
    return_way = forms.ChoiceField(label=label("Trả kết quả", "Result goes by"), choices=choices(Channel))
    sets = forms.IntegerField(label=label("Số bộ", "Sets"), min_value=1, max_value=20, initial=1)
    subject = text("Nội dung yêu cầu", "What is asked", 600)
    procedure = text("Tìm thủ tục (không cần dấu)", "Find the procedure", 120)
    version = forms.TypedChoiceField(
        coerce=int, error_messages={"required": label("Chưa chọn thủ tục.", "Choose one.")}
    )
    other_papers = LinesField(
        label=label("Giấy tờ khác, mỗi dòng một loại", "Other papers, one a line"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        *args: Any,
        units: Sequence[Unit],
        competent: Sequence[Unit],
        chosen: Version | None,
        in_store: Sequence[Offer] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [(unit.pk, unit.name) for unit in units])
        offer(self, "competent", [(unit.pk, unit.name) for unit in competent])
        offer(self, "version", [(chosen.pk, chosen.name)] if chosen else [])
        self.listed: list[Component] = list(chosen.components.all()) if chosen else []
        for component in self.listed:
            self.fields |= _paper_fields(component)
        self.in_store = in_store
        held = [(reusing.value(one), reusing.held(one)) for one in in_store]
        self.fields["again"] = forms.MultipleChoiceField(choices=held, required=False)  # in place of papers handed in

    def paper_rows(self) -> list[dict[str, Any]]:
        """For the page: each paper of the list with its fields."""
        return [
            {"component": one, "taken": self[f"paper_{one.no}"], "form": self[f"form_{one.no}"],
             "count": self[f"count_{one.no}"], "pages": self[f"pages_{one.no}"],
             "kept": self[f"kept_{one.no}"] if one.keeps_original else None, "again": self._again(one.no)}
            for one in self.listed
        ]  # fmt: skip

    def _again(self, no: int) -> list[dict[str, Any]]:
        """What is in store for the paper of that number, each with its box."""
        ticked = self["again"].value() or []
        found = [(reusing.value(one), reusing.held(one)) for one in self.in_store if one.paper.no == no]
        return [{"value": value, "told": said, "ticked": value in ticked} for value, said in found]

    def clean_again(self) -> dict[int, int]:
        """The copy in store by the number of the paper that it stands for: one of each, of none that is handed in."""
        said: dict[int, int] = {}
        for paper, copy in map(reusing.taken_of, self.cleaned_data["again"]):
            if paper in said or self.cleaned_data.get(f"paper_{paper}"):
                refused(self, ONE_OF_EACH, no=paper)
            said[paper] = copy
        return said

    def papers(self) -> list[Paper]:
        """Those ticked, or in store, then those that the list does not name."""
        said, again = self.cleaned_data, self.cleaned_data["again"]
        listed = [
            Paper(
                one.name,
                PaperForm(said[f"form_{one.no}"]),
                listed_as=one.no,
                quantity=said[f"count_{one.no}"] or 1,
                kept_original=bool(said.get(f"kept_{one.no}")),
                declared_pages=said[f"pages_{one.no}"],
            )
            if one.no not in again
            else Paper(one.name, PaperForm.DATA, listed_as=one.no, copy=again[one.no])
            for one in self.listed
            if said[f"paper_{one.no}"] or one.no in again
        ]
        return listed + [Paper(name, PaperForm.COPY) for name in said["other_papers"]]

    def applicant(self) -> Told:
        said = self.cleaned_data
        return Told(
            name=said["name"],
            number=said["number"],
            kind=PersonKind(said["kind"]),
            birth_on=said["birth_on"],
            sex=said["sex"],
            address=said["address"],
            phone=said["phone"],
            email=said["email"],
        )

    def submitter(self) -> Told | None:
        said = self.cleaned_data
        if said["submitter_kind"] == SubmitterKind.SELF or not said["submitter_name"]:
            return None
        return Told(said["submitter_name"], said["submitter_number"])

    def witnesses(self) -> Iterable[Told]:
        said = self.cleaned_data
        if not said["special_case"]:
            return []
        named = [(said[f"witness_{no}"], said[f"witness_{no}_number"]) for no in (1, 2)]
        return [Told(name, number) for name, number in named if name]


def told_of(typed: Mapping[str, Any]) -> Told | None:
    """Who is asked for in what was typed so far; None while number or name are missing."""
    number, name, born = (typed.get(one) or "" for one in ("number", "name", "birth_on"))
    if not number or not name:
        return None
    try:
        return Told(str(name), str(number), birth_on=DayField(required=False).clean(born))
    except forms.ValidationError:
        return None


def _paper_fields(component: Component) -> dict[str, forms.Field]:
    no = component.no
    usual = PaperForm.DATA if component.replaced_by_data else PaperForm.COPY
    fields: dict[str, forms.Field] = {
        f"paper_{no}": forms.BooleanField(label=component.name, required=False),
        f"form_{no}": forms.ChoiceField(
            label=label(f"Dạng giấy tờ số {no}", f"Form of paper {no}"), choices=choices(PaperForm), initial=usual
        ),
        f"count_{no}": forms.IntegerField(
            label=label(f"Số lượng giấy tờ số {no}", f"How many of paper {no}"),
            initial=1, min_value=1, max_value=999, required=False,
        ),
        f"pages_{no}": forms.IntegerField(
            label=label(f"Số trang giấy tờ số {no} (nếu ghi)", f"Pages of paper {no}, if told"),
            min_value=1, max_value=9999, required=False,
        ),
    }  # fmt: skip
    if component.keeps_original:
        kept = label(f"Giữ bản chính giấy tờ số {no}", f"Original of paper {no} is kept")
        fields[f"kept_{no}"] = forms.BooleanField(label=kept, required=False)
    return fields
