"""Digitisation, as the page offers it: scans of papers and of the recorded result, and their comparing."""

from typing import BinaryIO, cast

from django import forms

from motcua.language import Words, say
from motcua.office.documents.engine import there
from motcua.office.dossiers.acts.digitisation import certify_copy, digitise, read_again, scan_paper
from motcua.office.dossiers.digitisation import scans_of
from motcua.office.dossiers.models import DigitalCopy, Dossier, DossierComponent
from motcua.office.records.content import AT_MOST
from motcua.office.records.models import Reading
from motcua.office.records.readings import to_read_again
from motcua.web.desk.acts.act import ActForm, DeskAct
from motcua.web.desk.copies import warned_of
from motcua.web.shared.fields import DayField, label, offer

MOST = AT_MOST // 2**20
NO_SIGNATURE = label(
    "Chỉ ghi nhận đã đối chiếu, không ký số. Nút “Ký số bản số hóa” thì vừa xác nhận vừa ký.",
    "This records that you compared it, without a signature. “Sign digital copies” does both.",
)
PAGES = Words(vi="{no}. {name} ({pages} trang)", en="{no}. {name} ({pages} pages)")
OF_RESULT = Words(vi="Kết quả", en="Result")
LIMITS_VI = f"PDF, JPEG hoặc PNG; nhiều tệp thì theo đúng thứ tự trang; tất cả tối đa {MOST} MB; không đặt mật khẩu."
LIMITS_EN = f"PDF, JPEG or PNG; several files in the order of the pages; at most {MOST} MB together; no password."


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several, in the order in which they were chosen."""

    def __init__(self) -> None:
        accept = {"accept": "application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png"}
        super().__init__(label=label("Bản quét", "Scan"), widget=FilesInput(attrs=accept))

    def clean(self, data: object, initial: object = None) -> list[BinaryIO]:
        given = data if isinstance(data, list) else [data]
        return [cast(BinaryIO, super(FilesField, self).clean(one, initial)) for one in given or [None]]


class ScanForm(ActForm):
    contents = FilesField()

    def prepare(self) -> None:
        self.fields["contents"].label = label("Bản quét của kết quả", "Scan of the result")
        pages = 1 if self.now.result is None else self.now.result.pages or 1
        vi, en = f"Đủ {pages} trang. {LIMITS_VI}", f"All {pages} pages. {LIMITS_EN}"
        if self.now.copy is not None:
            vi, en = f"{vi} Bản mới thay bản đang dùng.", f"{en} A new copy replaces the one in use."
        self.fields["contents"].help_text = label(vi, en)


class PaperScanForm(ActForm):
    paper = forms.TypedChoiceField(label=label("Giấy tờ", "Paper"), coerce=int)
    contents = FilesField()

    def prepare(self) -> None:
        offer(self, "paper", [(one.no, _to_scan(one)) for one in self.now.to_scan])
        self.fields["contents"].help_text = label(LIMITS_VI, LIMITS_EN)


class CompareForm(ActForm):
    copy = forms.TypedChoiceField(label=label("Bản số hóa của", "Digital copy of"), coerce=int)
    same = forms.BooleanField(
        label=label("Tôi đã đối chiếu: đủ trang, rõ chữ, đúng bản giấy.", "I compared it: whole, legible, the same.")
    )
    holds_until = DayField(
        label=label("Giấy tờ ghi có giá trị đến ngày", "The paper says it holds until"), required=False
    )

    def prepare(self) -> None:
        waiting = self.now.to_compare
        offer(self, "copy", [(one.pk, named(one)) for one in waiting])
        self.warning = " ".join(f"{named(one)} – {' '.join(said)}" for one, said in warned_of(waiting) if said)
        if there():
            self.fields["same"].help_text = NO_SIGNATURE
        self.fields["holds_until"].help_text = label(
            "Để trống nếu giấy tờ không ghi; quá ngày này không dùng lại cho hồ sơ khác.",
            "Empty where it says none; after that day it is not used again.",
        )


class ReadAgainForm(ActForm):
    copy = forms.TypedChoiceField(label=label("Bản số hóa của", "Digital copy of"), coerce=int)

    def prepare(self) -> None:
        offer(self, "copy", [(one.pk, named(one)) for one in unread(self.now.dossier)])


def unread(dossier: Dossier) -> list[DigitalCopy]:
    """Its copies in use whose reading failed, or is lost."""
    return list(scans_of(dossier).filter(file__reading__in=Reading.objects.filter(to_read_again()).values("pk")))


def _to_scan(paper: DossierComponent) -> str:
    """The paper with the pages declared of it, where any were."""
    if paper.declared_pages is None:
        return f"{paper.no}. {paper.name}"
    return say(PAGES, no=paper.no, name=paper.name, pages=paper.declared_pages)


def named(copy: DigitalCopy) -> str:
    """What it is a copy of."""
    paper = copy.component
    return say(OF_RESULT) if paper is None else f"{paper.no}. {paper.name}"


ACTS = (
    DeskAct(
        "digitise", "dossier.digitise", Words(vi="Số hóa kết quả", en="Digitise the result"), ScanForm,
        lambda now: now.result is not None and now.result.issued_at is not None,
        lambda now, said, by, at: digitise(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "scan-paper", "dossier.digitise", Words(vi="Số hóa giấy tờ", en="Digitise a paper"), PaperScanForm,
        lambda now: bool(now.to_scan),
        lambda now, said, by, at: scan_paper(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "certify-copy", "dossier.certify_copy",
        Words(vi="Đối chiếu bản số hóa với bản giấy", en="Compare a digital copy with its paper"), CompareForm,
        lambda now: bool(now.to_compare),
        lambda now, said, by, at: certify_copy(
            now.dossier.pk, said["copy"], holds_until=said["holds_until"], by=by, at=at
        ),
    ),
    DeskAct(
        "read-again", "dossier.digitise",
        Words(vi="Nhận dạng lại văn bản của bản số hóa", en="Read a digital copy again"), ReadAgainForm,
        lambda now: bool(unread(now.dossier)),
        lambda now, said, by, at: read_again(now.dossier.pk, said["copy"], by=by, at=at),
    ),
)  # fmt: skip
