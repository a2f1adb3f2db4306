"""One act on several dossiers ticked on a heap: each is an act of its own, refused or done for itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from motcua.language import Refusal, Words, say
from motcua.office.dossiers.acts.handover import pass_on, take_over
from motcua.office.dossiers.acts.settlement import approve
from motcua.office.dossiers.acts.special import archive
from motcua.office.dossiers.models import Dossier
from motcua.office.people.directory import unit as unit_of
from motcua.office.people.models import Officer, Role, Unit
from motcua.office.people.policy import manning, terms
from motcua.web.desk.acts.hand_over import AFTER, USUAL
from motcua.web.desk.acts.special import ArchiveForm
from motcua.web.desk.heaps import SECTIONS
from motcua.web.desk.reading import readable
from motcua.web.shared.fields import choice_words, label, offer
from motcua.web.shared.officer import OfficerRequest, View, may

AT_MOST = 50  # as many as a page of a heap shows
NONE_TICKED = Words(vi="Chưa đánh dấu hồ sơ nào.", en="No dossier was ticked.")
NOT_DONE = Words(
    vi="Chưa làm được {count} hồ sơ, vì:", en="{count} dossiers were not done, because:"
)  # fmt: skip
UNKNOWN = Words(
    vi="{count} hồ sơ đã đánh dấu không có hoặc ngoài phạm vi của bạn.",
    en="{count} of those ticked do not exist or are outside your rights.",
)

Said = Mapping[str, Any]


class Asked(forms.Form):
    """What is asked once for all that are ticked: here nothing."""

    def __init__(self, *args: Any, officer: Officer, dossiers: Sequence[Dossier], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.officer, self.dossiers, self.on = officer, dossiers, on
        self.prepare()

    def prepare(self) -> None:
        """Choices that depend on the dossiers."""


class TargetForm(Asked):
    """One role of one unit, for all."""

    to = forms.ChoiceField(label=label("Chuyển các hồ sơ đã đánh dấu tới", "Pass those ticked on to"))

    def prepare(self) -> None:
        found = self.targets()
        targets = (
            (f"{unit.pk}:{role}", f"{say(choice_words(role, str(role.label)))} – {unit.name}") for unit, role in found
        )
        offer(self, "to", targets)
        following = {AFTER[Role(term.role)] for term in self.own() if term.role in AFTER}
        usual = next(((unit, role) for unit, role in found if role in following), None)
        if usual is not None:
            self.fields["to"].initial = f"{usual[0].pk}:{usual[1]}"

    def own(self) -> Any:
        return terms(self.officer, "dossier.pass_on", self.on)

    def targets(self) -> list[tuple[Unit, Role]]:
        """Roles that somebody holds today in the officer's units and those that have a part in the dossiers."""
        units = {term.unit for term in self.own()}
        for one in self.dossiers:
            units |= {one.unit_id, one.competent_unit_id, one.received_by_unit_id}
        known = [unit_of(pk) for pk in sorted(units)]
        worked_in = manning(known, None, self.on)
        return [(unit, role) for unit in known for role in USUAL if (unit.pk, role) in worked_in]

    def clean_to(self) -> tuple[Unit, Role]:
        unit, _, role = str(self.cleaned_data["to"]).partition(":")
        return unit_of(int(unit)), Role(role)


class KindForm(Asked):
    residence_kind = ArchiveForm.base_fields["residence_kind"]


@dataclass(frozen=True)
class Batch:
    """An act on what is ticked; `heap` are the heaps that offer it, `ticked` whether all are to begin with."""

    name: str
    act: str
    heaps: frozenset[str]
    title: Words
    done: Words
    call: Callable[[Dossier, Said, Officer, datetime], object]
    form: type[Asked] = Asked
    ticked: bool = False


def _to_desk(dossier: Dossier, _: Said, by: Officer, at: datetime) -> object:
    role = Role.RECEPTION
    return pass_on(dossier.pk, name=USUAL[role].vi, unit=dossier.received_by_unit, role=role, by=by, at=at)


def _onward(dossier: Dossier, said: Said, by: Officer, at: datetime) -> object:
    unit, role = said["to"]
    return pass_on(dossier.pk, name=USUAL[role].vi, unit=unit, role=role, by=by, at=at)


BATCHES = (
    Batch(
        "take-over", "dossier.take_over", frozenset({"take"}),
        Words(vi="Nhận các hồ sơ đã đánh dấu", en="Take over those ticked"),
        Words(vi="Đã nhận {count} hồ sơ.", en="Took over {count} dossiers."),
        lambda dossier, _, by, at: take_over(dossier.pk, by=by, at=at), ticked=True,
    ),
    Batch(
        "pass-on", "dossier.pass_on", frozenset({"todo", "late", "today", "one", "two", "three"}),
        Words(vi="Chuyển các hồ sơ đã đánh dấu", en="Pass on those ticked"),
        Words(vi="Đã chuyển {count} hồ sơ.", en="Passed on {count} dossiers."), _onward, TargetForm,
    ),
    Batch(
        "to-desk", "dossier.pass_on", frozenset({"desk"}),
        Words(vi="Chuyển kết quả đã đánh dấu về Một cửa", en="Bring the results ticked to the desk"),
        Words(vi="Đã chuyển {count} kết quả về Một cửa.", en="Sent {count} results to the desk."), _to_desk,
    ),
    Batch(
        "approve", "dossier.approve", frozenset({"approve"}),
        Words(vi="Duyệt các đề xuất đã đánh dấu", en="Approve the proposals ticked"),
        Words(vi="Đã duyệt {count} đề xuất.", en="Approved {count} proposals."),
        lambda dossier, _, by, at: approve(dossier.pk, by=by, at=at),
    ),
    Batch(
        "archive", "dossier.archive", frozenset({"archive"}),
        Words(vi="Nộp tàng thư các hồ sơ đã đánh dấu", en="Hand those ticked to the archive"),
        Words(vi="Đã nộp tàng thư {count} hồ sơ.", en="Handed {count} dossiers to the archive."),
        lambda dossier, said, by, at: archive(dossier.pk, **said, by=by, at=at), KindForm,
    ),
)  # fmt: skip


def batch_of(heap: str, officer: Officer, on: date) -> Batch | None:
    """What may be done to several dossiers of that heap at once."""
    found = (batch for batch in BATCHES if heap in batch.heaps and terms(officer, batch.act, on))
    return next(found, None)


def together(batch: Batch) -> View:
    """The view that does it and says how many were done, and of each that was not why."""

    @may(batch.act)
    @require_POST
    def answer(request: OfficerRequest) -> HttpResponse:
        at = timezone.now()
        ticked = _ticked(request, at)
        form = batch.form(request.POST, officer=request.user, dossiers=ticked, on=timezone.localdate(at))
        if not ticked:
            messages.error(request, say(NONE_TICKED))
        elif form.is_valid():
            _say(request, batch, len(ticked), _each(batch, ticked, form.cleaned_data, request.user, at))
        else:
            messages.error(request, _why_not(form))
        return redirect(_back(request, batch))

    return answer


def _why_not(form: Asked) -> str:
    return " ".join(f"{form.fields[name].label}: {' '.join(map(str, said))}" for name, said in form.errors.items())


def _ticked(request: OfficerRequest, at: datetime) -> list[Dossier]:
    """Those of them that the officer may read, in the order of the page; the others are said and left."""
    asked = [int(pk) for pk in request.POST.getlist("dossier") if pk.isdigit()][:AT_MOST]
    rows = readable(request.user, timezone.localdate(at)).filter(pk__in=asked).select_related("received_by_unit")
    found = sorted(rows.distinct(), key=lambda one: asked.index(one.pk))
    if len(found) < len(set(asked)):
        messages.error(request, say(UNKNOWN, count=len(set(asked)) - len(found)))
    return found


def _each(batch: Batch, ticked: Sequence[Dossier], said: Said, by: Officer, at: datetime) -> list[str]:
    """Why some were refused; one that is holds the others up in nothing."""
    refused = []
    for dossier in ticked:
        try:
            batch.call(dossier, said, by, at)
        except Refusal as reason:
            why = str(reason)
            refused.append(why if dossier.code in why else f"{dossier.code}: {why}")
    return refused


def _say(request: OfficerRequest, batch: Batch, ticked: int, refused: Sequence[str]) -> None:
    if done := ticked - len(refused):
        messages.success(request, say(batch.done, count=done))
    if refused:
        messages.error(request, say(NOT_DONE, count=len(refused)))
    for why in refused:
        messages.error(request, why)


def _back(request: OfficerRequest, batch: Batch) -> str:
    """To the same heap; after taking over to what comes next."""
    heap = request.POST.get("heap", "")
    known = any(section.name == heap for section in SECTIONS)
    return f"{reverse('desk:work')}?heap={heap}" if known and not batch.ticked else reverse("desk:work")
