"""Lateness, mistakes, linked legs: apologies, causes, corrections, dossiers taken up again, parts asked elsewhere."""

from datetime import datetime

from django import forms
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.dossiers.acts.correction import correct, reopen
from motcua.office.dossiers.acts.lateness import apologise, confirm_cause, draft_apology
from motcua.office.dossiers.acts.legs import link, receive_leg
from motcua.office.dossiers.guards.correction import PAGES
from motcua.office.dossiers.models import Channel, Dossier, PaperForm, Slip, Status
from motcua.office.dossiers.told import Paper
from motcua.office.people.models import Officer, Unit
from motcua.web.desk.acts.act import ActForm, DeskAct, Said, Situation, competent, leg_unit
from motcua.web.desk.acts.settling import ReasonForm, lines
from motcua.web.shared.fields import DayField, MomentField, choice_words, choices, label, offer, offer_rows

NO_DRAFT = Words(
    vi="Hồ sơ {code} không có thư xin lỗi nào chờ ký; hãy soạn thư trước.",
    en="Dossier {code} has no apology that waits for a signature; draft one first.",
)
MOST_PAGES = 9999
CORRECTABLE = ("applicant_name", "applicant_number", "applicant_birth_on", "applicant_address", "applicant_phone",
               "applicant_email", "phone", "subject", "return_way")  # fmt: skip


def _choices(of: type[Slip] | type[Dossier], field: str) -> list[tuple[str, object]]:
    pairs = next(one.flatchoices for one in of._meta.fields if one.name == field)
    return [(value, label(vi, choice_words(value, vi).en)) for value, vi in pairs]


class DraftApologyForm(ActForm):
    reason = forms.ChoiceField(label=label("Vì", "Because of"), choices=_choices(Slip, "reason"))
    fault = lines("Nội dung, nguyên nhân", "What happened and why", 1000)
    new_due_at = MomentField(label=label("Hẹn lại", "New date"), required=False)


class ApologiseForm(ActForm):
    new_due_at = MomentField(label=label("Hẹn lại", "New date"), required=False)

    def prepare(self) -> None:
        letter = self.now.apology
        if letter is not None:
            self.fields["new_due_at"].initial = letter.new_due_at
            self.fields["new_due_at"].help_text = letter.fault


class CauseForm(ActForm):
    cause = forms.ChoiceField(label=label("Nguyên nhân quá hạn", "Cause"), choices=_choices(Dossier, "late_cause"))


class CorrectForm(ActForm):
    """Only what is changed is sent on."""

    applicant_name = forms.CharField(label=label("Họ tên người yêu cầu", "Name"), max_length=160)
    applicant_number = forms.CharField(label=label("Số định danh", "Number"), max_length=14, required=False)
    applicant_birth_on = DayField(label=label("Ngày sinh", "Born"), required=False)
    applicant_address = forms.CharField(label=label("Nơi cư trú", "Address"), max_length=250, required=False)
    applicant_phone = forms.CharField(label=label("Điện thoại", "Phone"), max_length=20, required=False)
    applicant_email = forms.EmailField(label=label("Thư điện tử", "E-mail"), required=False)
    phone = forms.CharField(label=label("Điện thoại người nộp", "Phone of who filed"), max_length=20, required=False)
    subject = forms.CharField(label=label("Nội dung yêu cầu", "Subject"), max_length=600, required=False)
    return_way = forms.ChoiceField(label=label("Cách trả kết quả", "Result goes by"), choices=choices(Channel))
    reason = lines("Lý do đính chính", "Reason", 500)

    def prepare(self) -> None:
        dossier = self.now.dossier
        for name in CORRECTABLE:
            owner = dossier.applicant if name.startswith("applicant_") else dossier
            attribute = "submitter_phone" if name == "phone" else name.removeprefix("applicant_")
            self.fields[name].initial = getattr(owner, attribute)


class PagesForm(ActForm):
    paper = forms.TypedChoiceField(label=label("Giấy tờ", "Paper"), coerce=int)
    pages = forms.IntegerField(
        label=label("Số trang đúng; để trống nếu không rõ", "Its pages; empty where nobody knows"),
        min_value=1, max_value=MOST_PAGES, required=False,
    )  # fmt: skip
    reason = lines("Lý do đính chính", "Reason", 500)

    def prepare(self) -> None:
        said = [(one.no, f"{one.no}. {one.name} ({one.declared_pages})") for one in self.now.declared]
        offer(self, "paper", said)


class LinkForm(ActForm):
    unit = forms.ModelChoiceField(Unit.objects.none(), label=label("Cơ quan liên thông", "Unit"), empty_label=None)
    due_at = MomentField(label=label("Xong trước", "Due"), required=False)

    def prepare(self) -> None:
        others = Unit.objects.exclude(pk=self.now.dossier.unit_id).exclude(valid_to__lt=self.now.on)
        offer_rows(self, "unit", others.order_by("name"))


class LegForm(ActForm):
    papers = forms.MultipleChoiceField(label=label("Giấy tờ nhận được", "Papers"), widget=forms.CheckboxSelectMultiple)

    def prepare(self) -> None:
        listed = self.now.dossier.version.components.all()
        offer(self, "papers", [(str(one.no), one.name) for one in listed])


def _leg_papers(now: Situation, said: Said) -> list[Paper]:
    listed = {str(one.no): one for one in now.dossier.version.components.all()}
    return [Paper(listed[no].name, PaperForm.COPY, listed[no].no) for no in said["papers"]]


def _signed(now: Situation, said: Said, by: Officer, at: datetime) -> Slip:
    if now.apology is None:
        raise Refusal(NO_DRAFT, code=now.dossier.code)
    return apologise(now.apology.pk, **said, by=by, at=at)


def _late(now: Situation) -> bool:
    due = now.dossier.due_at
    return due is not None and (now.dossier.finished_at or timezone.now()) > due


ACTS = (
    DeskAct(
        "draft-apology", "dossier.draft_apology", Words(vi="Soạn thư xin lỗi", en="Draft an apology"),
        DraftApologyForm, lambda now: now.apology is None and now.dossier.due_at is not None,
        lambda now, said, by, at: draft_apology(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "apologise", "dossier.apologise", Words(vi="Ký thư xin lỗi, hẹn lại", en="Sign the apology"), ApologiseForm,
        lambda now: now.apology is not None,
        _signed,
        place=competent,
    ),
    DeskAct(
        "confirm-cause", "dossier.confirm_cause", Words(vi="Xác nhận nguyên nhân quá hạn", en="Confirm the cause"),
        CauseForm, _late, lambda now, said, by, at: confirm_cause(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "link", "dossier.link", Words(vi="Chuyển liên thông", en="Ask another unit for its part"), LinkForm,
        lambda now: now.mine and now.status(Status.PROCESSING),
        lambda now, said, by, at: link(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "receive-leg", "dossier.receive", Words(vi="Nhận phần việc liên thông", en="Take in the linked part"), LegForm,
        lambda now: now.leg is not None,
        lambda now, said, by, at: receive_leg(
            now.dossier.pk, unit=leg_unit(now), papers=_leg_papers(now, said), by=by, at=at
        ),
        place=leg_unit,
    ),
    DeskAct(
        "correct", "dossier.correct", Words(vi="Đính chính", en="Correct a mistake"), CorrectForm,
        lambda _: True,
        lambda now, said, by, at: correct(
            now.dossier.pk, changes={name: said[name] for name in CORRECTABLE}, reason=said["reason"], by=by, at=at
        ),
        grave=True,
    ),
    DeskAct(
        "correct-pages", "dossier.correct", Words(vi="Đính chính số trang đã ghi", en="Correct the pages declared"),
        PagesForm, lambda now: bool(now.declared),
        lambda now, said, by, at: correct(
            now.dossier.pk, changes={f"{PAGES}{said['paper']}": said["pages"]}, reason=said["reason"], by=by, at=at
        ),
        grave=True,
    ),
    DeskAct(
        "reopen", "dossier.reopen", Words(vi="Mở lại hồ sơ", en="Reopen"), ReasonForm, lambda now: now.ended,
        lambda now, said, by, at: reopen(now.dossier.pk, **said, by=by, at=at), place=competent, grave=True,
    ),
)  # fmt: skip
