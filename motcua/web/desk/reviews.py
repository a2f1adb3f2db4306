"""The register of procedure reviews of a unit and year: domains assigned, what was reviewed, what is soon or late."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.language import Words, say
from motcua.office.people import policy
from motcua.office.procedures.models import Review, Version
from motcua.office.procedures.reviews import assign_review, empty, lacking, record_review
from motcua.web.desk.place import Place
from motcua.web.desk.procedure_place import ASSIGN, READ, RECORD, place
from motcua.web.desk.reading import within
from motcua.web.desk.reception_forms import text
from motcua.web.shared.fields import DayField, LinesField, attempted, label, offer
from motcua.web.shared.officer import OfficerRequest, may

ASSIGNED = Words(vi="Đã giao rà soát lĩnh vực “{domain}”.", en="The review of domain “{domain}” was assigned.")
RECORDED = Words(vi="Đã ghi kết quả rà soát lĩnh vực “{domain}”.", en="The review of domain “{domain}” was recorded.")
FIRST_YEAR, LAST_YEAR = 2010, 2100
YEARS = frozenset(str(year) for year in range(FIRST_YEAR, LAST_YEAR + 1))


class AssignForm(forms.Form):
    year = forms.IntegerField(label=label("Năm", "Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    domain = forms.ChoiceField(label=label("Lĩnh vực", "Domain"))
    due_on = DayField(label=label("Hạn rà soát xong", "To be reviewed by"))
    assigned_by = text("Kế hoạch, văn bản giao", "Plan or document", 160, required=True, placeholder="05/KH-UBND")
    contents = LinesField(label=label("Nội dung phải rà soát, mỗi dòng một nội dung", "Contents to review, one a line"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        domains = Version.objects.filter(released_at__isnull=False).order_by("domain").values_list("domain", flat=True)
        offer(self, "domain", [(domain, domain) for domain in domains.distinct()])


class RecordForm(forms.Form):
    """A field for each content asked for, then the whole."""

    result = forms.CharField(
        label=label("Kết quả rà soát", "Result"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    proposal = forms.CharField(
        label=label("Đề xuất cắt giảm, sửa đổi", "What to cut or change"), max_length=4000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    report_number = text("Số báo cáo", "Number of the report", 80, required=True, placeholder="12/BC-UBND")

    def __init__(self, data: Mapping[str, Any] | None, *, review: Review) -> None:
        kept = {name: getattr(review, name) for name in ("result", "proposal", "report_number")}
        self.contents = {f"content-{no}": content for no, content in enumerate(review.contents)}
        kept |= {name: review.found.get(content, "") for name, content in self.contents.items()}
        super().__init__(data, initial=kept)
        for name, content in self.contents.items():
            area = forms.Textarea(attrs={"rows": 2})
            self.fields[name] = forms.CharField(label=content, required=False, max_length=4000, widget=area)
        self.order_fields([*self.contents, "result", "proposal", "report_number"])

    def found(self) -> dict[str, str]:
        return {content: self.cleaned_data[name] for name, content in self.contents.items()}


@may(READ)
@require_GET
def reviews(request: OfficerRequest) -> HttpResponse:
    return _page(request, place(request))


@may(ASSIGN)
@require_POST
def assign(request: OfficerRequest) -> HttpResponse:
    here, now = place(request, ASSIGN), timezone.now()
    form = AssignForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        made = attempted(form, lambda: assign_review(here.unit, **said, by=request.user, at=now))
        if made is not None:
            messages.success(request, say(ASSIGNED, domain=made.domain))
            return redirect(f"{here.address('desk:reviews')}&year={made.year}")
    return _page(request, here, form)


@may(RECORD)
@require_http_methods(["GET", "POST"])
def record(request: OfficerRequest, pk: int) -> HttpResponse:
    """What was reviewed of each content, and the report."""
    now = timezone.now()
    rows = within(Review.objects.select_related("unit"), request.user, RECORD, timezone.localdate(now))
    if (found := rows.filter(pk=pk).first()) is None:
        raise Http404
    form = RecordForm(request.POST if request.method == "POST" else None, review=found)
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("result", "proposal", "report_number")}
        done = attempted(form, lambda: record_review(pk, found=form.found(), **said, by=request.user, at=now))
        if done is not None:
            messages.success(request, say(RECORDED, domain=done.domain))
            return redirect(f"{reverse('desk:reviews')}?unit={done.unit_id}&year={done.year}")
    return render(request, "desk/review.html", {"form": form, "review": found, "place": place(request)})


def _page(request: OfficerRequest, here: Place, form: AssignForm | None = None) -> HttpResponse:
    """The register of the year asked for, this one without; warnings whatever their year."""
    asked = request.GET.get("year", "")
    year = int(asked) if asked in YEARS else here.on.year
    kept = within(Review.objects.filter(unit=here.unit), request.user, READ, here.on)
    rows = list(kept.filter(year=year).order_by("due_on", "domain"))
    recordable = set(within(kept, request.user, RECORD, here.on).values_list("pk", flat=True))
    for row in rows:
        row.empty, row.may_record = empty(row), row.pk in recordable
    short = lacking(kept.filter(contents_complete=False), here.on)
    assigns = policy.may(request.user, ASSIGN, here.unit, None, here.on)
    start = {"year": year, "due_on": here.on.replace(year=year, month=12, day=31)}
    shown = {
        "place": here, "year": year, "years": sorted({*kept.values_list("year", flat=True), year}, reverse=True),
        "rows": rows, "warnings": [say(one.words, **one.values) for one in short],
        "form": form or (AssignForm(initial=start) if assigns else None),
    }  # fmt: skip
    return render(request, "desk/reviews.html", shown)
