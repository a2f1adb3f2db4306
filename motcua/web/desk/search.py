"""Search by code, name, card number or phone, within rights. What was asked stands in the session, in no address."""

import re
from typing import Any

from django import forms
from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from motcua.language import plain
from motcua.office.dossiers.digitisation import copies_in_use
from motcua.office.dossiers.models import Dossier
from motcua.office.people.models import Person
from motcua.web.desk.reading import READ, ROW, Line, readable, tone, with_open_step
from motcua.web.shared.fields import label
from motcua.web.shared.officer import OfficerRequest, may

PAGE = 50
ASKED, IN_TEXTS = "search", "search-texts"
NUMBER = re.compile(r"^\+?\d{9,14}$")
CODE = re.compile(r"^[a-z]\d{2}[\d.]*-[\d-]*$", re.IGNORECASE)
WHOLE_CODE = re.compile(r"^[a-z]\d{2}(\.\d+)+-\d{6}-\d{4,}$", re.IGNORECASE)
SHORT_CODE = re.compile(r"^\d{6}-\d{1,7}$")


class SearchForm(forms.Form):
    words = forms.CharField(
        label=label("Mã hồ sơ, họ tên, số định danh hoặc điện thoại", "Code, name, card number or phone"),
        help_text=label("Không cần gõ dấu.", "Diacritics are not needed."),
        max_length=120,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off", "type": "search"}),
    )
    texts = forms.BooleanField(
        label=label("Tìm trong nội dung bản số hóa", "Search the text of digital copies"), required=False
    )


@may(READ)
@require_http_methods(["GET", "POST"])
def search(request: OfficerRequest) -> HttpResponse:
    if request.method == "POST":
        form = SearchForm(request.POST)
        if form.is_valid():
            request.session[ASKED] = form.cleaned_data["words"]
            request.session[IN_TEXTS] = form.cleaned_data["texts"]
            return redirect("desk:search")
        return render(request, "desk/search.html", {"form": form})
    words, texts = request.session.get(ASKED, ""), request.session.get(IN_TEXTS, False)
    told: dict[str, Any] = {"form": SearchForm(initial={"words": words, "texts": texts}), "asked": words}
    if words:
        told |= _found(request, words, texts)
    return render(request, "desk/search.html", told)


def _found(request: OfficerRequest, words: str, texts: bool) -> dict[str, Any]:
    now = timezone.now()
    mine = readable(request.user, timezone.localdate(now))
    rows = with_open_step(reading(mine, words) if texts else matching(mine, words))
    page = _page(rows.select_related(*ROW).order_by("-received_at", "-pk"), request.GET.get("page", "1"))
    return {"lines": [Line(row, tone(row, now, now)) for row in page.object_list], "page": page}


def matching(rows: "QuerySet[Dossier]", words: str) -> "QuerySet[Dossier]":
    """A number is a card number or a phone, a code is a code, anything else words that all must be there.

    What was searched for is found first, by itself, and the rights are asked of that alone.
    """
    return rows.filter(pk__in=_sought(words).values("pk"))


def reading(rows: "QuerySet[Dossier]", words: str) -> "QuerySet[Dossier]":
    """Those with a digital copy in whose text all the words stand; a copy that was replaced is not read any more."""
    copies = copies_in_use()
    for word in plain(words).split():
        copies = copies.filter(file__reading__search_text__contains=word)
    papers = Q(components__scans__in=copies.values("pk"))
    results = Q(result__copies__in=copies.values("pk"))
    return rows.filter(pk__in=Dossier.objects.filter(papers | results).values("pk"))


def _sought(words: str) -> "QuerySet[Dossier]":
    rows = Dossier.objects.order_by()
    said = words.strip()
    digits = said.replace(" ", "").replace(".", "")
    if WHOLE_CODE.match(said):
        return rows.filter(code=said.upper())
    if CODE.match(said):
        return rows.filter(code__startswith=said.upper())
    if SHORT_CODE.match(said):
        return rows.filter(code__endswith=said)
    if NUMBER.match(digits):
        owners = Person.objects.filter(Q(number=digits) | Q(phone=digits))
        return rows.filter(applicant__in=owners.values("pk")).union(rows.filter(submitter_phone=digits))
    for word in plain(said).split():
        rows = rows.filter(search_text__contains=word)
    return rows


class _Unread:
    """As many rows as the pages up to this one and one more: how many match in all is not counted."""

    def __init__(self, rows: "QuerySet[Dossier]", page: int) -> None:
        self.read = list(rows[(page - 1) * PAGE : page * PAGE + 1])
        self.before = (page - 1) * PAGE

    def __len__(self) -> int:
        return self.before + len(self.read)

    def __getitem__(self, part: slice) -> list[Dossier]:
        return self.read[part.start - self.before : part.stop - self.before]


def _page(rows: "QuerySet[Dossier]", asked: str) -> "Page[Any]":
    number = int(asked) if asked.isdigit() and 0 < int(asked) < 10_000 else 1
    try:
        return _pages(rows, number).page(number)
    except EmptyPage:
        return _pages(rows, 1).page(1)


def _pages(rows: "QuerySet[Dossier]", number: int) -> "Paginator[Any]":
    return Paginator(_Unread(rows, number), PAGE)  # type: ignore[arg-type]
