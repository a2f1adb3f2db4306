"""What only some kinds of dossiers have: residence looked up and archived, a council for a land dispute."""

from django import forms

from motcua.language import Words
from motcua.office.dossiers.acts.special import archive, check_residence, mediate
from motcua.office.dossiers.models import ArchiveHandover, Status
from motcua.web.desk.acts.act import ActForm, DeskAct, Situation
from motcua.web.shared.fields import MomentField, choice_words, label

METHODS = (
    ("Cơ sở dữ liệu quốc gia về dân cư", "National population database"),
    ("Ứng dụng VNeID của người dân", "The citizen's VNeID"),
    ("Đọc chip thẻ căn cước", "Chip of the citizen card"),
)


class ResidenceForm(ActForm):
    method = forms.ChoiceField(
        label=label("Tra cứu bằng", "Looked up by"), choices=[(vi, label(vi, en)) for vi, en in METHODS]
    )


class ArchiveForm(ActForm):
    residence_kind = forms.ChoiceField(
        label=label("Loại cư trú", "Kind of residence"),
        choices=[
            (value, label(vi, choice_words(value, vi).en))
            for value, vi in ArchiveHandover._meta.get_field("residence_kind").flatchoices
        ],
    )


class CouncilForm(ActForm):
    council_decision_no = forms.CharField(
        label=label("Số quyết định thành lập", "Number of the decision"), max_length=60
    )
    council_decided_at = MomentField(label=label("Quyết định lúc", "Decided at"))


def _needs_archive(now: Situation) -> bool:
    return now.dossier.version.special == "residence" and now.status(Status.SETTLED, Status.RETURNED)


ACTS = (
    DeskAct(
        "check-residence", "dossier.check_residence", Words(vi="Tra cứu cư trú", en="Look residence up"),
        ResidenceForm, lambda now: now.open,
        lambda now, said, by, at: check_residence(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "archive", "dossier.archive", Words(vi="Nộp tàng thư", en="Hand to the archive"), ArchiveForm, _needs_archive,
        lambda now, said, by, at: archive(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "mediate", "dossier.mediate", Words(vi="Ghi hội đồng hòa giải", en="Record the council"), CouncilForm,
        lambda now: now.open and now.dossier.version.special == "mediation",
        lambda now, said, by, at: mediate(now.dossier.pk, **said, by=by, at=at),
    ),
)  # fmt: skip
