"""Papers used again, as the page offers them: what the applicant's store holds, by the paper it may stand for."""

from django import forms
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.dossiers.acts.reuse import reuse_copy
from motcua.office.dossiers.reuse import Offer
from motcua.web.desk.acts.act import ActForm, DeskAct, desk
from motcua.web.shared.fields import label, offer

NAMED = Words(
    vi="{no}. {paper} ← {kind}, hồ sơ {code}, {day}; {compared}; {until}",
    en="{no}. {paper} ← {kind}, dossier {code}, {day}; {compared}; {until}",
)
HOLDS = Words(vi="có giá trị đến {day}", en="holds until {day}")
NOT_KNOWN = Words(vi="không rõ thời hạn giá trị", en="how long it holds is not known")
HELD = Words(
    vi="{kind}, hồ sơ {code}, {day}; {compared}; {until}", en="{kind}, dossier {code}, {day}; {compared}; {until}"
)
BY = Words(vi="đối chiếu: {name}", en="compared by {name}")
ELECTRONIC = Words(vi="văn bản điện tử đã ký", en="signed electronic document")


def told(found: Offer) -> str:
    """Which copy for which paper, from which dossier and day, who compared it, until when it holds."""
    return _said(NAMED, found)


def _said(words: Words, found: Offer) -> str:
    by, until = found.copy.certified_by, found.copy.holds_until
    return say(
        words,
        no=found.paper.no,
        paper=found.paper.name,
        kind=found.kind,
        code=found.source.code,
        day=timezone.localdate(found.copy.made_at).strftime("%d/%m/%Y"),
        compared=say(ELECTRONIC) if by is None else say(BY, name=by.full_name),
        until=say(NOT_KNOWN) if until is None else say(HOLDS, day=until.strftime("%d/%m/%Y")),
    )


def held(found: Offer) -> str:
    """The same before there is a dossier, beside the paper that it may stand for."""
    return _said(HELD, found)


def value(found: Offer) -> str:
    return f"{found.paper.no}-{found.copy.pk}"


def taken_of(value: str) -> tuple[int, int]:
    """The paper's number and the copy that a value names."""
    paper, _, copy = value.partition("-")
    return int(paper), int(copy)


class ReuseForm(ActForm):
    copy = forms.ChoiceField(label=label("Bản trong kho của người yêu cầu", "Copy in the applicant's store"))

    def prepare(self) -> None:
        """What the store holds now; the office looks again when it is taken."""
        offer(self, "copy", [(value(one), told(one)) for one in self.now.in_store])

    def clean_copy(self) -> tuple[int, int]:
        return taken_of(self.cleaned_data["copy"])


ACTS = (
    DeskAct(
        "reuse-copy", "dossier.reuse_copy",
        Words(vi="Dùng lại giấy tờ đã có trong kho", en="Use a paper in store again"), ReuseForm,
        lambda now: now.open and bool(now.in_store),
        lambda now, said, by, at: reuse_copy(now.dossier.pk, *said["copy"], by=by, at=at),
        desk,
    ),
)  # fmt: skip
