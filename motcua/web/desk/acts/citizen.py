"""What passes between the office and the citizen: papers asked for and brought, fees, a dossier taken back."""

from collections.abc import Sequence

from django import forms
from django.utils import timezone

from motcua.language import Words
from motcua.office.dossiers.acts.money import charge, pay
from motcua.office.dossiers.acts.reception import accept
from motcua.office.dossiers.acts.waiting import ask_duty, ask_supplement, duty_paid, resubmit, withdraw
from motcua.office.dossiers.guards.waiting import may_be_asked, names, warnings
from motcua.office.dossiers.lifecycle import accepted
from motcua.office.dossiers.models import PaperForm, PaymentChannel, SlipKind, Status
from motcua.office.dossiers.told import Paper
from motcua.web.desk.acts.act import ActForm, DeskAct, Said, Situation, desk
from motcua.web.desk.acts.settling import ReasonForm, lines
from motcua.web.shared.fields import choices, label, offer


class SupplementForm(ActForm):
    wanted = forms.MultipleChoiceField(
        label=label("Giấy tờ còn thiếu hoặc phải sửa", "Papers that are missing or must be put right"),
        widget=forms.CheckboxSelectMultiple,
    )
    reason = lines("Lý do, nội dung phải sửa", "Reason, and what is to be put right", 500)

    def prepare(self) -> None:
        """Only papers of the published list; what stands against asking now and does not forbid it is said before."""
        offer(self, "wanted", [(name, name) for name in may_be_asked(self.now.dossier)])
        self.warning = " ".join(map(str, warnings(self.now.dossier, timezone.now())))


class ResubmitForm(ActForm):
    papers = forms.MultipleChoiceField(
        label=label("Giấy tờ đã nộp bổ sung", "Papers brought"), widget=forms.CheckboxSelectMultiple
    )
    form = forms.ChoiceField(label=label("Dạng", "Form"), choices=choices(PaperForm), initial=PaperForm.COPY)

    def prepare(self) -> None:
        """All that may be brought, those that were asked for first and ticked."""
        slip = self.now.dossier.slips.filter(kind=SlipKind.SUPPLEMENT).last()
        asked = slip.said.get("wanted", []) if slip else []
        papers = may_be_asked(self.now.dossier)
        wanted = [name for name in papers if any(names(one, name) for one in asked)]
        offer(self, "papers", [(name, name) for name in sorted(papers, key=lambda name: name not in wanted)])
        self.fields["papers"].initial = wanted


class AcceptForm(ResubmitForm):
    """Papers come with it only where some were asked for."""

    def prepare(self) -> None:
        super().prepare()
        self.fields["papers"].required = False
        if not self.now.status(Status.SUPPLEMENT):
            del self.fields["papers"], self.fields["form"]


class DutyForm(ActForm):
    notice = forms.CharField(label=label("Số thông báo nghĩa vụ tài chính", "Number of the notice"), max_length=120)
    amount = forms.IntegerField(label=label("Số tiền (đồng)", "Amount (đồng)"), min_value=1)


class DutyPaidForm(ActForm):
    proof = forms.CharField(label=label("Chứng từ đã nộp", "Proof of payment"), max_length=120)


class ChargeForm(ActForm):
    name = forms.CharField(label=label("Khoản thu", "Fee"), max_length=200)
    amount = forms.IntegerField(label=label("Số tiền (đồng)", "Amount (đồng)"), min_value=1)

    def prepare(self) -> None:
        fee = self.now.dossier.version.fees.first()
        if fee is not None and not self.now.dossier.fee_due:
            self.fields["name"].initial, self.fields["amount"].initial = fee.name, fee.amount


class PayForm(ActForm):
    amount = forms.IntegerField(label=label("Số tiền (đồng)", "Amount (đồng)"), min_value=1)
    channel = forms.TypedChoiceField(
        label=label("Hình thức", "By"), choices=choices(PaymentChannel), coerce=PaymentChannel,
        initial=PaymentChannel.CASH,
    )  # fmt: skip
    reference = forms.CharField(label=label("Mã giao dịch", "Reference"), max_length=80, required=False)

    def prepare(self) -> None:
        dossier = self.now.dossier
        self.fields["amount"].initial = dossier.fee_due - dossier.fee_paid


def _brought(said: Said) -> Sequence[Paper]:
    return [Paper(name, PaperForm(said["form"])) for name in said.get("papers", ())]


def _owes(now: Situation) -> bool:
    return now.dossier.fee_due > now.dossier.fee_paid


ACTS = (
    DeskAct(
        "accept", "dossier.receive", Words(vi="Tiếp nhận", en="Accept"), AcceptForm,
        lambda now: now.mine and now.status(Status.SUBMITTED, Status.SUPPLEMENT) and not accepted(now.dossier),
        lambda now, said, by, at: accept(now.dossier.pk, papers=_brought(said), by=by, at=at), place=desk,
    ),
    DeskAct(
        "supplement", "dossier.supplement", Words(vi="Yêu cầu bổ sung", en="Ask for papers"), SupplementForm,
        lambda now: now.mine and now.status(Status.SUBMITTED, Status.RECEIVED, Status.PROCESSING),
        lambda now, said, by, at: ask_supplement(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "resubmit", "dossier.resubmit", Words(vi="Nhận giấy tờ bổ sung", en="Take in the papers"), ResubmitForm,
        lambda now: now.status(Status.SUPPLEMENT) and accepted(now.dossier),
        lambda now, said, by, at: resubmit(now.dossier.pk, papers=_brought(said), by=by, at=at), place=desk,
    ),
    DeskAct(
        "ask-duty", "dossier.ask_duty", Words(vi="Thông báo nghĩa vụ tài chính", en="Notice of a duty"), DutyForm,
        lambda now: now.mine and now.status(Status.PROCESSING) and now.dossier.version.special == "land",
        lambda now, said, by, at: ask_duty(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "duty-paid", "dossier.duty_paid", Words(vi="Đã nộp nghĩa vụ tài chính", en="The duty was paid"), DutyPaidForm,
        lambda now: now.status(Status.FINANCIAL_DUTY),
        lambda now, said, by, at: duty_paid(now.dossier.pk, **said, by=by, at=at), place=desk,
    ),
    DeskAct(
        "charge", "dossier.charge", Words(vi="Ghi khoản phải thu", en="Charge a fee"), ChargeForm,
        lambda now: now.open or now.status(Status.SETTLED),
        lambda now, said, by, at: charge(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "pay", "dossier.pay", Words(vi="Thu tiền", en="Take in money"), PayForm, _owes,
        lambda now, said, by, at: pay(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "withdraw", "dossier.withdraw", Words(vi="Công dân rút hồ sơ", en="Withdrawn by the citizen"), ReasonForm,
        lambda now: now.status(Status.RECEIVED, Status.PROCESSING, Status.SUPPLEMENT),
        lambda now, said, by, at: withdraw(now.dossier.pk, **said, by=by, at=at), place=desk, grave=True,
    ),
)  # fmt: skip
