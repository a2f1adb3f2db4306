"""Digitisation, as the page offers it once a result is recorded."""

from django import forms

from motcua.language import Words
from motcua.office.dossiers.acts.digitisation import digitise
from motcua.office.records.content import AT_MOST
from motcua.web.desk.acts.act import ActForm, DeskAct
from motcua.web.shared.fields import label

MOST = AT_MOST // 2**20


class ScanForm(ActForm):
    content = forms.FileField(
        label=label("Bản quét của kết quả (PDF)", "Scan of the result (PDF)"),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )

    def prepare(self) -> None:
        pages = 1 if self.now.result is None else self.now.result.pages or 1
        vi = f"Đủ {pages} trang, tối đa {MOST} MB, không đặt mật khẩu."
        en = f"All {pages} pages, at most {MOST} MB, no password."
        if self.now.copy is not None:
            vi, en = f"{vi} Bản mới thay bản đang dùng.", f"{en} A new copy replaces the one in use."
        self.fields["content"].help_text = label(vi, en)


ACTS = (
    DeskAct(
        "digitise", "dossier.digitise", Words(vi="Số hóa kết quả", en="Digitise the result"), ScanForm,
        lambda now: now.result is not None and now.result.issued_at is not None,
        lambda now, said, by, at: digitise(now.dossier.pk, **said, by=by, at=at),
    ),
)  # fmt: skip
