"""Hand-over and opinions, as the page offers them."""

from collections.abc import Iterator
from datetime import datetime

from django import forms

from motcua.language import Refusal, Words, say
from motcua.office.dossiers.acts.handover import assign, pass_on, take_over
from motcua.office.dossiers.acts.opinions import answer_opinion, ask_opinion
from motcua.office.dossiers.models import Opinion, Status
from motcua.office.people.directory import unit as unit_of
from motcua.office.people.models import Officer, Role, Unit
from motcua.office.people.policy import holders, manning
from motcua.web.desk.acts.act import ActForm, DeskAct, Said, Situation, asked
from motcua.web.shared.fields import MomentField, choice_words, label, offer, offer_rows

USUAL = {
    Role.RECEPTION: Words(vi="Trả kết quả", en="Return the result"),
    Role.SPECIALIST: Words(vi="Thẩm định", en="Assessment"),
    Role.HEAD: Words(vi="Xem xét, ký duyệt", en="Review and approval"),
    Role.CLERK: Words(vi="Vào sổ, phát hành", en="Register and issue"),
}


AFTER = {
    Role.RECEPTION: Role.SPECIALIST, Role.SPECIALIST: Role.HEAD, Role.HEAD: Role.CLERK, Role.CLERK: Role.RECEPTION,
}  # fmt: skip
NOT_ASKED = Words(
    vi="Hồ sơ {code} không có ý kiến nào chờ trả lời.", en="Dossier {code} has no opinion that waits for an answer."
)
NOT_DIGITISED = Words(
    vi="Chưa giấy tờ nào của hồ sơ được số hóa và đối chiếu; hãy số hóa khi tiếp nhận, trước khi chuyển.",
    en="No paper of the dossier is digitised and compared yet; digitise at reception, before it is passed on.",
)


class NoFields(ActForm):
    """Nothing is asked: the button is the act."""


class PassOnForm(ActForm):
    to = forms.ChoiceField(label=label("Chuyển tới", "Pass on to"))
    name = forms.CharField(
        label=label("Tên bước", "Name of the step"),
        help_text=label("Để trống thì lấy tên thường dùng.", "Left empty: the usual name."),
        max_length=200, required=False,
    )  # fmt: skip

    def prepare(self) -> None:
        targets = (
            (f"{unit.pk}:{role}", f"{say(choice_words(role, str(role.label)))} – {unit.name}")
            for unit, role in self.targets()
        )
        offer(self, "to", targets)
        at_reception = self.now.step is not None and self.now.step.role == Role.RECEPTION
        if self.now.open and at_reception and not self.now.papers_digitised:
            self.warning = say(NOT_DIGITISED)
        usual = None if self.now.step is None else AFTER.get(Role(self.now.step.role))
        self.fields["to"].initial = f"{self.now.at_hand.pk}:{usual}"

    def targets(self) -> Iterator[tuple[Unit, Role]]:
        """Roles in the units that have a part in the dossier, where somebody could take it over."""
        dossier, step = self.now.dossier, self.now.step
        if dossier.status == Status.SETTLED:
            yield dossier.received_by_unit, Role.RECEPTION
            return
        units = {unit.pk: unit for unit in (self.now.at_hand, dossier.competent_unit, dossier.received_by_unit)}
        worked_in = manning(list(units.values()), dossier.domain, self.now.on)
        own = None if step is None else (step.unit_id, step.role)
        for unit in units.values():
            yield from ((unit, role) for role in USUAL if (unit.pk, role) in worked_in - {own})

    def clean_to(self) -> tuple[Unit, Role]:
        unit, _, role = str(self.cleaned_data["to"]).partition(":")
        return unit_of(int(unit)), Role(role)

    def clean_name(self) -> str:
        to = self.cleaned_data.get("to")
        return self.cleaned_data["name"].strip() or (USUAL[to[1]].vi if to else "")


class AssignForm(ActForm):
    to = forms.ModelChoiceField(Officer.objects.none(), label=label("Giao cho", "Assign to"), empty_label=None)

    def prepare(self) -> None:
        step = self.now.step
        if step is not None:
            able = holders(step.unit, Role(step.role), self.now.dossier.domain, self.now.on)
            offer_rows(self, "to", able.exclude(pk=step.officer_id or 0))


class AskOpinionForm(ActForm):
    unit = forms.ModelChoiceField(Unit.objects.none(), label=label("Hỏi cơ quan", "Ask the unit"), empty_label=None)
    question = forms.CharField(
        label=label("Nội dung hỏi", "Question"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    due_at = MomentField(label=label("Trả lời trước", "Answer by"))

    def prepare(self) -> None:
        others = Unit.objects.exclude(pk=self.now.at_hand.pk).filter(valid_from__lte=self.now.on)
        offer_rows(self, "unit", others.exclude(valid_to__lt=self.now.on).order_by("name"))


class AnswerForm(ActForm):
    agrees = forms.TypedChoiceField(
        label=label("Ý kiến", "Opinion"),
        choices=[("yes", label("Đồng ý", "Agrees")), ("no", label("Không đồng ý", "Does not agree"))],
        coerce=lambda chosen: chosen == "yes", widget=forms.RadioSelect,
    )  # fmt: skip
    answer = forms.CharField(
        label=label("Trả lời", "Answer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


def _assignable(now: Situation) -> bool:
    return now.open and now.step is not None


def _takeable(now: Situation) -> bool:
    """Sent to a role that the officer holds there, and not to somebody else by name."""
    step = now.step
    if step is None or step.received_at is not None or step.officer_id not in (None, now.officer.pk):
        return False
    return holders(step.unit, Role(step.role), now.dossier.domain, now.on).filter(pk=now.officer.pk).exists()


def _answerable(now: Situation) -> bool:
    return now.opinion is not None and now.open


def _answered(now: Situation, said: Said, by: Officer, at: datetime) -> Opinion:
    if now.opinion is None:
        raise Refusal(NOT_ASKED, code=now.dossier.code)
    return answer_opinion(now.opinion.pk, **said, by=by, at=at)


ACTS = (
    DeskAct(
        "take-over", "dossier.take_over", Words(vi="Nhận hồ sơ", en="Take over"), NoFields,
        _takeable,
        lambda now, _, by, at: take_over(now.dossier.pk, by=by, at=at),
    ),
    DeskAct(
        "pass-on", "dossier.pass_on", Words(vi="Chuyển hồ sơ", en="Pass on"), PassOnForm,
        lambda now: now.mine and now.status(Status.RECEIVED, Status.PROCESSING, Status.SETTLED),
        lambda now, said, by, at: pass_on(
            now.dossier.pk, name=said["name"], unit=said["to"][0], role=said["to"][1], by=by, at=at
        ),
    ),
    DeskAct(
        "assign", "dossier.assign", Words(vi="Giao đích danh", en="Assign by name"), AssignForm, _assignable,
        lambda now, said, by, at: assign(now.dossier.pk, to=said["to"], by=by, at=at),
    ),
    DeskAct(
        "ask-opinion", "dossier.ask_opinion", Words(vi="Lấy ý kiến cơ quan khác", en="Ask another unit"),
        AskOpinionForm, lambda now: now.mine and now.status(Status.PROCESSING),
        lambda now, said, by, at: ask_opinion(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "answer-opinion", "dossier.answer_opinion", Words(vi="Trả lời ý kiến", en="Answer the opinion"), AnswerForm,
        _answerable,
        _answered,
        place=asked,
    ),
)  # fmt: skip
