"""Books and the report of stock and flow, of a unit and some days: to print, or as a workbook."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from motcua.language import Words, say
from motcua.office.dossiers.printed.books import certification_book, stock_flow, tracking_book
from motcua.office.people.models import Officer, Unit
from motcua.printing.forms import book_workbook, print_form
from motcua.web.desk.reading import within
from motcua.web.shared.fields import DayField, attempted, label, offer_rows
from motcua.web.shared.officer import OfficerRequest, may

READ = "report.read"
BOOKS: dict[str, tuple[Words, Callable[..., Any]]] = {
    "tracking": (Words(vi="Sổ theo dõi hồ sơ", en="Tracking book"), tracking_book),
    "certification": (Words(vi="Sổ chứng thực", en="Certification book"), certification_book),
    "stock-flow": (Words(vi="Tình hình giải quyết hồ sơ", en="Stock and flow"), stock_flow),
}
BACKWARDS = Words(vi="Ngày cuối phải từ ngày đầu trở đi.", en="The last day is the first or later.")
ONE_YEAR = Words(
    vi="Sổ mở theo từng năm, số thứ tự bắt đầu lại mỗi năm; hãy chọn ngày trong cùng một năm.",
    en="A book runs for one year and its serials begin anew; choose days of the same year.",
)
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class BookForm(forms.Form):
    book = forms.ChoiceField(
        label=label("Sổ, báo cáo", "Book or report"),
        choices=[(name, label(words.vi, words.en)) for name, (words, _) in BOOKS.items()],
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), label=label("Đơn vị", "Unit"), empty_label=None)
    since = DayField(label=label("Từ ngày", "From"))
    until = DayField(label=label("Đến ngày", "Until"))

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = within(Unit.objects.all(), officer, READ, timezone.localdate(), unit="pk", domain="")
        offer_rows(self, "unit", units.order_by("name"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        since, until = said.get("since"), said.get("until")
        if since and until:
            if since > until:
                self.add_error("until", say(BACKWARDS))
            elif since.year != until.year and said.get("book") != "stock-flow":
                self.add_error("until", say(ONE_YEAR))
        return said


@may(READ)
@require_GET
def books(request: OfficerRequest) -> HttpResponse:
    """What is asked stands in the address: units and days, no person."""
    today = timezone.localdate()
    start = {"since": today.replace(day=1), "until": today}
    asked = "book" in request.GET
    form = BookForm(request.GET if asked else None, officer=request.user, initial=start)
    if asked and form.is_valid():
        said = form.cleaned_data
        made = attempted(form, lambda: BOOKS[said["book"]][1](said["unit"], said["since"], said["until"]))
        if made is not None:
            return _given(request, made, said["book"])
    return render(request, "desk/books.html", {"form": form})


def _given(request: OfficerRequest, made: Any, name: str) -> HttpResponse:
    if request.GET.get("as") == "xlsx":
        answer = HttpResponse(book_workbook(made), content_type=SHEET)
        answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
        return answer
    at: datetime = timezone.localtime()
    answer = HttpResponse(print_form(made, at=at), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
