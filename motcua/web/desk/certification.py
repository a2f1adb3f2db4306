"""The fast lane of certified copies: one screen, the keyboard alone, one act from reception to return."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from motcua.language import Refusal, Words, grouped, say
from motcua.office.dossiers import fees
from motcua.office.dossiers.acts.certification import Copies, certify
from motcua.office.dossiers.models import Dossier, PaymentChannel
from motcua.office.people.cards import read_card
from motcua.office.people.models import Officer, Person, Role, Unit
from motcua.office.people.persons import Told, put_down
from motcua.office.people.policy import holders
from motcua.office.procedures.models import Version
from motcua.web.desk.offered import offered
from motcua.web.desk.reception_forms import text
from motcua.web.shared.fields import attempted, choices, label, offer, offer_rows
from motcua.web.shared.officer import OfficerRequest, may, own_units

CERTIFY = "dossier.certify"
LAST = "certified"  # the last one, so that its slip can be printed while the next form is open already
AT = "certified_at"  # where and by whom, kept for the next
USUAL = (
    "Căn cước công dân", "Thẻ căn cước", "Giấy khai sinh", "Giấy chứng nhận kết hôn", "Bằng tốt nghiệp", "Học bạ",
    "Bảng điểm", "Chứng chỉ", "Giấy chứng nhận quyền sử dụng đất", "Giấy phép lái xe", "Giấy đăng ký xe",
    "Giấy phép kinh doanh",
)  # fmt: skip  # offered while the name is typed; the book is written in Vietnamese
DONE = Words(
    vi="Đã chứng thực: {code}, sổ số {book}, thu {fee} đồng.",
    en="Certified: {code}, book number {book}, {fee} đồng taken in.",
)
NOT_THERE = Words(
    vi="{unit} không làm thủ tục này; hãy chọn thủ tục khác hoặc nơi chứng thực khác.",
    en="{unit} does not do this procedure; choose another, or another place.",
)


class CopiesForm(forms.Form):
    """Who asks, which document, how often, where and by whom it is signed, how it is paid."""

    name = text("Họ tên, hoặc quét mã QR trên thẻ", "Name, or scan the QR of the card", 400, required=True)
    number = text("Số định danh", "Citizen number", 14, inputmode="numeric")
    document = text("Giấy tờ được sao", "Document", 300, required=True, list="documents")
    copies = forms.IntegerField(label=label("Số bản", "Copies"), min_value=1, max_value=500, initial=1)
    pages = forms.IntegerField(label=label("Số trang mỗi bản", "Pages each"), min_value=1, max_value=2000, initial=1)
    channel = forms.TypedChoiceField(
        label=label("Thu tiền", "Paid by"), choices=choices(PaymentChannel), coerce=PaymentChannel,
        initial=PaymentChannel.CASH,
    )  # fmt: skip
    reference = text("Mã giao dịch", "Reference", 80)
    signer = forms.ChoiceField(label=label("Người ký", "Signed by"))
    version = forms.ModelChoiceField(Version.objects.none(), label=label("Thủ tục", "Procedure"), empty_label=None)

    def __init__(self, *args: Any, counter: "Counter", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.counter = counter
        offer(self, "signer", counter.signers())
        offer_rows(self, "version", counter.versions())
        if len(counter.units) > 1:
            self.fields["signer"].label = label("Nơi chứng thực, người ký", "Where, and signed by")

    def clean_signer(self) -> tuple[Unit, Officer]:
        unit, _, officer = str(self.cleaned_data["signer"]).partition(":")
        place = next(one for one in self.counter.units if str(one.pk) == unit)
        return place, Officer.objects.get(pk=officer)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if "signer" in said and "version" in said and said["version"] not in self.counter.offered_in(said["signer"][0]):
            self.add_error("version", say(NOT_THERE, unit=said["signer"][0].name))
        return said

    def told(self, applicant: Person) -> Copies:
        said = {name: value for name, value in self.cleaned_data.items() if name not in ("name", "number", "signer")}
        unit, signer = self.cleaned_data["signer"]
        return Copies(unit=unit, signer=signer, applicant=applicant, **said)


class Counter:
    """Where the officer certifies today: units, who signs in each, what is certified there."""

    def __init__(self, officer: Officer, at: datetime) -> None:
        self.officer, self.on = officer, timezone.localdate(at)
        self.units = own_units(officer, CERTIFY)

    def signers(self) -> list[tuple[str, str]]:
        """Each with the unit, which is named where there are several."""
        several = len(self.units) > 1
        return [
            (f"{unit.pk}:{signer.pk}", f"{unit.name} – {signer.full_name}" if several else signer.full_name)
            for unit in self.units
            for signer in holders(unit, Role.HEAD, None, self.on)
        ]

    def offered_in(self, unit: Unit) -> "QuerySet[Version]":
        rows = offered(self.officer, unit, self.on, CERTIFY)
        return rows.filter(special="certified_copy", immediate=True)

    def versions(self) -> "QuerySet[Version]":
        """What any of the units certifies."""
        found = [self.offered_in(unit).values_list("pk", flat=True) for unit in self.units]
        return Version.objects.filter(pk__in={pk for rows in found for pk in rows}).order_by("name", "pk")


@may(CERTIFY)
@require_http_methods(["GET", "POST"])
def certification(request: OfficerRequest) -> HttpResponse:
    """Sent and done; the same screen is ready for the next, with the slip of the last beside it."""
    at = timezone.now()
    counter = Counter(request.user, at)
    typed, wrong = _read_card(request.POST)
    if request.method == "POST" and not wrong and not _looking(request.POST, typed):
        form = CopiesForm(typed, counter=counter)
        if form.is_valid():
            done = attempted(form, lambda: _certified(form, request.user, at))
            if done is not None:
                return _ready(request, done, str(typed["signer"]))
    else:
        form = CopiesForm(initial=_kept(request, typed), counter=counter)
    return _page(request, form, counter, typed, wrong)


def _page(request: OfficerRequest, form: CopiesForm, counter: Counter, typed: QueryDict, wrong: str) -> HttpResponse:
    form.fields["document" if typed.get("name") and not wrong else "name"].widget.attrs["autofocus"] = True
    versions = list(counter.versions().prefetch_related("fees"))
    shown = {
        "form": form, "last": _last(request), "usual": USUAL, "wrong": wrong, "fees": _fees(versions),
        "none": not versions, "owed": _owed(versions, typed),
    }  # fmt: skip
    return render(request, "desk/certification.html", shown)


def _read_card(typed: QueryDict) -> tuple[QueryDict, str]:
    """What was typed with a scanned card put into its fields, and what is wrong with the card."""
    if "|" not in typed.get("name", ""):
        return typed, ""
    filled = typed.copy()
    try:
        card = read_card(str(typed["name"]))
    except Refusal as reason:
        return filled, str(reason)
    filled["name"], filled["number"] = card.name, card.number
    return filled, ""


def _looking(sent: QueryDict, typed: QueryDict) -> bool:
    """The fee is asked for, or a card was scanned and the document is not told yet."""
    return sent.get("do") == "look" or (typed is not sent and not typed.get("document", "").strip())


def _kept(request: OfficerRequest, typed: QueryDict) -> dict[str, Any]:
    """What was typed, and where the last was certified."""
    kept: dict[str, Any] = {name: value for name, value in typed.items() if value}
    kept.setdefault("signer", request.session.get(AT, ""))
    return kept


@transaction.atomic
def _certified(form: CopiesForm, by: Officer, at: datetime) -> Dossier:
    applicant = put_down(Told(form.cleaned_data["name"], form.cleaned_data["number"]))
    return certify(form.told(applicant), by=by, at=at)


def _ready(request: OfficerRequest, done: Dossier, signer: str) -> HttpResponse:
    request.session[LAST], request.session[AT] = done.pk, signer
    messages.success(request, say(DONE, code=done.code, book=done.result.number, fee=grouped(done.fee_paid)))
    return redirect("desk:certification")


def _last(request: OfficerRequest) -> Dossier | None:
    pk: int = request.session.get(LAST, 0)
    return Dossier.objects.filter(pk=pk).prefetch_related("slips").select_related("certification").first()


def _fees(versions: Sequence[Version]) -> list[tuple[int, int]]:
    """Pages and the fee of one copy of so many, for the table beside the form."""
    costs = [(pages, _cost(versions[0], 1, pages)) for pages in (1, 2, 3, 5, 10)] if versions else []
    return [(pages, cost) for pages, cost in costs if cost]


def _owed(versions: Sequence[Version], typed: QueryDict) -> int | None:
    """What so many copies would cost, where that is asked for and can be told."""
    if typed.get("do") != "look":
        return None
    chosen = next((one for one in versions if str(one.pk) == typed.get("version")), None)
    copies, pages = (typed.get(name, "") for name in ("copies", "pages"))
    if chosen is None or not copies.isdecimal() or not pages.isdecimal():
        return None
    return _cost(chosen, int(copies), int(pages))


def _cost(version: Version, copies: int, pages: int) -> int:
    return sum(cost for _, cost in fees.of_copies(version.fees.all(), copies, pages))
