"""The reception counter on one screen: a card scanned, a procedure found, papers ticked, a dossier received."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from motcua.language import Refusal, Words, say
from motcua.office.dossiers.acts.reception import receive, submit
from motcua.office.dossiers.acts.reuse import ACT as REUSE
from motcua.office.dossiers.acts.reuse import look_up
from motcua.office.dossiers.models import Channel, Dossier, Status, SubmitterKind
from motcua.office.dossiers.reuse import Offer
from motcua.office.dossiers.told import Reception
from motcua.office.people import policy
from motcua.office.people.cards import read_card
from motcua.office.people.models import Person, Unit
from motcua.office.people.persons import put_down
from motcua.office.procedures.models import Version
from motcua.web.desk.acts import ALL, Situation, permitted, reusing
from motcua.web.desk.offered import RECEIVE, due, found, offered
from motcua.web.desk.reading import one, readable
from motcua.web.desk.reception_forms import ReceptionForm, told_of
from motcua.web.shared.fields import attempted
from motcua.web.shared.officer import OfficerRequest, may, own_units

TAKES_IN = {"receive": receive, "submit": submit}  # the second: what came by post is looked at later
LOOKED = "store_looked_up"  # the session's last look, so that the journal says it once
FROM_PERSON = ("name", "sex", "address", "phone", "email", "kind")
KNOWN = Words(
    vi="Người này đã có {count} hồ sơ; biểu mẫu được điền từ hồ sơ trước.",
    en="This person has {count} earlier dossiers; the form was filled from them.",
)
NOT_FOUND = Words(
    vi="Không có thủ tục nào khớp “{sought}”; hãy gõ ít từ hơn hoặc gõ mã thủ tục.",
    en="No procedure matches “{sought}”; type fewer words or its code.",
)


@may(RECEIVE)
@require_http_methods(["GET", "POST"])
def reception(request: OfficerRequest) -> HttpResponse:
    """Enter anywhere looks things up; the button alone receives. All that was typed stays."""
    screen = _Screen(request, timezone.now())
    if request.method == "POST" and request.POST.get("do") in TAKES_IN:
        screen.look_in_store(request.POST)
        form = screen.form(data=request.POST)
        if form.is_valid():
            dossier = attempted(form, lambda: _received(screen, form))
            if dossier is not None:
                waits = dossier.status == Status.SUBMITTED
                return redirect("desk:dossier" if waits else "desk:received", dossier.pk)
    else:
        typed = screen.looked_up()
        screen.look_in_store(typed)
        form = screen.form(initial=typed | {"again": request.POST.getlist("again")})
        form.fields[screen.focus].widget.attrs["autofocus"] = True
    return render(request, "desk/reception.html", screen.shown(form))


@may(RECEIVE)
@require_GET
def received(request: OfficerRequest, pk: int) -> HttpResponse:
    """The slips to print, and what the applicant's store holds for the papers, each with its button."""
    dossier, on = one(request.user, timezone.localdate(), pk), timezone.localdate()
    now = Situation(dossier, request.user, on)
    offers = (
        [(reusing.value(found), reusing.told(found)) for found in now.in_store]
        if permitted(ALL["reuse-copy"], now)
        else []
    )
    return render(request, "desk/received.html", {"dossier": dossier, "slips": dossier.slips.all(), "offers": offers})


@transaction.atomic
def _received(screen: "_Screen", form: ReceptionForm) -> Dossier:
    said, submitter = form.cleaned_data, form.submitter()
    told = Reception(
        unit=screen.unit,
        version=screen.version or form.cleaned_data["version"],
        applicant=put_down(form.applicant()),
        papers=form.papers(),
        channel=Channel(said["channel"]),
        competent_unit=next(unit for unit in screen.competent if unit.pk == said["competent"]),
        subject=said["subject"],
        sets=said["sets"],
        return_way=Channel(said["return_way"]),
        submitter=put_down(submitter) if submitter else None,
        submitter_kind=SubmitterKind(said["submitter_kind"]),
        authority=said["authority"],
        special_case=said["special_case"],
        witnesses=[put_down(witness) for witness in form.witnesses()],
    )
    return TAKES_IN[screen.typed["do"]](told, by=screen.request.user, at=screen.now)


class _Screen:
    """What the screen shows beside what was typed: units, procedures found, the version chosen, the due date."""

    def __init__(self, request: OfficerRequest, now: datetime) -> None:
        self.request, self.now = request, now
        self.typed = request.POST
        self.units = own_units(request.user, RECEIVE)
        self.unit = next((unit for unit in self.units if str(unit.pk) == self.typed.get("unit")), self.units[0])
        self.offered = offered(request.user, self.unit, timezone.localdate(now))
        self.matches: list[Version] = []
        self.version = self._chosen()
        self.competent = _line_up(self.unit)
        self.note, self.wrong, self.focus = "", "", "card"
        self.in_store: Sequence[Offer] = ()

    def _chosen(self) -> Version | None:
        """The radio that is set, unless other words were typed that do not find it; one match alone is chosen."""
        words, ticked = self.typed.get("procedure", "").strip(), self.typed.get("version", "")
        chosen = self.offered.filter(pk=int(ticked)).first() if ticked.isdigit() else None
        if (words and chosen is None) or (words and self.typed.get("do") not in TAKES_IN):
            self.matches = found(self.offered, words)
            chosen = self.matches[0] if len(self.matches) == 1 else chosen if chosen in self.matches else None
        return chosen

    def form(self, **given: Any) -> ReceptionForm:
        return ReceptionForm(
            **given, units=self.units, competent=self.competent, chosen=self.version, in_store=self.in_store
        )

    def look_in_store(self, typed: Mapping[str, Any]) -> None:
        """What the applicant's store holds for the procedure, where the officer may use papers again."""
        who = told_of(typed)
        on, version = timezone.localdate(self.now), self.version
        if version is None or who is None or not policy.may(self.request.user, REUSE, self.unit, version.domain, on):
            return
        session = self.request.session
        look = look_up(who, version, self.unit, by=self.request.user, at=self.now, last=session.get(LOOKED, ""))
        self.in_store = look.offers
        if look.key:
            session[LOOKED] = look.key

    def looked_up(self) -> dict[str, Any]:
        """What was typed, filled up from the card, from an earlier dossier and from the procedure chosen."""
        typed: dict[str, Any] = {name: value for name, value in self.typed.items() if value != ""}
        typed |= self._from_card(typed) | {"unit": self.unit.pk}
        typed |= {name: value for name, value in self._from_before(typed).items() if not typed.get(name)}
        if self.version is not None:
            typed["version"] = self.version.pk
            typed.setdefault("competent", _who_settles(self.competent, self.version).pk)
            typed.pop("procedure", None)
        self.focus = self._next(typed)
        return typed

    def _from_card(self, typed: dict[str, Any]) -> dict[str, Any]:
        if not (scanned := typed.get("card", "")):
            return {}
        try:
            card = read_card(scanned)
        except Refusal as reason:
            self.wrong = str(reason)
            return {}
        return {
            "card": "", "kind": "citizen", "number": card.number, "name": card.name,
            "birth_on": card.birth_on, "sex": card.sex, "address": card.address,
        }  # fmt: skip

    def _from_before(self, typed: dict[str, Any]) -> dict[str, Any]:
        """A person is known here only by a dossier that the officer may read."""
        if not (number := typed.get("number")):
            return {}
        own = readable(self.request.user, timezone.localdate(self.now)).filter(applicant__number=number)
        person = Person.objects.filter(number=number, pk__in=own.values("applicant")).first()
        if person is None:
            return {}
        self.note = say(KNOWN, count=own.count())
        return {name: getattr(person, name) for name in FROM_PERSON} | {"birth_on": person.birth_on}

    def _next(self, typed: dict[str, Any]) -> str:
        """Where typing goes on."""
        if not typed.get("name"):
            return "number" if typed.get("kind") == "organisation" else "card"
        if self.version is None:
            return "procedure"
        papers = [name for name in self._paper_names() if not typed.get(name)]
        return papers[0] if papers else "subject"

    def _paper_names(self) -> list[str]:
        return [f"paper_{no}" for no in self.version.components.values_list("no", flat=True)] if self.version else []

    def shown(self, form: ReceptionForm) -> dict[str, Any]:
        words = self.typed.get("procedure", "").strip()
        told: dict[str, Any] = {"form": form, "note": self.note, "wrong": self.wrong, "version": self.version}
        if self.version is None:
            told["matches"] = self.matches or (found(self.offered, "") if not words else [])
            told["none"] = say(NOT_FOUND, sought=words) if words and not self.matches else ""
            return told
        officer = self.request.user.full_name
        told["due_at"], why = due(self.version, _who_settles(self.competent, self.version), self.now, officer)
        return told | {"why": say(why), "fees": self.version.fees.all()}


def _line_up(unit: Unit) -> list[Unit]:
    """The unit and those above it."""
    line, above = [unit], unit.parent
    while above is not None:
        line.append(above)
        above = above.parent
    return line


def _who_settles(line: list[Unit], version: Version) -> Unit:
    """The nearest unit of a level that the version names competent."""
    return next((unit for unit in line if unit.level in version.levels), line[0])
