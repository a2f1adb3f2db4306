"""What passes between the office and the citizen: papers asked for and brought, fees, a dossier taken back."""

from collections.abc import Sequence

from django import forms
from django.utils import timezone

from motcua.language import Words
from motcua.office.dossiers.acts.money import charge, pay
from motcua.office.dossiers.acts.waiting import ask_supplement, resubmit, withdraw
from motcua.office.dossiers.guards.waiting import warnings
from motcua.office.dossiers.models import PaperForm, PaymentChannel, SlipKind, Status
from motcua.office.dossiers.told import Paper
from motcua.web.desk.acts.act import ActForm, DeskAct, Said, Situation, desk
from motcua.web.desk.acts.settling import ReasonForm, lines
from motcua.web.shared.fields import LinesField, choices, label, offer


class SupplementForm(ActForm):
    wanted = LinesField(label=label("Giấy tờ còn thiếu, mỗi dòng một loại", "What is missing, one a line"))
    reason = lines("Lý do", "Reason", 500)

    def prepare(self) -> None:
        """What stands against asking now and does not forbid it is said before."""
        self.fields["wanted"].help_text = " ".join(map(str, warnings(self.now.dossier, timezone.now())))


class ResubmitForm(ActForm):
    papers = forms.MultipleChoiceField(
        label=label("Giấy tờ đã nộp bổ sung", "Papers brought"), widget=forms.CheckboxSelectMultiple, required=False
    )
    form = forms.ChoiceField(label=label("Dạng", "Form"), choices=choices(PaperForm), initial=PaperForm.COPY)
    others = LinesField(label=label("Giấy tờ khác, mỗi dòng một loại", "Others, one a line"), required=False)

    def prepare(self) -> None:
        slip = self.now.dossier.slips.filter(kind=SlipKind.SUPPLEMENT).last()
        asked = slip.said.get("wanted", []) if slip else []
        offer(self, "papers", [(name, name) for name in asked])


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
    return [Paper(name, PaperForm(said["form"])) for name in [*said["papers"], *said["others"]]]


def _owes(now: Situation) -> bool:
    return now.dossier.fee_due > now.dossier.fee_paid


ACTS = (
    DeskAct(
        "supplement", "dossier.supplement", Words(vi="Yêu cầu bổ sung", en="Ask for papers"), SupplementForm,
        lambda now: now.mine and now.status(Status.RECEIVED, Status.PROCESSING),
        lambda now, said, by, at: ask_supplement(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "resubmit", "dossier.resubmit", Words(vi="Nhận giấy tờ bổ sung", en="Take in the papers"), ResubmitForm,
        lambda now: now.status(Status.SUPPLEMENT),
        lambda now, said, by, at: resubmit(now.dossier.pk, papers=_brought(said), by=by, at=at), place=desk,
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
