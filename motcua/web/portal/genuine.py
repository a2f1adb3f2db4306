"""Is this paper genuine, in force, replaced or recalled? Told to whoever holds its code, and of a file they hold.

Shown is what stands on the paper beside its content; what is uploaded to be compared is never kept.
"""

import re

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from motcua.language import Refusal, Words, say
from motcua.office.documents.standing import standing_of
from motcua.office.records.content import AT_MOST, hashed
from motcua.web.shared.fields import label

BETWEEN, CODE = re.compile(r"[\s\-‐–—.]+"), re.compile("[a-z0-9]+")  # of the letters that codes are made of
MOST = AT_MOST // 2**20
SAME = Words(
    vi="Tệp bạn gửi đúng là văn bản điện tử đã ban hành, không bị thay đổi.",
    en="The file you sent is the electronic document that was issued, unchanged.",
)
OTHER = Words(
    vi="Tệp bạn gửi KHÔNG phải văn bản điện tử đã ban hành với mã này: "
    "nội dung đã khác, hoặc tệp là bản chụp, bản in quét lại.",
    en="The file you sent is NOT the electronic document issued under this code: "
    "it was changed, or is a picture of it.",
)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=label("Mã kiểm tra in trên văn bản", "Code printed on the document"),
        max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        """As it was printed: spaces and dashes help reading alone."""
        return BETWEEN.sub("", str(self.cleaned_data["code"])).lower()


class FileForm(forms.Form):
    content = forms.FileField(
        label=label("Tệp cần so sánh (PDF)", "File to compare (PDF)"),
        help_text=label(
            f"Tối đa {MOST} MB. Tệp chỉ được so sánh, không được lưu.",
            f"At most {MOST} MB. The file is compared, not kept.",
        ),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """Where a code is typed by whoever cannot scan it."""
    form = CodeForm(request.GET) if "code" in request.GET else CodeForm()
    if form.is_bound and form.is_valid():
        code = form.cleaned_data["code"]
        return redirect("portal:document", code) if CODE.fullmatch(code) else _unknown(request)
    return _private(render(request, "portal/ask.html", {"form": form}))


@require_http_methods(["GET", "HEAD", "POST"])
def document(request: HttpRequest, code: str) -> HttpResponse:
    """What is known of the document of that code, and whether a file sent along is it."""
    standing = standing_of(code)
    if standing is None:
        return _unknown(request)
    form = FileForm(request.POST or None, request.FILES or None) if request.method == "POST" else FileForm()
    compared, same = "", False
    if form.is_bound and form.is_valid():
        try:
            same = hashed(form.cleaned_data["content"])[0] in standing.files  # a stranger's file is never opened
            compared = say(SAME if same else OTHER)
        except Refusal as reason:
            form.add_error("content", str(reason))
    page = {"standing": standing, "form": form, "compared": compared, "same": same}
    return _private(render(request, "portal/document.html", page))


def _unknown(request: HttpRequest) -> HttpResponse:
    return _private(render(request, "portal/unknown.html", {"form": CodeForm()}, status=404))


def _private(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer
