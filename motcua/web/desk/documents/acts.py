"""What may be done with a document on its page, besides signing, which has a queue of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms

from motcua.language import Words
from motcua.office.documents.acts import afterwards, drafting, register, signing
from motcua.office.documents.competence import competent
from motcua.office.documents.models import OutgoingDocument, State
from motcua.office.people.models import Officer
from motcua.office.people.policy import may
from motcua.office.records.content import AT_MOST
from motcua.web.shared.fields import label

MOST = AT_MOST // 2**20
Said = Mapping[str, Any]


class NothingAsked(forms.Form):
    """The act asks for nothing."""


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=label("Lý do", "Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )  # fmt: skip


class ScanForm(forms.Form):
    scan = forms.FileField(
        label=label("Bản quét văn bản đã ký, đóng dấu (PDF)", "Scan of the signed, sealed document (PDF)"),
        help_text=label(f"Tối đa {MOST} MB.", f"At most {MOST} MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )


def _charged(document: OutgoingDocument, officer: Officer, on: date) -> bool:
    """Signs this document, or may do so for its unit."""
    return document.signer_id == officer.pk and competent(document.unit, document.kind, officer, document.mode, on)


def _by(act: str) -> Callable[[OutgoingDocument, Officer, date], bool]:
    return lambda document, officer, on: may(officer, act, document.unit, None, on)


def _approves(document: OutgoingDocument, officer: Officer, on: date) -> bool:
    return _by("document.approve")(document, officer, on) or _charged(document, officer, on)


@dataclass(frozen=True)
class DocumentAct:
    """`fits` spares officers what the office would refuse anyway; the office asks all of it again."""

    name: str
    title: Words
    states: frozenset[State]
    who: Callable[[OutgoingDocument, Officer, date], bool]
    call: Callable[[OutgoingDocument, Said, Officer, datetime], object]
    form: type[forms.Form] = NothingAsked
    grave: bool = False

    def fits(self, document: OutgoingDocument, officer: Officer, on: date) -> bool:
        return document.state in self.states and self.who(document, officer, on)


ACTS = (
    DocumentAct(
        "approve", Words(vi="Duyệt dự thảo", en="Approve the draft"), frozenset({State.DRAFTED}), _approves,
        lambda kept, _, by, at: drafting.approve(kept.pk, by=by, at=at),
    ),
    DocumentAct(
        "send-back", Words(vi="Trả lại để sửa", en="Send back"), frozenset({State.DRAFTED, State.APPROVED}), _approves,
        lambda kept, said, by, at: drafting.send_back(kept.pk, **said, by=by, at=at), ReasonForm, grave=True,
    ),
    DocumentAct(
        "sign-on-paper", Words(vi="Đã ký trên giấy", en="Signed on paper"), frozenset({State.APPROVED}), _charged,
        lambda kept, _, by, at: signing.sign_on_paper(kept.pk, by=by, at=at),
    ),
    DocumentAct(
        "number", Words(vi="Lấy số, ghi ngày", en="Give number and day"), frozenset({State.SIGNED}),
        _by("document.number"), lambda kept, _, by, at: register.number(kept.pk, by=by, at=at),
    ),
    DocumentAct(
        "seal-on-paper", Words(vi="Đã đóng dấu trên giấy", en="Sealed on paper"), frozenset({State.NUMBERED}),
        lambda kept, by, on: kept.on_paper and _by("document.seal")(kept, by, on),
        lambda kept, said, by, at: signing.seal_on_paper(kept.pk, **said, by=by, at=at), ScanForm,
    ),
    DocumentAct(
        "issue", Words(vi="Phát hành", en="Issue"), frozenset({State.NUMBERED, State.SEALED}),
        lambda kept, by, on: bool(kept.sealed_at or not kept.needs_seal) and _by("document.issue")(kept, by, on),
        lambda kept, _, by, at: register.issue(kept.pk, by=by, at=at),
    ),
    DocumentAct(
        "recall", Words(vi="Thu hồi", en="Recall"), frozenset({State.ISSUED, State.REPLACED}), _by("document.recall"),
        lambda kept, said, by, at: afterwards.recall(kept.pk, **said, by=by, at=at), ReasonForm, grave=True,
    ),
)  # fmt: skip
BY_NAME = {act.name: act for act in ACTS}
