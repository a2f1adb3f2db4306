"""Settlement and return, refusal and termination, as the page offers them."""

from django import forms

from motcua.language import Words
from motcua.office.documents.kinds import kind
from motcua.office.dossiers.acts.refusal import refuse, terminate
from motcua.office.dossiers.acts.settlement import approve, propose, record_result, return_result, send_back
from motcua.office.dossiers.guards.signed_result import possible
from motcua.office.dossiers.models import Channel, Status
from motcua.office.dossiers.signatures import not_signed
from motcua.web.desk.acts.act import ActForm, DeskAct, Situation, competent, desk
from motcua.web.shared.fields import choices, label, offer

NOT_DIGITISED = label(
    "Kết quả chưa được số hóa; hãy số hóa trước khi trả. Vẫn trả được, để người dân không phải chờ.",
    "The result is not digitised; do so before it is returned. It may be returned all the same: no citizen waits.",
)
NOT_SIGNED = label(
    "Bản số hóa kết quả chưa đủ chữ ký số hợp lệ của người đối chiếu và của cơ quan; hãy ký số trước khi trả. "
    "Vẫn trả được, để người dân không phải chờ.",
    "The digital copy of the result lacks a valid signature of who compared it or of the agency; have it signed before "
    "the result is returned. It may be returned all the same: no citizen waits.",
)

FROM_DOCUMENT = label(
    "Số và số trang lấy từ văn bản đã ký số, đóng dấu số và phát hành cho hồ sơ này.",
    "Number and pages are those of the document that was signed, sealed and issued for this dossier.",
)


def lines(vi: str, en: str, length: int, *, required: bool = True) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label(vi, en), max_length=length, required=required, widget=widget)


class ProposeForm(ActForm):
    proposal = lines("Nội dung đề xuất", "Proposal", 2000)
    refuses = forms.BooleanField(label=label("Đề xuất từ chối", "Propose to refuse"), required=False)


class ReasonForm(ActForm):
    reason = lines("Lý do", "Reason", 500)


class DespiteForm(ActForm):
    despite = lines("Lý do duyệt khi còn ý kiến chưa trả lời", "Reason to decide while an opinion is open", 500)

    def prepare(self) -> None:
        if self.now.opinion is None:
            del self.fields["despite"]


class RefuseForm(DespiteForm):
    reason = lines("Lý do từ chối", "Reason of the refusal", 500)
    field_order = ("reason", "despite")


class RecordForm(ActForm):
    number = forms.CharField(
        label=label("Số kết quả", "Number"), max_length=60, required=False,
        help_text=label("Để trống thì lấy số tiếp theo của đơn vị.", "Left empty: the unit's next number."),
    )  # fmt: skip
    pages = forms.IntegerField(label=label("Số trang", "Pages"), min_value=1, initial=1)
    document = forms.TypedChoiceField(
        label=label("Văn bản là kết quả", "Document that is the result"), coerce=int, empty_value=None
    )  # fmt: skip

    def prepare(self) -> None:
        """An electronic result has number and pages of its own; where one document alone fits it is chosen already."""
        if not self.now.dossier.version.signed_result:
            del self.fields["document"]
            return
        del self.fields["number"], self.fields["pages"]
        self.warning = FROM_DOCUMENT
        named = [(one.pk, f"{kind(one.kind).name} {one}: {one.subject}") for one in possible(self.now.dossier)]
        offer(self, "document", named if len(named) == 1 else [("", "–"), *named])
        self.fields["document"].required = bool(named)  # where there is none, the office says what to do


class ReturnForm(ActForm):
    to = forms.CharField(label=label("Người nhận", "Received by"), max_length=160)
    way = forms.TypedChoiceField(label=label("Cách trả", "Way"), choices=choices(Channel), coerce=Channel)

    def prepare(self) -> None:
        dossier = self.now.dossier
        asked_by = dossier.parent.unit.name if dossier.parent is not None else ""  # a leg goes back to who asked
        self.fields["to"].initial = asked_by or (dossier.submitter or dossier.applicant).name
        self.fields["way"].initial = dossier.return_way
        if self.now.copy is None:
            self.warning = NOT_DIGITISED
        elif not_signed().filter(pk=dossier.pk).exists():
            self.warning = NOT_SIGNED


def _at_desk(now: Situation) -> bool:
    return now.status(Status.SUBMITTED, Status.RECEIVED) and now.dossier.holder_id == now.officer.pk


def _refusable(now: Situation) -> bool:
    """By the desk before anybody works on it, by the head on a proposal to refuse."""
    return _at_desk(now) or (_decides(now) and now.result is not None and now.result.refuses)


def _decides(now: Situation) -> bool:
    return now.status(Status.PROCESSING) and now.proposed and not now.waits_for_hand


ACTS = (
    DeskAct(
        "propose", "dossier.propose", Words(vi="Đề xuất", en="Propose"), ProposeForm,
        lambda now: now.mine and now.status(Status.PROCESSING)
        and (now.result is None or now.result.approved_at is None),
        lambda now, said, by, at: propose(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "approve", "dossier.approve", Words(vi="Duyệt", en="Approve"), DespiteForm,
        lambda now: _decides(now) and now.result is not None and not now.result.refuses,
        lambda now, said, by, at: approve(now.dossier.pk, **said, by=by, at=at), place=competent,
    ),
    DeskAct(
        "send-back", "dossier.approve", Words(vi="Trả lại để làm lại", en="Send back"), ReasonForm, _decides,
        lambda now, said, by, at: send_back(now.dossier.pk, **said, by=by, at=at), place=competent,
    ),
    DeskAct(
        "record-result", "dossier.record_result", Words(vi="Ghi kết quả", en="Record the result"), RecordForm,
        lambda now: now.mine and now.status(Status.PROCESSING)
        and now.result is not None and now.result.approved_at is not None,
        lambda now, said, by, at: record_result(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "return", "dossier.return", Words(vi="Trả kết quả", en="Return the result"), ReturnForm,
        lambda now: now.status(Status.SETTLED) and not now.waits_for_hand,
        lambda now, said, by, at: return_result(now.dossier.pk, **said, by=by, at=at), place=desk,
    ),
    DeskAct(
        "refuse", "dossier.refuse", Words(vi="Từ chối", en="Refuse"), RefuseForm, _refusable,
        lambda now, said, by, at: refuse(now.dossier.pk, **said, by=by, at=at),
        place=lambda now: desk(now) if now.status(Status.SUBMITTED, Status.RECEIVED) else competent(now), grave=True,
    ),
    DeskAct(
        "terminate", "dossier.terminate", Words(vi="Dừng giải quyết", en="Terminate"), ReasonForm,
        lambda now: now.status(Status.PROCESSING, Status.SUPPLEMENT, Status.FINANCIAL_DUTY) and not now.waits_for_hand,
        lambda now, said, by, at: terminate(now.dossier.pk, **said, by=by, at=at), place=competent, grave=True,
    ),
)  # fmt: skip
