"""Papers used again, as the page offers them: what the applicant's store holds, by the paper it may stand for."""

from django import forms
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.dossiers.acts.reuse import reuse_copy
from motcua.office.dossiers.reuse import Offer
from motcua.web.desk.acts.act import ActForm, DeskAct, desk
from motcua.web.shared.fields import label, offer

NAMED = Words(
    vi="{no}. {paper} ← {kind}, hồ sơ {code}, {day}; {compared}",
    en="{no}. {paper} ← {kind}, dossier {code}, {day}; {compared}",
)
BY = Words(vi="đối chiếu: {name}", en="compared by {name}")
ELECTRONIC = Words(vi="văn bản điện tử đã ký", en="signed electronic document")


def told(found: Offer) -> str:
    """Which copy for which paper, from which dossier and day, and who compared it."""
    by = found.copy.certified_by
    return say(
        NAMED,
        no=found.paper.no,
        paper=found.paper.name,
        kind=found.kind,
        code=found.source.code,
        day=timezone.localdate(found.copy.made_at).strftime("%d/%m/%Y"),
        compared=say(ELECTRONIC) if by is None else say(BY, name=by.full_name),
    )


def value(found: Offer) -> str:
    return f"{found.paper.no}-{found.copy.pk}"


class ReuseForm(ActForm):
    copy = forms.ChoiceField(label=label("Bản trong kho của người yêu cầu", "Copy in the applicant's store"))

    def prepare(self) -> None:
        """What the store holds now; the office looks again when it is taken."""
        offer(self, "copy", [(value(one), told(one)) for one in self.now.in_store])

    def clean_copy(self) -> tuple[int, int]:
        paper, _, copy = self.cleaned_data["copy"].partition("-")
        return int(paper), int(copy)


ACTS = (
    DeskAct(
        "reuse-copy", "dossier.reuse_copy",
        Words(vi="Dùng lại giấy tờ đã có trong kho", en="Use a paper in store again"), ReuseForm,
        lambda now: now.open and bool(now.in_store),
        lambda now, said, by, at: reuse_copy(now.dossier.pk, *said["copy"], by=by, at=at),
        desk,
    ),
)  # fmt: skip
