"""What only some dossiers have: residence looked up and archived, a land dispute's council, a deed certified."""

from collections.abc import Iterator
from datetime import datetime

from django import forms
from django.db import transaction

from motcua.language import Words
from motcua.office.dossiers.acts.certification import certify_deed
from motcua.office.dossiers.acts.special import archive, check_residence, end_mediation, mediate
from motcua.office.dossiers.models import ArchiveHandover, BookEntry, Certification, MediationCase, Outcome, Status
from motcua.office.people.models import Officer
from motcua.office.people.persons import Told, put_down
from motcua.web.desk.acts.act import ActForm, DeskAct, Said, Situation
from motcua.web.shared.fields import MomentField, choice_words, choices, label

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


class MediationForm(ActForm):
    outcome = forms.ChoiceField(label=label("Kết quả hòa giải", "Outcome"), choices=choices(Outcome))
    minutes_no = forms.CharField(label=label("Số biên bản hòa giải", "Number of the minutes"), max_length=60)


def _name(vi: str, en: str, length: int = 160) -> forms.CharField:
    return forms.CharField(label=label(vi, en), max_length=length, required=False)


class DeedForm(ActForm):
    """Witnesses told at the counter stand already and are not asked for again."""

    document = forms.CharField(label=label("Giấy tờ, hợp đồng được chứng thực", "Deed certified"), max_length=300)
    copies = forms.IntegerField(label=label("Số bản", "Copies"), min_value=1, max_value=500, initial=1)
    pages = forms.IntegerField(label=label("Số trang mỗi bản", "Pages each"), min_value=1, max_value=2000, initial=1)
    special_case = forms.BooleanField(
        label=label("Không đọc, nghe, ký, điểm chỉ được", "Cannot read, hear, sign or give a fingerprint"),
        required=False,
    )
    witness_1 = _name("Người làm chứng 1: họ tên", "Witness 1: name")
    witness_1_number = _name("Người làm chứng 1: số định danh", "Witness 1: citizen number", 14)
    witness_2 = _name("Người làm chứng 2: họ tên", "Witness 2: name")
    witness_2_number = _name("Người làm chứng 2: số định danh", "Witness 2: citizen number", 14)

    def prepare(self) -> None:
        dossier = self.now.dossier
        self.fields["document"].initial = dossier.subject or dossier.version.name[:300]
        self.fields["special_case"].initial = dossier.special_case
        known = ", ".join(one.person.name for one in dossier.witnesses.select_related("person"))
        if known:
            self.fields["witness_1"].help_text = f"{label('Đã ghi', 'On record')}: {known}"


def _witnesses(said: Said) -> Iterator[Told]:
    for no in (1, 2):
        if name := said[f"witness_{no}"].strip():
            yield Told(name, said[f"witness_{no}_number"].strip())


@transaction.atomic
def _certified(now: Situation, said: Said, by: Officer, at: datetime) -> BookEntry:
    told = {name: said[name] for name in ("document", "copies", "pages", "special_case")}
    witnesses = [put_down(one) for one in _witnesses(said)]
    return certify_deed(now.dossier.pk, **told, witnesses=witnesses, by=by, at=at)


def _certifiable(now: Situation) -> bool:
    special = now.dossier.version.special in ("certification", "certified_copy")
    ready = special and now.mine and now.status(Status.PROCESSING)
    return ready and not Certification.objects.filter(dossier=now.dossier).exists()


def _needs_archive(now: Situation) -> bool:
    special = now.dossier.version.special == "residence" and now.status(Status.SETTLED, Status.RETURNED)
    return special and not ArchiveHandover.objects.filter(dossier=now.dossier).exists()


def _mediation(now: Situation) -> MediationCase | None:
    return MediationCase.objects.filter(dossier=now.dossier).first()


def _mediates(now: Situation) -> bool:
    """The council is set up and has not ended its work."""
    case = _mediation(now)
    return case is not None and case.closed_at is None


ACTS = (
    DeskAct(
        "certify", "dossier.certify", Words(vi="Chứng thực, ghi sổ", en="Certify, enter the book"), DeedForm,
        _certifiable, _certified,
    ),
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
        lambda now: now.open and now.dossier.version.special == "mediation" and _mediation(now) is None,
        lambda now, said, by, at: mediate(now.dossier.pk, **said, by=by, at=at),
    ),
    DeskAct(
        "end-mediation", "dossier.mediate", Words(vi="Ghi kết quả hòa giải", en="Record the outcome"), MediationForm,
        lambda now: now.open and now.dossier.version.special == "mediation" and _mediates(now),
        lambda now, said, by, at: end_mediation(now.dossier.pk, **said, by=by, at=at),
    ),
)  # fmt: skip
