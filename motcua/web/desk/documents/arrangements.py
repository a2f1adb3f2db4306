"""What a unit arranges before it writes: who signs in the head's name, its letterhead, its Word templates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from motcua.language import Words, say
from motcua.office.documents import names
from motcua.office.documents.acts.arranging import (
    Charge,
    Series,
    arrange_letterhead,
    delegate,
    end_delegation,
    open_book,
)
from motcua.office.documents.acts.templates import keep_template, retire_template
from motcua.office.documents.kinds import kind, kinds
from motcua.office.documents.letterheads import named
from motcua.office.documents.models import Book, Certificate, Delegation, Mode, Template
from motcua.office.people import policy
from motcua.office.people.models import Officer, Unit
from motcua.web.desk.documents.forms import templates
from motcua.web.desk.documents.places import place
from motcua.web.desk.documents.reading import READ
from motcua.web.desk.place import Place
from motcua.web.desk.reception_forms import text
from motcua.web.shared.fields import DayField, attempted, choices, label, offer, offer_rows
from motcua.web.shared.officer import OfficerRequest, may

ARRANGE, TEMPLATES = "document.arrange", "document.template"
DONE = Words(vi="Đã ghi: {act}.", en="Recorded: {act}.")
PLACES = Words(  # doubled braces stand for one
    vi="Chỗ cần điền viết {{{{ ten_cho }}}}; tên có sẵn xem ở bảng “Chỗ điền có sẵn”.",
    en="Blanks are written {{{{ name }}}}; what is known already is in the table “Placeholders”.",
)
NAMES = (
    (Words(vi="Của mọi văn bản", en="Of every document"), names.STANDING),
    (Words(vi="Của hồ sơ, khi văn bản ghi mã hồ sơ", en="Of the dossier, where one is named"), names.OF_DOSSIER),
)
Said = Mapping[str, Any]


class OfUnit(forms.Form):
    """The fields of an act in a unit."""

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.prepare()

    def prepare(self) -> None:
        """Choices that depend on the unit."""


class DelegateForm(OfUnit):
    officer = forms.ModelChoiceField(Officer.objects.none(), label=label("Người được giao ký", "Who signs"))
    title = text("Chức danh ghi trên văn bản", "Title on documents", 120, required=True)
    mode = forms.TypedChoiceField(
        label=label("Hình thức ký", "Mode"), choices=choices([Mode.FOR, Mode.BY_ORDER, Mode.BY_AUTHORITY]), coerce=Mode
    )
    kinds = forms.MultipleChoiceField(
        label=label("Loại văn bản (để trống: mọi loại)", "Kinds (none: all)"), required=False
    )  # fmt: skip
    from_on = DayField(label=label("Từ ngày", "From"))
    to_on = DayField(label=label("Đến ngày (TUQ. phải có)", "To (TUQ. needs it)"), required=False)
    decision = text("Số quyết định", "Number of the decision", 120, required=True)
    decided_on = DayField(label=label("Ngày quyết định", "Day of the decision"))

    def prepare(self) -> None:
        today = timezone.localdate()
        held = policy.lasting(today)
        there = Officer.objects.filter(positions__in=self.unit.positions.filter(held), is_active=True)
        offer_rows(self, "officer", there.distinct().order_by("full_name"))
        offer(self, "kinds", [(code, one.name) for code, one in kinds().items()])


class EndForm(OfUnit):
    delegation = forms.ModelChoiceField(Delegation.objects.none(), label=label("Việc giao ký", "Delegation"))
    on = DayField(label=label("Ngày cuối cùng", "Last day"))

    def prepare(self) -> None:
        offer_rows(self, "delegation", in_force(self.unit))


class BookForm(OfUnit):
    code = text("Tên ngắn của sổ", "Short name of the book", 20, required=True)
    name = text("Tên sổ", "Name of the book", 120, required=True)
    kinds = forms.MultipleChoiceField(label=label("Loại văn bản", "Kinds"))
    from_on = DayField(label=label("Từ ngày (01/01)", "From (1 January)"))

    def prepare(self) -> None:
        offer(self, "kinds", [(code, one.name) for code, one in kinds().items()])
        self.fields["from_on"].initial = date(timezone.localdate().year + 1, 1, 1)


class LetterheadForm(OfUnit):
    sign = text("Chữ viết tắt tên cơ quan trong ký hiệu", "Abbreviation in notations", 20, required=True)
    head_title = text("Chức danh người đứng đầu", "Title of the head", 80, required=True)
    body = text("Tập thể khi ký TM.", "In whose name TM. is signed", 160)

    def prepare(self) -> None:
        now = named(self.unit)
        for name, value in (("sign", now.sign), ("head_title", now.head_title), ("body", now.body)):
            self.fields[name].initial = value


class TemplateForm(OfUnit):
    name = text("Tên mẫu", "Name of the template", 160, required=True)
    kind_code = forms.ChoiceField(label=label("Loại văn bản", "Kind"))
    content = forms.FileField(
        label=label("Tệp Word (.docx)", "Word file (.docx)"),
        help_text=label(PLACES.vi, PLACES.en),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )

    def prepare(self) -> None:
        offer(self, "kind_code", [(code, one.name) for code, one in kinds().items()])


class RetireForm(OfUnit):
    template = forms.ModelChoiceField(Template.objects.none(), label=label("Mẫu", "Template"))

    def prepare(self) -> None:
        offer_rows(self, "template", templates(self.unit))


@dataclass(frozen=True)
class Arrangement:
    """One act as the page offers it."""

    name: str
    act: str
    title: Words
    form: type[OfUnit]
    call: Callable[[Unit, Said, Officer, datetime], object]


ACTS = (
    Arrangement(
        "delegate", ARRANGE, Words(vi="Giao ký", en="Delegate signing"), DelegateForm,
        lambda unit, said, by, at: delegate(unit, Charge(**said), by=by, at=at),
    ),
    Arrangement(
        "end", ARRANGE, Words(vi="Kết thúc giao ký", en="End a delegation"), EndForm,
        lambda _, said, by, at: end_delegation(said["delegation"].pk, on=said["on"], by=by, at=at),
    ),
    Arrangement(
        "book", ARRANGE, Words(vi="Mở sổ văn bản riêng", en="Open a book"), BookForm,
        lambda unit, said, by, at: open_book(unit, Series(**said), by=by, at=at),
    ),
    Arrangement(
        "letterhead", ARRANGE, Words(vi="Thể thức của cơ quan", en="Letterhead"), LetterheadForm,
        lambda unit, said, by, at: arrange_letterhead(unit, **said, by=by, at=at),
    ),
    Arrangement(
        "template", TEMPLATES, Words(vi="Thêm mẫu Word", en="Add a Word template"), TemplateForm,
        lambda unit, said, by, at: keep_template(unit, **said, by=by, at=at),
    ),
    Arrangement(
        "retire", TEMPLATES, Words(vi="Ngừng sử dụng mẫu", en="Retire a template"), RetireForm,
        lambda _, said, by, at: retire_template(said["template"].pk, by=by, at=at),
    ),
)  # fmt: skip
BY_NAME = {one.name: one for one in ACTS}


@may(READ)
@require_GET
def arrangements(request: OfficerRequest) -> HttpResponse:
    return _page(request, place(request))


@may(READ)
@require_POST
def arrange(request: OfficerRequest, name: str) -> HttpResponse:
    if (tried := BY_NAME.get(name)) is None:
        raise Http404
    here = place(request, tried.act)
    form = tried.form(request.POST, request.FILES, unit=here.unit)
    if form.is_valid():
        said = form.cleaned_data
        if attempted(form, lambda: tried.call(here.unit, said, request.user, timezone.now())) is not None:
            messages.success(request, say(DONE, act=say(tried.title)))
            return redirect(here.address("desk:arrangements"))
    return _page(request, place(request), tried, form)


def registered(unit: Unit) -> "QuerySet[Certificate]":
    """Certificates registered for the officers of the unit and its seal, ended and retired ones too."""
    rows = Certificate.objects.filter(unit=unit, confirmed_at__isnull=False).select_related("officer")
    return rows.order_by("officer__full_name", "-ends_at", "pk")


def books(unit: Unit) -> "QuerySet[Book]":
    """Books of its own, the oldest first."""
    return Book.objects.filter(unit=unit).order_by("from_on", "pk")


def in_force(unit: Unit) -> Any:
    """Delegations that last today or later."""
    today = timezone.localdate()
    rows = Delegation.objects.filter(unit=unit).select_related("officer").order_by("from_on", "pk")
    return rows.filter(to_on=None) | rows.filter(to_on__gte=today)


def _page(
    request: OfficerRequest, here: Place, tried: Arrangement | None = None, form: OfUnit | None = None
) -> HttpResponse:
    offered_acts = [
        (one, say(one.title), form if one is tried and form else one.form(unit=here.unit))
        for one in ACTS
        if policy.may(request.user, one.act, here.unit, None, here.on)
    ]
    given = [
        (one, ", ".join(kind(code).name for code in one.kinds)) for one in in_force(here.unit)
    ]  # fmt: skip
    shown = {
        "place": here, "acts": offered_acts, "tried": tried, "delegations": given, "letterhead": named(here.unit),
        "certificates": [(one, one.ended(timezone.now())) for one in registered(here.unit)],
        "templates": [(one, kind(one.kind).name) for one in templates(here.unit)],
        "books": [(one, ", ".join(kind(code).name for code in one.kinds)) for one in books(here.unit)],
        "names": [(say(title), [(name, say(words)) for name, words in known.items()]) for title, known in NAMES],
    }  # fmt: skip
    return render(request, "desk/arrangements.html", shown)
